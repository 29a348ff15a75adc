import Access
import Basics
import Database
import Files
import Measures
import People
import Provision

/// What interventions of a school, or of the trust, did in two academic years: one row for each school, intervention and scale.
public struct ImpactFile: RecordTable {
    /// The columns, in their order for good.
    public static let columns = [
        "urn", "year", "intervention", "test", "scale", "runs", "pupils", "n", "outcomes_met", "outcomes_partly", "outcomes_not_met", "planned_minutes", "offered_minutes", "received_minutes",
        "mean_change", "sd_change", "effect", "effect_low", "effect_high", "ratio_gain", "better", "same", "worse", "verdict", "decided_on", "cost", "cost_per_outcome_met", "cost_per_gain", "gain", "cost_base", "rates",
    ]

    private let school: SchoolID?
    private let day: Day
    /// Whether groups of fewer than five are left out of the figures.
    private let forOthers: Bool

    public init(school: SchoolID?, day: Day) { self.init(school: school, day: day, forOthers: false) }

    public init(school: SchoolID?, day: Day, forOthers: Bool) { (self.school, self.day, self.forOthers) = (school, day, forOthers) }

    public func table(for viewer: Viewer, _ reader: Reader) throws -> (table: TextTable, records: Int) {
        let schools = try reader.schools(for: viewer).filter { school == nil || $0.id == school }, year = AcademicYear(containing: day)
        let lines = try [year.previous, year].flatMap { year in
            try schools.flatMap { try reader.impactLines(at: $0, in: year, for: viewer, showsAll: !forOthers, on: day).map { line($0, year) } }
        }
        return (TextTable("Impact", columns: Self.columns, lines: lines), lines.count)
    }

    private func line(_ line: ImpactLine, _ year: AcademicYear) -> [String] {
        let number: (Int?) -> String = { $0.map { "\($0)" } ?? "" }, exact: (Double?) -> String = { $0.map(ImpactWords.exact) ?? "" }
        return [line.urn, "\(year)", line.intervention.name, line.scale?.instrument.name ?? "", line.scale?.scale.name ?? ""]
            + [line.runs, line.pupils, line.n, line.outcomes?.met, line.outcomes?.partly, line.outcomes?.notMet, line.dosage?.planned, line.dosage?.offered, line.dosage?.received].map(number)
            + [line.meanChange, line.deviation, line.effectSize, line.low, line.high, line.ratio].map(exact)
            + PupilChange.Way.allCases.map { number(line.way($0)) }
            + [line.decision?.verdict.rawValue ?? "", line.decision.map { "\($0.decidedOn)" } ?? ""]
            + [line.cost, line.perOutcome?.price, line.perGain?.price].map { $0?.plain ?? "" } + [line.perGain?.unit ?? "", line.base?.rawValue ?? "", line.rates ?? ""]
    }
}

extension Pence {
    /// Pounds with two places, without a sign of money: `1234.50`.
    fileprivate var plain: String { description.filter { $0 != "£" && $0 != "," } }
}

/// That figures of impact were written to a file. Who did it and when stand in the trail.
public struct ImpactExport: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    /// Nil for every school.
    public var school: SchoolID?
    public var format: String
    public var figures: Int
}

extension ImpactExport: Recorded {
    public static let table = Table("impact_export", "school_id", "format", "figures")

    public var cells: [SQLValue] { Database.cells(school, format, figures) }

    public init(_ row: inout Row) throws { try self.init(id: row.next(), version: row.next(), school: row.next(), format: row.next(), figures: row.next()) }

    public var recordAt: SchoolID? { school }
}

extension Writer {
    public func noteImpactExport(of school: SchoolID?, _ format: TableFormat, figures: Int) throws {
        try save(Change("impact.exported", to: ImpactExport(id: .new, school: school, format: format.rawValue, figures: figures)))
    }
}
