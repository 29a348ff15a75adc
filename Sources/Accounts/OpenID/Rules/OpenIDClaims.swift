import Basics

/// What a provider says of somebody, once its signature has been found right.
struct OpenIDClaims: Sendable, Equatable {
    var issuer = ""
    var subject = ""
    var audience: [String] = []
    var authorizedParty: String?
    /// Seconds since 1970.
    var expires = 0
    var issued = 0
    var notBefore: Int?
    var nonce: String?
    var name: String?
    var email: String?
    var isEmailVerified = false
    var preferredUsername: String?
    /// Entra's tenant.
    var tenant: String?
    /// Where a guest of Entra comes from.
    var identityProvider: String?
    /// Google's Workspace domain.
    var hostedDomain: String?
    /// Groups and app roles.
    var groups: [String] = []
    /// There are more groups than the token holds: the provider says where to ask for them, and names none.
    var hasGroupsElsewhere = false

    /// An address that the provider answers for, in small letters; nil where there is none.
    ///
    /// Entra's `email` is whatever anybody has typed, so there only the sign-in name counts, and not that of a
    /// guest (Microsoft: “Secure applications with claims”). Google answers only for the domain of a Workspace
    /// (Google: “OpenID Connect”, `hd`).
    func provedAddress(by provider: SignInProvider) -> String? {
        if provider.entraTenant != nil { return identityProvider == nil || identityProvider == issuer ? Self.address(preferredUsername) : nil }
        guard isEmailVerified, let email = Self.address(email) else { return nil }
        if provider.isGoogle { return hostedDomain.map { email.hasSuffix("@" + $0.lowercased()) } == true ? email : nil }
        return email
    }

    private static func address(_ text: String?) -> String? {
        let text = text?.trimmed.lowercased() ?? "", parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = text.unicodeScalars.allSatisfy { $0.value > 32 && $0.value < 127 && !"<>()[],;:\"\\".unicodeScalars.contains($0) }
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && text.utf8.count <= 254 && isPlain ? text : nil
    }
}

/// Why somebody who came from a provider is not let in. What the provider itself wrote is never shown.
enum OpenIDRefusal: Error, Sendable, Equatable, CaseIterable {
    /// They come back from an errand that we know nothing of, or too late, or in another browser.
    case unknownErrand
    /// The person said no, or the provider did.
    case declined
    /// What it said is not signed by it, or not meant for us, or too old.
    case badToken
    /// It can't be reached, or does not speak OpenID Connect.
    case unreachable
    case noAddress
    case otherDomain
    case noRule
    case ended
    /// The address belongs to an account that another person of the same provider uses.
    case taken

    /// What is wrong and what to do, for the person.
    var words: String {
        switch self {
        case .unknownErrand: "This sign-in was begun too long ago or in another browser. Begin again."
        case .declined: "The other system did not let you in, or you went back. Begin again."
        case .badToken: "What the other system said of you could not be trusted. Begin again. If it happens twice, tell whoever runs Trellis in your trust."
        case .unreachable: "The other system can’t be reached just now. Wait a few minutes, or sign in with your password."
        case .noAddress: "The other system did not say which mail address is yours. Tell whoever runs Trellis in your trust."
        case .otherDomain: "Your mail address is not one of this trust’s. Sign in with the account that you have at work."
        case .noRule: "You have no account in Trellis yet. Ask your SENCO, or whoever runs Trellis in your trust, to invite you."
        case .ended: "Your account in Trellis has ended. Ask your SENCO, or whoever runs Trellis in your trust."
        case .taken: "Another person uses the account with your mail address. Tell whoever runs Trellis in your trust."
        }
    }
}

/// What must be true of a token before anything in it is believed (OpenID Connect Core 1.0, section 3.1.3.7).
struct TokenExpectation: Sendable {
    let provider: SignInProvider
    let nonce: String
    let now: Instant
    /// Clocks may differ by so many seconds.
    static let skew = 60

    func check(_ claims: OpenIDClaims) throws {
        let seconds = now.milliseconds / 1000, tenant = provider.entraTenant
        let isOurs = claims.issuer == provider.issuer && claims.audience.contains(provider.clientID)
            && (claims.audience.count == 1 || claims.authorizedParty != nil) && claims.authorizedParty ?? provider.clientID == provider.clientID
        let isFresh = seconds < claims.expires + Self.skew && claims.issued <= seconds + Self.skew && claims.notBefore ?? 0 <= seconds + Self.skew && claims.issued > 0
        let isAnswer = !nonce.isEmpty && Array((claims.nonce ?? "").utf8).isSameSecret(as: Array(nonce.utf8))
        guard isOurs, isFresh, isAnswer, !claims.subject.isEmpty, claims.subject.utf8.count <= 255, tenant == nil || claims.tenant?.lowercased() == tenant else { throw OpenIDRefusal.badToken }
    }
}
