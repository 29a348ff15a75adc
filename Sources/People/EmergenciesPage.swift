import Access
import AreaKit
import Basics
import Database
import Pages

/// What to do in an emergency, for every pupil of the schools one works in, by class: on a phone in a corridor,
/// and on paper, a sheet for each class.
public let emergenciesPath = PagePath< >("/emergencies")

let emergenciesRoutes: [Route] = [
    .read(emergenciesPath, .seeEmergencies) { visit in
        try await visit.read { reader in
            let schools = try reader.schoolNames(for: visit.viewer)
            let asked = SchoolID(visit.request.query["school"])
            guard let school = asked ?? (schools.count == 1 ? schools.first?.id : nil) else { return chooseSchool(visit, schools) }
            guard let name = schools.first(where: { $0.id == school })?.name else { throw NotFound() }
            return emergenciesPage(visit, name, school, try reader.emergencies(at: school, for: visit.viewer, on: visit.today))
        }
    },
]

private func chooseSchool(_ visit: Visit, _ schools: [(id: SchoolID, name: String)]) -> Answer {
    let links: [HTML] = schools.map { "<li><a class=\"button second\" href=\"\(emergenciesPath().asking(["school": "\($0.id)"]))\">\($0.name)</a></li>" }
    let none: HTML = schools.isEmpty ? "<p>You work in no school yet. Ask whoever invited you to Trellis.</p>" : ""
    return visit.page("Emergencies", at: "emergencies", "\(pageTitle("Emergencies", lead: "Choose the school you are in."))\(none)<ul class=\"plain\">\(links)</ul>")
}

/// More pupils than this make a page too long for a phone, so that one class is shown at a time.
private let most = 40

private func emergenciesPage(_ visit: Visit, _ school: String, _ id: SchoolID, _ entries: [EmergencyEntry]) -> Answer {
    let classes = entries.byClass, asked = visit.request.query["class"]
    let shown = visit.request.query.has("class") ? classes.filter { $0.question == asked } : entries.count > most ? [] : classes
    let sheets: [HTML] = shown.map(sheet)
    let rest: HTML = shown.isEmpty && !classes.isEmpty ? "<p>Choose a class.</p>" : ""
    let empty: HTML = classes.isEmpty ? "<p>No pupil of this school has an emergency line. The SENCO adds one on the pupil’s page.</p>" : ""
    return visit.page("Emergencies", at: "emergencies", """
        \(pageTitle("Emergencies", lead: "\(school) · \(count(entries.count, "pupil")) on \(visit.today.inWords). In danger of life call 999 first.", actions: [printButton("Print these sheets")]))\
        \(jumps(classes, id, together: entries.count <= most))\(empty)\(rest)\(sheets)
        """)
}

private func jumps(_ classes: [EmergencyClass], _ school: SchoolID, together: Bool) -> HTML {
    if classes.count < 2 { return "" }
    let page = emergenciesPath().asking(["school": "\(school)"])
    let links: [HTML] = classes.map { part in
        let address = together ? page.at(part.anchor) : page.asking(["class": part.question])
        return "<li><a href=\"\(address)\">\(part.title) (\(part.entries.count))</a></li>"
    }
    return "<nav aria-label=\"Classes\"><ul class=\"jump no-print\">\(links)</ul></nav>"
}

private func sheet(_ part: EmergencyClass) -> HTML {
    let pupils: [HTML] = part.entries.map { entry in
        let name: HTML = entry.opens ? "<a class=\"name\" href=\"\(pupilPath(entry.pupil))\">\(entry.name)</a>" : "\(entry.name)"
        let lines: [HTML] = entry.lines.map { "<p><span class=\"tag tag-bad\">\($0.kind.label)</span></p>\(emergencyFacts($0))" }
        return "<li class=\"finding\"><h3>\(name)</h3>\(lines)</li>"
    }
    return "<section class=\"card sheet\" id=\"\(part.anchor)\"><h2>\(part.title)</h2><ul class=\"findings\">\(pupils)</ul></section>"
}
