import Basics

/// What hangs together in a file of plans beyond the shape of each value: days in their order, states with what they need,
/// parts and areas that are known here.
struct PlanFileCheck {
    let born: Day
    let today: Day

    func layers(_ layers: [PlanFile.Layer], _ problems: inout Problems) {
        for (place, one) in layers.enumerated() {
            let path = "layers[\(place)]"
            problems.require(SupportLayer.all.contains { $0.key == one.layer }, "\(path).layer", "This layer of support is not known here.")
            past(one.spell.starts, "\(path).starts", &problems)
            problems.require(!one.spell.isReversed, "\(path).ends", "The last day comes before the first.")
            if place > 0 { problems.require(layers[place - 1].spell.ends.map { $0 < one.spell.starts } ?? false, "\(path).starts", "The layer before it has not ended by then.") }
        }
    }

    func entry(_ entry: PlanFile.Entry, _ path: String, kind: PlanKind?, _ problems: inout Problems) {
        let whole = entry.whole, plan = whole.plan
        problems.require(kind != nil, "\(path).kind", "Plans of the kind “\(entry.kindName.nonEmpty ?? plan.kind)” are not known here. Whoever leads the trust adds the kind under “Kinds of plan”; then bring the file in again.")
        problems.require(kind?.isProposal != true, "\(path).kind", "This kind of plan is only proposed by the government, so none can be in force.")
        problems.require(ReviewRhythm.named(plan.rhythm) != nil, "\(path).rhythm", "How often it is looked at is not known here. Known are: \(ReviewRhythm.all.map(\.key).joined(separator: ", ")).")
        days(plan, path, &problems)
        state(whole, path, &problems)
        if let scheme = NeedScheme.named(plan.scheme) { areas(whole, scheme, path, &problems) } else {
            problems.add("\(path).scheme.key", "Into which areas its needs are sorted is not known here. Bring this Trellis up to date, then bring the file in again.")
        }
        sections(whole, path, &problems)
        outcomes(whole, path, &problems)
        answers(whole, path, &problems)
    }

    private func days(_ plan: Plan, _ path: String, _ problems: inout Problems) {
        past(plan.begunOn, "\(path).begun_on", &problems)
        if let shared = plan.sharedOn { past(shared, "\(path).shared_on", &problems) }
        if let starts = plan.starts {
            problems.require(starts > born, "\(path).starts", Self.beforeBirth)
            problems.require(starts <= today.adding(months: 1), "\(path).starts", "This day is more than a month ahead.")
            if let reviewBy = plan.reviewBy {
                problems.require(reviewBy > starts, "\(path).review_by", "The review must come after the plan starts.")
                problems.require(reviewBy <= starts.adding(years: 2), "\(path).review_by", "This day is more than two years after the plan starts.")
            }
        }
        if let reviewed = plan.reviewedOn {
            past(reviewed, "\(path).reviewed_on", &problems)
            problems.require(plan.starts.map { $0 <= reviewed } ?? true, "\(path).reviewed_on", "It was reviewed before it started.")
        }
        if let ends = plan.ends {
            // A plan that is replaced within the next weeks ends the day before the other starts.
            problems.require(ends <= today.adding(months: 1), "\(path).ends", "This day is more than a month ahead.")
            problems.require(ends >= plan.starts ?? plan.begunOn, "\(path).ends", "It ends before it starts.")
        }
    }

