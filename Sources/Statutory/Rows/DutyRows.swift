// How events, duties and excuses stand in their tables.
import Basics
import Database

extension LegalEvent: Recorded {
    public static let table = Table("statutory_event", "pupil_id", "school_id", "la_code", "matter", "matter_id", "event", "happened_on", "details", "stated", "words", "paper_id", "replaced_by",
                                    "recorded_by")

    public var cells: [SQLValue] {
        matter.cells + Database.cells(event, happenedOn, details.text, stated, words, paper, replacedBy, recordedBy)
    }

    public init(_ row: inout Row) throws {
        let (id, version, matter): (LegalEventID, Int, Matter) = try (row.next(), row.next(), Matter(&row))
        let (event, day, text): (StatutoryEvent, Day, String) = try (row.next(), row.next(), row.next())
        let (stated, words, paper, replaced): (DateSource, String, PaperID?, LegalEventID?) = try (row.next(), row.next(), row.next(), row.next())
        self.init(event, on: day, EventDetails(text, of: event) ?? EventDetails(), of: matter, stated: stated, words: words, paper: paper, by: try row.next())
        (self.id, self.version, replacedBy) = (id, version, replaced)
    }

    public var recordOf: PupilID? { matter.pupil }
    public var recordAt: SchoolID? { matter.school }
}

extension OwedDuty: Recorded {
    public static let table = Table("statutory_duty", "pupil_id", "school_id", "la_code", "matter", "matter_id", "event_id", "rule", "edition", "what", "owner", "opens_on", "due_on", "due_is",
                                    "basis", "force", "citation", "mark", "note", "is_estimated", "is_conditional", "done_on", "done_stated", "done_words", "done_paper_id", "dropped_because")

    public var cells: [SQLValue] {
        matter.cells + Database.cells(event, rule, edition, what, owner, opensOn, dueOn, limit)
            + Database.cells(basis, force, citation, mark, note, isEstimated, isConditional, doneOn, doneStated, doneWords, donePaper, droppedBecause)
    }

    public init(_ row: inout Row) throws {
        (id, version, matter) = try (row.next(), row.next(), Matter(&row))
        (event, rule, edition, what) = try (row.next(), row.next(), row.next(), row.next())
        (owner, opensOn, dueOn, limit) = try (row.next(), row.next(), row.next(), row.next())
        (basis, force, citation, mark, note) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        (isEstimated, isConditional, doneOn, doneStated, doneWords, donePaper, droppedBecause) = try (row.next(), row.next(), row.next(), row.next(), row.next(), row.next(), row.next())
    }

    public var recordOf: PupilID? { matter.pupil }
    public var recordAt: SchoolID? { matter.school }
}

extension DutyExemption: Recorded {
    public static let table = Table("duty_exemption", "duty_id", "pupil_id", "school_id", "ground", "citation", "evidence", "recorded_on", "recorded_by", "paper_id", "ended_on", "ended_because")

    public var cells: [SQLValue] { Database.cells(duty, pupil, school, ground, citation, evidence, recordedOn, recordedBy, paper, endedOn, endedBecause) }

    public init(_ row: inout Row) throws {
        (id, version) = try (row.next(), row.next())
        (duty, pupil, school, ground, citation) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        (evidence, recordedOn, recordedBy, paper) = try (row.next(), row.next(), row.next(), row.next())
        (endedOn, endedBecause) = try (row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension Matter {
    fileprivate var cells: [SQLValue] { Database.cells(pupil, school, council, kind, row) }

    fileprivate init(_ from: inout Row) throws {
        let (pupil, school, council, kind): (PupilID?, SchoolID?, String, MatterKind) = try (from.next(), from.next(), from.next(), from.next())
        self.init(kind, row: try from.next(), pupil: pupil, school: school, council: council)
    }
}

extension MatterKind: Storable {}
extension DateSource: Storable {}
extension StatutoryEvent: Storable {}
extension DutyOwner: Storable {}
extension Force: Storable {}
extension EvidenceMark: Storable {}
extension ExemptionGround: Storable {}

extension Duty.Limit: Storable {
    public var sqlValue: SQLValue { .text(self == .by ? "by" : "atLeastUntil") }
    public init(_ cell: Cell) throws { self = try String(cell) == "by" ? .by : .atLeastUntil }
}
