import Accounts
import Basics
import Database
import Foundation
import Logging
import Mail
import Statutory

/// What a server does beside answering: sends letters, posts digests, seals the trail each day, looks what the law asks for anew.
struct Rounds: Sendable {
    let premises: Premises
    /// Where the seals are also written.
    let seals: String
    let log: Logger

    /// Goes on until the task is cancelled.
    func run() async {
        await withTaskGroup(of: Void.self) { rounds in
            rounds.addTask { await mail() }
            rounds.addTask { await repeating(every: .seconds(2)) { try await LinkRequests(store: premises.store, keys: premises.keys).answer(now: .fromClock()) } }
            rounds.addTask { await repeating(every: .seconds(60)) { try await digests() } }
            rounds.addTask { await repeating(every: .seconds(600)) { try await seal() } }
            rounds.addTask { await repeating(every: .seconds(600)) { try await premises.store.raiseDuties(now: .fromClock()) } }
        }
    }

    private func mail() async {
        let round = MailRound(store: premises.store, keys: premises.keys, clock: { .fromClock() })
        await round.run(pause: { try await Task.sleep(for: .seconds(5)) }, report: { log.error("mail: \($0)") })
    }

    private func digests() async throws {
        let round = DigestRound(store: premises.store, keys: premises.keys) { account, reader in
            try reader.dailyDigest(of: account, premises.areas, at: .fromClock())
        }
        try await round.postDue(now: .fromClock())
    }

    /// One seal a day; a second one of the same day changes nothing.
    private func seal() async throws {
        let now = Instant.fromClock()
        _ = try await premises.store.seal(day: now.dayInEngland, at: now, with: premises.keys, file: seals)
    }

    private func repeating(every pause: Duration, _ work: () async throws -> Void) async {
        while !Task.isCancelled {
            do { try await work() } catch { log.error("round: \(error)") }
            do { try await Task.sleep(for: pause) } catch { return }
        }
    }
}
