import Basics

/// How long pupils waited for an agency, from the day a referral was sent to the day somebody saw them: the middle of
/// what was lived through here, not what the agency says.
public struct WaitingTime: Hashable, Sendable {
    /// Half of them waited no longer than this many days.
    public let median: Int
    /// Of how many referrals.
    public let number: Int

    /// Of fewer than this nothing is said: one slow case would speak for all, and might be known by name.
    public static let fewest = 5

    /// - Parameter days: how long each waited.
    public init?(_ days: [Int]) {
        guard days.count >= Self.fewest else { return nil }
        let sorted = days.sorted(), middle = sorted.count / 2
        (median, number) = (sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle] + 1) / 2, sorted.count)
    }

    /// `11 weeks, middle of 7 referrals`.
    public var inWords: String {
        let long = median < 21 ? count(median, "day") : count((median + 3) / 7, "week")
        return "\(long), the middle of \(count(number, "referral"))"
    }
}
