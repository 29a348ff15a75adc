import Basics
import Database

extension RateSet: Recorded {
    public static let table = Table("rate_set", "name", "la_code")

    public var cells: [SQLValue] { Database.cells(name, laCode) }

    public init(_ row: inout Row) throws {
        let (id, version): (RateSetID, Int) = try (row.next(), row.next())
        try self.init(id: id, name: row.next(), laCode: row.next())
        self.version = version
    }
}

extension StaffRate: Recorded {
    public static let table = Table("staff_rate", "set_id", "role", "starts", "contract_hourly", "paid_weeks", "worked_weeks", "on_cost", "non_contact")

    public var cells: [SQLValue] { Database.cells(set, role, starts, contractHourly, paidWeeks, workedWeeks, onCost, nonContact) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        try self.init(id: id, set: row.next(), role: row.next(), starts: row.next(), contractHourly: row.next(), paidWeeks: row.next(), workedWeeks: row.next(), onCost: row.next(), nonContact: row.next())
        self.version = version
    }
}

extension FundingLine: Recorded {
    public static let table = Table("funding_line", "pupil_id", "school_id", "stream", "annual", "starts", "ends")

    public var cells: [SQLValue] { Database.cells(pupil, school, stream, annual, spell.starts, spell.ends) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        try self.init(id: id, pupil: row.next(), school: row.next(), stream: row.next(), annual: row.next(), spell: Spell(starts: row.next(), ends: row.next()))
        self.version = version
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension VarianceJustification: Recorded {
    public static let table = Table("variance_justification", "pupil_id", "school_id", "academic_year", "reason", "words", "over_by", "written_on", "written_by")

    public var cells: [SQLValue] { Database.cells(pupil, school, academicYear, reason, words, over, writtenOn, writtenBy) }

    public init(_ row: inout Row) throws {
        (id, version, pupil, school) = try (row.next(), row.next(), row.next(), row.next())
        (academicYear, reason, words) = try (row.next(), row.next(), row.next())
        (over, writtenOn, writtenBy) = try (row.next(), row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension VarianceReason: Storable {}

/// How a school shares costs from a day on, and what is far from the money.
public struct CostSetting: Hashable, Sendable, Recorded {
    public typealias Identity = Mark.Row

    public var id = RowID.new
    public var version = 1
    /// Nil for the whole trust.
    public var school: SchoolID?
    public var starts: Day
    public var base: CostBase
    /// Percent of the money from which over or under asks for words.
    public var share: Int

    public init(school: SchoolID?, starts: Day, base: CostBase, share: Int = CostComparison.usualShare) { (self.school, self.starts, self.base, self.share) = (school, starts, base, share) }

    public static let table = Table("cost_setting", "school_id", "starts", "base", "share")

    public var cells: [SQLValue] { Database.cells(school, starts, base, share) }

    public init(_ row: inout Row) throws { (id, version, school, starts, base, share) = try (row.next(), row.next(), row.next(), row.next(), row.next(), row.next()) }

    public var recordAt: SchoolID? { school }
}

extension CostBase: Storable {}
