import Foundation
import Testing
@testable import Files

/// Changes files of the corpus at random, the same way every time, and reads them: each is read or refused, and
/// nothing else happens. `TRELLIS_FUZZ_SECONDS=600` makes it long. After a crash the file that did it is still
/// in the temporary folder.
@Suite struct FuzzTests {
    private static let seconds = ProcessInfo.processInfo.environment["TRELLIS_FUZZ_SECONDS"].flatMap(Double.init) ?? 2

    @Test("Files changed at random are read or refused, never worse")
    func survives() throws {
        let corpus = try Corpus.seeds()
        try #require(!corpus.isEmpty)
        var dice = Dice(seed: 999)
        let scratch = try Scratch()
        let start = ContinuousClock.now
        var rounds = 0
        while ContinuousClock.now - start < .seconds(Self.seconds) {
            let seed = corpus[rounds % corpus.count].bytes
            let changed = Mutation.apply(to: seed, other: corpus[dice.below(corpus.count)].bytes, &dice)
            try read(changed, at: scratch.path, round: rounds)
            rounds += 1
        }
        #expect(rounds > corpus.count)
    }

    @Test("Every file of the corpus is read or refused", arguments: try Corpus.seeds())
    func seeds(_ seed: Seed) throws {
        let scratch = try Scratch()
        try read(seed.bytes, at: scratch.path, round: 0)
    }

    private func read(_ bytes: [UInt8], at path: String, round: Int) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let start = ContinuousClock.now
        try refusedOrRead { try TableFile.read(path, limits: Corpus.limits) { _ in } }
        try refusedOrRead { try XMLFile.read(path, records: ["Pupil", "Child", "row"], limits: Corpus.limits) { _, _ in } }
        try refusedOrRead { try XMLFile.rootName(path, limits: Corpus.limits) }
        #expect(ContinuousClock.now - start < .seconds(5), "round \(round) took too long")
    }

    private func refusedOrRead(_ body: () throws -> some Any) throws {
        do { _ = try body() } catch is FileRefusal {}
    }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Dice {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { bound <= 1 ? 0 : Int(next() % UInt64(bound)) }
}

/// Ways in which a file is spoilt.
enum Mutation {
    private static let words: [[UInt8]] = [
        "<", ">", "&", "&#0;", "&#x110000;", "<!DOCTYPE r [", "<!--", "-->", "<![CDATA[", "]]>", "<?xml encoding='x'?>", "\"", "\"\"", ",", ";", "\t",
        "\r", "\n", "\u{FEFF}", "<c r=\"XFD1048576\" t=\"s\"><v>99999999999</v></c>", "<row r=\"9223372036854775807\">", "1e999", "_xD800_", "xmlns:a='b'",
    ].map { Array($0.utf8) } + [[0], [0xFF, 0xFE], [0xFE, 0xFF], [0xED, 0xA0, 0x80], [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0]]

    static func apply(to seed: [UInt8], other: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = seed
        for _ in 0...dice.below(6) { change(&bytes, other, &dice) }
        return bytes
    }

    private static func change(_ bytes: inout [UInt8], _ other: [UInt8], _ dice: inout Dice) {
        let place = dice.below(bytes.count + 1)
        let end = min(bytes.count, place + dice.below(64))
        switch dice.below(8) {
        case 0 where place < bytes.count: bytes[place] ^= UInt8(1 << dice.below(8))
        case 1 where place < bytes.count: bytes[place] = UInt8(dice.below(256))
        case 2: bytes.insert(contentsOf: words[dice.below(words.count)], at: place)
        case 3: bytes.removeSubrange(place..<end)
        case 4: bytes.insert(contentsOf: Array(bytes[place..<end]), at: dice.below(bytes.count + 1))
        case 5: bytes.removeSubrange(place...)
        case 6:
            let from = dice.below(other.count + 1)
            bytes.insert(contentsOf: other[from..<min(other.count, from + dice.below(200))], at: place)
        default: bytes.replaceSubrange(place..<end, with: repeatElement(UInt8(dice.below(256)), count: dice.below(300)))
        }
    }
}

struct Seed: CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
}

/// The kept files, and a workbook whose parts are stored unpacked, so that changes reach its XML.
enum Corpus {
    static let limits: FileLimits = {
        var limits = FileLimits()
        limits.inflatedBytes = 16 * 1024 * 1024
        return limits
    }()

    static func seeds() throws -> [Seed] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Corpus")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        return try files.map { Seed(testDescription: $0.lastPathComponent, bytes: [UInt8](try Data(contentsOf: $0))) }
            + [Seed(testDescription: "workbook", bytes: TinyBook().bytes)]
    }
}
