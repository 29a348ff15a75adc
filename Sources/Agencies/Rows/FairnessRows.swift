// How links for specialists and their answers stand in their tables.
import Basics
import Database

extension AdviceLink: Recorded {
    public static let table = Table("advice_link", "advice_id", "pupil_id", "school_id", "name", "made_at", "until_day", "opened_at", "ended_at")

    public var cells: [SQLValue] { Database.cells(advice, pupil, school, name, madeAt, until, openedAt, endedAt) }

    public init(_ row: inout Row) throws {
        (id, version, advice, pupil, school) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        (name, madeAt, until, openedAt, endedAt) = try (row.next(), row.next(), row.next(), row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension AdviceAnswer: Recorded {
    public static let table = Table("advice_answer", "advice_id", "pupil_id", "school_id", "name", "given_on", "fair", "words", "about_version", "read_on", "read_by")

    public var cells: [SQLValue] { Database.cells(advice, pupil, school, name, givenOn) + Database.cells(isFair, words, aboutVersion, readOn, readBy) }

    public init(_ row: inout Row) throws {
        (id, version, advice, pupil, school) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        (name, givenOn, isFair, words) = try (row.next(), row.next(), row.next(), row.next())
        (aboutVersion, readOn, readBy) = try (row.next(), row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}
