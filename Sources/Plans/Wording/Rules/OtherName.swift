import Basics

/// The name of another pupil, and where it stands in a text. Names that are also plain words (Will, Mark, Grace) count
/// only with a capital letter within a sentence.
struct OtherName: Sendable {
    private let name: String
    private let isOwn: Bool

    /// - Parameter called: the names of the pupil whose plan it is, which may be the same.
    init(_ name: String, beside called: [String]) {
        self.name = name.trimmed
        isOwn = called.contains { Wording($0).words.first == Wording(name).words.first }
    }

    func stands(in text: String) -> Bool {
        let folded = Wording(name).words.joined(separator: " ")
        guard !isOwn, folded.count > 1 else { return false }
        let sentences = text.split { ".!?:\n".contains($0) }.map(Self.withoutAdults)
        if Self.words.contains(folded) { return sentences.contains { $0.dropFirst().contains(name) } }
        return sentences.contains { Wording($0.joined(separator: " ")).has(folded) }
    }

    /// The words of a sentence; a name behind a title is an adult's.
    private static func withoutAdults(_ sentence: Substring) -> [String] {
        let words = sentence.split { !($0.isLetter || $0 == "'" || $0 == "’") }.map(String.init)
        return zip(words, [""] + words).filter { !titles.contains($0.1) }.map(\.0)
    }

    private static let titles: Set<String> = ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Sir", "Madam"]

    private static let words: Set<String> = [
        "will", "mark", "may", "grace", "hope", "joy", "faith", "rose", "lily", "daisy", "ivy", "summer", "autumn", "april", "june", "august", "art", "bill", "rob", "pat",
        "jack", "page", "reading", "drew", "grant", "chance", "chase", "miles", "reed", "rowan", "skye", "sky", "star", "dawn", "eve", "iris", "olive", "pearl", "ruby",
        "amber", "jade", "penny", "robin", "dean", "earl", "guy", "max", "norm", "ray", "sunny", "victor", "angel", "bella", "blue", "harmony", "honey", "king", "prince", "princess",
        "river", "storm", "true", "clay", "cliff", "frank", "gene", "lance", "major", "nick", "sonny", "wade", "willow", "poppy", "holly", "heather", "hazel", "violet", "charity",
        "constance", "melody", "mercy", "patience", "prudence", "serenity", "story", "trinity", "winter", "wren",
    ]
}
