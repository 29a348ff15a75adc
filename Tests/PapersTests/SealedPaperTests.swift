import Basics
import Database
import Foundation
@testable import Papers
import Stage
import Testing

/// How papers are locked: what went in comes out, and nothing that was altered does.
struct SealedPaperTests {
    static let piece = 64 * 1024

    @Test("What is stored comes back, around the ends of pieces", arguments: [1, 15, 16, 17, piece - 1, piece, piece + 1, 2 * piece - 16, 2 * piece, 2 * piece + 1, 5 * piece + 12_345])
    func roundTrip(bytes: Int) throws {
        let stage = StagePapers(), (paper, text) = try stage.keep(bytes)
        #expect(try stage.store.whole(paper) == text)
        try stage.store.prove(paper)
        #expect(paper.bytes == bytes && stage.stored == [paper.storedAs])
        let pieces = (bytes + Self.piece - 1) / Self.piece
        #expect(try stage.bytes(of: paper.storedAs).count == 84 + bytes + 16 * pieces)
    }

    @Test("Nothing of the text, its name or its kind shows in the file; the same text twice is twice different; only the owner may read it")
    func secrecy() throws {
        let stage = StagePapers(), (first, text) = try stage.keep(1000), (second, _) = try stage.keep(1000)
        let (a, b) = (Data(try stage.bytes(of: first.storedAs)), Data(try stage.bytes(of: second.storedAs)))
        #expect(a.range(of: Data(text.prefix(12))) == nil && a.range(of: Data("text".utf8)) == nil)
        #expect(a.dropFirst(84) != b.dropFirst(84))
        let mode = try FileManager.default.attributesOfItem(atPath: stage.place(first.storedAs))[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
    }

    @Test("No bit of a short file can be turned unseen")
    func everyBit() throws {
        let stage = StagePapers(), (paper, _) = try stage.keep(40), whole = try stage.bytes(of: paper.storedAs)
        for bit in 0..<whole.count * 8 {
            var altered = whole
            altered[bit / 8] ^= 1 << (bit % 8)
            try stage.put(altered, at: paper.storedAs)
            #expect(throws: PaperProblem.self, "bit \(bit)") { try stage.store.whole(paper) }
        }
    }

    @Test("No file that is cut short or added to opens")
    func everyLength() throws {
        let stage = StagePapers(), (paper, _) = try stage.keep(40), whole = try stage.bytes(of: paper.storedAs)
        for length in 0..<whole.count {
            try stage.put(Array(whole.prefix(length)), at: paper.storedAs)
            #expect(throws: PaperProblem.damaged(paper.storedAs), "\(length) bytes") { try stage.store.whole(paper) }
        }
        for more in [1, 16, 70_000] {
            try stage.put(whole + [UInt8](repeating: 0, count: more), at: paper.storedAs)
            #expect(throws: PaperProblem.damaged(paper.storedAs)) { try stage.store.whole(paper) }
        }
    }

    /// Ways in which pieces of a file of four could be moved about.
    static let orders = [[0, 1, 2], [0, 1, 3], [1, 0, 2, 3], [0, 2, 1, 3], [0, 1, 2, 3, 3], [0, 0, 1, 2, 3], [3], [1, 2, 3], [0, 1, 3, 2], [0, 1], []]

    @Test("Pieces can't be dropped, moved, repeated or made the last", arguments: orders)
    func pieces(order: [Int]) throws {
        let stage = StagePapers(), (paper, _) = try stage.keep(4 * Self.piece), whole = try stage.bytes(of: paper.storedAs)
        let sealed = stride(from: 84, to: whole.count, by: Self.piece + 16).map { Array(whole[$0..<min($0 + Self.piece + 16, whole.count)]) }
        #expect(sealed.count == 4)
        try stage.put(Array(whole.prefix(84)) + order.flatMap { sealed[$0] }, at: paper.storedAs)
        #expect(throws: PaperProblem.damaged(paper.storedAs)) { try stage.store.whole(paper) }
    }

    @Test("A file in another's place does not open, whole or in part")
    func swapped() throws {
        let stage = StagePapers(), (first, _) = try stage.keep(3 * Self.piece), (second, _) = try stage.keep(3 * Self.piece, of: 70)
        let (a, b) = (try stage.bytes(of: first.storedAs), try stage.bytes(of: second.storedAs))
        for (from, tail) in [(0, b), (84, a), (84, b), (84 + Self.piece + 16, b)] {
            let head = tail == a ? b : a
            try stage.put(Array(head.prefix(from)) + Array(tail.dropFirst(from)), at: first.storedAs)
            #expect(throws: PaperProblem.damaged(first.storedAs)) { try stage.store.whole(first) }
        }
    }

    @Test("A row that tells of other bytes is found out")
    func row() throws {
        let stage = StagePapers(), (first, _) = try stage.keep(50), (second, _) = try stage.keep(51)
        let mixed = StoredPaper(fileName: "x.txt", kind: .text, bytes: first.bytes, sha256: second.sha256, storedAs: first.storedAs)
        #expect(throws: PaperProblem.damaged(first.storedAs)) { try stage.store.prove(mixed.paper()) }
    }

    @Test("Without its key no paper opens, and the message names the key, not the child")
    func wrongKey() throws {
        let stage = StagePapers(), (paper, _) = try stage.keep(50)
        let stranger = PaperStore(folder: stage.store.folder) { .fresh() }
        #expect(throws: PaperProblem.damaged(paper.storedAs)) { try stranger.whole(paper) }
        stage.rotate()
        let (later, _) = try stage.keep(60)
        #expect(throws: PaperProblem.noKey(later.storedAs, lock: "k2")) { try stranger.whole(later) }
        #expect("\(PaperProblem.noKey(later.storedAs, lock: "k2"))".contains("Put back the key file"))
    }

    @Test("After a new key the old papers open, before and after they are locked anew; then the old key is needed no more")
    func rotation() throws {
        let stage = StagePapers(), kept = try [1, Self.piece, 3 * Self.piece + 5].map { try stage.keep($0) }
        let before = try kept.map { try stage.bytes(of: $0.paper.storedAs) }
        stage.rotate()
        let fresh = try stage.keep(77)
        for (paper, text) in kept + [fresh] { #expect(try stage.store.whole(paper) == text) }
        #expect(try stage.store.rewrap() == 3)
        #expect(try stage.store.rewrap() == 0)
        for ((paper, text), old) in zip(kept, before) {
            let new = try stage.bytes(of: paper.storedAs)
            #expect(try stage.store.whole(paper) == text)
            #expect(new.dropFirst(84) == old.dropFirst(84) && new.prefix(84) != old.prefix(84))
            #expect(Data(new.prefix(84)).range(of: Data("k2".utf8)) != nil)
        }
        #expect(stage.stored.count == 4)
    }

    @Test("There are files of another implementation")
    func oracles() { #expect(SealedElsewhere.all.count == 3) }

    @Test("A file sealed by another implementation opens", arguments: SealedElsewhere.all)
    func oracle(file: SealedElsewhere) throws {
        let keys = FileManager.default.temporaryDirectory.path + "/keys_\(UUID().uuidString)"
        let lines = "lock \(file.lock) \(file.ringKey)\nseal \(file.ringKey)\n"
        #expect(FileManager.default.createFile(atPath: keys, contents: Data(lines.utf8), attributes: [.posixPermissions: 0o600]))
        defer { try? FileManager.default.removeItem(atPath: keys) }
        let stage = StagePapers(try KeyRing(file: keys))
        _ = try stage.keep(1)
        try stage.put([UInt8](try #require(Data(base64Encoded: file.file))), at: file.name)
        var reading = try SealedReading(stage.place(file.name), name: file.name, ring: stage.keys), text: [UInt8] = []
        while let piece = try reading.next() { text += piece }
        #expect(text == Array(String(repeating: file.letter, count: file.size).utf8))
    }

    @Test("A large file is read and handed out in pieces of 64 KB, never whole")
    func largeFile() throws {
        let stage = StagePapers(), path = stage.folder + "/large"
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        let file = try #require(FileHandle(forWritingAtPath: path)), line = Data(repeating: UInt8(ascii: "x"), count: 1 << 20)
        try file.write(contentsOf: Data("first".utf8))
        for _ in 0..<64 { try file.write(contentsOf: line) }
        let source = try #require(FileHandle(forReadingAtPath: path)), name = PaperStore.freshName()
        let summary = try stage.store.writeWhole(name) { try SealedWriting.seal(source, into: $0, name: name, lock: stage.keys.current) }
        #expect(summary.bytes == 64 << 20 + 5)
        var reading = try SealedReading(stage.place(name), name: name, ring: stage.keys), hash = FileHash(), largest = 0
        while let piece = try reading.next() {
            largest = max(largest, piece.count)
            hash.add(piece)
        }
        #expect(largest == Self.piece && hash.bytes == summary.bytes && hash.finish() == summary.sha256)
    }
}

/// One row of `Tests/Oracles/sealed_paper.csv`.
struct SealedElsewhere: Sendable, CustomTestStringConvertible {
    let ringKey: String, lock: String, name: String, letter: String, size: Int, file: String
    var testDescription: String { "\(size) bytes" }

    static let all: [SealedElsewhere] = {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let table = try? String(contentsOf: tests.appending(path: "Oracles/sealed_paper.csv"), encoding: .utf8)
        return (table ?? "").split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: ",").map(String.init)
            return SealedElsewhere(ringKey: cells[0], lock: cells[1], name: cells[2], letter: cells[3], size: Int(cells[4]) ?? 0, file: cells[5])
        }
    }()
}
