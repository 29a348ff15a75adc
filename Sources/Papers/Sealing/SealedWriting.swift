import Crypto
import Database
import Foundation

/// Encrypts a file piece by piece; what is held in memory does not grow with it.
enum SealedWriting {
    /// What was read on the way.
    struct Summary { let bytes: Int, sha256: String }

    static func seal(_ source: FileHandle, into target: FileHandle, name: String, lock: KeyRing.Lock) throws -> Summary {
        let key = SymmetricKey(size: .bits256)
        try target.write(contentsOf: SealedHead(locking: key, with: lock, for: name).bytes)
        var hash = SHA256(), bytes = 0, number = 0
        var piece = try source.piece(SealedForm.pieceLength), isLast = false
        while !isLast {
            let next = piece.count < SealedForm.pieceLength ? Data() : try source.piece(SealedForm.pieceLength)
            isLast = next.isEmpty
            let box = try AES.GCM.seal(piece, using: key, nonce: SealedForm.nonce(number, isLast: isLast))
            try target.write(contentsOf: box.ciphertext)
            try target.write(contentsOf: box.tag)
            hash.update(data: piece)
            bytes += piece.count
            number += 1
            piece = next
        }
        return Summary(bytes: bytes, sha256: Array(hash.finalize()).hex)
    }
}

extension FileHandle {
    /// So many bytes, or all that are left.
    func piece(_ length: Int) throws -> Data {
        var whole = try read(upToCount: length) ?? Data()
        while whole.count < length, let more = try read(upToCount: length - whole.count), !more.isEmpty { whole.append(more) }
        return whole
    }
}
