import Basics
import Crypto
import CryptoExtras
import Foundation
import JWTKit

/// The public keys of a provider as it publishes them (RFC 7517). Keys of kinds that we do not use are left out.
struct ProviderKeys: Sendable {
    fileprivate let keys: [PublishedKey]

    init(json: [UInt8]) throws {
        keys = try JSONDecoder().decode(PublishedKeys.self, from: Data(json)).keys.compactMap(\.key)
    }

    func holds(_ name: String?) -> Bool { name == nil || keys.contains { $0.kid == name } }
}

private struct PublishedKeys: Decodable {
    let keys: [Lenient]
    /// One key that can't be read does not spoil the others.
    struct Lenient: Decodable {
        let key: PublishedKey?
        init(from decoder: any Decoder) throws { key = try? PublishedKey(from: decoder) }
    }
}

private struct PublishedKey: Decodable, Sendable {
    let kty: String
    let kid: String?, use: String?, alg: String?, crv: String?
    let n: String?, e: String?, x: String?, y: String?

    func serves(_ algorithm: String) -> Bool {
        (use ?? "sig") == "sig" && (alg ?? algorithm) == algorithm && (algorithm == "RS256" ? kty == "RSA" : kty == "EC" && crv == "P-256")
    }
}

/// The signed words of a provider about a person.
///
/// Only RS256 and ES256 are read, and each only with a key of its own kind, so that neither “none” nor a public key
/// used as a password opens anything (RFC 8725, sections 3.1 and 3.2).
struct IDToken: Sendable {
    let text: String
    let algorithm: String
    /// Which key has signed it.
    let keyName: String?

    init(_ text: String) throws {
        struct Header: Decodable { let alg: String, kid: String?, crit: [String]? }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= 32_768, parts.count == 3, let bytes = [UInt8](base64url: parts[0]),
              let header = try? JSONDecoder().decode(Header.self, from: Data(bytes)),
              ["RS256", "ES256"].contains(header.alg), header.crit == nil else { throw OpenIDRefusal.badToken }
        (self.text, algorithm, keyName) = (text, header.alg, header.kid)
    }

    /// What it says, if one of these keys has signed it.
    func claims(provedBy keys: ProviderKeys) async throws -> OpenIDClaims {
        let fitting = keys.keys.filter { $0.serves(algorithm) && (keyName == nil || $0.kid == keyName) }
        guard fitting.count == 1, let key = fitting.first else { throw OpenIDRefusal.badToken }
        do {
            return try await collection(key).verify(text, as: ClaimsPayload.self).claims
        } catch {
            throw OpenIDRefusal.badToken
        }
    }

    private func collection(_ key: PublishedKey) async throws -> JWTKeyCollection {
        let collection = JWTKeyCollection()
        if algorithm == "RS256" {
            await collection.add(rsa: try Insecure.RSA.PublicKey(modulus: key.n ?? "", exponent: key.e ?? ""), digestAlgorithm: .sha256)
        } else {
            await collection.add(ecdsa: try ES256PublicKey(parameters: (x: key.x ?? "", y: key.y ?? "")))
        }
        return collection
    }
}

/// The claims as they stand in the token; providers differ in how they write some.
struct ClaimsPayload: JWTPayload {
    let claims: OpenIDClaims

    func verify(using algorithm: some JWTAlgorithm) async throws {}

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Name.self)
        func text(_ name: Name) -> String? { try? fields.decode(String.self, forKey: name) }
        func list(_ name: Name) -> [String] { (try? fields.decode([String].self, forKey: name)) ?? [] }
        func seconds(_ name: Name) -> Int? { (try? fields.decode(Double.self, forKey: name)).flatMap { Int(exactly: $0.rounded(.down)) } }
        claims = OpenIDClaims(
            issuer: text(.iss) ?? "", subject: text(.sub) ?? "", audience: text(.aud).map { [$0] } ?? list(.aud), authorizedParty: text(.azp),
            expires: seconds(.exp) ?? 0, issued: seconds(.iat) ?? 0, notBefore: seconds(.nbf), nonce: text(.nonce), name: text(.name), email: text(.email),
            isEmailVerified: (try? fields.decode(Bool.self, forKey: .email_verified)) ?? (text(.email_verified) == "true"),
            preferredUsername: text(.preferred_username), tenant: text(.tid), identityProvider: text(.idp), hostedDomain: text(.hd),
            groups: list(.groups) + list(.roles),
            hasGroupsElsewhere: fields.hasGroupsElsewhere)
    }

    func encode(to encoder: any Encoder) throws {}

    fileprivate enum Name: String, CodingKey {
        case _claim_names, hasgroups
        case iss, sub, aud, azp, exp, iat, nbf, nonce, name, email, email_verified, preferred_username, tid, idp, hd, groups, roles
    }
}

extension KeyedDecodingContainer<ClaimsPayload.Name> {
    /// Microsoft names no group of somebody who is in more than 200 (Microsoft: “ID token claims reference”, groups overage).
    fileprivate var hasGroupsElsewhere: Bool {
        if let flag = try? decode(Bool.self, forKey: .hasgroups) { return flag }
        return (try? decode([String: String].self, forKey: ._claim_names))?["groups"] != nil
    }
}
