import Basics

/// What becomes of somebody who comes from a provider with claims that have been proved.
enum OpenIDDecision: Sendable, Equatable {
    case enter(AccountID)
    /// They have an account and come this way for the first time.
    case link(AccountID)
    /// A rule gives them an account with these roles.
    case make(name: String, email: String, rules: [SignInRule])
    case refuse(OpenIDRefusal)

    /// What there is here of this person.
    struct Known: Sendable {
        /// The account of this very person of the provider.
        var linked: Account?
        /// The account with the address that the provider answers for.
        var addressed: Account?
        /// Whether that account is another person's of the same provider.
        var isTaken = false
        var rules: [SignInRule] = []
    }

    /// The person counts before the address, for addresses change hands; an account is made only where a rule says so.
    static func on(_ claims: OpenIDClaims, from provider: SignInProvider, known: Known, today: Day) -> OpenIDDecision {
        if let linked = known.linked { return linked.isOpen(on: today) ? .enter(linked.id) : .refuse(.ended) }
        guard let email = claims.provedAddress(by: provider) else { return .refuse(.noAddress) }
        let domain = String(email.split(separator: "@").last ?? "")
        guard provider.domains.contains(domain) else { return .refuse(.otherDomain) }
        if let account = known.addressed {
            if known.isTaken { return .refuse(.taken) }
            return account.isOpen(on: today) ? .link(account.id) : .refuse(.ended)
        }
        let rules = known.rules.filter { $0.fits(domain: domain, groups: claims.groups, on: today) }
        return rules.isEmpty ? .refuse(.noRule) : .make(name: claims.name?.nonEmpty.map { String($0.prefix(100)) } ?? email, email: email, rules: rules)
    }
}
