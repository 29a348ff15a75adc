import Basics
import Database

extension EngagementNote: Recorded {
    public static let table = Table("engagement_note", "pupil_id", "school_id", "area", "seen_on", "words", "written_by")

    public var cells: [SQLValue] { Database.cells(pupil, school, area, seenOn, words, writtenBy) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), area: row.next(), seenOn: row.next(), words: row.next(), writtenBy: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension EngagementNote.Area: Storable {}

extension ProbeSeries: Recorded {
    public static let table = Table("probe_series", "pupil_id", "school_id", "run_id", "skill", "starts", "aim_correct", "aim_incorrect", "aim_on", "ends")

    public var cells: [SQLValue] { Database.cells(pupil, school, run, skill, starts, aimCorrect, aimIncorrect, aimOn, ends) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), run: row.next(), skill: row.next(), starts: row.next(),
                      aimCorrect: row.next(), aimIncorrect: row.next(), aimOn: row.next(), ends: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension Probe: Recorded {
    public static let table = Table("probe", "series_id", "pupil_id", "taken_on", "correct", "incorrect", "seconds")

    public var cells: [SQLValue] { Database.cells(series, pupil, takenOn, correct, incorrect, seconds) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), series: row.next(), pupil: row.next(), takenOn: row.next(), correct: row.next(), incorrect: row.next(), seconds: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension PhaseChange: Recorded {
    public static let table = Table("phase_change", "series_id", "pupil_id", "starts", "words")

    public var cells: [SQLValue] { Database.cells(series, pupil, starts, words) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), series: row.next(), pupil: row.next(), starts: row.next(), words: row.next())
    }

    public var recordOf: PupilID? { pupil }
}
