import Access
import AreaKit
import Basics
import Database
import Pages

/// One school: its numbers, classes, year, and what it has set.
public let schoolPath = PagePath<SchoolID>("/schools/*")

let schoolRoutes: [Route] = [
    .read(schoolPath, .seeFigures) { visit, school in
        try await visit.read { try schoolPage(visit, school, $0) }
    },
] + addTermRoutes + addClosureRoutes + setRulesFromRoutes

/// The school in the menu of those who work in one.
func schoolMenu(for viewer: Viewer) -> [MenuEntry] {
    let schools = viewer.doing(.seeFigures).schools
    guard viewer.may(.seeFigures), let school = schools?.first, schools?.count == 1 else { return [] }
    return [MenuEntry("School", schoolPath(school), place: "school", order: 30)]
}

extension Reader {
    /// The school, if this viewer may see it; else what one may not see is not found.
    public func schoolInSight(_ id: SchoolID, of viewer: Viewer) throws -> School {
        guard let school = try school(id, for: viewer) else { throw NotFound() }
        return school
    }
}

private func schoolPage(_ visit: Visit, _ id: SchoolID, _ reader: Reader) throws -> Answer {
    let viewer = visit.viewer, school = try reader.schoolInSight(id, of: viewer)
    let count = try reader.registerCounts(for: viewer, school: id, on: visit.today)[id] ?? RegisterCount()
    let year = AcademicYear(containing: visit.today)
    let terms = try reader.terms(of: id, from: year.previous), closures = try reader.closures(of: id, from: year)
    let classes = try viewer.may(.seePupils, at: id) ? reader.classCounts(of: id, on: visit.today) : []
    let saved: HTML = visit.request.query["saved"].isEmpty ? "" : notice("Saved.")
    return visit.page(school.name, at: "school", """
        \(saved)\(pageTitle(school.name, lead: "URN \(school.urn) · on \(visit.today.inWords)", actions: actions(viewer, id)))\
        \(numbers(count, viewer, id))<div class="columns"><aside>\(settings(school, try reader.staffCount(of: id, on: visit.today), viewer))</aside><div>\
        \(classTable(classes, id))\(yearCards(terms, closures, viewer.may(.keepSchool, at: id), id))</div></div>
        """)
}

private func actions(_ viewer: Viewer, _ school: SchoolID) -> [HTML] {
    let register = viewer.may(.seePupils, at: school) ? [linkButton("See the school’s register", registerPath().asking(["school": "\(school)"]))] : []
    return register + (viewer.may(.importFiles, at: school) ? [linkButton("Read in a file", importPath(school), aside: true)] : [])
}

private func numbers(_ count: RegisterCount, _ viewer: Viewer, _ school: SchoolID) -> HTML {
    let link: (String) -> Address? = { viewer.may(.seePupils, at: school) ? registerPath().asking(["school": "\(school)", "status": $0]) : nil }
    return tiles([
        Tile(count.plan, "EHC plan", link("E")), Tile(count.support, "SEN support", link("K")), Tile(count.none, "No SEN", link("N")),
        Tile(count.notRecorded, "Not recorded", link("none"), warns: count.notRecorded > 0), Tile(count.roll, "On roll", link("all")),
    ], sum: true)
}

private func keptFirst(_ school: School) -> String {
    if school.misOwns.count == MISField.allCases.count { return "Everything a file can carry" }
    return school.misOwns.isEmpty ? "Nothing" : MISField.allCases.filter(school.misOwns.contains).map(\.label).joined(separator: "; ")
}

private func base(_ isRecognised: Bool, _ places: Int?) -> String {
    isRecognised ? "Recognised\(places.map { ", \(count($0, "place"))" } ?? "")" : "None recognised"
}

private func settings(_ school: School, _ staff: Int, _ viewer: Viewer) -> HTML {
    let keeps = viewer.may(.keepSchool, at: school.id)
    let changeDay: HTML = keeps ? "<br><a class=\"no-print\" href=\"\(setRulesFromPath(school.id))\">Change this day</a>" : ""
    let changeOwner: HTML = keeps ? "<br><a class=\"no-print\" href=\"\(setMISOwnsPath(school.id))\">Change what is</a>" : ""
    return card("About the school", facts([
        ("Phase", "\(school.phase)"), ("Kind", "\(school.kind.label)"), ("Local authority", "\(school.laName) (\(school.laCode))"),
        ("Address", "\(school.address.nonEmpty ?? "Not in the file of schools")"), ("Telephone", "\(school.phone.nonEmpty ?? "Not in the file of schools")"),
        ("Staff listed", "\(staff)"), ("SEN unit", "\(base(school.unitRecognised, school.unitPlaces))"),
        ("Resourced provision", "\(base(school.resourcedRecognised, school.resourcedPlaces))"),
        ("Safety net begins", "\(school.rulesFrom?.inWords ?? "With everything on record")\(changeDay)"),
        ("Kept first in the MIS", "\(keptFirst(school))\(changeOwner)"),
    ]))
}

private func classTable(_ classes: [ClassCount], _ school: SchoolID) -> HTML {
    if classes.isEmpty { return "" }
    let rows: [HTML] = classes.map { line in
        """
        <tr><th scope="row"><a href="\(registerPath().asking(["school": "\(school)", "class": "\(line.id)", "status": "all"]))">\(line.name)</a></th>\
        <td class="number" data-label="Pupils">\(line.count.roll)</td><td class="number" data-label="EHC plan">\(line.count.plan)</td>\
        <td class="number" data-label="SEN support">\(line.count.support)</td><td class="number" data-label="Not recorded">\(line.count.notRecorded)</td></tr>
        """
    }
    return card("Classes", id: "classes", table("Classes of this year", [
        head("Class"), head("Pupils", number: true), head("EHC plan", number: true), head("SEN support", number: true), head("Not recorded", number: true),
    ], rows))
}

private func yearCards(_ terms: [Term], _ closures: [Closure], _ keeps: Bool, _ school: SchoolID) -> HTML {
    let termRows: [(String, HTML)] = terms.map { ("\($0.name) (\(AcademicYear(starting: $0.academicYear)))", "\($0.starts.inWords) to \($0.ends.inWords)") }
    let closureRows: [(String, HTML)] = closures.map { closure in
        (closure.name, closure.starts == closure.ends ? "\(closure.starts.inWords)" : "\(closure.starts.inWords) to \(closure.ends.inWords)")
    }
    let addTerm: HTML = keeps ? "<p class=\"actions\">\(linkButton("Add a term", addTermPath(school), aside: true))</p>" : ""
    let addClosure: HTML = keeps ? "<p class=\"actions\">\(linkButton("Add an INSET day or a closure", addClosurePath(school), aside: true))</p>" : ""
    return card("Terms", id: "terms", (terms.isEmpty ? "<p>No terms are recorded yet.</p>" : facts(termRows)) + addTerm)
        + card("Holidays, INSET days and closures", id: "closures", (closures.isEmpty ? "<p>None are recorded for this year. Bank holidays are known.</p>" : facts(closureRows)) + addClosure)
}

extension School.Kind {
    fileprivate var label: String {
        switch self {
        case .mainstream: "Mainstream"
        case .special: "Special"
        case .alternative: "Alternative provision"
        }
    }
}
