import Basics
import Database
import People

extension Writer {
    /// Opens a review and asks those whom the record names: whoever has parental responsibility, the pupil, the head. Whoever may be
    /// sent no papers stands on the list, too, with the reason: nobody is passed over unseen (regulation 20(2)(a)).
    func start(_ change: Change<AnnualReview>, of record: PupilRecord) throws -> AnnualReview {
        let review = try save(change)
        var people = record.contacts.filter(\.responsibility).map { ReviewPerson($0.organisation.isEmpty ? .family : .care, name: $0.name, email: $0.email, contact: $0.id, of: review) }
        people.append(ReviewPerson(.pupil, name: record.pupil.calledName, of: review))
        if let head = try staffName(withRole: "Head", at: review.school) ?? staffName(withRole: "Headteacher", at: review.school) { people.append(ReviewPerson(.head, name: head, of: review)) }
        if let officer = try planInForce(of: review.pupil)?.officer.nonEmpty { people.append(ReviewPerson(.council, name: officer, of: review)) }
        if review.isLookedAfter { people.append(ReviewPerson(.virtualSchool, name: ReviewPerson.virtualSchool, of: review)) }
        for person in people { try save(Change("reviewPerson.asked", to: person)) }
        return review
    }

    /// Saves the day of the meeting; the law's days of a plan's review follow it.
    @discardableResult
    func save(_ plan: PlanReviewMeeting, of review: AnnualReview) throws -> AnnualReview {
        let isSchoolDay = try plan.day.map { try schoolDays(of: review.school, around: $0).contains($0) } ?? true
        let after = try save(plan.applied(to: review, isSchoolDay: isSchoolDay, askedTwice: plan.day.map { try askedTwice(review, on: $0) } ?? [], today: act.today))
        if let day = plan.day { try reckon(after, from: day, "The meeting is planned", notYet: AnnualReview.followsTheMeeting.union(AnnualReview.followsChange)) }
        return after
    }

    /// Saves a step, with what the law's clock makes of it.
    @discardableResult
    func take(_ step: TakeReviewStep, of review: AnnualReview, stated: DateSource = .ours, words: String = "") throws -> AnnualReview {
        var step = step
        step.isEstimated = stated == .estimated
        if step.step == .decided, review.kind == .plan, let plan = try planInForce(of: review.pupil) { step.planBefore = AnnualReview.PlanDays(metOn: plan.metOn, decidedOn: plan.decidedOn, finalOn: plan.finalOn) }
        let after = try save(step.applied(to: review, today: act.today))
        if let day = step.day { try follow(step, after, from: review, day, stated, words) }
        return after
    }

    /// Only of a plan are the days the law's.
    private func follow(_ step: TakeReviewStep, _ review: AnnualReview, from before: AnnualReview, _ day: Day, _ stated: DateSource, _ words: String) throws {
        guard review.kind == .plan else { return }
        let matter = review.matter
        switch step.step {
        case .planned: break
        case .invited: try meet(["AR-5"], of: matter, on: day, words: words)
        case .circulated: try meet(["AR-6"], of: matter, on: day, words: words)
        case .held: if before.heldOn != day { try reckonHeld(review, on: day) }
        case .reported: try meet(["AR-8"], of: matter, on: day, words: words)
        case .decided: try decided(review, day, stated, words)
        case .noticed:
            try record(.amendmentNotice, on: day, of: matter, stated: stated, words: words)
            try meet(["AR-10"], of: matter, on: day, stated: stated, words: words)
        case .commented: break
        case .finished:
            try drop([step.stays ? "AR-12" : "AR-13"], of: matter, because: step.stays ? "The plan stays as it is" : "The plan was changed")
            try meet(["AR-11", "AR-12", "AR-13", "AR-14"], of: matter, on: day, stated: stated, words: words)
            try record(.decisionLetter, on: day, of: matter, stated: stated, words: words)
            if !step.stays { try keep(review) { $0.finalOn = day } }
        }
    }

    /// The plan that the review is of knows its days, too.
    private func keep(_ review: AnnualReview, _ change: (inout EHCPlan) -> Void) throws {
        guard let before = try planInForce(of: review.pupil) else { return }
        var after = before
        change(&after)
        if after != before { try save(Change("ehcPlan.reviewed", from: before, to: after)) }
    }

    func planInForce(of pupil: PupilID) throws -> EHCPlan? { try all(EHCPlan.self, "WHERE pupil_id = \(pupil) AND ended_on IS NULL").first }

    func reckon(_ review: AnnualReview, from meeting: Day, _ words: String, notYet: Set<String>) throws {
        if review.kind == .plan { try record(.annualReview, on: meeting, EventDetails(notYet: notYet), of: review.matter, stated: .ours, words: words) }
    }

    private func reckonHeld(_ review: AnnualReview, on day: Day) throws {
        try reckon(review, from: day, "The meeting was held", notYet: review.decision == .amend ? [] : AnnualReview.followsChange)
    }

