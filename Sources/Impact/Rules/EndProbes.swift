import Basics

/// Marks the day from which a practice is done otherwise.
public struct MarkPhase: Sendable {
    public let words: String
    public let starts: Day

    public init(words: String, starts: Day) { (self.words, self.starts) = (words.trimmed, starts) }

    /// - Parameter beside: what was marked before.
    public func applied(to series: ProbeSeries, beside: [PhaseChange], today: Day) throws -> Change<PhaseChange> {
        var problems = Problems()
        problems.requireOpen(series)
        problems.require(!words.isEmpty, "words", "Say what is done otherwise, such as: two timings a day.")
        problems.require(words.count <= 300, "words", "Make this shorter: at most 300 characters.")
        problems.require(starts <= today, "starts", "This day is in the future. Give the day from which it is done otherwise.")
        problems.require(starts > series.starts, "starts", "This day is not after the start, \(series.starts.inWords). Give a later day.")
        problems.require(!beside.contains { $0.starts == starts }, "starts", "A change is marked on this day already.")
        try problems.check()
        return Change("phase.marked", to: PhaseChange(series: series.id, pupil: series.pupil, starts: starts, words: words))
    }
}

/// Ends a daily practice.
public struct EndProbes: Sendable {
    public let lastDay: Day

    public init(lastDay: Day) { self.lastDay = lastDay }

    /// - Parameter lastTiming: the day of the latest timing.
    public func applied(to before: ProbeSeries, lastTiming: Day?, today: Day) throws -> Change<ProbeSeries> {
        var problems = Problems()
        problems.requireOpen(before)
        problems.require(lastDay <= today, "last_day", "This day is in the future. Give the day on which it ended.")
        problems.require(lastDay >= before.starts, "last_day", "The last day comes before the first, \(before.starts.inWords).")
        if let lastTiming { problems.require(lastDay >= lastTiming, "last_day", "There is a timing of \(lastTiming.inWords). Give that day or a later one.") }
        try problems.check()
        var after = before
        after.ends = lastDay
        return Change("probes.ended", from: before, to: after)
    }
}

extension Problems {
    fileprivate mutating func requireOpen(_ series: ProbeSeries) {
        if let ends = series.ends { add("", "This practice ended on \(ends.inWords).") }
    }
}
