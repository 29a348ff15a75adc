import Basics
import Database

/// The digest of one person for one day.
public struct DailyDigest: Sendable {
    let recipient: MailAddress
    let lines: [DigestLine]

    public init(to recipient: MailAddress, _ lines: [DigestLine]) { (self.recipient, self.lines) = (recipient, lines) }
}

/// Posts each person's digest at the hour they chose.
public struct DigestRound: Sendable {
    private let store: Store
    private let ring: KeyRing
    private var keys: KeyRing { ring.asOfNow }
    private let digest: @Sendable (AccountID, Reader) throws -> DailyDigest?

    /// - Parameter digest: what waits for the holder of an account, in numbers and links; nil where the account is
    ///   closed or has no address. Without lines, no letter goes out that day.
    public init(store: Store, keys: KeyRing, digest: @escaping @Sendable (AccountID, Reader) throws -> DailyDigest?) {
        (self.store, ring, self.digest) = (store, keys, digest)
    }

    /// - Returns: how many letters were posted.
    @discardableResult
    public func postDue(now: Instant) async throws -> Int {
        let due = try await store.read { try $0.mailSetting() == nil ? [] : $0.dueDigests(now) }
        var posted = 0
        for choice in due {
            let digest = try await store.read { [digest] in try digest(choice.account, $0) }
            if try await post(digest, choice, now) { posted += 1 }
        }
        return posted
    }

    private func post(_ digest: DailyDigest?, _ choice: DigestChoice, _ now: Instant) async throws -> Bool {
        try await store.write(Act(who: "Trellis (digest)", at: now, way: .night)) { [keys] writer in
            try writer.noteDigest(of: choice.account, on: now.dayInEngland)
            guard let digest, !digest.lines.isEmpty else { return false }
            let key = "digest-\(choice.account)-\(now.dayInEngland)"
            return try writer.post(.digest(digest.lines), to: digest.recipient, key: key, keys) == .queued
        }
    }
}

extension Reader {
    /// When somebody wants the digest; never, where they have not chosen.
    public func digestChoice(of account: AccountID) throws -> DigestChoice {
        try digestChoices("WHERE account_id = \(account)").first ?? DigestChoice(account: account, hour: nil)
    }

    func dueDigests(_ now: Instant) throws -> [DigestChoice] {
        try digestChoices("WHERE hour IS NOT NULL AND (last_on IS NULL OR last_on < \(now.dayInEngland)) ORDER BY account_id").filter { $0.isDue(now) }
    }

    private func digestChoices(_ rest: SQL) throws -> [DigestChoice] {
        try rows("SELECT account_id, hour, last_on FROM digest_choice \(rest)") {
            try DigestChoice(account: $0.next(), hour: $0.next(), last: $0.next())
        }
    }
}

extension Writer {
    /// Saves at which hour somebody wants the digest; nil for never.
    public func chooseDigest(hour: Int?, for account: AccountID) throws {
        let choice = try digestChoice(of: account).choosing(hour: hour, now: act.at)
        try execute("""
            INSERT INTO digest_choice (account_id, hour, last_on) VALUES (\(account), \(choice.hour as Int?), \(choice.last as Day?))
            ON CONFLICT (account_id) DO UPDATE SET hour = excluded.hour, last_on = excluded.last_on
            """)
    }

    fileprivate func noteDigest(of account: AccountID, on day: Day) throws {
        try execute("UPDATE digest_choice SET last_on = \(day) WHERE account_id = \(account)")
    }
}
