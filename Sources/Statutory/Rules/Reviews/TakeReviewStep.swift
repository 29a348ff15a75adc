import Basics

/// Plans the meeting of a review, or moves it.
public struct PlanReviewMeeting: Sendable {
    public let day: Day?
    public var time = "", place = "", chair = ""
    /// Whoever plans has seen what is unusual about the day.
    public var isSure = false

    public init(_ day: Day?, time: String = "", place: String = "", chair: String = "", isSure: Bool = false) {
        (self.day, self.time, self.place, self.chair, self.isSure) = (day, time.trimmed, place.trimmed, chair.trimmed, isSure)
    }

    /// - Parameter isSchoolDay: whether the school has pupils in on that day.
    public func applied(to before: AnnualReview, isSchoolDay: Bool, today: Day) throws -> Change<AnnualReview> {
        var problems = Problems()
        problems.require(before.isOpen && before.heldOn == nil, "", "This meeting was held already, so it can’t be moved.")
        guard let day else { throw Problems("meeting_on", "Give the day of the meeting.") }
        problems.require(day > today, "meeting_on", "This day has passed, or is today. Give a later day.")
        problems.require(day <= today.adding(years: 2), "meeting_on", "This is more than two years away. Check the year.")
        problems.require(BankHolidays.isWorkingDay(day), "meeting_on", "This is a weekend or a bank holiday. Choose a working day.")
        if !isSure { problems.require(doubts(before, isSchoolDay, today).isEmpty, "is_sure", doubts(before, isSchoolDay, today).joined(separator: " ")) }
        for (field, text) in [("meeting_at", time), ("place", place), ("chair", chair)] { problems.require(text.count <= 200, field, "Make this shorter: at most 200 letters.") }
        try problems.check()
        var after = before
        (after.meetingOn, after.meetingAt, after.place, after.chair) = (day, time, place, chair)
        return Change(before.meetingOn == nil ? "annualReview.planned" : "annualReview.moved", from: before, to: after)
    }

    private func doubts(_ review: AnnualReview, _ isSchoolDay: Bool, _ today: Day) -> [String] {
        guard let day else { return [] }
        return [
            day > review.latestMeeting ? "The last day for this meeting is \(review.latestMeeting.inWords): after it the council can’t decide in time." : nil,
            day < today + 14 ? "Everybody must be told two weeks before (regulation 20(3)); this is sooner." : nil,
            isSchoolDay ? nil : "The school is closed on this day.",
        ].compactMap(\.self)
    }
}

/// Writes down that something of a review was done.
public struct TakeReviewStep: Sendable {
    public let step: ReviewStep
    public let day: Day?
    public var decision: AnnualReview.Decision?
    /// Of the end: the plan stays as it is after all.
    public var stays = false

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
        case .finished: after.finishedOn = day
        }
        return Change("annualReview.\(step == .finished && stays ? "stayed" : step.rawValue)", from: before, to: after)
    }

    /// Only where something is to change does anything follow.
    private func decide(_ review: inout AnnualReview, _ day: Day) {
        (review.decidedOn, review.decision) = (day, decision)
        if decision != .amend || review.kind == .topUp { review.finishedOn = day }
    }

    private func problems(_ review: AnnualReview, _ day: Day, _ today: Day) -> Problems {
        var problems = Problems()
        problems.require(review.isOpen, "", "This review is over.")
        problems.require(day <= today, "happened_on", "This day is still to come.")
        if let before = earliest(review), day < before.day { problems.add("happened_on", "\(before.words) on \(before.day.inWords). Give that day or a later one.") }
        if let missing = missing(review) { problems.add("", missing) }
        if step == .decided { problems.require(decision != nil, "decision", "Choose what the council decided.") }
        return problems
    }

    /// What must be written down before.
    private func missing(_ review: AnnualReview) -> String? {
        switch step {
        case .planned, .held: nil
        case .invited, .circulated: review.meetingOn == nil ? "Plan the meeting first." : review.heldOn != nil ? "The meeting was held already." : nil
        case .reported, .decided: review.heldOn == nil ? "Write down the meeting first." : nil
        case .noticed: review.decision == .amend ? nil : "The council has not said that it will change the plan."
        case .finished: review.noticedOn == nil ? "Write down the notice of changes first." : nil
        }
    }

    private func earliest(_ review: AnnualReview) -> (day: Day, words: String)? {
        switch step {
        case .reported, .decided: review.heldOn.map { ($0, "The meeting was") }
        case .noticed: review.decidedOn.map { ($0, "The council decided") }
        case .finished: review.noticedOn.map { ($0, "The notice was sent") }
        default: nil
        }
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
