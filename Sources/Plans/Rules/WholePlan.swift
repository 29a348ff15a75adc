import Basics

/// A plan with all that stands in it: what rules look at, and what pages, prints and exports are made from.
public struct WholePlan: Sendable {
    public let plan: Plan
    public let kind: PlanKind
    public let sections: [PlanSection]
    /// In their order.
    public let outcomes: [Outcome]
    public let results: [OutcomeReview]
    /// The latest last.
    public let answers: [FamilyAnswer]
    public let review: PlanReview?
    public let readings: [PlanReading]

    public init(plan: Plan, kind: PlanKind? = nil, sections: [PlanSection] = [], outcomes: [Outcome] = [], results: [OutcomeReview] = [], answers: [FamilyAnswer] = [],
                review: PlanReview? = nil, readings: [PlanReading] = []) {
        (self.plan, self.sections, self.results, self.answers, self.review, self.readings) = (plan, sections, results, answers, review, readings)
        let kind = kind ?? PlanKind.named(plan.kind) ?? PlanKind.all[0]
        self.kind = kind.holding(Set(sections.filter { !$0.words.isEmpty }.map(\.part) + (outcomes.isEmpty ? [] : [PlanPart.outcomes.key])))
        self.outcomes = outcomes.sorted { ($0.position, $0.id) < ($1.position, $1.id) }
    }

    public var scheme: NeedScheme { NeedScheme.named(plan.scheme) ?? NeedScheme.current(on: plan.begunOn) }
    public var answer: FamilyAnswer? { answers.last }

    public func section(_ part: PlanPart, area: String = "") -> PlanSection? { sections.first { $0.part == part.key && $0.area == area } }
    public func words(_ part: PlanPart, area: String = "") -> String { section(part, area: area)?.words ?? "" }
    public func result(of outcome: Outcome) -> OutcomeReview? { results.first { $0.outcome == outcome.id } }
    public func outcome(_ id: OutcomeID) -> Outcome? { outcomes.first { $0.id == id } }

    /// Whether anything is written in a part.
    public func holdsSomething(_ part: PlanPart) -> Bool {
        if part.content == .outcomes { return !outcomes.isEmpty }
        return sections.contains { $0.part == part.key && !$0.words.isEmpty }
    }

    /// The state of a part: as it was said, or as what is written shows. What stands in a plan that was made live is agreed, and so complete.
    public func state(_ part: PlanPart) -> PlanSection.State {
        if wasAgreed(part) { return .complete }
        if let said = section(part)?.state, said != .notStarted { return said }
        if part.content == .outcomes, !outcomes.isEmpty { return outcomes.allSatisfy(\.lacks.isEmpty) ? .complete : .inProgress }
        return holdsSomething(part) ? .inProgress : .notStarted
    }

    /// Whether its words stood there, taken over or not yet finished, when the plan was made live.
    private func wasAgreed(_ part: PlanPart) -> Bool {
        guard let starts = plan.starts, !plan.isBeingWritten, let section = section(part), section.state == .inProgress else { return false }
        return holdsSomething(part) && section.savedOn <= starts
    }

    /// The needed parts in which nothing is written: without them it can't be live.
    public var missing: [PlanPart] { kind.parts.filter { $0.isNeeded && !holdsSomething($0.part) }.map(\.part) }

    /// Whether this part can be written now.
    public func canWrite(_ part: PlanPart) -> Bool { plan.isBeingWritten || (plan.isInForce && !part.locks && plan.paper == nil) }
}
