import Basics
import Database
import People

extension Writer {
    /// Opens a review and asks those whom the record names: the family's contacts who may be sent papers, the pupil, the head.
    func start(_ change: Change<AnnualReview>, of record: PupilRecord) throws -> AnnualReview {
        let review = try save(change)
        var people = record.contacts.filter { $0.responsibility && $0.organisation.isEmpty }.map { ReviewPerson(.family, name: $0.name, email: $0.email, contact: $0.id, of: review) }.filter { $0.barred(by: record.contacts) == nil }
        people.append(ReviewPerson(.pupil, name: record.pupil.calledName, of: review))
        if let head = try staffName(withRole: "Head", at: review.school) ?? staffName(withRole: "Headteacher", at: review.school) { people.append(ReviewPerson(.head, name: head, of: review)) }
        if let officer = try planInForce(of: review.pupil)?.officer.nonEmpty { people.append(ReviewPerson(.council, name: officer, of: review)) }
        if review.isLookedAfter { people.append(ReviewPerson(.virtualSchool, name: "Virtual school", of: review)) }
        for person in people { try save(Change("reviewPerson.asked", to: person)) }
        return review
    }

    /// Saves the day of the meeting; the law's days of a plan's review follow it.
    @discardableResult
    func save(_ plan: PlanReviewMeeting, of review: AnnualReview) throws -> AnnualReview {
        let isSchoolDay = try plan.day.map { try schoolDays(of: review.school, around: $0).contains($0) } ?? true
        let after = try save(plan.applied(to: review, isSchoolDay: isSchoolDay, today: act.today))
        if let day = plan.day { try reckon(after, from: day, "The meeting is planned") }
        return after
    }

    /// Saves a step, with what the law's clock makes of it.
    @discardableResult
    func take(_ step: TakeReviewStep, of review: AnnualReview, stated: DateSource = .ours, words: String = "") throws -> AnnualReview {
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
        case .held: if before.meetingOn != day || before.heldOn != nil { try reckon(review, from: day, "The meeting was held") }
        case .reported: try meet(["AR-8"], of: matter, on: day, words: words)
        case .decided: try decided(review, day, stated, words)
        case .noticed:
            try record(.amendmentNotice, on: day, of: matter, stated: stated, words: words)
            try meet(["AR-10"], of: matter, on: day, words: words)
        case .finished:
            try drop([step.stays ? "AR-12" : "AR-13"], of: matter, because: step.stays ? "The plan stays as it is" : "The plan was changed")
            try meet(["AR-11", "AR-12", "AR-13", "AR-14"], of: matter, on: day, words: words)
            try record(.decisionLetter, on: day, of: matter, stated: stated, words: words)
            if !step.stays { try keep(review) { $0.finalOn = day } }
        }
    }

    /// The plan that the review is of knows its days, too.
    private func keep(_ review: AnnualReview, _ change: (inout EHCPlan) -> Void) throws {
        guard let before = try planInForce(of: review.pupil) else { return }
        var after = before
        change(&after)
        try save(Change("ehcPlan.reviewed", from: before, to: after))
    }

    private func planInForce(of pupil: PupilID) throws -> EHCPlan? { try all(EHCPlan.self, "WHERE pupil_id = \(pupil) AND ended_on IS NULL").first }

    func reckon(_ review: AnnualReview, from meeting: Day, _ words: String) throws {
        if review.kind == .plan { try record(.annualReview, on: meeting, of: review.matter, stated: .ours, words: words) }
    }

    /// The review is complete: what asked for it is met, and what follows only from changes is owed no more where there are none.
    private func decided(_ review: AnnualReview, _ day: Day, _ stated: DateSource, _ words: String) throws {
        try meet(["AR-9"], of: review.matter, on: day, words: words)
        try keep(review) { ($0.metOn, $0.decidedOn) = (review.heldOn ?? $0.metOn, day) }
        for owed in try all(OwedDuty.self, "WHERE pupil_id = \(review.pupil) AND rule IN ('AR-1', 'AR-2') AND NOT (matter = 'review' AND matter_id = \(review.id))") where owed.isOpen {
            try save(Change("duty.met", from: owed, to: owed.met(on: day, words: words, paper: nil)))
        }
        guard let decision = review.decision, decision != .amend else { return }
        let ends = decision == .cease
        try drop(["AR-10", "AR-12", "AR-13", "AR-14"] + (ends ? ["AR-2"] : []), of: review.matter, because: ends ? "The plan ends" : "The plan stays as it is")
        try record(ends ? .ceaseNotice : .decisionLetter, on: day, of: review.matter, stated: stated, words: words)
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
        if let held = after.heldOn, review.heldOn != held, review.meetingOn != held || review.heldOn != nil { try reckon(after, from: held, "The meeting was held") }
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
