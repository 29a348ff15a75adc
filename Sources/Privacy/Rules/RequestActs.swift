import Basics

/// Writes a request down as it came.
public struct ReceiveRequest: Sendable {
    public var pupil: PupilID?
    public var email: String
    public var askedBy: String
    public var capacity: String
    public var way: String
    public var receivedOn: Day

    public init(pupil: PupilID?, email: String = "", askedBy: String, capacity: String, way: String, receivedOn: Day) {
        self.pupil = pupil
        self.email = email.trimmed.lowercased()
        self.askedBy = askedBy.trimmed
        self.capacity = capacity
        self.way = way
        self.receivedOn = receivedOn
    }

    /// - Throws: `Problems` with everything that is wrong.
    public func applied(today: Day) throws -> Change<CopyRequest> {
        var problems = Problems()
        let capacity = CopyRequest.Capacity(rawValue: capacity), way = CopyRequest.Way(rawValue: way)
        problems.require((pupil == nil) != email.isEmpty, "whose", "Give the pupil’s UPN, or the adult’s mail address.")
        problems.require(!askedBy.isEmpty, "asked_by", "Write who asked.")
        problems.require(receivedOn <= today, "received_on", "This day is still to come. Give the day on which the request reached anybody at school.")
        if capacity == nil { problems.add("capacity", "Choose for whom they ask.") }
        if way == nil { problems.add("way", "Choose how they asked.") }
        try problems.check()
        guard let capacity, let way else { throw problems }
        return Change("copy.requested", to: CopyRequest(id: .new, pupil: pupil, email: email, askedBy: askedBy, capacity: capacity, way: way, receivedOn: receivedOn))
    }
}

extension CopyRequest {
    /// We know who asks and that they may.
    public func proved(on day: Day, by proof: String, today: Day) throws -> Change<CopyRequest> {
        var problems = openProblems
        problems.require(day >= receivedOn && day <= today, "proved_on", "Give a day from \(receivedOn.inWords) to today.")
        problems.require(proof.nonEmpty != nil, "proof", "Say what you saw, such as “known to the school for years” or “letter of authority”. Keep no copy of a passport.")
        try problems.check()
        var after = self
        (after.provedOn, after.proof) = (day, proof.trimmed)
        return Change("copy.proved", from: self, to: after)
    }

    /// We ask what exactly they want to see; the clock stands still until they answer.
    public func paused(on day: Day, asking question: String, pauses: [RequestPause], today: Day) throws -> Change<RequestPause> {
        var problems = openProblems
        problems.require(!pauses.contains { $0.spell.ends == nil }, "starts", "The clock stands still already.")
        problems.require(day >= receivedOn && day <= today, "starts", "Give a day from \(receivedOn.inWords) to today.")
        problems.require(pauses.allSatisfy { ($0.spell.ends ?? today) <= day }, "starts", "This day lies in an earlier pause. Give a later day.")
        problems.require(question.nonEmpty != nil, "question", "Write what you asked them. Only ask where you really need to know.")
        try problems.check()
        return Change("copy.paused", to: RequestPause(id: .new, request: id, pupil: pupil, question: question.trimmed, spell: Spell(starts: day)))
    }

    /// Two months more, because the request is complex or there are many.
    public func extended(because reason: String, pauses: [RequestPause], today: Day) throws -> Change<CopyRequest> {
        var problems = openProblems
        problems.require(extendedOn == nil, "reason", "This request was given more time already. The law allows that once.")
        problems.require(reason.nonEmpty != nil, "reason", "Say why it is complex. Write the same to whoever asked, today.")
        if let last = clock(pauses).mayExtendUntil, last < today {
            problems.add("reason", "Whoever asked had to be told by \(last.inWords). Answer as soon as you can instead.")
        }
        try problems.check()
        var after = self
        (after.extendedOn, after.extendedBecause) = (today, reason.trimmed)
        return Change("copy.extended", from: self, to: after, because: reason.trimmed)
    }

    /// It ends without a copy.
    public func closed(as outcome: String, because reason: String, today: Day) throws -> Change<CopyRequest> {
        var problems = openProblems
        let outcome = Outcome(rawValue: outcome)
        problems.require(outcome == .refused || outcome == .withdrawn, "outcome", "Choose how it ends.")
        problems.require(reason.nonEmpty != nil, "reason", "Say why. Whoever asked must be told, and that they may complain to the Information Commissioner.")
        try problems.check()
        var after = self
        (after.outcome, after.closedOn, after.outcomeReason) = (outcome ?? .refused, today, reason.trimmed)
        return Change(outcome == .withdrawn ? "copy.withdrawn" : "copy.refused", from: self, to: after, because: reason.trimmed)
    }

    var openProblems: Problems {
        isOpen ? Problems() : Problems("", "This request is closed: \(outcome.label.lowercased()).")
    }
}

extension RequestPause {
    /// They answered; the clock runs on.
    public func answered(on day: Day, today: Day) throws -> Change<RequestPause> {
        var problems = Problems()
        problems.require(spell.ends == nil, "ends", "The clock runs already.")
        problems.require(day >= spell.starts && day <= today, "ends", "Give a day from \(spell.starts.inWords) to today.")
        try problems.check()
        var after = self
        after.spell = Spell(starts: spell.starts, ends: day)
        return Change("copy.resumed", from: self, to: after)
    }
}
