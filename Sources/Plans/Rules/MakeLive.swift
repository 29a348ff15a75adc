import Basics

/// Makes a plan the one the school works by, with the family's answer.
public struct MakeLive: Sendable {
    public let starts: Day
    public let reviewBy: Day
    public let answer: RecordAnswer
    /// The layer of support from then on; empty where it stays.
    public let layer: String

    public init(starts: Day, reviewBy: Day, answer: RecordAnswer, layer: String = "") {
        (self.starts, self.reviewBy, self.answer, self.layer) = (starts, reviewBy, answer, layer)
    }

    /// - Parameters:
    ///   - previous: the plan that it follows.
    ///   - layers: the layers of support that the pupil has had.
    public func applied(to whole: WholePlan, previous: Plan? = nil, layers: [LayerSpell] = [], born: Day, today: Day) throws -> PlanChange {
        var problems = Problems()
        problems.require(whole.plan.state.next.contains(.live), "", "This plan is \(whole.plan.state.label.lowercased()), so it can’t be made live.")
        for part in whole.missing { problems.add(part.key, "\(part.title): nothing is written there yet.") }
        problems.require(starts > born, "starts", "This day is before the pupil was born.")
        problems.require(starts <= today.adding(months: 1), "starts", "This day is more than a month ahead. Give the day from which you work by it.")
        problems.require(reviewBy > starts, "review_by", "The review must come after the plan starts.")
        problems.require(reviewBy <= starts.adding(months: 12), "review_by", "A plan is looked at once a year at least. Give an earlier day.")
        if let previous, previous.state != .closed, let before = previous.starts {
            problems.require(starts > before, "starts", "The plan before this one starts on \(before.inWords). Give a later day, so that it stays as it was until then.")
        }
        do { _ = try answer.applied(to: whole.plan, today: today) } catch let wrong as Problems { wrong.list.forEach { problems.add($0.field, $0.message) } }
        let spells = layer.isEmpty ? [] : try ChooseLayer(layer: layer, from: min(starts, today), reason: "").collected(whole.plan.pupil, layers, today, &problems)
        try problems.check()
        var after = whole.plan
        (after.state, after.starts, after.reviewBy) = (.live, starts, reviewBy)
        var change = PlanChange(plans: [Change("plan.madeLive", from: whole.plan, to: after)])
        change.layers = spells
        change.answer = try answer.applied(to: whole.plan, today: today)
        if let previous, previous.state != .closed { change.plans.append(previous.replaced(from: starts, amended: whole.plan.isAmendment)) }
        return change
    }
}

extension Plan {
    /// It ends the day before another takes its place; nothing else of it changes.
    fileprivate func replaced(from day: Day, amended: Bool) -> Change<Plan> {
        var after = self
        (after.state, after.ends) = (.closed, day - 1)
        return Change(amended ? "plan.amended" : "plan.replaced", from: self, to: after)
    }
}

/// What an act changes in plans; saved as a whole or not at all.
public struct PlanChange: Sendable {
    public var plans: [Change<Plan>] = []
    public var answer: Change<FamilyAnswer>?
    public var review: Change<PlanReview>?
    public var layers: [Change<LayerSpell>] = []
    /// The plan that follows, with what it takes over.
    public var next: PlanCopy?
}