    private func state(_ whole: WholePlan, _ path: String, _ problems: inout Problems) {
        let plan = whole.plan
        if plan.isInForce {
            problems.require(plan.starts != nil, "\(path).starts", "A plan that is \(plan.state.label.lowercased()) has a first day.")
            problems.require(plan.reviewBy != nil, "\(path).review_by", "A plan that is \(plan.state.label.lowercased()) has a day by which it is looked at.")
            problems.require(plan.ends == nil, "\(path).ends", "A plan that is \(plan.state.label.lowercased()) has not ended.")
        }
        if plan.state == .shared { problems.require(plan.sharedOn != nil, "\(path).shared_on", "A plan that was shared says when.") }
        if plan.isBeingWritten { problems.require(plan.starts == nil, "\(path).starts", "A plan that is being written has not started.") }
        if plan.state == .closed { problems.require(plan.ends != nil, "\(path).ends", "A plan that is closed has a last day.") }
        if plan.state == .reviewed {
            problems.require(plan.reviewedOn != nil, "\(path).reviewed_on", "A plan that was reviewed says when.")
            problems.require(whole.review != nil, "\(path).review", "A plan that was reviewed says what was decided.")
        } else if plan.state != .closed {
            problems.require(whole.review == nil, "\(path).review", "A plan that is \(plan.state.label.lowercased()) was not reviewed yet.")
        }
        problems.require(!plan.isAmendment || plan.follows != nil, "\(path).follows", "An amendment says which plan it amends.")
        if let review = whole.review { past(review.heldOn, "\(path).review.held_on", &problems) }
    }

    private func areas(_ whole: WholePlan, _ scheme: NeedScheme, _ path: String, _ problems: inout Problems) {
        let known = Set(scheme.areas.map(\.key) + [""])
        for (place, section) in whole.sections.enumerated() { problems.require(known.contains(section.area), "\(path).sections[\(place)].area", "This area of need is not one of “\(scheme.name)”.") }
        for (place, outcome) in whole.outcomes.enumerated() { problems.require(known.contains(outcome.area), "\(path).outcomes[\(place)].area", "This area of need is not one of “\(scheme.name)”.") }
    }

    private func sections(_ whole: WholePlan, _ path: String, _ problems: inout Problems) {
        var seen: Set<[String]> = []
        for (place, section) in whole.sections.enumerated() {
            let here = "\(path).sections[\(place)]"
            guard let part = PlanPart.named(section.part) else {
                problems.add("\(here).part", "Plans have no part of this name here.")
                continue
            }
            problems.require(seen.insert([section.part, section.area]).inserted, here, "This part stands twice in the plan.")
            problems.require(section.area.isEmpty || part.content == .barriers, "\(here).area", "This part is not told by area of need.")
            past(section.savedOn, "\(here).saved_on", &problems)
        }
    }

    private func outcomes(_ whole: WholePlan, _ path: String, _ problems: inout Problems) {
        for (place, outcome) in whole.outcomes.enumerated() {
            let here = "\(path).outcomes[\(place)]"
            problems.require(!outcome.words.isEmpty, "\(here).words", "This outcome says nothing.")
            if let due = outcome.due {
                problems.require(due > born, "\(here).due", Self.beforeBirth)
                problems.require(due <= today.adding(years: 10), "\(here).due", "This day is more than ten years ahead.")
            }
            if let result = whole.result(of: outcome) { past(result.reviewedOn, "\(here).review.reviewed_on", &problems) }
        }
    }

    private func answers(_ whole: WholePlan, _ path: String, _ problems: inout Problems) {
        for (place, answer) in whole.answers.enumerated() {
            let here = "\(path).answers[\(place)]"
            past(answer.answeredOn, "\(here).answered_on", &problems)
            switch answer.kind {
            case .partly, .disagreed: problems.require(!answer.words.isEmpty, "\(here).words", "What the family said is missing.")
            case .noReply:
                let tries = (answer.firstTry, answer.secondTry)
                if case (let first?, let second?) = tries { problems.require(first < second, "\(here).second_try", "The second try must be on a later day than the first.") }
                else { problems.add("\(here).first_try", "The two days on which the family was asked are missing.") }
            case .agreed: break
            }
        }
        for (place, reading) in whole.readings.enumerated() { past(reading.readOn, "\(path).readings[\(place)].read_on", &problems) }
    }

    private static let beforeBirth = "This day is before the pupil was born."

    private func past(_ day: Day, _ path: String, _ problems: inout Problems) {
        problems.require(day >= born, path, Self.beforeBirth)
        problems.require(day <= today, path, "This day is in the future.")
    }
}
