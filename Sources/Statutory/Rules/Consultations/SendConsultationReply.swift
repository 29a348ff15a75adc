import Basics

/// Says that the reply went to the council. Trellis itself sends nothing.
public struct SendConsultationReply: Sendable {
    public let day: Day?
    /// The head who agreed, where somebody else says that it went.
    public let agreedBy: String
    /// Whether the head says so. What is warned of goes only so, since the head answers for it.
    public let byHead: Bool
    public let why: String

    public init(on day: Day?, agreedBy: String, byHead: Bool, why: String = "") { (self.day, self.agreedBy, self.byHead, self.why) = (day, agreedBy.trimmed, byHead, why.trimmed) }

    /// - Throws: `Problems` by `sent_on`, `agreed_by`, `why`.
    public func applied(to before: Consultation, by who: String, today: Day) throws -> Change<Consultation> {
        guard before.mayAnswer, before.answer != nil else { throw Problems("", "Write the answer first.") }
        guard byHead || before.warnings.isEmpty else { throw Problems("", "Only the head can let it go as it is, with the reason why. Ask the head to open this page, or put the answer right.") }
        var problems = Problems()
        problems.require(day.map { $0 >= before.cameOn && $0 <= today } ?? false, "sent_on", "Give the day on which it went: from \(before.cameOn.inWords) to today.")
        problems.require(!agreedBy.isEmpty && agreedBy.count <= 120, "agreed_by", "Give the name of the head who agreed, in at most 120 letters.")
        problems.require(before.warnings.isEmpty || !why.isEmpty, "why", "Say why it goes as it is, or put the answer right first.")
        problems.require(why.count <= 2_000, "why", "Make this shorter: at most 2,000 letters.")
        try problems.check()
        var after = before
        (after.sentOn, after.sentBy, after.agreedBy, after.why) = (day, who, agreedBy, why)
        return Change("consultation.replySent", from: before, to: after)
    }
}

/// Says how a consultation came out.
public struct EndConsultation: Sendable {
    public let ending: Consultation.Ending?
    public let day: Day?

    public init(_ ending: Consultation.Ending?, on day: Day?) { (self.ending, self.day) = (ending, day) }

    /// - Parameter pupil: who is on roll with the child's name and day of birth.
    /// - Throws: `Problems` by `ending`, `ended_on`.
    public func applied(to before: Consultation, pupil: PupilID?, today: Day) throws -> Change<Consultation> {
        var problems = Problems()
        problems.require(before.ending == nil || before.ending == .named, "", "This consultation is over.")
        problems.require(ending != nil, "ending", "Choose how it came out.")
        problems.require(ending != .admitted || pupil != nil, "ending", "Nobody with this name and day of birth is on roll here. Put the child on roll first; until then choose “The council named this school”.")
        problems.require(day.map { $0 >= before.cameOn && $0 <= today } ?? false, "ended_on", "Give the day: from \(before.cameOn.inWords) to today.")
        try problems.check()
        var after = before
        (after.ending, after.endedOn, after.pupil) = (ending, day, ending == .admitted ? pupil : nil)
        return Change("consultation.ended", from: before, to: after)
    }
}

extension Consultation {
    /// The same without the child: what stays for figures are school, council, days and the kind of answer.
    /// - Throws: `Problems` before its time.
    public func emptied(today: Day) throws -> Change<Consultation> {
        guard let from = disposeFrom, from <= today else { throw Problems("", "The time to keep it is not over.") }
        var after = Consultation(at: school, council: council, basis: basis, cameOn: cameOn, loggedBy: loggedBy)
        (after.id, after.version, after.ownDay, after.answer, after.sentOn, after.sentBy) = (id, version, ownDay, answer, sentOn, sentBy)
        (after.ending, after.endedOn, after.disposedOn) = (ending ?? .unknown, endedOn ?? today, today)
        return Change("consultation.childTakenOut", from: self, to: after)
    }
}
