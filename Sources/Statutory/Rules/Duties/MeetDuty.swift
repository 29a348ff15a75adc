import Basics

/// Says on which day a duty was done, or puts that right; without a day, that it was not done after all.
public struct MeetDuty: Sendable {
    public let day: Day?
    public let words: String
    public let paper: PaperID?

    public init(on day: Day?, words: String = "", paper: PaperID? = nil) { (self.day, self.words, self.paper) = (day, words.trimmed, paper) }

    /// - Throws: `Problems` with everything that is wrong.
    public func applied(to owed: OwedDuty, today: Day) throws -> Change<OwedDuty> {
        var problems = Problems()
        problems.require(owed.droppedBecause.isEmpty, "", "This is owed no more: \(owed.droppedBecause).")
        problems.require(day != nil || owed.doneOn != nil, "done_on", "Give the day on which it was done.")
        problems.require(day ?? today <= today, "done_on", "This day is still to come.")
        problems.require(words.count <= Self.longest, "words", "Make this shorter: at most 2,000 letters.")
        try problems.check()
        var after = owed
        (after.doneOn, after.doneWords, after.donePaper) = (day, day == nil ? "" : words, day == nil ? nil : paper)
        return Change(day == nil ? "duty.reopened" : "duty.met", from: owed, to: after)
    }

    static let longest = 2_000
}
