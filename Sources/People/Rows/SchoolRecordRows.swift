// How what a pupil brings from school stands in its tables.
import Basics
import Database

extension YearlyAttendance: Recorded {
    public static let table = Table("yearly_attendance", "pupil_id", "year", "la_code", "establishment", "school_name", "possible", "attended",
        "authorised", "unauthorised")

    public var cells: [SQLValue] {
        Database.cells(pupil, year, laCode, establishment, schoolName, possible, attended, authorised, unauthorised)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), year: row.next(), laCode: row.next(),
            establishment: row.next(), schoolName: row.next(), possible: row.next(), attended: row.next(),
            authorised: row.next(), unauthorised: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension TermlyAbsence: Recorded {
    public static let table = Table("termly_absence", "pupil_id", "school_id", "census", "possible", "reasons")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, census, possible, reasons)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), census: row.next(),
            possible: row.next(), reasons: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension StageResult: Recorded {
    public static let table = Table("stage_result", "pupil_id", "stage", "year", "subject", "method", "component", "status", "qualifier",
        "result", "result_date")

    public var cells: [SQLValue] {
        Database.cells(pupil, stage, year, subject, method, component, status, qualifier, result, resultDate)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), stage: row.next(), year: row.next(),
            subject: row.next(), method: row.next(), component: row.next(), status: row.next(),
            qualifier: row.next(), result: row.next(), resultDate: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension SchoolHistory: Recorded {
    public static let table = Table("school_history", "pupil_id", "la_code", "establishment", "school_name", "entered", "left_on", "reason")

    public var cells: [SQLValue] {
        Database.cells(pupil, laCode, establishment, schoolName, spell.starts, spell.ends, reason)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), laCode: row.next(), establishment: row.next(),
            schoolName: row.next(), spell: Spell(starts: row.next(), ends: row.next()), reason: row.next())
    }

    public var recordOf: PupilID? { pupil }
}
