import Basics

/// Adds an outcome to a plan that is being written, or puts one right.
public struct KeepOutcome: Sendable {
    public let words, measure, baseline, target, owner, area: String
    public let due: Day?
    public let adultLife: AdultLife?

    public init(words: String, measure: String = "", baseline: String = "", target: String = "", due: Day? = nil, owner: String = "", area: String = "", adultLife: AdultLife? = nil) {
        (self.words, self.measure, self.baseline, self.target) = (words.trimmed, measure.trimmed, baseline.trimmed, target.trimmed)
        (self.owner, self.area, self.due, self.adultLife) = (owner.trimmed, area, due, adultLife)
    }

    static let longest = 600

    /// - Parameter born: no outcome is due before it.
    public func applied(to whole: WholePlan, before: Outcome? = nil, born: Day, today: Day) throws -> Change<Outcome> {
        var problems = Problems()
        problems.requireWriting(whole)
        problems.require(!words.isEmpty, "words", "Say what the pupil will be able to do.")
        for (field, text) in [("words", words), ("measure", measure), ("baseline", baseline), ("target", target), ("owner", owner)] {
            problems.require(text.count <= Self.longest, field, "Make this shorter: at most \(Self.longest) characters. It has \(text.count).")
        }
        if let due {
            problems.require(due > born, "due", "This day is before the pupil was born. Give the day by which it is reached.")
            problems.require(due >= whole.plan.begunOn, "due", "This day is before the plan was begun, on \(whole.plan.begunOn.inWords). Give a later one.")
            problems.require(due <= today.adding(years: 5), "due", "This day is more than five years ahead. Give an earlier one.")
        }
        problems.require(area.isEmpty || whole.scheme.areas.contains { $0.key == area }, "area", "Choose an area of the list.")
        try problems.check()
        let position = before?.position ?? (whole.outcomes.map(\.position).max() ?? 0) + 1
        var after = before ?? Outcome(plan: whole.plan.id, pupil: whole.plan.pupil, position: position, words: words)
        (after.words, after.measure, after.baseline, after.target) = (words, measure, baseline, target)
        (after.due, after.owner, after.area, after.adultLife) = (due, owner, area, adultLife)
        return Change(before == nil ? "outcome.added" : "outcome.changed", from: before, to: after)
    }
}

/// Takes an outcome out of a plan that is being written.
public struct RemoveOutcome: Sendable {
    public init() {}

    /// - Throws: `Problems` where the outcome is locked.
    public func check(_ whole: WholePlan) throws {
        var problems = Problems()
        problems.requireWriting(whole)
        try problems.check()
    }
}

extension Problems {
    /// Outcomes lock once a plan is live.
    mutating func requireWriting(_ whole: WholePlan) {
        require(whole.plan.isBeingWritten, "", "Outcomes are locked once a plan is live. Amend the plan from a day on; what was agreed stays as it was.")
        require(whole.kind.part(PlanPart.outcomes.key) != nil, "", "A \(whole.kind.name) has no outcomes.")
    }
}
