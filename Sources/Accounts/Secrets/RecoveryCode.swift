import Basics
import Crypto
import Database

/// A code on paper that takes the place of a lost phone, once.
///
/// Ten characters of Crockford's alphabet, which has no I, L, O or U: 50 bits. Kept as HMAC-SHA-256 with a salt of
/// its own, keyed from the key ring. Stretching as for passwords would cost ten computations at each try and is
/// not needed: the codes are drawn at random, each try at the door is slowed by `SignInDelay`, and a stolen database
/// can't be searched without the key file, which lies elsewhere. The code itself is not known any more when a new key
/// is made, so what is kept of it is then locked once more as a whole: the older key alone finds nothing.
public struct RecoveryCode: Sendable, Hashable, CustomStringConvertible {
    /// Ten characters, upper case.
    let text: String

    static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let length = 10

    /// Ten new codes.
    public static func fresh() -> [RecoveryCode] {
        (0..<10).map { _ in RecoveryCode(text: String([UInt8].unguessable(length).map { alphabet[Int($0 & 31)] })) }
    }

    /// Reads a code as people type it: any case, with or without hyphen or blanks, O for 0, I and L for 1.
    public init?(typed: String) {
        let letters = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" }.map { ["O": "0", "I": "1", "L": "1"][$0] ?? $0 }
        guard letters.count == Self.length, letters.allSatisfy(Self.alphabet.contains) else { return nil }
        text = String(letters)
    }

    /// `7GK2M-Q0XWZ`.
    public var description: String { "\(text.prefix(5))-\(text.suffix(5))" }

    private init(text: String) { self.text = text }

    /// What is kept of it: the name of the key, a salt and the HMAC.
    public func kept(with ring: KeyRing) -> String {
        let salt = [UInt8].unguessable(16), key = ring.current
        return "\(key.name).\(salt.base64url).\(code(salt, key).base64url)"
    }

    /// Which of the kept codes this is. Take that one away once it has been used.
    public func place(in kept: [String], with ring: KeyRing) -> Int? {
        kept.indices.filter { matches(kept[$0], ring) }.first
    }

    /// What was kept under an older key, with the key in use around it; nil where it lies under that one already.
    static func relocked(_ kept: String, with ring: KeyRing) throws -> String? {
        if (kept.hasPrefix(around) ? String(kept.dropFirst(around.count)) : kept).hasPrefix("\(ring.current.name).") { return nil }
        return around + (try LockedSecret.lock(Array(opened(kept, ring).utf8), for: owner, with: ring)).text
    }

    /// Stands before what has another key around it.
    private static let around = "around.", owner = "recovery code"

    private static func opened(_ kept: String, _ ring: KeyRing) throws -> String {
        guard kept.hasPrefix(around) else { return kept }
        return String(decoding: try LockedSecret(text: String(kept.dropFirst(around.count))).unlocked(for: owner, with: ring), as: UTF8.self)
    }

    private func matches(_ kept: String, _ ring: KeyRing) -> Bool {
        guard let kept = try? Self.opened(kept, ring) else { return false }
        let parts = kept.split(separator: ".")
        guard parts.count == 3, let key = ring.lock(named: String(parts[0])),
              let salt = [UInt8](base64url: parts[1]), let bytes = [UInt8](base64url: parts[2]) else { return false }
        return code(salt, key).isSameSecret(as: bytes)
    }

    /// A key of its own, so that what is locked and what is recognised never share one (RFC 5869).
    private func code(_ salt: [UInt8], _ lock: KeyRing.Lock) -> [UInt8] {
        let key = HKDF<SHA256>.deriveKey(inputKeyMaterial: SymmetricKey(data: lock.bytes), salt: salt, info: Array("recovery code".utf8), outputByteCount: 32)
        return Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
    }
}
