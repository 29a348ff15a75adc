// How what colleagues are asked stands in its tables.
import Basics
import Database

extension ColleagueQuestion: Recorded {
    public static let table = Table("colleague_question", "concern_id", "pupil_id", "school_id", "asked_by", "asked_on", "answer_by", "checklist")

    public var cells: [SQLValue] { Database.cells(concern, pupil, school, askedBy, askedOn, answerBy, checklist) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), concern: row.next(), pupil: row.next(), school: row.next(), askedBy: row.next(), askedOn: row.next(),
                      answerBy: row.next(), checklist: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension ColleagueReturn: Recorded {
    public static let table = Table("colleague_return", "question_id", "pupil_id", "staff_id", "staff_name", "teaches", "reminded_on", "answered_on", "answered_by", "answers", "words")

    public var cells: [SQLValue] { Database.cells(question, pupil, staff, staffName, teaches, remindedOn, answeredOn, answeredBy, answers, words) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), question: row.next(), pupil: row.next(), staff: row.next(), staffName: row.next(), teaches: row.next(),
                      remindedOn: row.next(), answeredOn: row.next(), answeredBy: row.next(), answers: row.next(), words: row.next())
    }

    public var recordOf: PupilID? { pupil }
}
