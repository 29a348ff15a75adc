import Basics

/// What a pupil's teachers are asked about a concern, once.
public struct ColleagueQuestion: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var concern: ConcernID
    public var pupil: PupilID
    public var school: SchoolID
    public var askedBy: String
    public var askedOn: Day
    public var answerBy: Day
    /// One line for each thing that is asked about.
    public var checklist: String

    public var lines: [String] { checklist.split(separator: "\n").map(String.init) }
}

/// What one colleague answers, or has not answered yet.
public struct ColleagueReturn: Hashable, Sendable {
    /// How one line of the checklist is for this pupil.
    public enum Mark: String, Sendable, CaseIterable {
        case fine, some, hard
        case unknown = "-"

        public var label: String {
            switch self {
            case .fine: "Fine"
            case .some: "Sometimes hard"
            case .hard: "Often hard"
            case .unknown: "Can’t say"
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var question: RowID
    public var pupil: PupilID
    public var staff: StaffID
    public var staffName: String
    public var teaches: String
    public var remindedOn: Day?
    public var answeredOn: Day?
    public var answeredBy = ""
    /// One mark for each line of the checklist, with spaces between.
    public var answers = ""
    public var words = ""

    public var marks: [Mark] { answers.split(separator: " ").map { Mark(rawValue: String($0)) ?? .unknown } }

    /// The same, asked again today.
    public func reminded(on day: Day) throws -> Change<ColleagueReturn> {
        if answeredOn != nil { throw Problems("", "\(staffName) has answered already.") }
        if remindedOn == day { throw Problems("", "\(staffName) was reminded today already.") }
        var after = self
        after.remindedOn = day
        return Change("colleague_return.reminded", from: self, to: after)
    }
}

/// Somebody who teaches or helps a pupil, and what they teach.
public struct Colleague: Hashable, Sendable {
    public let staff: StaffID
    public let name: String
    public let teaches: String

    public init(staff: StaffID, name: String, teaches: String) { (self.staff, self.name, self.teaches) = (staff, name, teaches) }
}

/// Asks a pupil's other teachers for a short return.
public struct AskColleagues: Sendable {
    public let staff: [StaffID]
    public let answerBy: Day?
    public let checklist: String

    public init(_ staff: [StaffID], answerBy: Day?, checklist: String) { (self.staff, self.answerBy, self.checklist) = (staff, answerBy, checklist) }

    /// - Parameter colleagues: those who teach the pupil.
    public func applied(to record: ConcernRecord, among colleagues: [Colleague], by name: String, today: Day) throws -> ColleagueChange {
        let chosen = colleagues.filter { staff.contains($0.staff) }, lines = SetConcernRules.lines(checklist)
        var problems = Problems()
        problems.require(!record.isClosed, "", "This concern is closed, so nobody needs to be asked about it.")
        problems.require(!chosen.isEmpty, "staff", "Tick at least one colleague.")
        problems.require(!lines.isEmpty, "checklist", "Write at least one thing to ask about.")
        problems.require(lines.count <= 25, "checklist", "These are \(lines.count) lines. Nobody answers more than 25 in a few minutes: leave some out.")
        problems.require(lines.allSatisfy { $0.count <= 120 }, "checklist", "One line is longer than 120 letters. Make it shorter.")
        problems.require(answerBy.map { $0 > today && $0 <= today + 60 } ?? false, "answer_by", "Give a day after today, within two months.")
        try problems.check()
        let concern = record.concern
        let question = ColleagueQuestion(id: .new, concern: concern.id, pupil: concern.pupil, school: concern.school, askedBy: name, askedOn: today,
                                         answerBy: answerBy ?? today, checklist: lines.joined(separator: "\n"))
        return ColleagueChange(question: Change("colleagues.asked", to: question), returns: chosen.map {
            ColleagueReturn(id: .new, question: .new, pupil: concern.pupil, staff: $0.staff, staffName: $0.name, teaches: $0.teaches)
        })
    }
}

/// A question and who is to answer it; the returns get the question's number when it is saved.
public struct ColleagueChange: Sendable {
    public let question: Change<ColleagueQuestion>
    public let returns: [ColleagueReturn]
}

/// Answers a colleague's question about a pupil.
public struct AnswerReturn: Sendable {
    public let marks: [String]
    public let words: String

    public init(marks: [String], words: String) { (self.marks, self.words) = (marks, words.trimmed) }

    public func applied(to before: ColleagueReturn, of question: ColleagueQuestion, by name: String, today: Day) throws -> Change<ColleagueReturn> {
        var problems = Problems()
        for (place, line) in question.lines.enumerated() {
            let mark = place < marks.count ? ColleagueReturn.Mark(rawValue: marks[place]) : nil
            problems.require(mark != nil, "mark-\(place)", "Choose an answer for “\(line)”. “\(ColleagueReturn.Mark.unknown.label)” is fair.")
        }
        problems.require(words.count <= 2000, "words", "Make this shorter: at most 2,000 characters.")
        try problems.check()
        var after = before
        (after.answers, after.words, after.answeredBy) = (marks.joined(separator: " "), words, name)
        after.answeredOn = today
        return Change("colleague_return.answered", from: before, to: after)
    }
}
