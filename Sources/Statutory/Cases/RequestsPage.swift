import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

let requestsRoutes: [Route] = [
    .read(ehcRequestsPath, .seeRecord) { visit in
        let query = visit.request.query
        return try await visit.read { try page(visit, $0, SchoolID(query["school"]), over: query["which"] == "over", part: Int(query["page"]) ?? 1) }
    },
]

/// The requests of the schools in sight: what is next in each, who owes it, by when.
private func page(_ visit: Visit, _ reader: Reader, _ school: SchoolID?, over: Bool, part: Int) throws -> Answer {
    let schools = try reader.schools(for: visit.viewer)
    if let school, !schools.contains(where: { $0.id == school }) { throw NotFound() }
    let found = try reader.countCases(at: school, over: over, for: visit.viewer, on: visit.today), parts = max(1, (found + CaseLine.size - 1) / CaseLine.size), part = min(max(1, part), parts)
    let lines = try reader.caseLines(at: school, over: over, page: part, for: visit.viewer, on: visit.today), other = ehcRequestsPath().asking(["school": school.map { "\($0)" }, "which": over ? nil : "over"])
    let checklist = visit.person.may(.keepAgencies) ? [linkButton("See what forms ask for", checklistPath(), aside: true)] : []
    return visit.page("Requests for an assessment", at: "ehc", """
        \(crumbs(("EHC plans", ehcPlansPath())))\(pageTitle("Requests for an assessment", lead: "To begin one, open the pupil’s page and choose “Start a request”.", actions: checklist))\(schoolChoice(school, schools, over))\
        <p id="found" role="status">\(lines.isEmpty ? "None." : "\(count(found, over ? "case" : "open case")), what is due soonest first.") <a class="no-print" href="\(other)">\(over ? "See those that are open" : "See those that are over")</a></p>\
        <div id="requests">\(requestTable(lines, showSchool: schools.count > 1 && school == nil))\(partLinks("Parts of this list", part, of: parts) { ehcRequestsPath().asking(["school": school.map { "\($0)" }, "which": over ? "over" : nil, "page": $0 > 1 ? "\($0)" : nil]) })</div>
        """)
}

private func schoolChoice(_ school: SchoolID?, _ schools: [School], _ over: Bool) -> HTML {
    if schools.count < 2 { return "" }
    let write = FormWriter(FormValues([("school", school.map { "\($0)" } ?? ""), ("which", over ? "over" : "")]))
    return """
        <form class="filters" method="get" action="\(ehcRequestsPath())" data-shows="found requests">\(write.hidden("which"))\
        \(write.select("school", "School", [Choice("", "All schools")] + schools.map { Choice("\($0.id)", $0.name) }))<p class="actions"><button>Show these requests</button></p></form>
        """
}

private func requestTable(_ lines: [CaseLine], showSchool: Bool) -> HTML {
    if lines.isEmpty { return "" }
    let school: HTML = showSchool ? head("School") : ""
    return table("Requests", [head("Pupil"), school, head("Where it stands"), head("What is next"), head("Who"), head("By")], lines.map { line in
        let held = line.held, place: HTML = showSchool ? "<td data-label=\"School\">\(line.school)</td>" : ""
        let late: HTML = line.isLate ? " <span class=\"tag tag-warn\">Late</span>" : ""
        return """
            <tr><th scope="row"><a class="name" href="\(ehcRequestPath(held.pupil, held.id))">\(line.name)</a></th>\(place)<td data-label="Where it stands">\(held.state.label), \(held.since.short)</td>\
            <td data-label="What is next">\(line.next?.what ?? "")</td><td data-label="Who">\(line.next?.owner.label ?? "")</td><td class="date" data-label="By">\(line.next?.dueOn.short ?? "")\(late)</td></tr>

            """
    })
}
