import Basics
import Foundation

/// What a provider says of itself (OpenID Connect Discovery 1.0, section 3).
struct ProviderMetadata: Decodable, Sendable {
    let issuer: String
    let authorization_endpoint: String
    let token_endpoint: String
    let jwks_uri: String
    let token_endpoint_auth_methods_supported: [String]?

    /// It must name itself just as we were told, and everything it names must be safe to ask.
    func check(_ provider: SignInProvider) throws {
        guard issuer == provider.issuer, [authorization_endpoint, token_endpoint, jwks_uri].allSatisfy(IssuerAddress.isSafeEndpoint) else { throw OpenIDRefusal.unreachable }
    }
}

/// Speaks with providers; keeps for a while what they say of themselves, and their keys.
actor ProviderClient {
    private let fetch: WebFetch
    private var metadata: [String: (ProviderMetadata, Instant)] = [:]
    private var keys: [String: (ProviderKeys, Instant)] = [:]
    /// Seconds for which both are kept.
    private static let keptFor = 3600
    /// A key that we do not know is asked for at most so often, whatever strangers send.
    private static let keysAgainAfter = 10

    init(fetch: @escaping WebFetch = Web.fetch) { self.fetch = fetch }

    /// Where the person is sent, with what proves on the way back that it is they (RFC 7636, S256).
    func authorization(at provider: SignInProvider, _ errand: SignInErrand, redirect: String, now: Instant) async throws -> String {
        let start = try await metadata(of: provider, now).authorization_endpoint
        let questions = Self.form([
            ("response_type", "code"), ("client_id", provider.clientID), ("redirect_uri", redirect), ("scope", "openid profile email"),
            ("state", errand.state), ("nonce", errand.nonce), ("code_challenge", errand.challenge), ("code_challenge_method", "S256"),
        ])
        return start + (start.contains("?") ? "&" : "?") + questions
    }

    /// Exchanges the code for a token, and says what it proves.
    func claims(from provider: SignInProvider, code: String, secret: String, _ errand: SignInErrand, redirect: String, now: Instant) async throws -> OpenIDClaims {
        let token = try IDToken(try await token(from: provider, code, secret, errand, redirect, now))
        let claims = try await claims(of: token, provider, now)
        try TokenExpectation(provider: provider, nonce: errand.nonce, now: now).check(claims)
        return claims
    }

    /// A token that names no key may be signed with one that we have not seen yet.
    private func claims(of token: IDToken, _ provider: SignInProvider, _ now: Instant) async throws -> OpenIDClaims {
        let known = try await keys(of: provider, holding: token.keyName, now)
        do {
            return try await token.claims(provedBy: known)
        } catch where token.keyName == nil && mayAskForKeys(of: provider, now) {
            return try await token.claims(provedBy: freshKeys(of: provider, now))
        }
    }

    private func token(from provider: SignInProvider, _ code: String, _ secret: String, _ errand: SignInErrand, _ redirect: String, _ now: Instant) async throws -> String {
        struct Tokens: Decodable { let id_token: String }
        let described = try await metadata(of: provider, now), methods = described.token_endpoint_auth_methods_supported ?? ["client_secret_basic"]
        var fields = [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect), ("code_verifier", errand.verifier)]
        let inBody = !methods.contains("client_secret_basic") || secret.isEmpty
        if inBody { fields += [("client_id", provider.clientID)] + (secret.isEmpty ? [] : [("client_secret", secret)]) }
        let basic = Data("\(provider.clientID.percentEncoded):\(secret.percentEncoded)".utf8).base64EncodedString()
        let answer = try await ask(WebQuestion(address: described.token_endpoint, form: Self.form(fields), authorization: inBody ? nil : "Basic \(basic)"))
        guard answer.status == 200, let tokens = try? JSONDecoder().decode(Tokens.self, from: Data(answer.body)) else { throw OpenIDRefusal.declined }
        return tokens.id_token
    }

    private func metadata(of provider: SignInProvider, _ now: Instant) async throws -> ProviderMetadata {
        if let (known, at) = metadata[provider.issuer], now < at.adding(seconds: Self.keptFor) { return known }
        guard IssuerAddress.isSafe(provider.issuer) else { throw OpenIDRefusal.unreachable }
        let base = provider.issuer.hasSuffix("/") ? String(provider.issuer.dropLast()) : provider.issuer
        let answer = try await ask(WebQuestion(address: base + "/.well-known/openid-configuration"))
        guard answer.status == 200, let fresh = try? JSONDecoder().decode(ProviderMetadata.self, from: Data(answer.body)) else { throw OpenIDRefusal.unreachable }
        try fresh.check(provider)
        metadata[provider.issuer] = (fresh, now)
        return fresh
    }

    /// The keys; asked for anew where this one is not among them, for providers change theirs.
    private func keys(of provider: SignInProvider, holding name: String?, _ now: Instant) async throws -> ProviderKeys {
        if let (known, at) = keys[provider.issuer], now < at.adding(seconds: Self.keptFor), known.holds(name) || !mayAskForKeys(of: provider, now) { return known }
        return try await freshKeys(of: provider, now)
    }

    private func mayAskForKeys(of provider: SignInProvider, _ now: Instant) -> Bool {
        keys[provider.issuer].map { now >= $0.1.adding(seconds: Self.keysAgainAfter) } ?? true
    }

    private func freshKeys(of provider: SignInProvider, _ now: Instant) async throws -> ProviderKeys {
        let answer = try await ask(WebQuestion(address: try await metadata(of: provider, now).jwks_uri))
        guard answer.status == 200, let fresh = try? ProviderKeys(json: answer.body) else { throw OpenIDRefusal.unreachable }
        keys[provider.issuer] = (fresh, now)
        return fresh
    }

    private func ask(_ question: WebQuestion) async throws -> WebAnswer {
        do { return try await fetch(question) } catch { throw OpenIDRefusal.unreachable }
    }

    static func form(_ fields: [(String, String)]) -> String { fields.map { "\($0.0.percentEncoded)=\($0.1.percentEncoded)" }.joined(separator: "&") }
}
