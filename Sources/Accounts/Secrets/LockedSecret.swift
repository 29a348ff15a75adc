import Basics
import Crypto
import Database
import Foundation

/// A small secret that we must read again (the seed of a code app, the secret of a provider), encrypted with the
/// key ring, so that a stolen database alone gives nothing away.
///
/// AES-256-GCM with a fresh nonce. What the secret belongs to is authenticated with it, so that it can't be moved
/// from one row to another.
public struct LockedSecret: Sendable, Hashable {
    /// `k1.` and the nonce, what is locked and its tag, in Base64.
    public let text: String

    public static func lock(_ bytes: [UInt8], for owner: String, with ring: KeyRing) throws -> LockedSecret {
        let key = ring.current, box = try AES.GCM.seal(bytes, using: SymmetricKey(data: key.bytes), authenticating: Array(owner.utf8))
        return LockedSecret(text: "\(key.name).\(Array(box.nonce).base64url).\(Array(box.ciphertext + box.tag).base64url)")
    }

    /// - Throws: `StoreProblem.failed` where the key is not in the ring, or somebody has changed the row.
    public func unlocked(for owner: String, with ring: KeyRing) throws -> [UInt8] {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let key = ring.lock(named: String(parts[0])), let nonce = [UInt8](base64url: parts[1]),
              let locked = [UInt8](base64url: parts[2]), locked.count >= 16 else { throw Self.unreadable }
        guard let box = try? AES.GCM.SealedBox(nonce: AES.GCM.Nonce(data: nonce), ciphertext: locked.dropLast(16), tag: locked.suffix(16)),
              let bytes = try? AES.GCM.open(box, using: SymmetricKey(data: key.bytes), authenticating: Array(owner.utf8)) else { throw Self.unreadable }
        return Array(bytes)
    }

    /// The same secret under the key in use; nil where it lies under it already.
    func relocked(for owner: String, with ring: KeyRing) throws -> LockedSecret? {
        text.hasPrefix("\(ring.current.name).") ? nil : try .lock(unlocked(for: owner, with: ring), for: owner, with: ring)
    }

    private static let unreadable = StoreProblem.failed("A kept secret can't be unlocked with this key file. Start Trellis with the key file that belongs to this database.")
}

extension LockedSecret: Storable {
    public var sqlValue: SQLValue { .text(text) }
    public init(_ cell: Cell) throws { text = try String(cell) }
}
