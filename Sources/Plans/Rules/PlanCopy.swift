import Basics

/// A plan that follows another, before it has a number of its own: the next cycle, or an amendment from a day on.
public struct PlanCopy: Sendable {
    public let plan: Plan
    public let sections: [PlanSection]
    public let outcomes: [Outcome]

    /// The next cycle: what was not met goes on, from where the review found the pupil.
    /// - Parameter kind: the kind as it is now; the one of the plan before where it is left out.
    public static func nextCycle(after whole: WholePlan, kind: PlanKind? = nil, scheme: NeedScheme, reviewBy: Day, by who: String, today: Day) -> PlanCopy {
        let going = whole.outcomes.filter { whole.result(of: $0)?.result != .met }.map { outcome in
            var next = outcome.going(on: whole.plan)
            if let evidence = whole.result(of: outcome)?.evidence.nonEmpty { next.baseline = evidence }
            next.due = reviewBy
            return next
        }
        return PlanCopy(whole, kind ?? whole.kind, scheme, cycle: whole.plan.cycle + 1, isAmendment: false, outcomes: going, reviewBy: reviewBy, who, today)
    }

    /// The same plan once more, to be changed from a day on.
    public static func amendment(of whole: WholePlan, by who: String, today: Day) -> PlanCopy {
        PlanCopy(whole, whole.kind, whole.scheme, cycle: whole.plan.cycle, isAmendment: true, outcomes: whole.outcomes.map { $0.going(on: whole.plan) }, who, today)
    }

    private init(_ whole: WholePlan, _ kind: PlanKind, _ scheme: NeedScheme, cycle: Int, isAmendment: Bool, outcomes: [Outcome], reviewBy: Day? = nil, _ who: String, _ today: Day) {
        var plan = Plan(pupil: whole.plan.pupil, school: whole.plan.school, kind: whole.plan.kind, scheme: scheme.key, rhythm: whole.plan.rhythm, begunOn: today)
        (plan.cycle, plan.follows, plan.isAmendment, plan.reviewBy) = (cycle, whole.plan.id, isAmendment, reviewBy)
        plan.take(nameAndVersionOf: kind)
        self.plan = plan
        // A part is looked at anew: what was complete is in progress until somebody says so again.
        sections = whole.sections.filter { $0.area.isEmpty || scheme == whole.scheme }.map { section in
            PlanSection(plan: .new, pupil: section.pupil, part: section.part, area: section.area, words: section.words,
                        state: section.state == .complete && !isAmendment ? .inProgress : section.state, savedBy: who, savedOn: today)
        }
        self.outcomes = outcomes.enumerated().map { place, outcome in
            var outcome = outcome
            outcome.position = place + 1
            return outcome
        }
    }
}

extension Outcome {
    fileprivate func going(on plan: Plan) -> Outcome {
        var next = self
        (next.id, next.version, next.plan, next.carriedFrom) = (.new, 1, .new, id)
        return next
    }
}
