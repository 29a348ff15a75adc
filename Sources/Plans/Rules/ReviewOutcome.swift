import Basics

/// Says how one outcome went.
public struct ReviewOutcome: Sendable {
    public let result: OutcomeReview.Result?
    public let evidence: String
    public let nextStep: String
    /// A file that shows it.
    public let paper: PaperID?

    public init(result: OutcomeReview.Result?, evidence: String, nextStep: String = "", paper: PaperID? = nil) {
        self.paper = paper
        (self.result, self.evidence, self.nextStep) = (result, evidence.trimmed, nextStep.trimmed)
    }

    /// Whether nothing at all was said.
    public var isEmpty: Bool { result == nil && evidence.isEmpty && nextStep.isEmpty }

    /// The field of one outcome in a form that holds many.
    public static func field(_ name: String, _ outcome: OutcomeID) -> String { "\(name)-\(outcome)" }

    public func applied(to outcome: Outcome, of whole: WholePlan, by who: String, today: Day) throws -> Change<OutcomeReview> {
        var problems = Problems()
        problems.require(whole.plan.state == .live, "", "Only a live plan is reviewed. This one is: \(whole.plan.state.label.lowercased()).")
        problems.require(!evidence.isEmpty, Self.field("evidence", outcome.id), "Say how you know, in a few words: what you saw, a score, a piece of work.")
        problems.require(evidence.count <= 2000, Self.field("evidence", outcome.id), "Make this shorter: at most 2,000 characters.")
        problems.require(nextStep.count <= 1000, Self.field("next", outcome.id), "Make this shorter: at most 1,000 characters.")
        guard let result else {
            problems.add(Self.field("result", outcome.id), "Choose: met, partly met or not met.")
            throw problems
        }
        try problems.check()
        let before = whole.result(of: outcome)
        let after = OutcomeReview(id: before?.id ?? .new, version: before?.version ?? 1, outcome: outcome.id, plan: whole.plan.id, pupil: whole.plan.pupil, result: result,
                                  evidence: evidence, nextStep: nextStep, paper: paper, reviewedOn: before?.reviewedOn ?? today, reviewedBy: who)
        return Change("outcome.reviewed", from: before, to: after)
    }
}
