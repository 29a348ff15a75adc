import Basics

/// A link by which one invited person writes for a review without an account, until a day.
public struct ReviewLink: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var person: RowID
    public var pupil: PupilID
    public var school: SchoolID
    public var madeAt: Instant
    /// The last day on which it opens.
    public var until: Day
    public var openedAt: Instant?
    public var endedAt: Instant?

    public init(for person: ReviewPerson, madeAt: Instant, until: Day) {
        (self.person, pupil, school, self.madeAt, self.until) = (person.id, person.pupil, person.school, madeAt, until)
    }

    public func isGood(on day: Day) -> Bool { endedAt == nil && day <= until }

    /// Until when a link made today opens: two weeks after the meeting, so that papers can be read; six weeks where there is no day yet.
    public static func lastDay(of review: AnnualReview, today: Day) -> Day { max(today + 14, (review.meetingOn ?? today + 28) + 14) }
}
