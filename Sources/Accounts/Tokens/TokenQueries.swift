import Access
import Basics
import Database

/// A token as a visit finds it.
struct FoundToken: Sendable {
    let token: ProgramToken
    let lastUsedAt: Instant?
    /// Who looks through it.
    let viewer: Viewer
}

extension Reader {
    /// The token of a secret, while it is good and whoever made it may sign in.
    func foundToken(_ secret: SecretToken, at now: Instant) throws -> FoundToken? {
        guard let key = try first("SELECT token_id, last_used_at FROM program_token_key WHERE digest = \(secret.digest)", { try ($0.next(RowID.self), $0.next(Instant?.self)) }),
              let token = try one(key.0, of: ProgramToken.self), token.isGood(at: now), let viewer = try viewer(of: token, at: now) else { return nil }
        return FoundToken(token: token, lastUsedAt: key.1, viewer: viewer)
    }

    /// Whoever made it, with no more than the token allows and no further than its school.
    func viewer(of token: ProgramToken, at now: Instant) throws -> Viewer? {
        guard let person = try viewer(of: token.account, on: now.dayInEngland, at: now) else { return nil }
        let allowed = TokenScope.named(token.scopes).reduce(into: Set<Permission>([.arrive, .visit])) { $0.formUnion($1.permissions) }
        let parts = person.parts.filter { $0.role != .openedRecord }.compactMap { $0.within(token.school)?.limited(to: allowed) }
        return Viewer(name: "\(person.name), by the program “\(token.name)”", account: person.account, parts: parts, family: person.family)
    }

    /// The tokens of an account, the latest first, and when each was last used.
    public func tokens(of account: AccountID? = nil) throws -> [(token: ProgramToken, lastUsedAt: Instant?)] {
        let mine: SQL = account.map { "WHERE account_id = \($0)" } ?? ""
        let used = Dictionary(try rows("SELECT token_id, last_used_at FROM program_token_key") { try ($0.next(RowID.self), $0.next(Instant?.self)) }) { $1 }
        return try all(ProgramToken.self, "\(mine) ORDER BY id DESC").map { ($0, used[$0.id] ?? nil) }
    }
}

extension Writer {
    /// Makes a token for an account.
    /// - Returns: what was made, and its secret, which nobody can look up again.
    public func make(_ making: MakeToken, for account: AccountID) throws -> (token: ProgramToken, secret: SecretToken) {
        guard let person = try viewer(of: account, on: act.today, at: act.at) else { throw Problems("", "This account has ended, so it can have no token.") }
        let held = try tokens(of: account).filter { $0.token.isGood(at: act.at) }.count
        let token = try save(making.applied(for: person, account: account, held: held, at: act.at))
        // The word in front lets scanners of source code find a token that was left there.
        let secret = SecretToken(text: "trellis_" + SecretToken.fresh().text)
        try execute("INSERT INTO program_token_key (token_id, digest) VALUES (\(token.id), \(secret.digest))")
        return (token, secret)
    }

    /// Ends a token at once.
    public func end(_ token: ProgramToken) throws {
        try save(token.ended(at: act.at))
        try execute("DELETE FROM kept_answer WHERE token_id = \(token.id)")
    }
}

extension Part {
    /// The part as far as it lies in one school; nil where none of it does.
    func within(_ school: SchoolID?) -> Part? {
        guard let school else { return self }
        let narrow: Sight? = switch sight {
        case .trust: .schools([school])
        case .schools(let schools): schools.contains(school) ? .schools([school]) : nil
        case .years(_, let place), .classes(_, let place), .taught(_, let place), .lookedAfter(let place): place == school ? sight : nil
        // Pupils one by one are of no one school.
        case .caseload, .pupils: nil
        }
        return narrow.map { Part(role, $0, place: place, permissions: permissions, purpose: purpose) }
    }
}
