import Basics

/// About how old a reader must be, by the length of sentences and words: the formula of Flesch and Kincaid (1975), with
/// syllables counted as groups of vowels. A hint, no measure.
public struct ReadingAge: Hashable, Sendable {
    public let years: Int
    /// Words in a sentence, on average.
    public let sentence: Int

    /// Nil for less than twelve words: nothing can be said of those.
    public init?(of text: String) {
        let words = text.split { !($0.isLetter || $0 == "’" || $0 == "'" || $0 == "-") }.map(String.init).filter { $0.contains(where: \.isLetter) }
        guard words.count >= 12 else { return nil }
        let sentences = max(1, text.split { ".!?\n;".contains($0) }.count { $0.split(separator: " ").count > 1 })
        let syllables = words.map(Self.syllables).reduce(0, +)
        sentence = words.count / sentences
        let grade = 0.39 * Double(words.count) / Double(sentences) + 11.8 * Double(syllables) / Double(words.count) - 15.59
        years = max(5, min(25, Int(grade.rounded()) + 5))
    }

    private static func syllables(_ word: String) -> Int {
        var found = 0, wasVowel = false
        let letters = Array(word.folded)
        for letter in letters {
            let isVowel = "aeiouy".contains(letter)
            if isVowel, !wasVowel { found += 1 }
            wasVowel = isVowel
        }
        if letters.last == "e", letters.dropLast().last != "l", found > 1 { found -= 1 }
        return max(1, found)
    }

    /// What to do about it.
    public var inWords: String {
        if years <= 13 { return "Easy to read: about age \(years)." }
        return sentence > 18 ? "Hard to read: about age \(years). Your sentences have \(sentence) words on average. Try 12 to 15." : "Hard to read: about age \(years). Use shorter words where you can."
    }
}
