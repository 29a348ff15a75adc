import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Hours that pupils need beside the hours of adults, by adult and pupil, with the gap and its price.
///
/// It shows what is planned in a week of today. Missed sessions are nowhere added up by adult.
let staffingRoutes: [Route] = [
    .read(staffingPath, .seeCosts) { visit in
        try await visit.read { reader in
            let (schools, school) = try reader.schoolsAsked(visit, .seeCosts)
            guard let school else {
                return visit.page("Staffing of provision", at: "provision", "\(pageTitle("Staffing of provision", lead: "Choose a school to see its hours."))\(schoolFilter(visit, schools, nil))")
            }
            return page(visit, schools, try reader.staffing(of: school, for: visit.viewer, on: visit.today), try reader.costBasis(of: school.id))
        }
    },
]

/// The hours of a school with the names that its page shows.
struct SchoolStaffing: Sendable {
    let school: School
    let staffing: Staffing
    /// By surname; whoever is not among them is out of the viewer's sight.
    let pupils: [SeenPupil]
    /// By surname.
    let adults: [(adult: Staffing.Adult, name: String)]
}

extension Reader {
    /// What pupils of a school need and have in a week.
    func staffing(of school: School, for viewer: Viewer, on day: Day) throws -> SchoolStaffing {
        guard viewer.may(.seeCosts, at: school.id) else { throw NotFound() }
        let runs = try all(ProvisionRun.self, "WHERE school_id = \(school.id) AND starts <= \(day) AND (ended_on IS NULL OR ended_on >= \(day)) ORDER BY id")
        let lines = try owedLines("""
            WHERE starts <= \(day) AND (ends IS NULL OR ends >= \(day)) AND pupil_id IN \
            (SELECT e.pupil_id FROM enrolment e WHERE e.school_id = \(school.id) AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day))) ORDER BY id
            """)
        // What is there for everyone is deployed with nobody in particular.
        let staffing = Staffing(try whole(runs).filter { $0.run.kind != .universal }, needs: SupportNeed.asked(by: lines, on: day), on: day)
        let pupils = try costedNames(staffing.lines.keys.sorted(), for: viewer, on: day)
        viewer.witness.saw(pupils.map(\.id))
        return SchoolStaffing(school: school, staffing: staffing, pupils: pupils, adults: try names(of: Array(staffing.deployed.keys)))
    }

    private func names(of adults: [Staffing.Adult]) throws -> [(adult: Staffing.Adult, name: String)] {
        let named = try rows("SELECT id, forename, surname FROM staff WHERE id IN \(adults.compactMap(\.staff).sorted()) ORDER BY sort_name, id") { row in
            let (id, first, last): (StaffID, String, String) = try (row.next(), row.next(), row.next())
            return (id, [first, last].filter { !$0.isEmpty }.joined(separator: " "))
        }
        let known = named.flatMap { id, name in adults.filter { $0.staff == id }.map { (adult: $0, name: "\(name), \(StaffRole.label($0.role))") } }
        return known + adults.filter { $0.staff == nil }.map { (adult: $0, name: "Nobody named, \(StaffRole.label($0.role))") }.sorted { $0.name < $1.name }
    }
}

private func schoolFilter(_ visit: Visit, _ schools: [School], _ school: SchoolID?, _ role: String = "", _ size: Int = 1) -> HTML {
    let write = FormWriter(FormValues([("school", school.map { "\($0)" } ?? ""), ("role", role), ("size", "\(size)")]))
    let place: HTML = schools.count > 1 ? write.select("school", "School", (school == nil ? [Choice("", "Choose a school")] : []) + schools.map { Choice("\($0.id)", $0.name) }) : ""
    let roles = StaffRole.all.filter { StaffRole.needsRate($0.key) }.map { Choice($0.key, $0.label) }
    return """
        <form class="filters" method="get" action="\(staffingPath())">\(place)\(write.select("role", "Price the gap as", roles))\
        \(write.select("size", "Groups of", (1...8).map { Choice("\($0)", "\($0)") }))<p class="actions"><button>Show these hours</button></p></form>
        """
}

