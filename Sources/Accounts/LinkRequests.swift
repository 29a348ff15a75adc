import Basics
import Database
import Mail

/// Links asked for at the sign-in page. The page only notes the address, whoever's it is; whether there is an account
/// is looked up afterwards, so that nobody can tell from the time that it takes (ASVS 6.3.8).
public struct LinkRequests: Sendable {
    let store: Store
    let keys: KeyRing?

    public init(store: Store, keys: KeyRing?) { (self.store, self.keys) = (store, keys) }

    /// A request that waited longer, while the server was down, is nobody's any more.
    static let goodFor = 3_600

    /// Sends the links that were asked for to those who have an account.
    public func answer(now: Instant) async throws {
        guard try await store.read({ try $0.value("SELECT 1 FROM link_request LIMIT 1", as: Int.self) }) != nil else { return }
        try await store.write(Act(who: "Somebody at the sign-in page", at: now, way: .page)) { [keys] writer in
            for email in try writer.takeLinkRequests(after: now.adding(seconds: -Self.goodFor)) {
                guard let account = try writer.account(email: email), account.isOpen(on: now.dayInEngland), try writer.mailSetting() != nil else { continue }
                _ = try writer.mail(writer.invite(account.id, days: 1), to: account, keys)
            }
        }
    }
}

extension Writer {
    /// Notes that a link was asked for.
    func askForLink(to email: String, origin: String) throws {
        try execute("INSERT INTO link_request (email_key, asked_at, origin) VALUES (\(email), \(act.at), \(origin))")
    }

    /// Takes out all that waits.
    /// - Returns: the addresses that asked since that moment, each once.
    fileprivate func takeLinkRequests(after moment: Instant) throws -> [String] {
        let emails = try column("SELECT DISTINCT email_key FROM link_request WHERE asked_at > \(moment) ORDER BY email_key", as: String.self)
        try execute("DELETE FROM link_request")
        return emails
    }
}
