import Basics

/// With which another program asks on behalf of a person, for a purpose and a time.
public struct ProgramToken: Sendable, Equatable {
    public var id: RowID
    public var version: Int
    public var account: AccountID
    /// What it is for, in the person's words.
    public var name: String
    /// Codes of what it may be used for.
    public var scopes: [String]
    /// The one school to which it is bound; nil for all that the person sees.
    public var school: SchoolID?
    public var madeAt: Instant
    public var expiresAt: Instant
    public var endedAt: Instant?

    public init(id: RowID, version: Int = 0, account: AccountID, name: String, scopes: [String], school: SchoolID? = nil,
                madeAt: Instant, expiresAt: Instant, endedAt: Instant? = nil) {
        self.id = id
        self.version = version
        self.account = account
        self.name = name
        self.scopes = scopes
        self.school = school
        self.madeAt = madeAt
        self.expiresAt = expiresAt
        self.endedAt = endedAt
    }

    public func isGood(at now: Instant) -> Bool { endedAt == nil && now < expiresAt }

    /// - Throws: `Problems` where it has ended already.
    public func ended(at now: Instant) throws -> Change<ProgramToken> {
        guard endedAt == nil else { throw Problems("", "This token has ended already.") }
        var after = self
        after.endedAt = now
        return Change("token.ended", from: self, to: after)
    }
}
