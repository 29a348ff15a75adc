import Access
import Basics
import Database
import Synchronization

/// The sessions of this server. What is looked up is kept for a few seconds, for a page asks for it each time;
/// whatever changes who may see what lets all of it go at once.
public final class Sessions: Sendable {
    let store: Store
    private let kept = Mutex<[String: (session: Session, until: Instant)]>([:])
    /// Another program, such as the command line, can end access, too; so nothing is kept for longer.
    private static let keptFor = 5, mostKept = 2_000

    public init(store: Store) { self.store = store }

    /// The session of a key, if it is good. That it was used is written at most once a minute.
    public func find(_ token: SecretToken, now: Instant) async throws -> Session? {
        let digest = token.digest
        if let known = kept.withLock({ $0[digest] }), now < known.until, known.session.key.isGood(SessionTerms(known.session.signIn), known.session.signIn, at: now) {
            return known.session
        }
        guard let session = try await store.read({ try $0.session(token, at: now) }) else { return nil }
        if now >= session.key.lastAt.adding(seconds: 60) { try await Self.unlessDiskIsFull { try await touch(session, now) } }
        kept.withLock { kept in
            if kept.count >= Self.mostKept { kept.removeAll(keepingCapacity: true) }
            kept[digest] = (session, now.adding(seconds: Self.keptFor))
        }
        return session
    }

    /// Nothing known is good any more.
    public func forget() { kept.withLock { $0.removeAll(keepingCapacity: true) } }

    /// Signs somebody in.
    func begin(_ signIn: SignIn, waitsFor: Session.Step, as name: String) async throws -> SecretToken {
        try await store.write(Act(who: name, account: signIn.account, at: signIn.at, way: .page)) { try $0.begin(signIn, waitsFor: waitsFor) }
    }

    /// A new key for a session whose key is old, or which may now see more.
    func change(_ session: Session, waitsFor: Session.Step = .nothing, now: Instant) async throws -> SecretToken {
        defer { forget() }
        return try await store.write(session.act(at: now)) { try $0.changeKey(of: session, waitsFor: waitsFor) }
    }

    func end(_ session: Session, now: Instant) async throws {
        defer { forget() }
        try await store.write(session.act(at: now)) { try $0.end([session.signIn]) }
    }

    /// What a session notes of itself waits where the disk is full, so that records can still be read.
    @discardableResult
    static func unlessDiskIsFull<Value>(_ work: () async throws -> Value) async throws -> Value? {
        do { return try await work() } catch StoreProblem.diskFull { return nil }
    }

    private func touch(_ session: Session, _ now: Instant) async throws {
        try await store.write(session.act(at: now)) { _ = try $0.execute("UPDATE session_key SET last_at = \(now) WHERE digest = \(session.key.digest)") }
    }
}

extension Session {
    func act(at now: Instant) -> Act { Act(who: viewer?.signature ?? "", account: signIn.account, at: now, way: .page) }
}
