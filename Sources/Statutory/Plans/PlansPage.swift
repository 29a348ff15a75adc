import Access
import AreaKit
import Basics
import Database
import Pages
import People

let plansRoutes: [Route] = [
    .read(ehcPlansPath, .seeRecord) { visit in
        let query = visit.request.query
        let filter = PlanFilter(school: SchoolID(query["school"]), which: PlanFilter.Which(rawValue: query["which"]) ?? .all, page: max(1, min(Int(query["page"]) ?? 1, 1_000)))
        return try await visit.read { try page(visit, filter, $0) }
    },
]

private func page(_ visit: Visit, _ filter: PlanFilter, _ reader: Reader) throws -> Answer {
    let viewer = visit.viewer, schools = try reader.schools(for: viewer)
    if let school = filter.school, !schools.contains(where: { $0.id == school }) { throw NotFound() }
    let lines = try reader.planLines(filter, for: viewer, on: visit.today), counts = try reader.planCounts(at: filter.school, for: viewer, on: visit.today), number = counts[filter.which] ?? 0
    let tile = { (which: PlanFilter.Which) in Tile(counts[which] ?? 0, which.label, address(filter, which: which), warns: which != .all && counts[which] ?? 0 > 0) }
    return visit.page("EHC plans", at: "ehc", """
        \(saved(visit))\(pageTitle("EHC plans", lead: "Of pupils on roll whose record you see.", actions: actions(visit.person, filter)))\(tiles(PlanFilter.Which.allCases.map(tile)))\(schoolChoice(filter, schools))\
        <p id="found" role="status">\(number == 0 ? "None." : "\(filter.which.label): \(count(number, "pupil")).")</p>\
        <div id="plans">\(planTable(lines, try reader.knownCouncils(), showSchool: schools.count > 1 && filter.school == nil))\
        \(pager(filter.page, of: (number + PlanFilter.size - 1) / PlanFilter.size, size: PlanFilter.size) { address(filter, page: $0) })</div>
        """)
}

private func saved(_ visit: Visit) -> HTML { Int(visit.request.query["saved"]).map { notice("\($0 == 0 ? "Nothing was new, so nothing changed." : "\(count($0, "plan")) saved.")") } ?? "" }

private func actions(_ person: Viewer, _ filter: PlanFilter) -> [HTML] {
    let school = filter.school.map { "\($0)" }
    return (person.may(.changeRegister) ? [linkButton("Enter many plans", planGridPath().asking(["school": school]))] : [])
        + (person.may(.importFiles) ? [linkButton("Read plans from a file", planFilePath().asking(["school": school]), aside: true)] : [])
        + [linkButton("See requests for an assessment", ehcRequestsPath().asking(["school": school]), aside: true), linkButton("See who changes phase", phaseTransfersPath().asking(["school": school]), aside: true)]
}

private func address(_ filter: PlanFilter, which: PlanFilter.Which? = nil, page: Int = 1) -> Address {
    ehcPlansPath().asking(["school": filter.school.map { "\($0)" }, "which": (which ?? filter.which).rawValue, "page": page > 1 ? "\(page)" : nil])
}

private func schoolChoice(_ filter: PlanFilter, _ schools: [School]) -> HTML {
    if schools.count < 2 { return "" }
    let write = FormWriter(FormValues([("school", filter.school.map { "\($0)" } ?? ""), ("which", filter.which.rawValue)]))
    return """
        <form class="filters" method="get" action="\(ehcPlansPath())" data-shows="found plans">\
        \(write.select("school", "School", [Choice("", "All schools")] + schools.map { Choice("\($0.id)", $0.name) }))\
        \(write.select("which", "Which", PlanFilter.Which.allCases.map { Choice($0.rawValue, $0.label) }))<p class="actions"><button>Show these plans</button></p></form>
        """
}

private func planTable(_ lines: [PlanLine], _ councils: [(code: String, name: String)], showSchool: Bool) -> HTML {
    if lines.isEmpty { return "" }
    let school: HTML = showSchool ? head("School") : ""
    return table("EHC plans", [head("Pupil"), school, head("Final plan"), head("Last meeting"), head("LA"), head("Placement"), head("Top-up")], lines.map { line in
        let plan = line.plan, place: HTML = showSchool ? "<td data-label=\"School\">\(line.school)</td>" : ""
        let final: HTML = plan.map { $0.finalOn.map { "\($0.short)" } ?? "<span class=\"tag tag-warn\">No day</span>" } ?? "<span class=\"tag tag-warn\">No plan here</span>"
        return """
            <tr><th scope="row"><a class="name" href="\(ehcPlanPath(line.pupil))">\(line.name)</a></th>\(place)<td class="date" data-label="Final plan">\(final)</td>\
            <td class="date" data-label="Last meeting">\(plan?.metOn?.short ?? "")</td><td data-label="LA">\(plan.map { councils.words($0.council) } ?? "")</td>\
            <td data-label="Placement">\(plan.map { $0.placement == .unsaid ? "" : $0.placement.label } ?? "")</td><td data-label="Top-up">\(plan?.topUp?.words ?? "")</td></tr>

            """
    })
}
