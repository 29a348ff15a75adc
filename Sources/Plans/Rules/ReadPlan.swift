import Basics

/// Notes that somebody has read a live plan, so that a plan that lies in a drawer is seen.
public struct ReadPlan: Sendable {
    /// Whether it is the SENCO who gave it to the teachers.
    public let giving: Bool

    public init(giving: Bool) { self.giving = giving }

    /// - Returns: nil where this person has said so already.
    public func applied(to whole: WholePlan, by name: String, today: Day) throws -> Change<PlanReading>? {
        var problems = Problems()
        problems.require(whole.plan.isInForce, "", "Only a live plan is read by teachers. This one is: \(whole.plan.state.label.lowercased()).")
        try problems.check()
        let words = giving ? "Given to the teachers by \(name)" : name
        if whole.readings.contains(where: { $0.name == words }) { return nil }
        return Change("plan.read", to: PlanReading(id: .new, plan: whole.plan.id, pupil: whole.plan.pupil, name: words, readOn: today))
    }
}
