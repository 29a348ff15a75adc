import Basics

/// Changes what is locked in a live plan, from a day on: a copy is written, and takes its place when it is live.
public struct AmendPlan: Sendable {
    public let reason: String

    public init(reason: String) { self.reason = reason.trimmed }

    /// - Parameter follower: what already follows this plan and is open.
    public func applied(to whole: WholePlan, follower: Plan?, by who: String, today: Day) throws -> PlanCopy {
        var problems = Problems()
        problems.require(whole.plan.state == .live, "", "Only a live plan is amended. This one is: \(whole.plan.state.label.lowercased()).")
        problems.require(follower == nil, "", "An amendment is being written already. Go on with that one.")
        problems.require(!reason.isEmpty, "reason", "Say why the plan changes, in a few words. It is kept with the plan.")
        try problems.check()
        return .amendment(of: whole, by: who, today: today)
    }
}

/// Ends a plan before its time, or throws away one that is being written.
public struct ClosePlan: Sendable {
    public let on: Day
    public let reason: String

    public init(on: Day, reason: String) { (self.on, self.reason) = (on, reason.trimmed) }

    public func applied(to plan: Plan, today: Day) throws -> Change<Plan> {
        var problems = Problems()
        problems.require(plan.state.next.contains(.closed), "", "This plan is closed already. Go back and look again.")
        problems.require(on <= today, "on", "This day is in the future. Give the day on which it ended.")
        problems.require(on >= plan.starts ?? plan.begunOn, "on", "This day is before the plan started, on \((plan.starts ?? plan.begunOn).inWords).")
        problems.require(!reason.isEmpty, "reason", "Say why, in a few words. It is kept with the plan.")
        try problems.check()
        var after = plan
        (after.state, after.ends, after.because) = (.closed, on, reason)
        return Change("plan.closed", from: plan, to: after, because: reason)
    }
}
