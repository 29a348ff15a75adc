import Basics

/// Ends a cycle: what is decided for the plan, once every outcome was looked at.
public struct HoldReview: Sendable {
    public let heldOn: Day
    public let decision: PlanReview.Decision?
    public let because, pupilView, familyView, people: String
    /// The layer of support from the review on; empty where it stays.
    public let layer: String

    public init(heldOn: Day, decision: PlanReview.Decision?, because: String, pupilView: String = "", familyView: String = "", people: String = "", layer: String = "") {
        (self.heldOn, self.decision, self.because, self.layer) = (heldOn, decision, because.trimmed, layer)
        (self.pupilView, self.familyView, self.people) = (pupilView.trimmed, familyView.trimmed, people.trimmed)
    }

    /// - Parameters:
    ///   - layers: those the pupil has had.
    ///   - kind: the kind of plan as it is now, for the next cycle; the same as before where it is left out.
    ///   - follower: what follows this plan already and is open: an amendment that is being written.
    ///   - reviewBy: when the next cycle is looked at, by the plan's rhythm.
    public func applied(to whole: WholePlan, layers: [LayerSpell] = [], kind: PlanKind? = nil, follower: Plan? = nil, reviewBy: Day, by who: String, today: Day) throws -> PlanChange {
        var problems = Problems()
        problems.require(whole.plan.state == .live, "", "Only a live plan is reviewed. This one is: \(whole.plan.state.label.lowercased()).")
        problems.require(follower == nil, "", "An amendment of this plan is being written. Make it live or give it up first: then there is never more than one plan to work by.")
        problems.require(heldOn <= today, "held_on", "This day is in the future. Give the day on which you met.")
        problems.require(heldOn >= whole.plan.starts ?? .distantPast, "held_on", "This day is before the plan started, on \(whole.plan.starts?.inWords ?? "").")
        for outcome in whole.outcomes where whole.result(of: outcome) == nil {
            problems.add(ReviewOutcome.field("result", outcome.id), "Say how this outcome went: “\(outcome.words)”")
        }
        if let decision, decision != .goOn { problems.require(!because.isEmpty, "because", "Say why, in a few words.") }
        if decision?.goesOn != false {
            problems.require(reviewBy > heldOn, "review_by", "The next review must come after this one.")
            problems.require(reviewBy <= today.adding(months: 12), "review_by", "A plan is looked at once a year at least. Give an earlier day.")
        }
        for (field, text) in [("because", because), ("pupil_view", pupilView), ("family_view", familyView), ("people", people)] {
            problems.require(text.count <= 2000, field, "Make this shorter: at most 2,000 characters.")
        }
        let spells = layer.isEmpty ? [] : try ChooseLayer(layer: layer, from: heldOn, reason: because).collected(whole.plan.pupil, layers, today, &problems)
        guard let decision else {
            problems.add("decision", "Choose what happens now.")
            throw problems
        }
        try problems.check()
        return change(whole, decision, spells, kind, reviewBy, who, today)
    }

    private func change(_ whole: WholePlan, _ decision: PlanReview.Decision, _ spells: [Change<LayerSpell>], _ kind: PlanKind?, _ reviewBy: Day, _ who: String, _ today: Day) -> PlanChange {
        var after = whole.plan
        (after.state, after.reviewedOn) = (decision.goesOn ? .reviewed : .closed, heldOn)
        if !decision.goesOn { (after.ends, after.because) = (heldOn, because) }
        var change = PlanChange(plans: [Change("plan.reviewed", from: whole.plan, to: after, because: because.nonEmpty)])
        change.review = Change("plan.reviewHeld", to: PlanReview(id: .new, plan: whole.plan.id, pupil: whole.plan.pupil, heldOn: heldOn, decision: decision, because: because,
                                                                 pupilView: pupilView, familyView: familyView, people: people))
        change.layers = spells
        if decision.goesOn { change.next = .nextCycle(after: whole, kind: kind, scheme: NeedScheme.current(on: today), reviewBy: reviewBy, by: who, today: today) }
        return change
    }
}

extension ChooseLayer {
    /// The same within an act that says everything in one go.
    func collected(_ pupil: PupilID, _ spells: [LayerSpell], _ today: Day, _ problems: inout Problems) throws -> [Change<LayerSpell>] {
        do { return try applied(to: pupil, spells, today: today) } catch let wrong as Problems {
            wrong.list.forEach { problems.add("layer", $0.message) }
            return []
        }
    }
}
