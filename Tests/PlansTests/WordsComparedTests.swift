@testable import Plans
import Testing

@Suite("Two texts beside each other")
struct WordsComparedTests {
    static let cases: [(before: String, after: String, pieces: [WordsCompared.Piece])] = [
        ("", "", []),
        ("Sam reads", "Sam reads", [.same("Sam reads")]),
        ("", "Sam reads", [.new("Sam reads")]),
        ("Sam reads", "", [.gone("Sam reads")]),
        ("Sam reads 12 words", "Sam reads 40 words aloud", [.same("Sam reads"), .gone("12"), .new("40"), .same("words"), .new("aloud")]),
        ("a b c", "a x c", [.same("a"), .gone("b"), .new("x"), .same("c")]),
        ("one two three", "three two one", [.gone("one two"), .same("three"), .new("two one")]),
    ]

    @Test("Words that are gone and words that are new", arguments: cases)
    func compared(_ line: (before: String, after: String, pieces: [WordsCompared.Piece])) {
        #expect(WordsCompared(line.before, line.after).pieces == line.pieces)
    }

    @Test("Whatever is compared, both texts can be read out of it again")
    func whole() {
        let words = ["sam", "reads", "a", "book", "each", "day"]
        for seed in 0..<200 {
            let before = (0..<(seed % 9)).map { words[($0 * 5 + seed) % 6] }, after = (0..<(seed % 7)).map { words[($0 * 7 + seed * 3) % 6] }
            let pieces = WordsCompared(before.joined(separator: " "), after.joined(separator: " ")).pieces
            let old = pieces.compactMap { piece -> String? in if case .new = piece { nil } else { text(piece) } }
            let new = pieces.compactMap { piece -> String? in if case .gone = piece { nil } else { text(piece) } }
            #expect(old.joined(separator: " ") == before.joined(separator: " ") && new.joined(separator: " ") == after.joined(separator: " "))
        }
    }

    @Test("Texts that are far from alike, and very long, are shown as a whole and not compared word by word")
    func long() {
        let before = (0..<2_500).map { "a\($0)" }.joined(separator: " "), after = (0..<2_500).map { "b\($0)" }.joined(separator: " ")
        #expect(WordsCompared("same \(before)", "same \(after)").pieces == [.same("same"), .gone(before), .new(after)])
        #expect(2_500 * 2_500 > WordsCompared.mostPairs)
    }

    private func text(_ piece: WordsCompared.Piece) -> String {
        switch piece { case .same(let words), .gone(let words), .new(let words): words }
    }
}
