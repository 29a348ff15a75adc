import Basics

/// A password as a program that guesses looks at it.
struct GuessablePassword {
    private let letters: [Character]
    /// The ways in which figures and signs may stand for letters, each brought down to letters alone.
    private let readings: Set<String>
    private let words: Set<String>
    private let typed: Int

    init(_ password: String) {
        let folded = password.folded
        letters = Array(folded)
        words = Set(folded.split { !$0.isLetter }.map(String.init))
        readings = Set(Self.spellings.flatMap { spelling in
            Self.bared(folded).map { text in String(text.map { spelling[$0] ?? $0 }.filter(\.isLetter)) }
        }.filter { !$0.isEmpty })
        typed = letters.count { !$0.isWhitespace }
    }

    /// With the figures and signs at either end, at none, at both.
    private static func bared(_ text: String) -> [String] {
        let isSign = { (character: Character) in !character.isLetter }
        let end = String(text.reversed().drop(while: isSign).reversed())
        return [text, String(text.drop(while: isSign)), end, String(end.drop(while: isSign))]
    }

    /// A short piece over and over, or hardly any different characters.
    var repeatsItself: Bool {
        Set(letters).count < 5 || (1...PasswordRule.shortest - 1).contains { length in
            length * 2 <= letters.count && letters.indices.dropFirst(length).allSatisfy { letters[$0] == letters[$0 - length] }
        }
    }

    /// Whether it falls into fewer than five walks along keyboard, alphabet or numbers.
    var followsKeys: Bool {
        zip(letters, letters.dropFirst()).count { !Keyboard.areClose($0, $1) } < 4
    }

    var isNumber: Bool { !letters.contains(where: \.isLetter) && letters.allSatisfy { $0.isNumber || " ./+()".contains($0) } }

    /// Whether one of these words is part of it; those of three letters only where they stand alone.
    func holds(_ names: Set<String>) -> Bool {
        names.contains { name in name.count < 4 ? words.contains(name) : readings.contains { $0.contains(name) } }
    }

    /// One or two of the words that most people choose, with a few figures and signs about them.
    var isCommon: Bool {
        readings.contains { reading in
            typed - reading.count <= 8 && (CommonPasswords.stems.contains(reading) || reading.indices.dropFirst().contains { middle in
                CommonPasswords.stems.contains(String(reading[..<middle])) && CommonPasswords.stems.contains(String(reading[middle...]))
            })
        }
    }

    private static let spellings: [[Character: Character]] = [
        [:],
        ["0": "o", "1": "i", "!": "i", "3": "e", "4": "a", "@": "a", "5": "s", "$": "s", "7": "t", "8": "b", "9": "g", "£": "e"],
        ["0": "o", "1": "l", "!": "l", "3": "e", "4": "a", "@": "a", "5": "s", "$": "s", "7": "t", "8": "b", "9": "g", "£": "e"],
    ]
}

/// Where the keys lie on a British keyboard.
enum Keyboard {
    /// Neighbours on the keyboard, in the alphabet or among the numbers, or the same.
    static func areClose(_ a: Character, _ b: Character) -> Bool {
        if a == b { return true }
        if let a = a.asciiValue, let b = b.asciiValue, abs(Int(a) - Int(b)) == 1, isPlain(a), isPlain(b) { return true }
        guard let a = places[a], let b = places[b] else { return false }
        return abs(a.row - b.row) <= 1 && abs(a.across - b.across) <= 4
    }

    private static func isPlain(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (97...122).contains(byte) }

    /// Quarters of a key from the left.
    private static let places: [Character: (row: Int, across: Int)] = {
        let rows = [(0, "1234567890-="), (2, "qwertyuiop[]"), (3, "asdfghjkl;'#"), (5, "zxcvbnm,./")]
        let pairs = rows.enumerated().flatMap { row, keys in
            keys.1.enumerated().map { place, key in (key, (row: row, across: keys.0 + place * 4)) }
        }
        return Dictionary(pairs) { first, _ in first }
    }()
}
