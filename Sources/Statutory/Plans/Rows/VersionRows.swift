// How the versions of plans and their words stand in their tables.
import Basics
import Database

extension PlanVersion: Recorded {
    public static let table = Table("ehc_version", "plan_id", "pupil_id", "kind", "dated_on", "note", "paper_id")

    public var cells: [SQLValue] { Database.cells(plan, pupil, kind, datedOn, note, paper) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        try self.init(plan: row.next(), pupil: row.next(), kind: row.next(), datedOn: row.next())
        (self.id, self.version, note, paper) = (id, version, try row.next(), try row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension SectionText: Recorded {
    public static let table = Table("ehc_section", "version_id", "pupil_id", "section", "words")

    public var cells: [SQLValue] { Database.cells(versionOf, pupil, section, words) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        let (of, pupil): (RowID, PupilID) = try (row.next(), row.next())
        try self.init(row.next(), row.next(), in: of, of: pupil)
        (self.id, self.version) = (id, version)
    }

    public var recordOf: PupilID? { pupil }
}

extension PlanOutcome: Recorded {
    public static let table = Table("ehc_outcome", "version_id", "pupil_id", "position", "words", "by_when")

    public var cells: [SQLValue] { Database.cells(versionOf, pupil, position, words, byWhen) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        let (of, pupil, position): (RowID, PupilID, Int) = try (row.next(), row.next(), row.next())
        try self.init(row.next(), by: row.next(), at: position, in: of, of: pupil)
        (self.id, self.version) = (id, version)
    }

    public var recordOf: PupilID? { pupil }
}

extension SectionFLine: Recorded {
    public static let table = Table("ehc_line", "version_id", "pupil_id", "position", "words", "who", "overseer", "times", "per", "minutes", "group_size", "until_on", "helps_adulthood", "owed_line_id")

    public var cells: [SQLValue] { Database.cells(versionOf, pupil, position, words, who, overseer, times, per, minutes, groupSize, until, helpsAdulthood, owedLine) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        let (of, pupil, position): (RowID, PupilID, Int) = try (row.next(), row.next(), row.next())
        try self.init(row.next(), at: position, in: of, of: pupil)
        (self.id, self.version) = (id, version)
        (who, overseer, times, per, minutes) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        (groupSize, until, helpsAdulthood, owedLine) = try (row.next(), row.next(), row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension PlanVersion.Kind: Storable {}
extension SectionFLine.Per: Storable {}
extension PlanSection: Storable {}
