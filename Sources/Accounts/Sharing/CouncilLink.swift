import Access
import Basics
import Database
import People

/// A link for a council officer that opens once.
public struct CouncilLink: Recorded {
    public static let table = Table("council_link", "account_id", "council", "reason", "made_at", "until_day", "used_at", "ended_at")

    public var id: RowID = .new
    public var version = 0
    public var account: AccountID
    public var council: String
    public var reason: String
    public var madeAt: Instant
    /// The last day on which it may be used.
    public var until: Day
    public var usedAt: Instant?
    public var endedAt: Instant?

    init(account: AccountID, council: String, reason: String, madeAt: Instant, until: Day) {
        (self.account, self.council, self.reason, self.madeAt, self.until) = (account, council.trimmed, reason.trimmed, madeAt, until)
    }

    public var cells: [SQLValue] { Database.cells(account, council, reason, madeAt, until, usedAt, endedAt) }

    public init(_ row: inout Row) throws {
        (id, version, account, council) = try (row.next(), row.next(), row.next(), row.next())
        (reason, madeAt, until, usedAt, endedAt) = try (row.next(), row.next(), row.next(), row.next(), row.next())
    }

    func isGood(on day: Day) -> Bool { usedAt == nil && endedAt == nil && day <= until }
}

extension Reader {
    /// The link that a secret opens, while it is good, and what is kept of its number.
    func councilLink(_ token: String, on day: Day) throws -> (link: CouncilLink, number: PasswordHash)? {
        let digest = SecretToken(text: token).digest
        guard let link = try all(CouncilLink.self, "WHERE id IN (SELECT link_id FROM council_link_key WHERE digest = \(digest) AND failures < \(ShareWithCouncil.mostTries))").first,
              link.isGood(on: day), try one(link.account, of: Account.self)?.isOpen(on: day) == true,
              let number = try value("SELECT kept FROM council_link_key WHERE digest = \(digest)", as: PasswordHash.self) else { return nil }
        return (link, number)
    }

    /// An account that serves for links alone: it has no password and no other role, so that a link never opens more.
    func isForLinksOnly(_ account: Account) throws -> Bool {
        let others = try value("SELECT COUNT(*) FROM appointment WHERE account_id = \(account.id) AND role <> 'council-officer'", as: Int.self) ?? 0
        let family = try value("SELECT COUNT(*) FROM family_tie WHERE account_id = \(account.id)", as: Int.self) ?? 0
        return account.passwordSince == nil && others == 0 && family == 0
    }
}

extension Writer {
    /// A fresh link; earlier ones of the same officer stop working.
    func makeLink(_ link: CouncilLink, number: PasswordHash) throws -> SecretToken {
        try endLinks(of: link.account)
        let token = SecretToken.fresh(), stored = try save(Change("councilLink.made", to: link))
        try execute("INSERT INTO council_link_key (digest, link_id, kept, failures) VALUES (\(token.digest), \(stored.id), \(number), 0)")
        return token
    }

    func endLinks(of account: AccountID) throws {
        for before in try all(CouncilLink.self, "WHERE account_id = \(account) AND ended_at IS NULL AND used_at IS NULL") {
            var after = before
            after.endedAt = act.at
            try save(Change("councilLink.ended", from: before, to: after))
            try execute("DELETE FROM council_link_key WHERE link_id = \(before.id)")
        }
    }

    /// Counts a try at the number before it is made, so that many at once are many.
    /// - Returns: false where there have been too many.
    func countTry(at link: CouncilLink) throws -> Bool {
        try execute("UPDATE council_link_key SET failures = failures + 1 WHERE link_id = \(link.id) AND failures < \(ShareWithCouncil.mostTries)") == 1
    }

    /// The link is used up.
    /// - Returns: false where somebody was faster, or it has ended meanwhile.
    func use(_ link: CouncilLink) throws -> Bool {
        guard let before = try one(link.id, of: CouncilLink.self), before.isGood(on: act.today),
              try execute("DELETE FROM council_link_key WHERE link_id = \(link.id)") == 1 else { return false }
        var after = before
        after.usedAt = act.at
        try save(Change("councilLink.used", from: before, to: after))
        return true
    }
}
