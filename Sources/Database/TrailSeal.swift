import Basics
import Crypto
import Foundation

/// The ends of both chains on one day, signed. Whoever rewrites a chain from some row on, digests and all, can't
/// make the seals fit again without the key, which lies elsewhere.
public struct TrailSeal: Sendable, Equatable {
    /// 1, 2, 3 and so on, so that one taken out from between is missed.
    public let number: Int
    public let day: Day
    public let at: Instant
    let trail: ChainHead, sights: ChainHead
    let publicKey: [UInt8], signature: [UInt8]

    /// Signs the ends of the chains (Ed25519, RFC 8032).
    init(_ number: Int, day: Day, at: Instant, trail: ChainHead, sights: ChainHead, with keyRing: KeyRing) throws {
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: keyRing.seal)
        let publicKey = Array(key.publicKey.rawRepresentation)
        let words = Self.words(number, day, at, trail, sights, publicKey)
        (self.number, self.day, self.at, self.trail, self.sights, self.publicKey) = (number, day, at, trail, sights, publicKey)
        signature = Array(try key.signature(for: Data(words.utf8)))
    }

    /// The seal as one line for people and programs. All before `, signature` is what was signed.
    public var line: String { "\(words), signature \(signature.hex)" }

    var isAsSigned: Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(signature, for: Data(words.utf8))
    }

    func head(of chain: Chain) -> ChainHead { chain == .trail ? trail : sights }

    private var words: String { Self.words(number, day, at, trail, sights, publicKey) }

    private static func words(_ number: Int, _ day: Day, _ at: Instant, _ trail: ChainHead, _ sights: ChainHead, _ key: [UInt8]) -> String {
        "seal \(number) of \(day), made \(at): trail \(trail.words), sights \(sights.words), key \(key.hex)"
    }
}

extension ChainHead {
    fileprivate var words: String { "\(last) \(digest.isEmpty ? "none" : digest.hex)" }
}

extension KeyRing {
    /// The half of the sealing key that anybody may have.
    var publicSeal: [UInt8]? { (try? Curve25519.Signing.PrivateKey(rawRepresentation: seal)).map { Array($0.publicKey.rawRepresentation) } }
}

extension TrailSeal {
    init(_ row: inout Row) throws {
        (number, day, at) = try (row.next(), row.next(), row.next())
        trail = ChainHead(last: try row.next(), digest: try row.next(Bytes?.self)?.bytes ?? [])
        sights = ChainHead(last: try row.next(), digest: try row.next(Bytes?.self)?.bytes ?? [])
        (publicKey, signature) = try (row.next(Bytes.self).bytes, row.next(Bytes.self).bytes)
    }

    var insertion: SQL {
        """
        INSERT INTO trail_seal (id, day, at, trail_last, trail_digest, sight_last, sight_digest, public_key, signature)
        VALUES (\(number), \(day), \(at), \(trail.last), \(Bytes(trail.digest)), \(sights.last), \(Bytes(sights.digest)), \(Bytes(publicKey)), \(Bytes(signature)))
        """
    }
}

extension Reader {
    /// Every seal, the first first.
    func seals() throws -> [TrailSeal] {
        try rows("""
            SELECT id, day, at, trail_last, trail_digest, sight_last, sight_digest, public_key, signature FROM trail_seal ORDER BY id
            """, TrailSeal.init)
    }
}
