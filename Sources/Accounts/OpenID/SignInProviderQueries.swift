import Access
import Basics
import Database
import Pages

extension Reader {
    /// The providers through which one may sign in on a day.
    public func signInProviders(on day: Day) throws -> [SignInProvider] {
        try all(SignInProvider.self, "WHERE ends IS NULL OR ends >= \(day) ORDER BY name, id")
    }

    /// One of them.
    /// - Throws: `NotFound` where it is not there, or no longer used.
    func signInProvider(_ id: RowID, on day: Day) throws -> SignInProvider {
        guard let provider = try one(id, of: SignInProvider.self), provider.isOpen(on: day) else { throw NotFound() }
        return provider
    }

    func signInRules(of provider: RowID, on day: Day) throws -> [SignInRule] {
        try all(SignInRule.self, "WHERE provider_id = \(provider) AND (ends IS NULL OR ends >= \(day)) ORDER BY domain, group_name, id")
    }

    func secret(of provider: SignInProvider, _ keys: KeyRing) throws -> String {
        let locked = try value("SELECT secret FROM sign_in_provider_secret WHERE provider_id = \(provider.id)", as: LockedSecret.self)
        return try locked.map { String(decoding: try $0.unlocked(for: provider.secretOwner, with: keys), as: UTF8.self) } ?? ""
    }

    /// What there is here of whoever came.
    func known(_ claims: OpenIDClaims, from provider: SignInProvider, on day: Day) throws -> OpenIDDecision.Known {
        let subject = try all(SignInSubject.self, "WHERE issuer = \(claims.issuer) AND subject = \(claims.subject)").first
        let addressed = try claims.provedAddress(by: provider).flatMap { try account(email: $0) }
        let taken = try addressed.flatMap { try value("SELECT 1 FROM sign_in_subject WHERE issuer = \(claims.issuer) AND account_id = \($0.id)", as: Int.self) }
        return try OpenIDDecision.Known(
            linked: subject.flatMap { try one($0.account, of: Account.self) }, addressed: addressed, isTaken: taken != nil, rules: signInRules(of: provider.id, on: day))
    }
}

extension Writer {
    /// Adds a provider; its secret goes under lock, and the trail learns nothing of it.
    @discardableResult
    public func add(_ adding: AddSignInProvider, secret: String, _ keys: KeyRing) throws -> SignInProvider {
        let provider = try save(adding.applied(known: all(SignInProvider.self, "ORDER BY id")))
        if let secret = secret.nonEmpty { try keep(secret, of: provider, keys) }
        return provider
    }

    /// Keeps another secret of a provider in the place of the one before, which runs out in the end.
    public func renew(_ secret: String, of provider: SignInProvider, _ keys: KeyRing) throws {
        guard let secret = secret.nonEmpty else { throw Problems("secret", "Give the new client secret that the provider shows.") }
        try keep(secret, of: provider, keys)
    }

    private func keep(_ secret: String, of provider: SignInProvider, _ keys: KeyRing) throws {
        let locked = try LockedSecret.lock(Array(secret.trimmed.utf8), for: provider.secretOwner, with: keys)
        try execute("INSERT INTO sign_in_provider_secret (provider_id, secret) VALUES (\(provider.id), \(locked)) ON CONFLICT (provider_id) DO UPDATE SET secret = excluded.secret")
    }

    /// Somebody is sent to a provider.
    func leave(on errand: SignInErrand, to provider: RowID, next: String) throws {
        try execute("DELETE FROM sign_in_errand WHERE made_at < \(act.at.adding(seconds: -SignInErrand.lasts))")
        try execute("""
            INSERT INTO sign_in_errand (state, provider_id, next, made_at) VALUES (\(SecretToken(text: errand.state).digest), \(provider), \(next), \(act.at))
            """)
    }

    /// They come back, once.
    func comeBack(from errand: SignInErrand) throws -> (provider: RowID, next: String)? {
        let state = SecretToken(text: errand.state).digest, earliest = act.at.adding(seconds: -SignInErrand.lasts)
        let found = try first("SELECT provider_id, next FROM sign_in_errand WHERE state = \(state) AND made_at >= \(earliest)") {
            try (provider: $0.next(RowID.self), next: $0.next(String.self))
        }
        return try execute("DELETE FROM sign_in_errand WHERE state = \(state)") == 1 ? found : nil
    }

    /// Does what was decided.
    /// - Returns: whose session begins.
    /// - Throws: `OpenIDRefusal` where nobody's does.
    func follow(_ decision: OpenIDDecision, _ claims: OpenIDClaims) throws -> AccountID {
        switch decision {
        case .refuse(let refusal): throw refusal
        case .enter(let account): return account
        case .link(let account):
            try link(claims, to: account)
            return account
        case .make(let name, let email, let rules):
            let account = try add(AddAccount(name: name, email: email))
            for rule in rules.oneForEachRole { try give(GiveRole(role: rule.role, school: rule.school, starts: act.today, rule: rule.id), to: account, by: RoleGiver(.operator)) }
            try link(claims, to: account.id)
            return account.id
        }
    }

    /// Ends the roles that groups gave which the provider no longer names. One that began today never was in force, as far as days go.
    func endRolesOfLeftGroups(of account: AccountID, _ claims: OpenIDClaims, from provider: SignInProvider) throws {
        let leaving = LeaveGroups(claims: claims, rules: try all(SignInRule.self, "WHERE provider_id = \(provider.id) ORDER BY id"))
        for role in leaving.ended(of: try appointments(of: account), today: act.today) {
            if role.spell.starts < act.today { try save(LeaveGroups.change(role, today: act.today)) }
            else { try withdraw(role, event: "appointment.withdrawn", because: LeaveGroups.reason) }
        }
    }

    private func link(_ claims: OpenIDClaims, to account: AccountID) throws {
        try save(Change("signInSubject.linked", to: SignInSubject(issuer: claims.issuer, subject: claims.subject, account: account)))
    }
}

extension [SignInRule] {
    /// Two groups may give the same role; it is given once.
    fileprivate var oneForEachRole: [SignInRule] {
        enumerated().filter { place, rule in !prefix(place).contains { $0.role == rule.role && $0.school == rule.school } }.map(\.element)
    }
}
