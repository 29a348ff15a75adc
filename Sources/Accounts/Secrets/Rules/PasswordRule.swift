import Basics

/// Which passwords are taken. Length counts, not figures and signs: at least twelve characters of any kind, and nothing
/// that programs which guess try first (NIST SP 800-63B, 5.1.1.2; OWASP ASVS 5.0, 6.2).
public struct PasswordRule: Sendable {
    public static let shortest = 12
    public static let longest = 200

    private let ownNames: Set<String>
    private let places: Set<String>

    /// - Parameters:
    ///   - names: the person's names and what stands before the @ of their e-mail address.
    ///   - places: the names of their schools and of the trust.
    public init(names: [String] = [], places: [String] = []) {
        ownNames = Set(names.flatMap(Self.words))
        self.places = Set(places.flatMap(Self.words)).subtracting(Self.ordinary)
    }

    /// - Throws: `Problems` beside this field, saying how to mend it.
    public func check(_ password: String, field: String = "password") throws {
        if let problem = problem(with: password) { throw Problems(field, problem) }
    }

    /// What is wrong with it; nil where it may be taken.
    public func problem(with password: String) -> String? {
        if password.count < Self.shortest { return "This password has fewer than \(Self.shortest) characters. \(Self.advice)" }
        if password.unicodeScalars.count > Self.longest { return "This password is longer than \(Self.longest) characters. Choose a shorter one." }
        let guess = GuessablePassword(password)
        if guess.repeatsItself { return "This password says the same thing again and again. \(Self.advice)" }
        if guess.followsKeys { return "This password follows the keyboard, the alphabet or the numbers in order. \(Self.advice)" }
        if guess.isNumber { return "This password is a number. Dates and telephone numbers are tried first. \(Self.advice)" }
        if guess.holds(ownNames) { return "This password holds part of your own name or e-mail address. \(Self.advice)" }
        if guess.holds(places) { return "This password holds part of the name of your school or trust. \(Self.advice)" }
        if guess.isCommon { return "Many people use this password or one much like it. \(Self.advice)" }
        return nil
    }

    /// How to choose one (National Cyber Security Centre, “Three random words”).
    public static let advice = "Put together three or more words that have nothing to do with each other or with you."

    private static func words(_ text: String) -> [String] {
        text.folded.split { !$0.isLetter }.map(String.init).filter { $0.count >= 3 }
    }

    /// Words of many schools' names, which tell nothing of one.
    private static let ordinary: Set<String> = [
        "the", "and", "school", "schools", "primary", "secondary", "infant", "infants", "junior", "nursery", "academy", "academies", "trust",
        "learning", "education", "educational", "multi", "college", "community", "high", "church", "england", "catholic", "saint", "special",
        "first", "middle", "lower", "upper", "grammar", "free", "studio", "north", "south", "east", "west", "for", "voluntary", "aided", "controlled",
    ]
}
