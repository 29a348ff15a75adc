/// How fast ages on a test grew beside the calendar: months of age gained for each month between the tests.
///
///     ratio gain = Σ months gained ∕ Σ months between the tests
///
/// 1 is the pace of the calendar, 2 twice as fast, below zero a loss. Sums are divided, not ratios averaged, so that a
/// pupil with a short gap does not count more than one with a long gap. Source: G. Brooks, What works for children and
/// young people with literacy difficulties? For age equivalents only.
public struct RatioGain: Sendable, Hashable {
    /// Both in months.
    public let gained: Double, elapsed: Double

    /// - Parameter pupils: months of age gained, which may be below zero, and months between the tests, above zero.
    /// - Returns: nil where there is nobody, or no time has passed for somebody.
    public init?(_ pupils: [(gained: Double, elapsed: Double)]) {
        guard !pupils.isEmpty, pupils.allSatisfy({ $0.elapsed > 0 }) else { return nil }
        gained = pupils.reduce(0) { $0 + $1.gained }
        elapsed = pupils.reduce(0) { $0 + $1.elapsed }
    }

    public var ratio: Double { gained / elapsed }

    /// Months gained beyond those of the calendar; below zero where fewer.
    public var beyondCalendar: Double { gained - elapsed }

    /// Calendar months between two days, as a number of average months: days ∕ (365.2425 ∕ 12).
    public static func months(days: Int) -> Double { Double(days) * 12 / 365.2425 }
}
