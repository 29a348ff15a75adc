import Basics
@testable import Mail
import Testing

@Suite("What a letter may say")
struct LetterTests {
    static let link = LetterLink("/exports/", 12)
    static let letters: [Letter] = [
        .invitation(AdultName("Amira Khan"), link, expires: Instant(milliseconds: 0)),
        .signInReset(AdultName("Amira Khan"), link, expires: Instant(milliseconds: 0)),
        .accountChanged(.password, at: Instant(milliseconds: 0), link),
        .reminder(AdultName("Amira Khan"), link),
        .digest([DigestLine(1, one: "review due", many: "reviews due", link), DigestLine(3, one: "gap", many: "gaps", link)]),
        .breakGlassAlert(2, link), .ready(link), .test,
    ]

    /// A new kind of letter does not compile here until somebody has thought of what it may carry.
    private func place(_ letter: Letter) -> Int {
        switch letter {
        case .invitation: 0
        case .signInReset: 1
        case .accountChanged: 2
        case .reminder: 3
        case .digest: 4
        case .breakGlassAlert: 5
        case .ready: 6
        case .test: 7
        }
    }

    @Test("Every kind is tried here")
    func all() { #expect(Self.letters.map(place) == Array(0...7)) }

    @Test("A pupil's name has no way in: letters carry numbers, moments, links and the account's own name", arguments: letters)
    func carries(letter: Letter) {
        let allowed: Set = ["Int", "Instant", "LetterLink", "AdultName", "AccountChange", "DigestLine"]
        #expect(leaves(letter).isSubset(of: allowed), "\(letter.kind)")
    }

    /// The types of everything in it, tuples and lists opened.
    private func leaves(_ value: Any) -> Set<String> {
        let mirror = Mirror(reflecting: value)
        if [.enum, .tuple, .collection].contains(mirror.displayStyle), !(value is AccountChange) {
            return mirror.children.reduce(into: []) { $0.formUnion(leaves($1.value)) }
        }
        return value is Letter ? [] : ["\(type(of: value))"]
    }

    @Test("Nor can one stand in a link", arguments: ["Sam Whitlock", "sam", "Sam%20Whitlock-Sam%20Whitlock", "../../../../../../etc/passwd", "q7Rw2LxXo0b3dQ9zKfT1\r\nBcc: x"])
    func secret(text: String) {
        #expect(throws: Problems.self) { try LetterLink("/invitations/", secret: text) }
    }

    @Test("Plain text and HTML say the same, and each link leads to this Trellis", arguments: letters)
    func forms(letter: Letter) {
        let text = LetterText(letter, publicAddress: "https://trellis.example.org")
        let stripped = text.html.replacing(/<title>.*<\/title>/, with: "").replacing(/<a href="([^"]*)">([^<]*)<\/a>/) { "\($0.2):\n\($0.1)" }.replacing(/<[^>]*>/, with: "")
        let words = { (text: String) in text.replacing("--\n", with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        #expect(words(stripped) == words(text.plain))
        for address in text.html.matches(of: /href="([^"]*)"/) { #expect(address.1.hasPrefix("https://trellis.example.org/")) }
        #expect(!text.html.contains("src=") && !text.html.contains("style"))
    }

    @Test("A digest counts", arguments: zip([0, 1, 2], ["0 reviews due", "1 review due", "2 reviews due"]))
    func digest(number: Int, words: String) {
        #expect(DigestLine(number, one: "review due", many: "reviews due", Self.link).words == words)
    }
}
