import Basics
import Database
import Foundation

/// Where the papers of a trust lie: one folder of encrypted files, and the keys that open them.
public struct PaperStore: Sendable {
    public let folder: String
    public let limits: PaperLimits
    /// Read anew for each paper, so that a program that is running opens what was locked with a newer key.
    let keys: @Sendable () throws -> KeyRing

    /// - Parameters:
    ///   - folder: made at the first paper, for its owner's eyes only.
    ///   - keys: the ring as it is now.
    public init(folder: String, limits: PaperLimits = PaperLimits(), keys: @escaping @Sendable () throws -> KeyRing) {
        self.folder = folder
        self.limits = limits
        self.keys = keys
    }

    /// What a file is.
    /// - Throws: `Problems` beside the field `file` where it is not taken.
    public func inspect(_ path: String) throws -> PaperKind { try PaperContent.kind(of: path, limits: limits) }

    /// Stores a file, encrypted, under a random name. It is whole and on the disk when this returns; its row is saved next, and where
    /// that fails, `discard` takes the file away again.
    /// - Parameter given: its name on the sender's machine.
    /// - Throws: `Problems` where it is not taken, `PaperProblem.unwritable` where there is no room.
    public func keep(_ path: String, named given: String) throws -> StoredPaper {
        let kind = try inspect(path), name = Self.freshName()
        guard let source = FileHandle(forReadingAtPath: path) else { throw PaperContent.refusal("This file can’t be read. Choose it again.") }
        defer { try? source.close() }
        let ring = try keys()
        let summary = try writeWhole(name) { try SealedWriting.seal(source, into: $0, name: name, lock: ring.current) }
        return StoredPaper(fileName: PaperName(given, kind: kind).text, kind: kind, bytes: summary.bytes, sha256: summary.sha256, storedAs: name)
    }

    /// Takes away a file whose row was not saved, or was withdrawn.
    public func discard(_ name: String) {
        guard Self.isName(name) else { return }
        try? FileManager.default.removeItem(atPath: place(name))
    }

    /// Reads a stored file through and holds it against its row.
    /// - Throws: `PaperProblem` where it is not what was written.
    public func prove(_ paper: Paper) throws {
        var reading = try reading(paper.storedAs), hash = FileHash()
        while let piece = try reading.next() { hash.add(piece) }
        guard hash.bytes == paper.bytes, hash.finish() == paper.sha256 else { throw PaperProblem.damaged(paper.storedAs) }
    }

    /// Opens a paper: each call of what comes back gives the next piece of the file as it was handed in, nil after the last.
    public func open(_ paper: Paper) throws -> () throws -> [UInt8]? {
        var reading = try reading(paper.storedAs)
        return { try reading.next() }
    }

    private func reading(_ name: String) throws -> SealedReading {
        guard Self.isName(name) else { throw PaperProblem.missing(name) }
        return try SealedReading(place(name), name: name, ring: keys())
    }

    func place(_ name: String) -> String { folder + "/" + name }
}

extension PaperStore {
    /// 128 random bits as hexadecimal letters: says nothing of what is in the file, and is never met twice.
    static func freshName() -> String { (0..<16).map { _ in UInt8.random(in: .min ... .max) }.hex }

    static func isName(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 32 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}
