import Access
import Basics
import Database
import Files
import Pages
import People

/// What provision costs in an academic year as a table: a line for each pupil and provision, and one for what a provision's
/// places cost that nobody filled. The lines of a provision add up to its cost.
public struct CostTable: RecordTable {
    /// The columns, in their order for good. Amounts are pounds with two places.
    public static let columns = ["urn", "year", "provision", "name", "kind", "upn", "pupil", "part", "to_date", "for_the_year", "base", "rates"]

    private let school: SchoolID?
    private let year: AcademicYear
    private let day: Day

    public init(school: SchoolID?, day: Day) { self.init(school: school, year: AcademicYear(containing: day), day: day) }

    init(school: SchoolID?, year: AcademicYear, day: Day) { (self.school, self.year, self.day) = (school, year, day) }

    public func table(for viewer: Viewer, _ reader: Reader) throws -> (table: TextTable, records: Int) {
        let schools = try reader.schools(for: viewer.doing(.seeCosts)).map(\.id).filter { school == nil || $0 == school }
        if schools.isEmpty { throw NotFound() }
        let lines = try schools.flatMap { try CostLines(reader.schoolCosts(of: $0, in: year, for: viewer, today: day), viewer, reader).texts }
        return (TextTable("Costs", columns: Self.columns, lines: lines), lines.count)
    }
}

/// The parts of a school's costs, one by one.
struct CostLines {
    /// Whose part of which provision.
    struct Part {
        let provision: ProvisionRun
        /// Nil for places that are not filled, and for pupils out of sight together.
        let pupil: PupilID?
        let label: String
        var isUnfilled = false
        let toDate: Pence
        let whole: Pence
    }

    let costs: SchoolCosts
    private let names: [PupilID: SeenPupil]
    private let upns: [PupilID: String]

    init(_ costs: SchoolCosts, _ viewer: Viewer, _ reader: Reader) throws {
        self.costs = costs
        names = Dictionary(try reader.costedNames(costs.everyone, for: viewer, on: costs.today).map { ($0.id, $0) }) { $1 }
        upns = Dictionary(try reader.rows("SELECT id, upn FROM pupil WHERE id IN \(names.keys.sorted())") { try ($0.next(PupilID.self), $0.next(String?.self) ?? "") }) { $1 }
        viewer.witness.saw(Array(names.keys))
    }

    var parts: [Part] { costs.provisions.flatMap { provision in costs.sheets[provision.run.id].map { parts(of: provision.run, $0) } ?? [] } }

    private func parts(of run: ProvisionRun, _ sheet: CostSheet) -> [Part] {
        let (seen, unseen) = (sheet.whole.pupils.keys.filter { names[$0] != nil }.sorted(), sheet.whole.pupils.keys.filter { names[$0] == nil })
        let sum = { (all: [PupilID: Pence]) in unseen.compactMap { all[$0] }.reduce(Pence(0), +) }
        var parts = seen.map { Part(provision: run, pupil: $0, label: names[$0]?.name ?? "", toDate: sheet.toDate.pupils[$0] ?? Pence(0), whole: sheet.whole.pupils[$0] ?? Pence(0)) }
        if !unseen.isEmpty { parts.append(Part(provision: run, pupil: nil, label: "Pupils out of sight", toDate: sum(sheet.toDate.pupils), whole: sum(sheet.whole.pupils))) }
        if sheet.whole.unfilled != Pence(0) { parts.append(Part(provision: run, pupil: nil, label: "Places not filled", isUnfilled: true, toDate: sheet.toDate.unfilled, whole: sheet.whole.unfilled)) }
        return parts
    }

    var texts: [[String]] {
        let base = costs.basis.settings.base(on: min(costs.today, costs.year.lastDay)).rawValue
        return parts.map { part in
            [costs.school.urn, costs.year.description, "\(part.provision.id)", part.provision.name, part.provision.kind.rawValue, part.pupil.flatMap { upns[$0] } ?? "", part.pupil == nil ? "" : part.label,
             part.pupil == nil ? part.label : "Pupil", part.toDate.plain, part.whole.plain, base, costs.basis.set.name]
        }
    }
}