    /// The review is complete: what asked for it is met. Only where the plan is to change is anything more owed.
    private func decided(_ review: AnnualReview, _ day: Day, _ stated: DateSource, _ words: String) throws {
        try meet(["AR-9"], of: review.matter, on: day, stated: stated, words: words)
        try keep(review) { ($0.metOn, $0.decidedOn) = (review.heldOn ?? $0.metOn, day) }
        for owed in try earlierReviewDuties(review) where owed.isOpen { try save(Change("duty.met", from: owed, to: owed.met(on: day, stated: stated, words: words, paper: nil))) }
        guard let decision = review.decision, decision != .amend else { return try oweChange(review) }
        if decision == .cease { try drop(["AR-2"], of: review.matter, because: Self.planEnds) }
        try record(decision == .cease ? .ceaseNotice : .decisionLetter, on: day, of: review.matter, stated: stated, words: words)
    }

    private static var planEnds: String { "The plan ends" }

    /// What asked for this review: owed in the matter of the plan, or of the review before.
    private func earlierReviewDuties(_ review: AnnualReview) throws -> [OwedDuty] {
        try all(OwedDuty.self, "WHERE pupil_id = \(review.pupil) AND rule IN ('AR-1', 'AR-2') AND NOT (matter = 'review' AND matter_id = \(review.id))")
    }

    /// The council said that it will change the plan: now it owes the notice and the final plan, reckoned from the meeting.
    private func oweChange(_ review: AnnualReview) throws {
        guard let met = try events(of: review.matter).last(where: { $0.event == .annualReview }) else { return }
        let standing = Set(try duties(of: review.matter).filter { $0.droppedBecause.isEmpty }.map(\.rule))
        for duty in met.timetable(closures: []).duties where AnnualReview.followsChange.contains(duty.id) && !standing.contains(duty.id) {
            try save(Change("duty.arose", to: OwedDuty(duty, from: met)))
        }
    }

    /// Takes a decision back: what it met is owed again, what followed from it is owed no more, and the plan says what it said before.
    func takeBack(_ change: Change<AnnualReview>, from before: AnnualReview) throws {
        let review = try save(change), matter = review.matter, stays = ["AR-2", "AR-5", "AR-6", "AR-8", "AR-9", "AR-15"], all = try duties(of: matter)
        for owed in all where owed.droppedBecause.isEmpty && !stays.contains(owed.rule) { try save(Change("duty.dropped", from: owed, to: owed.dropped(because: ReckonAnew.putRight))) }
        for owed in all where owed.rule == "AR-9" && owed.doneOn != nil || owed.rule == "AR-2" && owed.droppedBecause == Self.planEnds { try reopen(owed) }
        for owed in try earlierReviewDuties(review) where owed.doneOn == before.decidedOn { try reopen(owed) }
        let events = try events(of: matter)
        if let met = events.last(where: { $0.event == .annualReview }) {
            for old in events where old.event != .annualReview {
                var after = old
                after.replacedBy = met.id
                try save(Change("legalEvent.replaced", from: old, to: after))
            }
        }
        try keep(review) { ($0.metOn, $0.decidedOn, $0.finalOn) = (before.planBefore.metOn, before.planBefore.decidedOn, before.planBefore.finalOn ?? $0.finalOn) }
    }

    private func reopen(_ owed: OwedDuty) throws {
        var after = owed.opened
        after.droppedBecause = ""
        try save(Change("duty.reopened", from: owed, to: after))
    }

    private func drop(_ rules: [String], of matter: Matter, because reason: String) throws {
        for owed in try duties(of: matter) where owed.isOpen && rules.contains(owed.rule) { try save(Change("duty.dropped", from: owed, to: owed.dropped(because: reason))) }
    }

    /// Ends a review that comes to nothing, with its links and what was owed in it.
    func end(_ change: Change<AnnualReview>) throws {
        let review = try save(change)
        for person in try people(of: review) { try endLinks(of: person) }
        try dropDuties(of: review.matter, because: review.endedBecause)
    }

    /// Saves what was said at the meeting, together.
    func save(_ outcome: RecordMeeting.Outcome, of review: AnnualReview) throws {
        let after = try save(outcome.review)
        if let held = after.heldOn, review.heldOn != held { try reckonHeld(after, on: held) }
        try save(outcome.record)
        for change in outcome.people { try save(change) }
        for line in outcome.removed { try withdraw(line, event: "reviewOutcome.removed", because: nil) }
        for change in outcome.lines { try save(change) }
    }

    /// Sends papers round, with the step that this is.
    func circulate(_ circulation: CirculateReview, of review: AnnualReview, to people: [ReviewPerson], contacts: [Contact]) throws {
        for change in try circulation.applied(to: review, people: people, contacts: contacts) { try save(change) }
        let step: ReviewStep = circulation.what == .pack ? .circulated : .reported
        try take(TakeReviewStep(step, on: circulation.day), of: review)
    }
}

extension AnnualReview {
    /// Owed only once the meeting was held: nobody is late after a meeting that never was.
    static let followsTheMeeting: Set<String> = ["AR-2", "AR-8", "AR-9", "AR-15"]
    /// Owed only once the council says that it will change the plan.
    static let followsChange: Set<String> = ["AR-10", "AR-12", "AR-13", "AR-14"]
}

extension ReviewPerson {
    /// As what it stands on the list until somebody gives the name: no one person, so that no day asks for it twice.
    static let virtualSchool = "Virtual school"
}
