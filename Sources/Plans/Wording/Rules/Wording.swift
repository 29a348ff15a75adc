import Basics

/// The words of a text in their order, folded, without marks between them.
struct Wording: Sendable {
    let words: [String]

    init(_ text: String) {
        words = text.folded.split { !($0.isLetter || $0.isNumber || $0 == "%") }.map(String.init)
    }

    var isEmpty: Bool { words.isEmpty }

    /// Whether it holds a number, in figures or in a word beyond “one”, which says “any” as often as 1.
    var hasNumber: Bool { words.contains { $0.first?.isNumber == true || Self.numbers.contains($0) } }

    /// The first of these phrases that it holds, as it stands there. `improv*` is any word that begins so, `*ing` any
    /// that ends so.
    func first(of phrases: [String]) -> String? {
        phrases.lazy.compactMap { place(of: Self.pieces($0)) }.first
    }

    /// The first of these phrases with which it begins.
    func beginning(with phrases: [String]) -> String? {
        phrases.first { phrase in
            let pieces = Self.pieces(phrase)
            return words.count >= pieces.count && zip(words, pieces).allSatisfy(Self.fits)
        }
    }

    func has(_ phrase: String) -> Bool { first(of: [phrase]) != nil }

    private func place(of pieces: [Substring]) -> String? {
        guard !pieces.isEmpty, words.count >= pieces.count else { return nil }
        for start in 0...(words.count - pieces.count) where zip(words[start...], pieces).allSatisfy(Self.fits) {
            return words[start..<(start + pieces.count)].joined(separator: " ")
        }
        return nil
    }

    private static func pieces(_ phrase: String) -> [Substring] { phrase.split(separator: " ") }

    private static func fits(_ word: String, _ piece: Substring) -> Bool {
        if piece.hasSuffix("*") { return word.hasPrefix(piece.dropLast()) }
        if piece.hasPrefix("*") { return word.hasSuffix(piece.dropFirst()) }
        return word == piece
    }

    private static let numbers: Set<String> = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "half", "twice", "both",
    ]
}
