import Basics
import Database

/// Words without blanks in one column, with blanks between.
struct KeptWords: Storable {
    let words: [String]

    init(_ words: [String]) { self.words = words }

    init(_ cell: Cell) throws { words = try String(cell).split(separator: " ").map(String.init) }

    var sqlValue: SQLValue { .text(words.joined(separator: " ")) }
}

extension ExpectedProgress: Recorded {
    public static let table = Table("expected_progress", "instrument_id", "scale", "school_id", "years", "starts", "ends", "course", "number", "source")

    public var cells: [SQLValue] { Database.cells(instrument, scale, school, KeptWords(years.map(\.rawValue)), starts, ends, course.key, course.number, source) }

    public init(_ row: inout Row) throws {
        let (id, version, instrument): (RowID, Int, InstrumentID) = try (row.next(), row.next(), row.next())
        let (scale, school, years): (String, SchoolID?, KeptWords) = try (row.next(), row.next(), row.next())
        let (starts, ends, key, number): (Day, Day?, String, Int) = try (row.next(), row.next(), row.next(), row.next())
        guard let course = Course(key: key, number: number) else { throw StoreProblem.failed("an expectation has an unknown course") }
        try self.init(id: id, version: version, instrument: instrument, scale: scale, school: school, years: years.words.map { YearGroup(rawValue: $0) }, starts: starts, ends: ends,
                  course: course, source: row.next())
    }

    public var recordAt: SchoolID? { school }
}

extension DataDrop: Recorded {
    public static let table = Table("data_drop", "school_id", "academic_year", "half_term", "as_of", "instrument_id", "scale", "traits", "state")

    public var cells: [SQLValue] { Database.cells(school, halfTerm.year.starting, halfTerm.number, asOf, instrument, scale, KeptWords(group.traits.map(\.key)), state) }

    public init(_ row: inout Row) throws {
        let (id, version, school): (DataDropID, Int, SchoolID) = try (row.next(), row.next(), row.next())
        guard let halfTerm = try HalfTerm(AcademicYear(starting: row.next()), row.next()) else { throw StoreProblem.failed("a data drop has an unknown half-term") }
        let (asOf, instrument, scale, traits): (Day, InstrumentID, String, KeptWords) = try (row.next(), row.next(), row.next(), row.next())
        try self.init(id: id, version: version, school: school, halfTerm: halfTerm, asOf: asOf, instrument: instrument, scale: scale,
                      group: DropGroup(traits.words.compactMap { DropTrait(key: $0) }), state: row.next())
    }

    public var recordAt: SchoolID? { school }
}

extension DataDrop.State: Storable {}

extension SignedLine: Recorded {
    public static let table = Table("signed_line", "drop_id", "pupil_id", "traits", "baseline_id", "actual_id", "expected", "standing")

    public var cells: [SQLValue] { Database.cells(drop, pupil, KeptWords(traits), baseline, actual, expected, standing) }

    public init(_ row: inout Row) throws {
        let (id, version, drop): (RowID, Int, DataDropID) = try (row.next(), row.next(), row.next())
        let (pupil, traits): (PupilID, KeptWords) = try (row.next(), row.next())
        try self.init(id: id, version: version, drop: drop, pupil: pupil, traits: traits.words, baseline: row.next(), actual: row.next(), expected: row.next(), standing: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension DropLine.Standing: Storable {}

extension DropAnswer: Recorded {
    public static let table = Table("drop_answer", "drop_id", "pupil_id", "reason", "words", "other_measure", "action_id")

    public var cells: [SQLValue] { Database.cells(drop, pupil, reason, words, otherMeasure, action) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), drop: row.next(), pupil: row.next(), reason: row.next(), words: row.next(), otherMeasure: row.next(), action: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension DropAnswer.Reason: Storable {}

extension DropReviewer: Recorded {
    public static let table = Table("drop_reviewer", "drop_id", "seat", "account_id", "name", "signed_on", "comment", "question", "answer")

    public var cells: [SQLValue] { Database.cells(drop, seat, account, name, signedOn, comment, question, answer) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), drop: row.next(), seat: row.next(), account: row.next(), name: row.next())
        (signedOn, comment, question, answer) = try (row.next(), row.next(), row.next(), row.next())
    }
}

extension DropReviewer.Seat: Storable {}
