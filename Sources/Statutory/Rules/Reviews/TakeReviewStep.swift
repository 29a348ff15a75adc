import Basics

/// Plans the meeting of a review, or moves it.
public struct PlanReviewMeeting: Sendable {
    public let day: Day?
    public var time = "", place = "", chair = ""
    /// The meeting about the personal education plan of a pupil who is looked after.
    public var pepOn: Day?
    /// Whoever plans has seen what is unusual about the day.
    public var isSure = false

    public init(_ day: Day?, time: String = "", place: String = "", chair: String = "", pepOn: Day? = nil, isSure: Bool = false) {
        (self.day, self.time, self.place, self.chair, self.pepOn, self.isSure) = (day, time.trimmed, place.trimmed, chair.trimmed, pepOn, isSure)
    }

    /// - Parameters:
    ///   - isSchoolDay: whether the school has pupils in on that day.
    ///   - askedTwice: whom that day asks for to another review, too.
    public func applied(to before: AnnualReview, isSchoolDay: Bool, askedTwice: [String] = [], today: Day) throws -> Change<AnnualReview> {
        var problems = Problems()
        problems.require(before.isOpen && before.heldOn == nil, "", "This meeting was held already, so it can’t be moved.")
        guard let day else { throw Problems("meeting_on", "Give the day of the meeting.") }
        problems.require(day > today, "meeting_on", "This day has passed, or is today. Give a later day.")
        problems.require(day <= today.adding(years: 2), "meeting_on", "This is more than two years away. Check the year.")
        problems.require(BankHolidays.isWorkingDay(day), "meeting_on", "This is a weekend or a bank holiday. Choose a working day.")
        let doubts = doubts(before, isSchoolDay, askedTwice, today)
        if !isSure { problems.require(doubts.isEmpty, "is_sure", doubts.joined(separator: " ")) }
        for (field, text) in [("meeting_at", time), ("place", place), ("chair", chair)] { problems.require(text.count <= 200, field, "Make this shorter: at most 200 letters.") }
        try problems.check()
        var after = before
        (after.meetingOn, after.meetingAt, after.place, after.chair, after.pepOn) = (day, time, place, chair, pepOn)
        return Change(before.meetingOn == nil ? "annualReview.planned" : "annualReview.moved", from: before, to: after)
    }

    private func doubts(_ review: AnnualReview, _ isSchoolDay: Bool, _ askedTwice: [String], _ today: Day) -> [String] {
        guard let day else { return [] }
        return [
            day > review.latestMeeting ? "The last day for this meeting is \(review.latestMeeting.inWords): after it the council can’t decide in time." : nil,
            day < today + 14 ? "Everybody must be told two weeks before (regulation 20(3)); this is sooner." : nil,
            isSchoolDay ? nil : "The school is closed on this day.",
            askedTwice.isEmpty ? nil : "Asked to another review on this day: \(askedTwice.joined(separator: ", ")).",
        ].compactMap(\.self)
    }
}

/// Writes down that something of a review was done.
public struct TakeReviewStep: Sendable {
    public let step: ReviewStep
    public let day: Day?
    public var decision: AnnualReview.Decision?
    /// Of the decision: what the plan says until then.
    public var planBefore = AnnualReview.PlanDays()
    /// Of the end: the plan stays as it is after all.
    public var stays = false
    /// Whether its day is only estimated.
    public var isEstimated = false

    public init(_ step: ReviewStep, on day: Day?, decision: AnnualReview.Decision? = nil, stays: Bool = false) {
        (self.step, self.day, self.decision, self.stays) = (step, day, decision, stays)
    }

    /// - Throws: `Problems` with everything that is wrong.
    public func applied(to before: AnnualReview, today: Day) throws -> Change<AnnualReview> {
        guard let day else { throw Problems("happened_on", "Give the day on which it happened.") }
        try problems(before, day, today).check()
        var after = before
        switch step {
        case .planned: break
        case .invited: after.invitedOn = day
        case .circulated: after.circulatedOn = day
        case .held: after.heldOn = day
        case .reported: after.reportedOn = day
        case .decided: decide(&after, day)
        case .noticed: after.noticedOn = day
        case .commented: after.commentedOn = day
        case .finished: after.finishedOn = day
        }
        if isEstimated { after.estimated.insert(step) }
        return Change("annualReview.\(step == .finished && stays ? "stayed" : step.rawValue)", from: before, to: after)
    }

    /// Only where something is to change does anything follow.
    private func decide(_ review: inout AnnualReview, _ day: Day) {
        (review.decidedOn, review.decision, review.planBefore) = (day, decision, planBefore)
        if decision != .amend || review.kind == .topUp { review.finishedOn = day }
    }

