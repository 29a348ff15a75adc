import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

let expectationsRoutes: [Route] = [
    .read(expectationsPath, .seeFigures) { visit in try await visit.read { try page(visit, $0) } },
]

extension Viewer {
    /// Whether they may say what is expected: at a school; for the trust, where they keep the settings of all of it.
    func keepsExpectations(at school: SchoolID?) -> Bool {
        let keeping = doing(.keepSchool)
        return school.map { keeping.may(.keepSchool, at: $0) } ?? (keeping.may(.keepSchool) && keeping.schools == nil)
    }
}

private func page(_ visit: Visit, _ reader: Reader) throws -> Answer {
    let schools = try reader.schools(for: visit.viewer), school = try reader.impactSchool(SchoolID(visit.request.query["school"]), among: schools), isOver = visit.request.query["over"] == "yes"
    let place: SQL = school.map { "(school_id IS NULL OR school_id = \($0))" } ?? "(school_id IS NULL OR \(visit.viewer.sees(school: "school_id")))"
    let all = try reader.all(ExpectedProgress.self, "WHERE \(place) ORDER BY instrument_id, scale, school_id, starts DESC, id DESC")
    let found = all.filter { isOver || $0.ends.map { $0 >= visit.today } ?? true }
    let tests = Dictionary(try reader.all(Instrument.self, "WHERE id IN \(Set(found.map(\.instrument)).sorted())").map { ($0.id, $0) }) { $1 }
    let rows = found.prefix(100).map { row(visit, $0, tests[$0.instrument], schools) }
    let keeps = visit.person.keepsExpectations(at: school) || visit.person.may(.keepSchool)
    let over: HTML = isOver || all.count == found.count ? "" : "<p><a href=\"\(expectationsPath().asking(["school": school.map { "\($0)" }, "over": "yes"]))\">Show what has ended, too</a></p>"
    let none: HTML = "<p>Nobody has said yet what is expected. Until somebody does, no pupil is as expected or below.</p>"
    return visit.page("What is expected", at: "impact", """
        \(crumbs(("Impact", impactPath()), ("Data drops", dropsPath().asking(["school": school.map { "\($0)" }]))))\(savedWords(visit))\
        \(pageTitle("What is expected", lead: "What pupils are to gain on each scale. Trellis brings no numbers along: somebody who knows the pupils checks them.", actions: keeps ? [linkButton("Say what is expected", setExpectationPath().asking(["school": school.map { "\($0)" }]))] : []))\
        \(filters(schools, school))\(rows.isEmpty ? none : table("What is expected", [head("Test and scale"), head("For whom"), head("Expected"), head("From"), head("Where it comes from")] + (keeps ? [head("Change it")] : []), rows))\(over)
        """)
}

private func savedWords(_ visit: Visit) -> HTML {
    switch visit.request.query["saved"] {
    case "set": notice("Saved what is expected.")
    case "ended": notice("Saved until when it holds.")
    default: ""
    }
}

private func filters(_ schools: [School], _ school: SchoolID?) -> HTML {
    if schools.count < 2 { return "" }
    let write = FormWriter(FormValues([("school", school.map { "\($0)" } ?? "")]))
    return """
        <form class="filters no-print" method="get" action="\(expectationsPath())">\(write.select("school", "School", [Choice("", "All schools")] + schools.map { Choice("\($0.id)", $0.name) }))\
        <p class="actions"><button>Show these</button></p></form>
        """
}

private func row(_ visit: Visit, _ expected: ExpectedProgress, _ test: Instrument?, _ schools: [School]) -> HTML {
    let scale = test?.scale(expected.scale), years = expected.years.isEmpty ? "Every year" : expected.years.map(\.label).joined(separator: ", ")
    let place = expected.school.flatMap { id in schools.first { $0.id == id }?.name } ?? "The whole trust"
    let days = expected.ends.map { "\(expected.starts.short) to \($0.short)" } ?? expected.starts.short
    let name = [test?.name, test.map { $0.scales.count > 1 } == true ? scale?.name : nil].compactMap(\.self).joined(separator: ": ")
    let acts: HTML = visit.person.keepsExpectations(at: expected.school) && expected.ends == nil ? """
        <a href="\(setExpectationPath().asking(["from": "\(expected.id)"]))">Change<span class="unseen">: \(name), \(years), \(place)</span></a> \
        <a href="\(endExpectationPath(expected.id))">End<span class="unseen">: \(name), \(years), \(place)</span></a>
        """ : "–"
    let last: HTML = visit.person.may(.keepSchool) ? "<td class=\"no-print\" data-label=\"Change it\">\(acts)</td>" : ""
    return """
        <tr><th scope="row">\(name)</th><td data-label="For whom">\(years)<br><span class="quiet">\(place)</span></td><td data-label="Expected">\(expected.inWords(on: scale))</td>\
        <td data-label="From">\(days)</td><td data-label="Where it comes from">\(expected.source)</td>\(last)</tr>

        """
}
