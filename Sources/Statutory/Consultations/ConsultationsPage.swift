import Access
import AreaKit
import Basics
import Database
import Pages
import People

let consultationsRoutes: [Route] = [
    .read(consultationsPath, .seeSafetyNet) { visit in
        let query = visit.request.query
        return try await visit.read { try page(visit, $0, SchoolID(query["school"]), over: query["which"] == "over") }
    },
]

private func page(_ visit: Visit, _ reader: Reader, _ school: SchoolID?, over: Bool) throws -> Answer {
    let viewer = visit.viewer.readingConsultations
    if viewer.parts.isEmpty { throw NotFound() }
    let schools = try reader.schools(for: viewer)
    if let school, !schools.contains(where: { $0.id == school }) { throw NotFound() }
    let lines = try reader.consultations(at: school, open: !over, for: viewer), other = consultationsPath().asking(["school": school.map { "\($0)" }, "which": over ? nil : "over"])
    let log = visit.viewer.answeringConsultations.parts.isEmpty ? [] : [linkButton("Log a consultation", logConsultationPath())]
    return visit.page("Consultations", at: "consultations", """
        \(pageTitle("Consultations", lead: "Councils ask whether a school could take a child with an EHC plan. Answer within fifteen calendar days (Code of Practice, 9.83).", actions: log))\(schoolChoice(school, schools, over))\
        <p id="found" role="status">\(lines.isEmpty ? "None." : "\(count(lines.count, over ? "consultation" : "open consultation")), what is due soonest first.") <a class="no-print" href="\(other)">\(over ? "See those that are open" : "See those that are over")</a></p>\
        <div id="consultations">\(consultationTable(lines, showSchool: schools.count > 1 && school == nil, visit.today))</div>
        """)
}

private func schoolChoice(_ school: SchoolID?, _ schools: [School], _ over: Bool) -> HTML {
    if schools.count < 2 { return "" }
    let write = FormWriter(FormValues([("school", school.map { "\($0)" } ?? ""), ("which", over ? "over" : "")]))
    return """
        <form class="filters" method="get" action="\(consultationsPath())" data-shows="found consultations">\(write.hidden("which"))\
        \(write.select("school", "School", [Choice("", "All schools")] + schools.map { Choice("\($0.id)", $0.name) }))<p class="actions"><button>Show these consultations</button></p></form>
        """
}

private func consultationTable(_ lines: [ConsultationLine], showSchool: Bool, _ today: Day) -> HTML {
    if lines.isEmpty { return "" }
    let school: HTML = showSchool ? head("School") : ""
    return table("Consultations", [head("Child"), school, head("Who asks"), head("Came"), head("Where it stands"), head("Answer by")], lines.map { line in
        let held = line.held, place: HTML = showSchool ? "<td data-label=\"School\">\(line.school)</td>" : "", late: HTML = line.isLate(on: today) ? " <span class=\"tag tag-warn\">Late</span>" : ""
        return """
            <tr><th scope="row"><a class="name" href="\(consultationPath(held.id))">\(held.name)</a></th>\(place)<td data-label="Who asks">Council \(held.council)</td><td class="date" data-label="Came">\(held.cameOn.short)</td>\
            <td data-label="Where it stands">\(held.standing)</td><td class="date" data-label="Answer by">\(held.isUnanswered ? line.dueOn?.short ?? "" : "")\(late)</td></tr>

            """
    })
}
