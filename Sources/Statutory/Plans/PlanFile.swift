import Access
import Basics
import Database
import Files
import Pages
import People

/// A file of plans of one school: a row of headings with UPN or names and the facts by their headings, then a row for each pupil.
struct PlanFile: Sendable {
    let school: SchoolID
    let path: String

    /// Takes the rows; one in which anything is wrong is refused whole, and says why.
    func take(_ writer: Writer, _ viewer: Viewer) throws -> ImportReport {
        let roll = try PlanRoll(writer, school, viewer, writer.act.today)
        var headings: PlanHeadings?, report = ImportReport()
        report.notes += try TableFile.read(path) { row in
            guard let known = headings else { return headings = try PlanHeadings(row) }
            report.add(try take(row, known, roll, writer))
        }
        if headings == nil { throw FileRefusal("This file has no rows.") }
        return report
    }

    private func take(_ row: TableRow, _ headings: PlanHeadings, _ roll: PlanRoll, _ writer: Writer) throws -> ImportLine {
        let refuse = { (reason: String) in ImportLine(row: row.number, name: headings.name(row), outcome: .refused, reason: reason) }
        guard let pupil = roll.pupil(upn: headings.upn(row), names: headings.name(row)) else { return refuse("Nobody on the school’s roll today has this UPN or name, or two have it. Check the UPN.") }
        guard roll.seen.insert(pupil.id).inserted else { return refuse("This pupil stands in the file twice. Keep one row.") }
        var facts = headings.facts(row)
        if facts.values.allSatisfy(\.isEmpty) { return refuse("Nothing but the pupil stands in this row.") }
        let before = roll.plans[pupil.id]
        if before == nil, facts[.council, default: ""].isEmpty { facts[.council] = roll.council }
        // An empty cell says nothing: what is known stays.
        if before != nil { facts = facts.filter { !$0.value.isEmpty } }
        do {
            let setting = KeepPlan.Setting(school: school, councils: roll.councils, born: pupil.birth, today: writer.act.today)
            let change = try KeepPlan(facts).applied(to: before, of: pupil.id, in: setting)
            if change.isEmpty { return ImportLine(row: row.number, name: pupil.name, pupil: pupil.id, outcome: .unchanged) }
            try writer.save(change)
            let differences = PlanFact.allCases.filter { before?.typed($0) ?? "" != change.after.typed($0) }.map { Difference($0.heading, before?.typed($0) ?? "", change.after.typed($0)) }
            let said = roll.onRegister.contains(pupil.id) ? "" : "The register does not say E for this pupil today."
            return ImportLine(row: row.number, name: pupil.name, pupil: pupil.id, outcome: before == nil ? .new : .changed, differences: differences, reason: said)
        } catch let wrong as Problems {
            return refuse(wrong.list.map { "\(PlanFact(rawValue: $0.field)?.heading ?? ""): \($0.message)" }.joined(separator: " "))
        }
    }
}

/// Which column of a file of plans holds what.
private struct PlanHeadings {
    private let upn: Int?
    private let names: [Int]
    private let places: [(fact: PlanFact, place: Int)]

    init(_ row: TableRow) throws {
        let heads = row.cells.map(\.folded)
        upn = heads.firstIndex { ["upn", "unique pupil number"].contains($0) }
        names = ["forename", "first name", "name", "pupil", "pupil name", "surname", "last name"].compactMap { word in heads.firstIndex(of: word) }
        places = PlanFact.allCases.compactMap { fact in row.cells.firstIndex { fact.isCalled($0) }.map { (fact, $0) } }
        if places.isEmpty || (upn == nil && names.isEmpty) {
            throw FileRefusal("The first row needs the headings UPN (or Forename and Surname) and at least one of \(PlanFact.allCases.map { "“\($0.heading)”" }.joined(separator: ", ")). Name your columns so, and try again.", row: row.number)
        }
    }

    func upn(_ row: TableRow) -> String { upn.map { row[safe: $0].trimmed } ?? "" }
    func name(_ row: TableRow) -> String { names.map { row[safe: $0].trimmed }.filter { !$0.isEmpty }.joined(separator: " ") }
    func facts(_ row: TableRow) -> [PlanFact: String] { Dictionary(places.map { ($0.fact, row[safe: $0.place].trimmed) }) { first, _ in first } }
}

/// The pupils of a school in sight, by UPN and by name, and their plans.
private final class PlanRoll {
    private let byUPN: [String: Pupil]
    private let byName: [[String]: [Pupil]]
    let plans: [PupilID: EHCPlan]
    let onRegister: Set<PupilID>
    let councils: [(code: String, name: String)]
    let council: String
    var seen: Set<PupilID> = []

    init(_ reader: Reader, _ school: SchoolID, _ viewer: Viewer, _ day: Day) throws {
        let pupils = try reader.all(Pupil.self, """
            WHERE id IN (SELECT e.pupil_id FROM enrolment e WHERE e.school_id = \(school) AND e.kind <> 'G' AND e.starts <= \(day) \
            AND (e.ends IS NULL OR e.ends >= \(day)) AND \(viewer.seesEnrolment(on: day)))
            """)
        byUPN = Dictionary(pupils.compactMap { pupil in pupil.upn.map { ($0, pupil) } }) { first, _ in first }
        var names: [[String]: [Pupil]] = [:]
        for pupil in pupils { for name in Set([pupil.name, pupil.legalName].map(Self.words)) { names[name, default: []].append(pupil) } }
        byName = names
        let ids = pupils.map(\.id)
        plans = Dictionary(try reader.all(EHCPlan.self, "WHERE ended_on IS NULL AND pupil_id IN \(ids)").map { ($0.pupil, $0) }) { $1 }
        onRegister = Set(try reader.column("SELECT pupil_id FROM provision_spell WHERE provision = 'E' AND starts <= \(day) AND (ends IS NULL OR ends >= \(day)) AND pupil_id IN \(ids)", as: PupilID.self))
        councils = try reader.knownCouncils()
        council = try reader.one(school, of: School.self)?.laCode ?? ""
    }

    /// Whom a row means; nil where it is nobody, or more than one. A UPN is believed before a name.
    func pupil(upn: String, names: String) -> Pupil? {
        if !upn.isEmpty { return byUPN[upn.uppercased()] }
        let alike = byName[Self.words(names)] ?? []
        return alike.count == 1 ? alike[0] : nil
    }

    private static func words(_ name: String) -> [String] { name.replacing(",", with: " ").folded.split(separator: " ").map(String.init).sorted() }
}
