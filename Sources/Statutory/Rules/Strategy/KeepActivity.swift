import Basics
import Provision

/// Writes down an activity of a strategy, or puts one right.
public struct KeepActivity: Sendable {
    public let name: String
    public let barrier: String
    public let words: String
    /// As it was typed.
    public let cost: String
    public let strands: [String]
    public let intervention: InterventionID?

    /// The most that one thing may cost, and the most things there may be: sums stay far within whole numbers.
    public static let most = Pence(100_000_000), mostActivities = 40

    public init(name: String, barrier: String, words: String = "", cost: String, strands: [String] = [], intervention: InterventionID? = nil) {
        (self.name, self.barrier, self.words, self.cost) = (name.trimmed, barrier.trimmed, words.trimmed, cost.trimmed)
        (self.strands, self.intervention) = (EvidenceStrand.all.map(\.key).filter(strands.contains), intervention)
    }

    /// - Throws: `Problems` with everything that is wrong.
    public func applied(to before: StrategyActivity?, of strategy: InclusionStrategy, beside others: [StrategyActivity]) throws -> Change<StrategyActivity> {
        var problems = Problems()
        let money = Pence(typed: cost)
        problems.require(!name.isEmpty, "name", "Say what you do.")
        problems.require(name.count <= 200, "name", "Make this shorter: at most 200 letters.")
        problems.require(!barrier.isEmpty, "barrier", "Say which barrier it takes away.")
        problems.require(barrier.count <= 500, "barrier", "Make this shorter: at most 500 letters.")
        problems.require(words.count <= 1_000, "words", "Make this shorter: at most 1,000 letters.")
        problems.require(money != nil, "cost", "Give the budgeted cost in pounds, such as 1,250 or 1250.50. Give 0 where it costs nothing.")
        if let money { problems.require(money <= Self.most, "cost", "This is more than £1,000,000. Look again.") }
        problems.require(!others.contains { $0.id != before?.id && $0.removedOn == nil && $0.name.folded == name.folded }, "name", "This name stands in the list already. Change that one, or call this one something else.")
        problems.require(before != nil || others.count { $0.removedOn == nil } < Self.mostActivities, "name", "These are \(Self.mostActivities) activities already. Take one out first.")
        try problems.check()
        var activity = before ?? StrategyActivity(of: strategy.id, at: strategy.school)
        (activity.name, activity.barrier, activity.words, activity.cost, activity.strands) = (name, barrier, words, money ?? Pence(0), strands)
        if before == nil { activity.intervention = intervention }
        return Change(before == nil ? "strategyActivity.added" : "strategyActivity.changed", from: before, to: activity)
    }
}
