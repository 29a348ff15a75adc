import Crypto
import Database
import Foundation

/// Words that are encrypted where they lie (AES-256-GCM), with the name of the key that opens them.
struct Sealed {
    let lock: String
    let bytes: [UInt8]

    init(lock: String, bytes: [UInt8]) { (self.lock, self.bytes) = (lock, bytes) }

    /// - Parameter purpose: what the words are. Put elsewhere, they can't be opened.
    init(_ words: [UInt8], for purpose: String, _ keys: KeyRing) throws {
        let key = keys.current
        lock = key.name
        let box = try AES.GCM.seal(words, using: SymmetricKey(data: key.bytes), authenticating: Array(purpose.utf8))
        guard let combined = box.combined else { throw StoreProblem.failed("what is kept of mail could not be encrypted") }
        bytes = Array(combined)
    }

    func opened(for purpose: String, _ keys: KeyRing) throws -> [UInt8] {
        guard let key = keys.lock(named: lock), let box = try? AES.GCM.SealedBox(combined: bytes),
              let words = try? AES.GCM.open(box, using: SymmetricKey(data: key.bytes), authenticating: Array(purpose.utf8)) else {
            throw StoreProblem.failed("The key file does not open what is kept of mail. Use the key file that belongs to this trust, or set mail up anew with: trellis mail set")
        }
        return Array(words)
    }

    /// The same words under the key in use; nil where they lie under it already.
    func relocked(for purpose: String, _ keys: KeyRing) throws -> Sealed? {
        lock == keys.current.name ? nil : try Sealed(opened(for: purpose, keys), for: purpose, keys)
    }
}
