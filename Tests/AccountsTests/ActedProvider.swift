@testable import Accounts
import Basics
import Foundation
import JWTKit
import Synchronization

/// A provider played by the test: real signatures, no network.
final class ActedProvider: Sendable {
    private struct Act {
        var key = ES256PrivateKey()
        var keyName = "k1"
        var claims: [String: ClaimValue] = [:]
        var asked: [WebQuestion] = []
        var headerName: String?
    }

    let issuer: String
    private let act = Mutex(Act())

    init(issuer: String = "https://id.example.org") { self.issuer = issuer }

    /// What the next token says beside issuer and times.
    func says(_ claims: [String: ClaimValue]) { act.withLock { $0.claims = claims } }

    func turnKey() {
        act.withLock {
            $0.key = ES256PrivateKey()
            $0.keyName += "x"
        }
    }

    /// Signs with a key that it does not publish.
    func signsAs(_ name: String?) { act.withLock { $0.headerName = name } }

    var asked: [WebQuestion] { act.withLock { $0.asked } }

    var keyList: [UInt8] {
        act.withLock { act in
            let parameters = act.key.publicKey.parameters
            let (x, y) = (Self.url(parameters?.x), Self.url(parameters?.y))
            return Array(#"{"keys":[{"kty":"EC","crv":"P-256","kid":"\#(act.keyName)","x":"\#(x)","y":"\#(y)"}]}"#.utf8)
        }
    }

    func token(_ claims: [String: ClaimValue]) async throws -> String {
        let (key, name) = act.withLock { ($0.key, $0.headerName ?? $0.keyName) }
        return try await JWTKeyCollection().add(ecdsa: key, kid: JWKIdentifier(string: name)).sign(Words(fields: claims), kid: JWKIdentifier(string: name))
    }

    var fetch: WebFetch {
        { [self] question in
            act.withLock { $0.asked.append(question) }
            switch question.address.dropFirst(issuer.count) {
            case "/.well-known/openid-configuration":
                let words = #"{"issuer":"\#(issuer)","authorization_endpoint":"\#(issuer)/authorize","token_endpoint":"\#(issuer)/token","jwks_uri":"\#(issuer)/keys"}"#
                return WebAnswer(status: 200, body: Array(words.utf8))
            case "/keys": return WebAnswer(status: 200, body: keyList)
            case "/token": return WebAnswer(status: 200, body: Array(#"{"id_token":"\#(try await token(act.withLock { $0.claims }))"}"#.utf8))
            default: return WebAnswer(status: 404, body: [])
            }
        }
    }

    private static func url(_ text: String?) -> String { (text ?? "").replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "") }
}

enum ClaimValue: Codable, Sendable {
    case text(String), number(Int), flag(Bool), list([String]), names([String: String])

    func encode(to encoder: any Encoder) throws {
        var place = encoder.singleValueContainer()
        switch self {
        case .text(let text): try place.encode(text)
        case .number(let number): try place.encode(number)
        case .flag(let flag): try place.encode(flag)
        case .list(let list): try place.encode(list)
        case .names(let names): try place.encode(names)
        }
    }

    init(from decoder: any Decoder) throws { self = .text(try decoder.singleValueContainer().decode(String.self)) }
}

private struct Words: JWTPayload {
    let fields: [String: ClaimValue]

    func verify(using algorithm: some JWTAlgorithm) async throws {}
    func encode(to encoder: any Encoder) throws { try fields.encode(to: encoder) }
    init(fields: [String: ClaimValue]) { self.fields = fields }
    init(from decoder: any Decoder) throws { fields = try [String: ClaimValue](from: decoder) }
}
