import Basics

/// Shares a plan with the family, before it is live.
public struct SharePlan: Sendable {
    public let on: Day

    public init(on: Day) { self.on = on }

    public func applied(to whole: WholePlan, today: Day) throws -> Change<Plan> {
        var problems = Problems()
        problems.require(whole.plan.state.next.contains(.shared), "", "This plan is \(whole.plan.state.label.lowercased()) already. Go back and look again.")
        problems.require(on <= today, "on", "This day is in the future. Give the day on which the family got it.")
        problems.require(on >= whole.plan.begunOn, "on", "This day is before the plan was begun, on \(whole.plan.begunOn.inWords).")
        problems.require(whole.kind.parts.contains { whole.holdsSomething($0.part) }, "", "Nothing is written in it yet.")
        try problems.check()
        var after = whole.plan
        (after.state, after.sharedOn) = (.shared, on)
        return Change("plan.shared", from: whole.plan, to: after)
    }
}
