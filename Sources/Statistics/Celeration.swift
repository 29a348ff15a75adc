import Foundation

/// By what a count a minute is multiplied each week: the slope of precision teaching.
///
///     celeration = 10^(7·slope) where slope is that of log₁₀(count a minute) by the day, by least squares
///
/// 2 doubles each week (written ×2), 1 stays, 0.5 halves (÷2). Any factor above zero. Source: O. R. Lindsley's standard
/// celeration chart; H. S. Pennypacker, A. Gutierrez and O. R. Lindsley, Handbook of the Standard Celeration Chart
/// (2003). They draw the line by eye or by quarters; least squares on the logarithm is the exact form of the same.
///
/// A count of nothing has no logarithm. As on the chart, it stands below the lowest count that the timing could have
/// shown (the record floor: 1 in the minutes counted); here at half of it.
public struct Celeration: Sendable, Hashable {
    private let line: Trend

    /// One timing: on which day, how many, in how many minutes (above zero).
    public struct Timing: Sendable, Hashable {
        public let day: Int, count: Int, minutes: Double

        public init(day: Int, count: Int, minutes: Double) { (self.day, self.count, self.minutes) = (day, count, minutes) }

        /// Counts a minute: count ∕ minutes.
        public var rate: Double { Double(count) / minutes }

        /// The rate as it is drawn: half of the record floor where nothing was counted.
        public var drawn: Double { count > 0 ? rate : 0.5 / minutes }
    }

    /// Nil under two timings, where all are of one day, and where one is of no minutes or counts below zero.
    public init?(_ timings: [Timing]) {
        guard timings.allSatisfy({ $0.minutes > 0 && $0.count >= 0 }) else { return nil }
        guard let line = Trend(timings.map { (Double($0.day), log10($0.drawn)) }) else { return nil }
        self.line = line
    }

    /// Times a week.
    public var weekly: Double { pow(10, 7 * line.slope) }

    /// The rate that the line has on a day, in counts a minute.
    public func rate(on day: Int) -> Double { pow(10, line.value(at: Double(day))) }
}
