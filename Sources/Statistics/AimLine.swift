import Foundation

/// The line from where a pupil is to where they shall be on a day.
public struct AimLine: Sendable, Hashable {
    /// Whether each day adds the same amount, or multiplies by the same factor (as in precision teaching).
    public enum Course: Sendable { case adding, multiplying }

    public let starts: Int, ends: Int
    public let from: Double, to: Double
    public let course: Course

    /// - Parameters:
    ///   - starts: a day's number; `ends` a later one.
    ///   - from: in the unit of the measure, as is `to`; both above zero where the course multiplies.
    /// - Returns: nil out of these ranges.
    public init?(starts: Int, from: Double, ends: Int, to: Double, course: Course = .adding) {
        guard ends > starts, course == .adding || (from > 0 && to > 0) else { return nil }
        (self.starts, self.from, self.ends, self.to, self.course) = (starts, from, ends, to, course)
    }

    /// from + (to − from)·t, or from·(to ∕ from)^t, with t = (day − starts) ∕ (ends − starts). It goes on beyond its ends.
    public func value(on day: Int) -> Double {
        let share = Double(day - starts) / Double(ends - starts)
        return course == .adding ? from + (to - from) * share : from * pow(to / from, share)
    }

    /// What each week must bring: units to add, or the factor to multiply by.
    public var weekly: Double {
        let weeks = Double(ends - starts) / 7
        return course == .adding ? (to - from) / weeks : pow(to / from, 1 / weeks)
    }
}
