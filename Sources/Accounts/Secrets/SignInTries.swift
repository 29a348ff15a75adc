import Access
import Basics
import Database
import Pages

/// One try to enter: at which account, typed how, and from where. Only digests of both are kept.
struct SignInTry: Sendable {
    private let name: String
    /// A remembered device where there is one, so that others behind the same address do not delay its owner.
    private let place: String
    /// Counts for its own place alone, and delays nobody elsewhere.
    private let isApart: Bool
    /// So many wrong ones cost no wait.
    fileprivate let free: Int

    /// - Parameters:
    ///   - name: the folded mail address, or whatever else names what is tried.
    ///   - device: the cookie of a device that this account remembers.
    init(at name: String, from address: String, device: String? = nil) {
        self.name = name
        place = device.map { "device \($0)" } ?? "address \(address)"
        isApart = device != nil
        free = 0
    }

    /// What programs try at an address of the network. Other programs behind it, and people who sign in there, are not delayed by it.
    init(byProgram name: String, from address: String, free: Int = 0) {
        (self.name, place, isApart, self.free) = (name, "address \(address)", true, free)
    }

    fileprivate var here: String { SecretToken(text: "\(name) from \(place)").digest }
    fileprivate var everywhere: String? { isApart ? nil : SecretToken(text: "account \(name)").digest }
    fileprivate var anyAccount: String? { isApart ? nil : SecretToken(text: place).digest }
}

extension Reader {
    fileprivate func tally(_ subject: String?) throws -> SignInDelay.Tally? {
        guard let subject else { return nil }
        return try first("SELECT failures, first_at, last_at FROM sign_in_try WHERE subject = \(subject)") {
            try SignInDelay.Tally(failures: $0.next(), firstAt: $0.next(), lastAt: $0.next())
        }
    }

    func delay(of attempt: SignInTry) throws -> SignInDelay {
        let known = try value("SELECT succeeded_at FROM sign_in_try WHERE subject = \(attempt.here)", as: Instant?.self).flatMap { $0 }
        return try SignInDelay(here: tally(attempt.here), everywhere: tally(attempt.everywhere), place: tally(attempt.anyAccount), isKnown: known != nil, free: attempt.free)
    }
}

extension Writer {
    /// Seconds to wait before this try; nil where it may be made now. It is counted as wrong before it is made, so that a hundred tries at
    /// once are a hundred; the right one is taken back by `noteSuccess`.
    func secondsToWait(before attempt: SignInTry) throws -> Int? {
        try hold([attempt.here, attempt.everywhere, attempt.anyAccount].compactMap { $0 }.sorted())
        if let seconds = try delay(of: attempt).seconds(at: act.at) { return seconds }
        try forgetOldTries()
        try count(attempt.here, within: SignInDelay.forgottenAfter)
        try count(attempt.everywhere, within: SignInDelay.forgottenAfter)
        try count(attempt.anyAccount, within: 60)
        return nil
    }

    /// It was right: the wrong ones from here no longer count, and this place is known from now on.
    func noteSuccess(of attempt: SignInTry) throws {
        try execute("UPDATE sign_in_try SET failures = 0, succeeded_at = \(act.at) WHERE subject = \(attempt.here)")
        try execute("UPDATE sign_in_try SET failures = failures - 1 WHERE subject IN \([attempt.everywhere, attempt.anyAccount].compactMap { $0 }) AND failures > 0")
    }

    /// It was right without having been counted before: this place is known from now on.
    func noteKnown(_ attempt: SignInTry) throws {
        try hold([attempt.here])
        try noteSuccess(of: attempt)
    }

    /// Other tries of the same wait until this one is counted; always in one order, so that no two wait for each other.
    private func hold(_ subjects: [String]) throws {
        for subject in subjects {
            try execute("""
                INSERT INTO sign_in_try (subject, failures, first_at, last_at) VALUES (\(subject), 0, \(act.at), \(act.at)) \
                ON CONFLICT (subject) DO UPDATE SET failures = sign_in_try.failures
                """)
        }
    }

    private func count(_ subject: String?, within seconds: Int) throws {
        guard let subject else { return }
        let tally = try tally(subject).failing(at: act.at, within: seconds)
        try execute("""
            INSERT INTO sign_in_try (subject, failures, first_at, last_at) VALUES (\(subject), \(tally.failures), \(tally.firstAt), \(tally.lastAt)) \
            ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures, first_at = excluded.first_at, last_at = excluded.last_at
            """)
    }

    /// A place is known for ninety days after the last success.
    private func forgetOldTries() throws {
        let day = act.at.adding(seconds: -SignInDelay.forgottenAfter), season = act.at.adding(seconds: -90 * 86_400)
        try execute("DELETE FROM sign_in_try WHERE last_at < \(day) AND (succeeded_at IS NULL OR succeeded_at < \(season))")
    }
}

extension Visit {
    /// This try; on a device that the account remembers it is told apart from others behind the same address.
    func attempt(at name: String, of account: AccountID?) async throws -> SignInTry {
        let device = Cookie.device.value(request)
        let isOwn = try await read { [now] reader in try device.flatMap { device in try account.map { try reader.isRemembered(device, $0, at: now) } } ?? false }
        return SignInTry(at: name, from: request.address, device: isOwn ? device : nil)
    }

    /// Counts the try; where it comes too early, says how long to wait, and it must not be made.
    func secondsToWait(before attempt: SignInTry) async throws -> Int? { try await write { try $0.secondsToWait(before: attempt) } }

    func noteSuccess(of attempt: SignInTry) async throws { try await write { try $0.noteSuccess(of: attempt) } }
}
