import Basics

/// Somebody says that something in a pupil's record is wrong (UK GDPR, Article 16).
public struct CorrectionRequest: Hashable, Sendable {
    public enum Outcome: String, Sendable, CaseIterable { case open, corrected, refused }

    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var askedBy: String
    public var what: String
    public var receivedOn: Day
    public var closedOn: Day?
    public var outcome = Outcome.open
    /// By which act it was put right, or why not.
    public var reason = ""
    /// What they say about it, shown on the record where we do not agree.
    public var disagreement = ""

    /// One month, as for every request about one's data (Article 12(3)).
    public var due: Day? { AnswerClock(received: receivedOn, proved: receivedOn).due }

    public static func received(_ pupil: PupilID, from name: String, what: String, on day: Day, today: Day) throws -> Change<CorrectionRequest> {
        var problems = Problems()
        problems.require(name.nonEmpty != nil, "asked_by", "Write who asked.")
        problems.require(what.nonEmpty != nil, "what", "Write what they say is wrong, and what would be right.")
        problems.require(day <= today, "received_on", "This day is still to come. Give the day on which they asked.")
        try problems.check()
        return Change("correction.requested", to: CorrectionRequest(id: .new, pupil: pupil, askedBy: name.trimmed, what: what.trimmed, receivedOn: day))
    }

    public func decided(as outcome: String, because reason: String, disagreement: String, today: Day) throws -> Change<CorrectionRequest> {
        var problems = Problems()
        let outcome = Outcome(rawValue: outcome)
        problems.require(self.outcome == .open, "", "This request is decided already.")
        problems.require(outcome == .corrected || outcome == .refused, "outcome", "Choose what was decided.")
        problems.require(reason.nonEmpty != nil, "reason", "Say what was put right and where, or why not. The family may read this.")
        try problems.check()
        var after = self
        (after.outcome, after.closedOn, after.reason) = (outcome ?? .refused, today, reason.trimmed)
        after.disagreement = outcome == .refused ? disagreement.trimmed : ""
        return Change(outcome == .corrected ? "correction.made" : "correction.refused", from: self, to: after, because: reason.trimmed)
    }
}
