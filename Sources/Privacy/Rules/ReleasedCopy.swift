import Basics

/// That a copy was released: its digest, and what was left out by which ground. Never the words.
public struct ReleasedCopy: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var request: RowID
    public var pupil: PupilID?
    public var releasedAt: Instant
    public var releasedBy: String
    /// The SHA-256 of the copy as JSON.
    public var sha256: String
    /// How many things it holds.
    public var items: Int
    /// `third-party 3, serious-harm 1`.
    public var leftOut: String
    /// From this day on the copy itself is no longer here.
    public var handedOverOn: Day?

    public func handedOver(on day: Day) throws -> Change<ReleasedCopy> {
        guard handedOverOn == nil else { throw Problems("", "This copy was handed over already.") }
        var after = self
        after.handedOverOn = day
        return Change("copy.handedOver", from: self, to: after)
    }
}

/// Releases a copy: only the data protection officer does, and only when all that must be looked at has been.
public struct ReleaseCopy: Sendable {
    /// What was thought of the child's own wish, where somebody else asks.
    public let childsView: String
    public let checked: Bool

    public init(childsView: String, checked: Bool) { (self.childsView, self.checked) = (childsView.trimmed, checked) }

    /// - Parameter undecided: how many things wait for a decision.
    public func applied(to request: CopyRequest, pauses: [RequestPause], undecided: Int, today: Day) throws -> Change<CopyRequest> {
        var problems = request.openProblems
        problems.require(request.provedOn != nil, "", "Say first how you know who asks and that they may. The button is on the request’s page.")
        problems.require(!request.clock(pauses).isPaused, "", "You wait for an answer to a question. Say first on which day it came.")
        problems.require(undecided == 0, "", "\(count(undecided, "thing")) in this copy \(undecided == 1 ? "waits" : "wait") for your decision. Decide about each below.")
        if request.pupil != nil, request.capacity != .own {
            problems.require(!childsView.isEmpty, "childs_view", "Say how the child’s own wish was heard. A child who understands decides about their own data.")
        }
        problems.require(checked, "checked", "Tick the box to show that you have read the whole copy.")
        try problems.check()
        var after = request
        (after.outcome, after.closedOn, after.outcomeReason) = (.released, today, childsView)
        return Change("copy.released", from: request, to: after)
    }
}
