import Basics

/// Says that a plan has ended, or that another council keeps it now.
public struct EndPlan: Sendable {
    public let day: Day?
    public let reason: EHCPlan.EndReason?
    public let words: String

    public init(on day: Day?, _ reason: EHCPlan.EndReason?, words: String) { (self.day, self.reason, self.words) = (day, reason, words.trimmed) }

    /// - Throws: `Problems` by `ended_on`, `end_reason`, `end_words`.
    public func applied(to before: EHCPlan, today: Day) throws -> Change<EHCPlan> {
        var problems = Problems()
        problems.require(before.end == nil, "", "This plan has ended already.")
        problems.require(day != nil, "ended_on", "Give the plan’s last day.")
        problems.require(day.map { $0 <= today } ?? true, "ended_on", "This day is still to come. Write it down when the plan has ended.")
        if let day, let made = before.finalOn { problems.require(day >= made, "ended_on", "The plan is of \(made.inWords). Give that day or a later one.") }
        problems.require(reason != nil, "end_reason", "Choose why it ended.")
        problems.require(reason != .other || !words.isEmpty, "end_words", "Say why, in a sentence.")
        problems.require(words.count <= 1000, "end_words", "Make this shorter: at most 1,000 letters.")
        guard problems.isEmpty, let day, let reason else { throw problems }
        var after = before
        after.end = EHCPlan.End(on: day, reason, words: words)
        return Change("ehcPlan.ended", from: before, to: after)
    }
}

/// Says which council keeps a plan from now on: it counts as its maker (SEND Regulations 2014, reg 15(3)(a)).
public struct TransferPlan: Sendable {
    public let council: String
    public let moved: Day?
    public let learned: Day?
    public let handedOver: Day?
    public let stated: DateSource?

    public init(to council: String, moved: Day?, learned: Day? = nil, handedOver: Day? = nil, stated: DateSource?) {
        (self.council, self.moved, self.learned, self.handedOver, self.stated) = (council.trimmed, moved, learned, handedOver, stated)
    }

    /// - Throws: `Problems` by `la`, `moved_on`, `learned_on`, `transferred_on`, `stated`.
    public func applied(to before: EHCPlan, today: Day) throws -> Change<EHCPlan> {
        var problems = Problems()
        problems.require(moved != nil, "moved_on", "Give the day on which the pupil moved.")
        problems.require(stated != nil, "stated", "Choose how you know.")
        for (field, day) in [("moved_on", moved), ("learned_on", learned), ("transferred_on", handedOver)] {
            guard let day else { continue }
            problems.require(day <= today, field, "This day is still to come. Write the move down when the pupil has moved.")
            problems.require(day >= LawEdition.firstDay, field, "Give a day from \(LawEdition.firstDay.inWords) on, when this law began.")
        }
        problems.require(before.end == nil, "", "This plan has ended.")
        problems.require(council.count == 3 && council.allSatisfy { $0.isASCII && $0.isNumber }, "la", "Give the three figures of the new council.")
        problems.require(council != before.council, "la", "This council keeps the plan already. Give the new one.")
        try problems.check()
        var after = before
        (after.council, after.officer) = (council, "")
        return Change("ehcPlan.transferred", from: before, to: after)
    }
}
