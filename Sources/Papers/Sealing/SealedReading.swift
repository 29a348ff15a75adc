import Crypto
import Database
import Foundation

/// Decrypts a file piece by piece. No byte is handed over that was not proved first.
struct SealedReading {
    private let name: String
    private let file: FileHandle
    private let key: SymmetricKey
    private let pieces: Int
    private let lastLength: Int
    private var number = 0

    /// - Throws: `PaperProblem` where the file is missing, its head is not what was written, or its key is not in the ring.
    init(_ path: String, name: String, ring: KeyRing) throws {
        guard let file = FileHandle(forReadingAtPath: path) else { throw PaperProblem.missing(name) }
        let size = Int(try file.seekToEnd())
        try file.seek(toOffset: 0)
        key = try SealedHead(Array(file.piece(SealedForm.headLength)), of: name).key(ring, for: name)
        let sealed = size - SealedForm.headLength
        guard sealed >= SealedForm.tagLength else { throw PaperProblem.damaged(name) }
        pieces = (sealed + SealedForm.sealedPieceLength - 1) / SealedForm.sealedPieceLength
        lastLength = sealed - (pieces - 1) * SealedForm.sealedPieceLength
        self.name = name
        self.file = file
    }

    /// The next piece; nil after the last.
    mutating func next() throws -> [UInt8]? {
        guard number < pieces else { return nil }
        let isLast = number == pieces - 1, length = isLast ? lastLength : SealedForm.sealedPieceLength
        let sealed = try file.piece(length)
        guard sealed.count == length, length >= SealedForm.tagLength else { throw PaperProblem.damaged(name) }
        defer { number += 1 }
        do {
            let nonce = try SealedForm.nonce(number, isLast: isLast)
            let box = try AES.GCM.SealedBox(nonce: nonce, ciphertext: sealed.dropLast(SealedForm.tagLength), tag: sealed.suffix(SealedForm.tagLength))
            return Array(try AES.GCM.open(box, using: key))
        } catch {
            throw PaperProblem.damaged(name)
        }
    }
}
