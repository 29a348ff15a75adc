import Basics

/// One thing that somebody owes by a day: what, who, until when, and by which line of law or guidance.
///
///     let timetable = try AskDates("needs-assessment", on: "2026-09-07").answered()
///     timetable.duties.map(\.due)   // 19 October, 28 December, 25 January
public struct Duty: Hashable, Sendable {
    /// What its last day means.
    public enum Limit: Hashable, Sendable {
        /// It must be done by then.
        case by
        /// Time must be left at least until then; sooner is too soon.
        case atLeastUntil
    }

    /// As in the table of rules: `NA-3`.
    public let id: String
    public let what: String
    public let owner: DutyOwner
    /// The first safe day; nil where it may be done at once.
    public let from: Day?
    /// The last compliant day. Neither holidays nor weekends move it.
    public let due: Day
    public let limit: Limit
    /// How the day was reckoned, in one line.
    public let basis: String
    public let force: Force
    public let citation: String
    public let mark: EvidenceMark
    /// What else to know: what was assumed, what may excuse, what to check.
    public let note: String
    /// The edition of the law under which it arose. It stays when a later edition comes.
    public let edition: String
    /// Whether it is reckoned from the last day on which something may happen, since nobody gave the day: nobody saw it happen.
    public let isAssumed: Bool
    /// Whether it is owed only where something comes about that nobody knows yet: a notice of changes, if the plan is to change.
    public let isConditional: Bool
    /// What could excuse it, each with its own line of the regulations.
    public let grounds: [ExemptionGround: String]
}