    private func problems(_ review: AnnualReview, _ day: Day, _ today: Day) -> Problems {
        var problems = Problems()
        // Who wrote the decision down first can still say when people were invited and the report was sent.
        problems.require(review.isOpen || review.endedOn == nil && [.invited, .circulated, .reported].contains(step), "", "This review is over.")
        problems.require(day <= today, "happened_on", "This day is still to come.")
        if step == .held { problems.require(day > today.adding(years: -1), "happened_on", "This is more than a year ago. Check the year.") }
        if let before = earliest(review), day < before.day { problems.add("happened_on", "\(before.words) on \(before.day.inWords). Give that day or a later one.") }
        if let after = latest(review), day > after.day { problems.add("happened_on", "\(after.words) on \(after.day.inWords). Give that day or an earlier one.") }
        if let missing = missing(review) { problems.add("", missing) }
        if step == .decided { problems.require(decision != nil, "decision", "Choose what the council decided.") }
        return problems
    }

    /// What must be written down before, and what is written down already.
    private func missing(_ review: AnnualReview) -> String? {
        switch step {
        case .planned, .held: nil
        case .invited, .circulated: review.meetingOn == nil && review.heldOn == nil ? "Plan the meeting first." : nil
        case .reported: review.heldOn == nil ? "Write down the meeting first." : nil
        case .decided: review.heldOn == nil ? "Write down the meeting first." : review.decidedOn != nil ? Self.twice : nil
        case .noticed: review.decision != .amend ? "The council has not said that it will change the plan." : review.noticedOn != nil ? Self.twice : nil
        case .commented, .finished: review.noticedOn == nil ? "Write down the notice of changes first." : nil
        }
    }

    private static let twice = "This is written down already. Where it is wrong, put the decision right first."

    private func earliest(_ review: AnnualReview) -> (day: Day, words: String)? {
        switch step {
        case .reported, .decided: review.heldOn.map { ($0, "The meeting was") }
        case .noticed: review.decidedOn.map { ($0, "The council decided") }
        case .commented: review.noticedOn.map { ($0, "The notice was sent") }
        case .finished: review.commentedOn.map { ($0, "The family commented") } ?? review.noticedOn.map { ($0, "The notice was sent") }
        default: nil
        }
    }

    private func latest(_ review: AnnualReview) -> (day: Day, words: String)? {
        switch step {
        case .invited, .circulated: review.heldOn.map { ($0, "The meeting was") }
        case .held: review.decidedOn.map { ($0, "The council decided") }
        default: nil
        }
    }
}

/// Takes back what was written down of the council’s decision and of what followed, where it was a slip.
public struct TakeBackDecision: Sendable {
    public let reason: String

    public init(because reason: String) { self.reason = reason.trimmed }

    /// - Parameter hasOpen: whether another review of the pupil was begun since.
    public func applied(to before: AnnualReview, hasOpen: Bool) throws -> Change<AnnualReview> {
        var problems = Problems()
        problems.require(before.decidedOn != nil && before.endedOn == nil, "", "No decision is written down in this review.")
        problems.require(!hasOpen || before.isOpen, "", "The next review is begun already, so this one can’t be opened again. End the other one first.")
        problems.require(!reason.isEmpty, "reason", "Say in a sentence what was wrong.")
        problems.require(reason.count <= 1_000, "reason", "Make this shorter: at most 1,000 letters.")
        try problems.check()
        var after = before
        (after.decidedOn, after.decision, after.noticedOn, after.commentedOn, after.finishedOn) = (nil, nil, nil, nil, nil)
        (after.planBefore, after.estimated) = (AnnualReview.PlanDays(), [])
        return Change("annualReview.decisionTakenBack", from: before, to: after, because: reason)
    }
}

/// Ends a review that comes to nothing: the plan ended, or the pupil left.
public struct EndReview: Sendable {
    public let reason: String

    public init(because reason: String) { self.reason = reason.trimmed }

    public func applied(to before: AnnualReview, today: Day) throws -> Change<AnnualReview> {
        var problems = Problems()
        problems.require(before.isOpen, "", "This review is over already.")
        problems.require(!reason.isEmpty, "reason", "Say why, in a sentence.")
        problems.require(reason.count <= 1_000, "reason", "Make this shorter: at most 1,000 letters.")
        try problems.check()
        var after = before
        (after.endedOn, after.endedBecause) = (today, reason)
        return Change("annualReview.ended", from: before, to: after, because: reason)
    }
}
