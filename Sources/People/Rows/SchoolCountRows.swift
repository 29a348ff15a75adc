// How what reports count stands in its tables.
import Basics
import Database

extension AttendanceTotal: Recorded {
    public static let table = Table("attendance_total", "pupil_id", "school_id", "starts", "ends", "possible", "attended", "authorised", "unauthorised", "late")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, starts, ends, possible, attended, authorised, unauthorised, late)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), starts: row.next(), ends: row.next(),
            possible: row.next(), attended: row.next(), authorised: row.next(), unauthorised: row.next(), late: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension Suspension: Recorded {
    public static let table = Table("suspension", "pupil_id", "school_id", "kind", "starts", "ends", "sessions", "reason")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, kind, starts, ends, sessions, reason)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), kind: row.next(), starts: row.next(), ends: row.next(),
            sessions: row.next(), reason: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension Suspension.Kind: Storable {}

extension BehaviourTotal: Recorded {
    public static let table = Table("behaviour_total", "pupil_id", "school_id", "kind", "starts", "ends", "number")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, kind, starts, ends, number)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), kind: row.next(), starts: row.next(), ends: row.next(), number: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}
