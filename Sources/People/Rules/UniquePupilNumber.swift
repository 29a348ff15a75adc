import Basics

/// The number that follows a pupil through every school in England.
///
/// Thirteen characters: a check letter, the local authority (3 figures), the establishment (4), the year of
/// allocation (2), a serial (3). A temporary number has a letter in the last place. The letters I, O and S are
/// never used. Source: UPN patterns and check-letter algorithm as published by the Department for Education
/// and the Standards and Testing Agency.
public struct UniquePupilNumber: Hashable, Sendable, CustomStringConvertible {
    /// Upper case, without blanks.
    public let text: String

    /// Whether the number can be right. A wrong letter is a warning: real files hold such numbers.
    public enum Validity: Hashable, Sendable {
        case valid
        case wrongLetter(expected: Character)
        case wrongShape
    }

    /// Takes any text; trims it, puts it into upper case and removes blanks.
    public init(_ text: some StringProtocol) {
        self.text = String(text.uppercased().filter { !$0.isWhitespace && $0 != "\u{FEFF}" && $0 != "\u{200B}" })
    }

    public var validity: Validity {
        guard let first = text.first, Self.letters.contains(first),
              let expected = Self.checkLetter(for: text.dropFirst()) else { return .wrongShape }
        return first == expected ? .valid : .wrongLetter(expected: expected)
    }

    /// A number given until the permanent one is known: right shape, and a letter in the last place.
    public var isTemporary: Bool { validity != .wrongShape && text.last?.isLetter == true }

    /// What to tell a person about the number, or nil when nothing is wrong with it.
    public var advice: String? {
        switch validity {
        case .valid: nil
        case .wrongLetter(let expected):
            "The UPN \(text) should begin with \(expected). Check it in your MIS; it is kept as it is."
        case .wrongShape:
            "\(text) isn't a UPN: it should be a letter and 12 figures, such as F999200120002."
        }
    }

    public var description: String { text }

    /// The check letter for the twelve characters after it; nil unless they are eleven figures and then a
    /// figure or one of the letters in use.
    ///
    /// Each character at place p (2 to 13) counts p times; a last letter counts by its index; the remainder
    /// of the sum modulo 23 is the index of the check letter.
    public static func checkLetter(for rest: some StringProtocol) -> Character? {
        let characters = Array(rest)
        guard characters.count == 12 else { return nil }
        var sum = 0
        for (index, character) in characters.enumerated() {
            guard let value = value(of: character, isLast: index == 11) else { return nil }
            sum += value * (index + 2)
        }
        return letters[sum % 23]
    }

    private static let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ")

    private static func value(of character: Character, isLast: Bool) -> Int? {
        if let ascii = character.asciiValue, (48...57).contains(ascii) { return Int(ascii) - 48 }
        return isLast ? letters.firstIndex(of: character) : nil
    }
}
