import Access
import Basics
import Database

/// A token as it comes in from an address: whether it is good, and whether whoever is behind that address must wait.
///
/// Wrong tokens are counted for each address: a hundred cost nothing, for a token has 256 random bits; each further
/// one doubles the wait, to a quarter of an hour. A token that was good from there before is never kept waiting, so
/// that a guesser stops no program beside it; and one that was made here once and has ended is no guess, so that a
/// program whose token grew old delays nobody.
struct TokenArrival: Sendable {
    let found: FoundToken?
    /// Whether it was good from this address before.
    let isKnownHere: Bool
    /// Seconds to wait before anything is looked at; nil where nobody need wait.
    let wait: Int?
    /// Nobody ever made this token.
    let isGuess: Bool
}

extension SignInTry {
    fileprivate static func wrongToken(from address: String) -> SignInTry { SignInTry(byProgram: "a token", from: address, free: 100) }
    fileprivate static func token(_ secret: SecretToken, from address: String) -> SignInTry { SignInTry(byProgram: "token \(secret.digest)", from: address) }
}

extension Reader {
    func arrival(of secret: SecretToken, from address: String, at now: Instant) throws -> TokenArrival {
        let found = try foundToken(secret, at: now), isKnown = try found != nil && delay(of: .token(secret, from: address)).isKnown
        let wait = try isKnown ? nil : delay(of: .wrongToken(from: address)).seconds(at: now)
        let wasMade = try found != nil || value("SELECT token_id FROM program_token_key WHERE digest = \(secret.digest)", as: RowID.self) != nil
        return TokenArrival(found: found, isKnownHere: isKnown, wait: wait, isGuess: !wasMade)
    }
}

extension Writer {
    /// Counts a token that nobody made.
    /// - Returns: seconds to wait, where another came in the same moment.
    func countGuess(from address: String) throws -> Int? { try secondsToWait(before: .wrongToken(from: address)) }

    /// A good token: it is known at this address from now on.
    func noteUse(_ found: FoundToken, _ secret: SecretToken, from address: String) throws {
        try execute("UPDATE program_token_key SET last_used_at = \(act.at) WHERE token_id = \(found.token.id)")
        try noteKnown(.token(secret, from: address))
    }
}
