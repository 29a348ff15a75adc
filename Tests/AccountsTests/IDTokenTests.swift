@testable import Accounts
import Basics
import Foundation
import JWTKit
import Stage
import Testing

@Suite("What a provider has signed")
struct IDTokenTests {
    static let rows = (try? SecretOracle("id_tokens").rows) ?? []

    @Test("Only what one of its own keys has signed is believed; Python's arithmetic made the tokens", arguments: rows)
    func signature(row: [String]) async throws {
        let keys = try ProviderKeys(json: Array(#"{"keys":[{"kty":"oct","kid":"odd"},{"kty":"RSA","kid":"first","use":"sig","n":"\#(row[2])","e":"\#(row[3])"}]}"#.utf8))
        let claims = try? await IDToken(row[4]).claims(provedBy: keys)
        #expect((claims != nil) == (row[1] == "1"), "\(row[0])")
        if let claims { #expect(claims.subject == "person-7" && claims.audience == ["trellis"] && claims.isEmailVerified && claims.expires == 1_795_168_800) }
    }

    @Test("A key that is not for signing, or for another algorithm, proves nothing", arguments: [#""use":"enc""#, #""alg":"RS512""#, #""use":"enc","alg":"RS256""#])
    func otherUse(words: String) async throws {
        let row = Self.rows[0]
        let keys = try ProviderKeys(json: Array(#"{"keys":[{"kty":"RSA","kid":"first",\#(words),"n":"\#(row[2])","e":"\#(row[3])"}]}"#.utf8))
        await #expect(throws: OpenIDRefusal.badToken) { try await IDToken(row[4]).claims(provedBy: keys) }
    }

    @Test("Tokens signed on the curve P-256 are read, too")
    func elliptic() async throws {
        let provider = ActedProvider()
        let claims = try await IDToken(provider.token(["sub": .text("person-7"), "aud": .list(["trellis", "other"]), "email_verified": .text("true"), "groups": .list(["a"]), "roles": .list(["b"])]))
            .claims(provedBy: ProviderKeys(json: provider.keyList))
        #expect(claims.subject == "person-7" && claims.audience == ["trellis", "other"] && claims.isEmailVerified && claims.groups == ["a", "b"])
    }

    static let provider = SignInProvider(name: "Here", issuer: "https://id.example.org", clientID: "trellis", domains: ["elm.example.org"])
    static let entra = SignInProvider(name: "Microsoft", issuer: "https://login.microsoftonline.com/99999999-0000-4000-8000-000000000001/v2.0", clientID: "trellis", domains: ["elm.example.org"])
    static let google = SignInProvider(name: "Google", issuer: "https://accounts.google.com", clientID: "trellis", domains: ["elm.example.org"])
    static let now = Instant(Stage.november, hour: 10)
    static let seconds = now.milliseconds / 1000

    static func claims(_ provider: SignInProvider = provider, _ change: (inout OpenIDClaims) -> Void = { _ in }) -> OpenIDClaims {
        var claims = OpenIDClaims()
        (claims.issuer, claims.subject, claims.audience) = (provider.issuer, "person-7", ["trellis"])
        (claims.expires, claims.issued, claims.nonce) = (seconds + 3600, seconds, "the-nonce")
        (claims.email, claims.isEmailVerified, claims.name) = ("Amira.Khan@elm.example.org", true, "Amira Khan")
        change(&claims)
        return claims
    }

    static let expectations: [(String, OpenIDClaims, Bool)] = [
        ("fine", claims(), true),
        ("another issuer", claims { $0.issuer = "https://id.example.org/" }, false),
        ("another audience", claims { $0.audience = ["other"] }, false),
        ("no audience", claims { $0.audience = [] }, false),
        ("several audiences, none in charge", claims { $0.audience = ["trellis", "other"] }, false),
        ("several audiences, we in charge", claims { $0.audience = ["trellis", "other"]; $0.authorizedParty = "trellis" }, true),
        ("another in charge", claims { $0.authorizedParty = "other" }, false),
        ("just expired, within a minute of difference", claims { $0.expires = seconds - 59 }, true),
        ("expired", claims { $0.expires = seconds - 60 }, false),
        ("never expires", claims { $0.expires = 0 }, false),
        ("issued a minute ahead", claims { $0.issued = seconds + 60 }, true),
        ("issued in the future", claims { $0.issued = seconds + 61 }, false),
        ("not dated", claims { $0.issued = 0 }, false),
        ("not yet valid", claims { $0.notBefore = seconds + 61 }, false),
        ("another nonce", claims { $0.nonce = "the-nonce2" }, false),
        ("no nonce", claims { $0.nonce = nil }, false),
        ("nobody", claims { $0.subject = "" }, false),
        ("an endless subject", claims { $0.subject = String(repeating: "x", count: 256) }, false),
    ]

    @Test("Issuer, audience, time, nonce and subject must all be right", arguments: expectations)
    func expectation(name: String, claims: OpenIDClaims, taken: Bool) {
        let expectation = TokenExpectation(provider: Self.provider, nonce: "the-nonce", now: Self.now)
        #expect(((try? expectation.check(claims)) != nil) == taken, "\(name)")
    }

    @Test("An empty nonce of ours never fits")
    func emptyNonce() {
        #expect(throws: OpenIDRefusal.badToken) { try TokenExpectation(provider: Self.provider, nonce: "", now: Self.now).check(Self.claims { $0.nonce = "" }) }
    }

    @Test("Entra: only our own tenant", arguments: [("99999999-0000-4000-8000-000000000001", true), ("99999999-0000-4000-8000-000000000002", false), (nil, false)])
    func tenant(id: String?, taken: Bool) {
        let claims = Self.claims(Self.entra) { $0.tenant = id }
        #expect(((try? TokenExpectation(provider: Self.entra, nonce: "the-nonce", now: Self.now).check(claims)) != nil) == taken)
    }

    static let addresses: [(String, SignInProvider, OpenIDClaims, String?)] = [
        ("verified", provider, claims(), "amira.khan@elm.example.org"),
        ("not verified", provider, claims { $0.isEmailVerified = false }, nil),
        ("none", provider, claims { $0.email = nil }, nil),
        ("two", provider, claims { $0.email = "a@elm.example.org,b@elm.example.org" }, nil),
        ("odd letters", provider, claims { $0.email = "аmira@elm.example.org" }, nil),
        ("Entra: what anybody may type", entra, claims(entra), nil),
        ("Entra: the sign-in name", entra, claims(entra) { $0.preferredUsername = "Amira@elm.example.org" }, "amira@elm.example.org"),
        ("Entra: a guest", entra, claims(entra) { $0.preferredUsername = "amira@elm.example.org"; $0.identityProvider = "https://sts.windows.net/other/" }, nil),
        ("Google: a Workspace", google, claims(google) { $0.hostedDomain = "elm.example.org" }, "amira.khan@elm.example.org"),
        ("Google: somebody with any account", google, claims(google), nil),
        ("Google: another Workspace", google, claims(google) { $0.hostedDomain = "oak.example.org" }, nil),
    ]

    @Test("Which address a provider answers for", arguments: addresses)
    func address(name: String, provider: SignInProvider, claims: OpenIDClaims, address: String?) {
        #expect(claims.provedAddress(by: provider) == address, "\(name)")
    }
}