private func page(_ visit: Visit, _ schools: [School], _ found: SchoolStaffing, _ basis: CostBasis) -> Answer {
    let asked = visit.request.query["role"], role = StaffRole.named(asked).flatMap { StaffRole.needsRate($0.key) ? $0.key : nil } ?? "ta", size = Int(visit.request.query["size"]).flatMap { (1...8).contains($0) ? $0 : nil } ?? 4
    let staffing = found.staffing, price = staffing.gapCost(at: basis.table.rate(for: role, on: visit.today), weeks: OwedLine.weeksOfYear, groupSize: size)
    let priced: HTML = price.map { "\($0.description) a year: \(OwedLine.weeksOfYear) weeks of a \(StaffRole.label(role).lowercased()), in groups of \(size) where no adult alone is asked for" }
        ?? "No rate holds today for \(StaffRole.label(role)). <a href=\"\(ratesPath())\">See the rates</a>"
    return visit.page("Staffing of provision", at: "provision", """
        \(pageTitle("Staffing of provision", lead: "\(found.school.name), hours a week as planned on \(visit.today.inWords)", actions: [linkButton("See costs", costsPath().asking(["school": "\(found.school.id)"]), aside: true), printButton("Print")]))\
        \(schoolFilter(visit, schools, found.school.id, role, size))\
        \(card("In all", facts([("Missing a week", "\(hours(staffing.gap))"), ("To close the gap", priced)])))\
        \(card("By pupil and adult", staffing.lines.isEmpty ? nothing : matrix(found)))\(card("By adult", staffing.deployed.isEmpty ? nothing : adultTable(found)))
        """)
}

private let nothing: HTML = "<p>No hours are planned, and none are asked for by a plan. They come from provision that runs, and from the lines of what pupils are owed.</p>"

/// `2 h 30 min`.
func hours(_ minutes: Int) -> String {
    let parts = [minutes / 60 > 0 ? "\(minutes / 60) h" : "", minutes % 60 > 0 ? "\(minutes % 60) min" : ""].filter { !$0.isEmpty }
    return parts.isEmpty ? "None" : parts.joined(separator: " ")
}

private func matrix(_ found: SchoolStaffing) -> HTML {
    let heads = [head("Pupil"), head("Needs"), head("Has"), head("Missing")] + found.adults.map { head($0.name) }
    // Those who lack hours stand first.
    let lacking = found.pupils.filter { (found.staffing.lines[$0.id]?.gap ?? 0) > 0 }, others = found.pupils.filter { found.staffing.lines[$0.id]?.gap == 0 }
    let rows: [HTML] = (lacking + others).compactMap { pupil in found.staffing.lines[pupil.id].map { row(pupil, $0, found) } }
    let unseen = found.staffing.lines.count - rows.count, note: HTML = unseen == 0 ? "" : "<p class=\"quiet\">\(unseen == 1 ? "One pupil" : "\(unseen) pupils") out of your sight count in the sums above.</p>"
    return """
        <div class="scroll"><table class="stack-on-phone hours"><caption class="unseen">Hours a week that each pupil needs and has, and with whom</caption>\
        <thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>\(note)
        """
}

private func row(_ pupil: SeenPupil, _ line: Staffing.Line, _ found: SchoolStaffing) -> HTML {
    let cells: [HTML] = found.adults.map { adult, name in
        found.staffing.cells[adult]?[pupil.id].map { "<td data-label=\"\(name)\">\(hours($0))</td>" } ?? "<td></td>"
    }
    let needs = split(line.need.alone, line.need.inGroup), has = split(line.alone, line.inGroup), missing = split(line.aloneGap, line.groupGap)
    return """
        <tr><th scope="row"><a href="\(pupilProvisionPath(pupil.id))">\(pupil.name)</a></th><td data-label="Needs">\(needs ?? "None asked for")</td><td data-label="Has">\(has ?? "None")</td>\
        <td data-label="Missing">\(missing.map { "<strong>\($0)</strong>" } ?? "None")</td>\(cells)</tr>

        """
}

/// `30 min alone,` and below it `1 h 15 min in a group`; nil for none.
private func split(_ alone: Int, _ group: Int) -> HTML? {
    let parts: [HTML] = (alone > 0 ? ["\(hours(alone)) alone"] : []) + (group > 0 ? ["\(hours(group)) in a group"] : [])
    return parts.isEmpty ? nil : parts.joined(", <br>")
}

/// Each adult's hours of the week, each session once however many pupils are in it.
private func adultTable(_ found: SchoolStaffing) -> HTML {
    let rows: [HTML] = found.adults.map { adult, name in
        "<tr><th scope=\"row\">\(name)</th><td data-label=\"Hours\">\(hours(found.staffing.deployed[adult] ?? 0))</td><td data-label=\"Pupils\">\(found.staffing.cells[adult]?.count ?? 0)</td></tr>\n"
    }
    return table("Hours a week of each adult in provision", [head("Adult"), head("Hours"), head("Pupils")], rows)
}
