import Basics
import Database
import Measures

/// Words without blanks in one column, with blanks between.
struct KeptWords: Storable {
    let words: [String]

    init(_ words: [String]) { self.words = words }

    init(_ cell: Cell) throws { words = try String(cell).split(separator: " ").map(String.init) }

    var sqlValue: SQLValue { .text(words.joined(separator: " ")) }
}

/// A score in one column: the bound, the number, a blank and the section, such as `<70` or `2 4`.
struct KeptScore: Storable {
    let score: Score

    init(_ score: Score) { self.score = score }

    init(_ cell: Cell) throws {
        let text = try String(cell), parts = text.split(separator: " ", maxSplits: 1).map(String.init), first = parts.first ?? ""
        let bound = Score.Bound(rawValue: String(first.prefix(1))) ?? .exact
        guard let number = Int(bound == .exact ? first : String(first.dropFirst())) else { throw StoreProblem.failed("a signed line has an unreadable score") }
        score = Score(number, bound, section: parts.count > 1 ? parts[1] : "")
    }

    var sqlValue: SQLValue { .text("\(score.bound.rawValue)\(score.number)\(score.section.isEmpty ? "" : " \(score.section)")") }
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
    public static let table = Table("data_drop", "school_id", "academic_year", "half_term", "as_of", "instrument_id", "scale", "traits", "state", "expected")

    public var cells: [SQLValue] { Database.cells(school, halfTerm.year.starting, halfTerm.number, asOf, instrument, scale, KeptWords(group.traits.map(\.key)), state, expected) }

    public init(_ row: inout Row) throws {
        let (id, version, school): (DataDropID, Int, SchoolID) = try (row.next(), row.next(), row.next())
        guard let halfTerm = try HalfTerm(AcademicYear(starting: row.next()), row.next()) else { throw StoreProblem.failed("a data drop has an unknown half-term") }
        let (asOf, instrument, scale, traits): (Day, InstrumentID, String, KeptWords) = try (row.next(), row.next(), row.next(), row.next())
        try self.init(id: id, version: version, school: school, halfTerm: halfTerm, asOf: asOf, instrument: instrument, scale: scale,
                      group: DropGroup(traits.words.compactMap { DropTrait(key: $0) }), state: row.next())
        expected = try row.next()
    }

    public var recordAt: SchoolID? { school }
}

extension DataDrop.State: Storable {}

extension SignedLine: Recorded {
    public static let table = Table("signed_line", "drop_id", "school_id", "pupil_id", "traits", "baseline_id", "actual_id", "baseline", "actual", "expected", "standing")

    public var cells: [SQLValue] { Database.cells(drop, school, pupil, KeptWords(traits), baseline, actual, baselineScore.map(KeptScore.init), actualScore.map(KeptScore.init), expected, standing) }

    public init(_ row: inout Row) throws {
        let (id, version, drop, school): (RowID, Int, DataDropID, SchoolID) = try (row.next(), row.next(), row.next(), row.next())
        let (pupil, traits): (PupilID, KeptWords) = try (row.next(), row.next())
        let (baseline, actual): (RowID?, RowID?) = try (row.next(), row.next()), (before, now): (KeptScore?, KeptScore?) = try (row.next(), row.next())
        try self.init(id: id, version: version, drop: drop, school: school, pupil: pupil, traits: traits.words, baseline: baseline, actual: actual, baselineScore: before?.score, actualScore: now?.score,
                      expected: row.next(), standing: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension DropLine.Standing: Storable {}

extension DropAnswer: Recorded {
    public static let table = Table("drop_answer", "drop_id", "school_id", "pupil_id", "reason", "words", "other_measure", "action_id")

    public var cells: [SQLValue] { Database.cells(drop, school, pupil, reason, words, otherMeasure, action) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), drop: row.next(), school: row.next(), pupil: row.next(), reason: row.next(), words: row.next(), otherMeasure: row.next(), action: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension DropAnswer.Reason: Storable {}

extension DropReviewer: Recorded {
    public static let table = Table("drop_reviewer", "drop_id", "school_id", "seat", "account_id", "name", "signed_on", "comment", "question", "answer")

    public var cells: [SQLValue] { Database.cells(drop, school, seat, account, name, signedOn, comment, question, answer) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), drop: row.next(), school: row.next(), seat: row.next(), account: row.next(), name: row.next())
        (signedOn, comment, question, answer) = try (row.next(), row.next(), row.next(), row.next())
    }

    public var recordAt: SchoolID? { school }
}

extension DropReviewer.Seat: Storable {}
