import Basics
import Database

/// Sends what is due. Several may be at work at once: each letter is taken by one of them alone.
public struct MailRound: Sendable {
    private let store: Store
    private let ring: KeyRing
    private var keys: KeyRing { ring.asOfNow }
    private let clock: @Sendable () -> Instant

    public init(store: Store, keys: KeyRing, clock: @escaping @Sendable () -> Instant) {
        (self.store, ring, self.clock) = (store, keys, clock)
    }

    /// Sends what is due, one after another, until nothing is left or the server can't be reached.
    /// - Returns: how many letters the server took.
    @discardableResult
    public func sendDue() async throws -> Int {
        let now = clock()
        guard try await store.read({ try $0.hasMailWork(now) }) else { return 0 }
        try await write { try $0.settleLostLetters() }
        var sent = 0
        // A task of its own: once a letter is taken, what became of it is written down, even where the program is
        // told to end meanwhile.
        while !Task.isCancelled, let result = try await Task(operation: { try await sendNext() }).value {
            if case .sent = result { sent += 1 }
            if case .noServer = result { break }
        }
        return sent
    }

    /// Goes on until the task is cancelled.
    /// - Parameters:
    ///   - pause: waits between two rounds, such as `Task.sleep(for: .seconds(5))`; when it throws, the loop ends.
    ///   - report: told of what went wrong; there is no address in it.
    public func run(pause: @Sendable () async throws -> Void, report: @Sendable (any Error) -> Void) async {
        while !Task.isCancelled {
            do { try await sendDue() } catch { report(error) }
            do { try await pause() } catch { return }
        }
    }

    private func sendNext() async throws -> DeliveryResult? {
        guard let server = try await server(), let letter = try await write({ try $0.takeLetter() }) else { return nil }
        let result = await attempt(letter, server)
        try await write { try $0.settle(letter, result) }
        return result
    }

    private func server() async throws -> MailServer? { try await store.read { [keys] in try $0.mailServer(keys) } }

    /// Nothing has left before the letter can be opened, so it may be tried again.
    private func attempt(_ letter: TakenLetter, _ server: MailServer) async -> DeliveryResult {
        do {
            return await server.send(try letter.message(from: server.setting.sender, keys))
        } catch {
            return .notNow("\(error)")
        }
    }

    private func write<T: Sendable>(_ body: @escaping @Sendable (Writer) throws -> T) async throws -> T {
        try await store.write(Act(who: "Trellis (mail)", at: clock(), way: .night), body)
    }
}
