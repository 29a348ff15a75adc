import Database
import Foundation

extension PaperStore {
    /// Locks the key of every paper anew with the ring's current key. What is encrypted stays as it is: only heads change. A file appears
    /// whole or not at all, so this may be broken off and begun again.
    /// - Returns: how many had another key.
    /// - Throws: `PaperProblem` for the first file whose head can't be opened; all others are done.
    @discardableResult
    public func rewrap() throws -> Int {
        let ring = try keys()
        var number = 0, first: PaperProblem?
        for name in files() where Self.isName(name) {
            do { number += try rewrap(name, ring) ? 1 : 0 } catch let problem as PaperProblem { first = first ?? problem }
        }
        if let first { throw first }
        return number
    }

    private func rewrap(_ name: String, _ ring: KeyRing) throws -> Bool {
        guard let source = FileHandle(forReadingAtPath: place(name)) else { return false }
        defer { try? source.close() }
        let head = try SealedHead(Array(source.piece(SealedForm.headLength)), of: name)
        if head.lock == ring.current.name { return false }
        let fresh = try SealedHead(locking: head.key(ring, for: name), with: ring.current, for: name)
        try writeWhole(name) { target in
            try target.write(contentsOf: fresh.bytes)
            while case let piece = try source.piece(SealedForm.pieceLength), !piece.isEmpty { try target.write(contentsOf: piece) }
        }
        return true
    }
}
