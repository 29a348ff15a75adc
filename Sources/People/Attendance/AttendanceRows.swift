// How marks of the register stand in their tables.
import Basics
import Database

extension AttendanceMark: Recorded {
    public static let table = Table("attendance_mark", "pupil_id", "school_id", "day", "half_day", "code")

    public var cells: [SQLValue] { Database.cells(pupil, school, day, half, code) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        try self.init(id: id, pupil: row.next(), school: row.next(), day: row.next(), half: row.next(), code: row.next())
        self.version = version
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension HalfDay: Storable {}

extension RegisterDay: Recorded {
    public static let table = Table("register_day", "school_id", "day", "morning", "afternoon")

    public var cells: [SQLValue] { Database.cells(school, day, morning, afternoon) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        try self.init(id: id, school: row.next(), day: row.next(), morning: row.next(), afternoon: row.next())
        self.version = version
    }

    public var recordAt: SchoolID? { school }
}
