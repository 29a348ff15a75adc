// How reviews, answers and readings of plans stand in their tables.
import Basics
import Database

extension OutcomeReview: Recorded {
    public static let table = Table("outcome_review", "outcome_id", "plan_id", "pupil_id", "result", "evidence", "next_step", "paper_id", "reviewed_on", "reviewed_by")

    public var cells: [SQLValue] { Database.cells(outcome, plan, pupil, result, evidence, nextStep, paper, reviewedOn, reviewedBy) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), outcome: row.next(), plan: row.next(), pupil: row.next(), result: row.next(),
            evidence: row.next(), nextStep: row.next(), paper: row.next(), reviewedOn: row.next(), reviewedBy: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension PlanReview: Recorded {
    public static let table = Table("plan_review", "plan_id", "pupil_id", "held_on", "decision", "because", "pupil_view", "family_view", "people")

    public var cells: [SQLValue] { Database.cells(plan, pupil, heldOn, decision, because, pupilView, familyView, people) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), plan: row.next(), pupil: row.next(), heldOn: row.next(), decision: row.next(),
            because: row.next(), pupilView: row.next(), familyView: row.next(), people: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension FamilyAnswer: Recorded {
    public static let table = Table("plan_answer", "plan_id", "pupil_id", "kind", "words", "answered_on", "first_try", "second_try")

    public var cells: [SQLValue] { Database.cells(plan, pupil, kind, words, answeredOn, firstTry, secondTry) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), plan: row.next(), pupil: row.next(), kind: row.next(), words: row.next(),
            answeredOn: row.next(), firstTry: row.next(), secondTry: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension PlanReading: Recorded {
    public static let table = Table("plan_reading", "plan_id", "pupil_id", "name", "read_on")

    public var cells: [SQLValue] { Database.cells(plan, pupil, name, readOn) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), plan: row.next(), pupil: row.next(), name: row.next(), readOn: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension OutcomeReview.Result: Storable {}
extension PlanReview.Decision: Storable {}
extension FamilyAnswer.Kind: Storable {}
