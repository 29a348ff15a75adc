import Basics
import Database
import Foundation
@testable import Mail
import Stage
import Synchronization

/// A store with the tables of mail alone, keys of its own, and a clock that is moved on purpose.
final class MailStage: Sendable {
    let store: Store
    let keys = KeyRing.fresh()
    let address: String
    private let hands = Mutex(Instant(Stage.november, hour: 10))

    init(_ engine: StageEngine = .sqlite) async throws {
        address = engine.freshAddress
        store = try await Store.open(address, migrations: mailMigrations)
    }

    deinit {
        let file = address.hasPrefix("sqlite:") ? String(address.dropFirst("sqlite:".count)) : nil
        Task.detached { [store] in
            try? store.close()
            for ending in ["", "-wal", "-shm"] { file.map { try? FileManager.default.removeItem(atPath: $0 + ending) } }
        }
    }

    var now: Instant { hands.withLock { $0 } }
    var round: MailRound { round(over: store) }

    func round(over store: Store) -> MailRound { MailRound(store: store, keys: keys, clock: { self.now }) }
    func pass(minutes: Int) { hands.withLock { $0 = $0.adding(seconds: minutes * 60) } }

    @discardableResult
    func act<T: Sendable>(_ body: @escaping @Sendable (Writer) throws -> T) async throws -> T {
        try await store.write(Act(who: "Dev Patel (Data manager)", at: now, way: .command), body)
    }

    /// Mail by one of the server's doors; a port where nobody answers unless the test names one.
    func setUp(port: Int = 1, _ security: MailSecurity = .none, user: String? = nil, password: String? = nil, certificates: String? = nil) async throws {
        let wish = SetUpMail(host: "127.0.0.1", port: port, security: security, user: user, sender: "trellis@example.org",
                             publicAddress: "https://trellis.example.org:8443", certificates: certificates)
        try await act { [keys] writer in try writer.setUpMail(wish.applied(to: writer.mailSetting()), password: password, keys) }
    }

    @discardableResult
    func post(_ letter: Letter = .test, to address: MailAddress, key: String? = nil) async throws -> Posting {
        try await act { [keys] in try $0.post(letter, to: address, key: key ?? "test-\(address)", keys) }
    }

    func letter(to address: MailAddress) async throws -> QueuedLetter? {
        try await store.read { try $0.queuedLetter("test-\(address)") }
    }

    /// Somebody whose mailbox has these manners (smtp_server.py), new for each test.
    static func somebody(_ manners: String = "amira") throws -> MailAddress {
        try MailAddress("\(manners)-\(UUID().uuidString.lowercased())@example.org")
    }
}
