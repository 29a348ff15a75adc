// How cases, their steps and checklists stand in their tables.
import Basics
import Database

extension AssessmentCase: Recorded {
    public static let table = Table("ehc_case", "pupil_id", "school_id", "kind", "asked_by", "la_code", "officer", "reason", "child_views", "views_how", "family_views", "hopes", "care", "agreement", "begun_by", "begun_on", "state", "since", "is_over")

    public var cells: [SQLValue] { 
        Database.cells(pupil, school, kind, askedBy, council, officer) + CaseWords.parts.map { .text(words[keyPath: $0.words]) } + Database.cells(begunBy, begunOn, state, since, isOver)
    }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        let (pupil, school, kind, askedBy, council): (PupilID, SchoolID, Kind, Asker, String) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        let officer: String = try row.next()
        var words = CaseWords()
        for part in CaseWords.parts { words[keyPath: part.words] = try row.next() }
        try self.init(kind, of: pupil, at: school, askedBy: askedBy, council: council, begunBy: row.next(), on: row.next())
        (self.id, self.version, self.officer, self.words) = (id, version, officer, words)
        (state, since, isOver) = try (row.next(), row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }

    /// The piece of work to which its legal events belong.
    var matter: Matter { Matter(.case, row: id, pupil: pupil, school: school, council: council) }
}

extension CaseStep: Recorded {
    public static let table = Table("ehc_step", "case_id", "pupil_id", "kind", "happened_on", "stated", "words", "who", "paper_id")

    public var cells: [SQLValue] { Database.cells(caseID, pupil, kind, happenedOn, stated, words, who, paper) }

    public init(_ row: inout Row) throws {
        (id, version, caseID, pupil, kind) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        (happenedOn, stated, words, who, paper) = try (row.next(), row.next(), row.next(), row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension ChecklistAsk: Recorded {
    public static let table = Table("ehc_ask", "la_code", "position", "words", "source", "ended_on")

    public var cells: [SQLValue] { Database.cells(council, position, words, source, endedOn) }

    public init(_ row: inout Row) throws { (id, version, council, position, words, source, endedOn) = try (row.next(), row.next(), row.next(), row.next(), row.next(), row.next(), row.next()) }
}

extension ChecklistAnswer: Recorded {
    public static let table = Table("ehc_answer", "case_id", "ask_id", "pupil_id", "state", "words")

    public var cells: [SQLValue] { Database.cells(caseID, ask, pupil, state, words) }

    public init(_ row: inout Row) throws { (id, version, caseID, ask, pupil, state, words) = try (row.next(), row.next(), row.next(), row.next(), row.next(), row.next(), row.next()) }

    public var recordOf: PupilID? { pupil }
}

extension AssessmentCase.Kind: Storable {}
extension AssessmentCase.Asker: Storable {}
extension CaseStepKind: Storable {}
extension ChecklistAsk.Source: Storable {}
extension ChecklistAnswer.State: Storable {}
