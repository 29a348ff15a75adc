import Crypto
import Foundation

// How a paper lies on disk. A head, then pieces.
//
//     head    "TRELLIS" 1 | name of the lock, 16 bytes, ended with zeros | the file's own key, locked: nonce 12, text 32, tag 16
//     piece   up to 65,536 bytes encrypted, then a tag of 16
//
// Each file has a random key of its own, locked by the ring's current key with AES-256-GCM. What is locked is bound to the
// lock's name and to the random name of the file, so that a file put in another's place does not open. A new ring key needs
// only a new head.
//
// The pieces follow the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár: "Online Authenticated-Encryption and its
// Nonce-Reuse Misuse-Resistance", CRYPTO 2015, section 7): AES-256-GCM with a nonce of seven zero bytes, the piece's number
// as four bytes, and one byte that is 1 for the last piece and 0 for all others. So no piece can be altered, dropped, moved,
// or be made to look like the last one. The constant part of the nonce is safe because no key serves two files.

/// The numbers of that form.
enum SealedForm {
    static let mark: [UInt8] = Array("TRELLIS".utf8) + [1]
    static let lockNameRoom = 16
    static let lockedKeyLength = 12 + 32 + tagLength
    static let headLength = mark.count + lockNameRoom + lockedKeyLength
    static let tagLength = 16
    /// Bytes of one piece before it is encrypted.
    static let pieceLength = 64 * 1024
    static let sealedPieceLength = pieceLength + tagLength

    static func nonce(_ piece: Int, isLast: Bool) throws -> AES.GCM.Nonce {
        let number = withUnsafeBytes(of: UInt32(piece).bigEndian) { Array($0) }
        return try AES.GCM.Nonce(data: [UInt8](repeating: 0, count: 7) + number + [isLast ? 1 : 0])
    }
}
