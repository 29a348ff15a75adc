import Crypto
import Database

/// The head of a sealed file: which lock holds its key, and the key, locked.
struct SealedHead {
    let lock: String
    private let lockedKey: [UInt8]

    /// Locks a file's key.
    /// - Parameter name: the random name of the file, to which the head is bound.
    init(locking key: SymmetricKey, with lock: KeyRing.Lock, for name: String) throws {
        guard (1...SealedForm.lockNameRoom).contains(lock.name.utf8.count) else { throw PaperProblem.noKey(name, lock: lock.name) }
        let bytes = key.withUnsafeBytes { Array($0) }
        let box = try AES.GCM.seal(bytes, using: SymmetricKey(data: lock.bytes), authenticating: Self.bound(lock.name, name))
        self.lock = lock.name
        lockedKey = Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    }

    /// Reads a head.
    init(_ bytes: [UInt8], of name: String) throws {
        guard bytes.count == SealedForm.headLength, bytes.starts(with: SealedForm.mark) else { throw PaperProblem.damaged(name) }
        let room = bytes[SealedForm.mark.count..<SealedForm.mark.count + SealedForm.lockNameRoom]
        guard let lock = String(validating: room.prefix { $0 != 0 }, as: UTF8.self), room.dropFirst(lock.utf8.count).allSatisfy({ $0 == 0 }),
              lock.unicodeScalars.allSatisfy({ $0.isASCII && $0.value > 32 && $0.value < 127 }) else { throw PaperProblem.damaged(name) }
        self.lock = lock
        lockedKey = Array(bytes[room.endIndex...])
    }

    var bytes: [UInt8] { SealedForm.mark + Self.padded(lock) + lockedKey }

    /// The file's own key.
    func key(_ ring: KeyRing, for name: String) throws -> SymmetricKey {
        guard let lock = ring.lock(named: lock) else { throw PaperProblem.noKey(name, lock: lock) }
        do {
            let box = try AES.GCM.SealedBox(combined: lockedKey)
            return SymmetricKey(data: try AES.GCM.open(box, using: SymmetricKey(data: lock.bytes), authenticating: Self.bound(lock.name, name)))
        } catch {
            throw PaperProblem.damaged(name)
        }
    }

    private static func bound(_ lock: String, _ name: String) -> [UInt8] { SealedForm.mark + padded(lock) + Array(name.utf8) }

    private static func padded(_ lock: String) -> [UInt8] {
        Array(lock.utf8) + [UInt8](repeating: 0, count: SealedForm.lockNameRoom - lock.utf8.count)
    }
}
