import Basics

/// At which hour a person wants the digest, on the clock in England.
public struct DigestChoice: Equatable, Sendable {
    public let account: AccountID
    /// 0 to 23; nil for never.
    public let hour: Int?
    /// The last day for which it was made.
    public let last: Day?

    public init(account: AccountID, hour: Int?, last: Day? = nil) { (self.account, self.hour, self.last) = (account, hour, last) }

    /// True from the chosen hour on, once a day. Where the clocks skip that hour, or the server was off, it comes as
    /// soon as it can on the same day.
    public func isDue(_ now: Instant) -> Bool {
        guard let hour, now.hourInEngland >= hour else { return false }
        return last.map { $0 < now.dayInEngland } ?? true
    }

    /// Another hour. Where that hour has gone by today, the first one comes tomorrow.
    /// - Throws: `Problems` for an hour that no clock shows.
    public func choosing(hour: Int?, now: Instant) throws -> DigestChoice {
        guard let hour else { return DigestChoice(account: account, hour: nil, last: last) }
        guard (0...23).contains(hour) else { throw Problems("hour", "Choose an hour from 0 to 23.") }
        return DigestChoice(account: account, hour: hour, last: hour <= now.hourInEngland ? now.dayInEngland : last)
    }
}

extension Instant {
    /// 0 to 23 on the clock in England.
    var hourInEngland: Int { Int(timeInEngland.prefix(2)) ?? 0 }
}
