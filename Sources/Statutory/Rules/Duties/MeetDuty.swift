import Basics

/// Says on which day a duty was done, or puts that right; without a day, that it was not done after all.
public struct MeetDuty: Sendable {
    public let day: Day?
    /// How the day is known; nil for whoever mostly tells of it.
    public let stated: DateSource?
    public let words: String
    public let paper: PaperID?

    public init(on day: Day?, stated: DateSource? = nil, words: String = "", paper: PaperID? = nil) { (self.day, self.stated, self.words, self.paper) = (day, stated, words.trimmed, paper) }

    /// - Parameter event: the day from which it is reckoned; nil where that is not known any more.
    /// - Throws: `Problems` with everything that is wrong.
    public func applied(to owed: OwedDuty, since event: Day? = nil, today: Day) throws -> Change<OwedDuty> {
        var problems = Problems()
        problems.require(owed.droppedBecause.isEmpty, "", "This is owed no more: \(owed.droppedBecause).")
        problems.require(day != nil || owed.doneOn != nil, "done_on", "Give the day on which it was done.")
        problems.require(day ?? today <= today, "done_on", "This day is still to come.")
        let first = Self.earliest(owed, event)
        problems.require(day ?? first >= first, "done_on", "This is before \(first.inWords), so it can’t be this duty that was done. Check the year.")
        problems.require(words.count <= Self.longest, "words", "Make this shorter: at most 2,000 letters.")
        try problems.check()
        guard let day else { return Change("duty.reopened", from: owed, to: owed.opened) }
        var after = owed.met(on: day, stated: stated ?? owed.usualSource, words: words, paper: nil)
        after.donePaper = paper
        return Change("duty.met", from: owed, to: after)
    }

    /// What is owed after something is not done before it; what is owed before it, in the year before. A qualification of a SENCO may
    /// be older than the post.
    private static func earliest(_ owed: OwedDuty, _ event: Day?) -> Day {
        if owed.rule.hasPrefix("SD-3") { return LawEdition.firstDay.adding(years: -5) }
        guard let event else { return LawEdition.firstDay }
        return max(LawEdition.firstDay, owed.dueOn >= event ? event : event.adding(years: -1))
    }

    static let longest = 2_000
}
