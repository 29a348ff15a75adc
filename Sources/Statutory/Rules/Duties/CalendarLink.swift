import Basics

/// One person's calendar by a secret link, of which only the digest is kept.
public struct CalendarLink: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var account: AccountID
    public var digest: String
    public var madeAt: Instant
    public var showsNames: Bool
    public var endedAt: Instant?

    public init(of account: AccountID, digest: String, at now: Instant, showsNames: Bool) {
        (self.account, self.digest, madeAt, self.showsNames) = (account, digest, now, showsNames)
    }
}
