import Access
import Basics
import Database
import Pages

extension Reader {
    /// The account of an address and what is kept of its password; nil where nobody may sign in so.
    func passwordHash(email: String, on day: Day) throws -> (account: AccountID, hash: PasswordHash?)? {
        guard let account = try all(Account.self, "WHERE email_key = \(email)").first, account.isOpen(on: day) else { return nil }
        return (account.id, try value("SELECT password FROM account_secret WHERE account_id = \(account.id)", as: PasswordHash?.self).flatMap { $0 })
    }
}

extension Writer {
    /// Keeps a new password, of which the trail learns only that there is one.
    func keepPassword(_ hash: PasswordHash, of id: AccountID) throws {
        try execute("INSERT INTO account_secret (account_id) VALUES (\(id)) ON CONFLICT (account_id) DO NOTHING")
        try execute("UPDATE account_secret SET password = \(hash) WHERE account_id = \(id)")
        guard let before = try one(id, of: Account.self) else { throw NotFound() }
        var after = before
        after.passwordSince = act.today
        try save(Change("account.passwordSet", from: before, to: after))
    }
}

extension PageRequest {
    /// `Chrome on a phone`: enough to know one's own devices again. Nothing of it is trusted.
    var deviceInWords: String {
        let agent = headers["user-agent"] ?? ""
        let names = [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")]
        let browser = names.first { agent.contains($0.0) }?.1 ?? "A browser"
        return isPhone ? "\(browser) on a phone" : "\(browser) on a computer"
    }

    /// Whether the browser says that it runs on a phone or tablet.
    var isPhone: Bool { headers["sec-ch-ua-mobile"] == "?1" || (headers["user-agent"] ?? "").contains("Mobi") }
}

extension Int {
    /// Seconds in words: `20 seconds`, `3 minutes`.
    var inWaitingWords: String { self < 90 ? count(self, "second") : count((self + 59) / 60, "minute") }
}
