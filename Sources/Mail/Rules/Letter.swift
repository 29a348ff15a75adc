import Basics

/// What Trellis may write to somebody. There are these kinds and no other: numbers, moments and links, and words that
/// stand in the program. No text of a child's record has a way into any of them.
public enum Letter: Sendable {
    /// Somebody gets an account: a link that works once.
    case invitation(AdultName, LetterLink, expires: Instant)
    /// A new password was asked for: a link that works once.
    case signInReset(AdultName, LetterLink, expires: Instant)
    /// Something about the account was changed, perhaps not by its owner.
    case accountChanged(AccountChange, at: Instant, LetterLink)
    /// A colleague asked for an answer and waits for it.
    case reminder(AdultName, LetterLink)
    /// What waits for somebody, in numbers.
    case digest([DigestLine])
    /// So many records were opened in an emergency.
    case breakGlassAlert(Int, LetterLink)
    /// Something somebody asked for is ready to be fetched.
    case ready(LetterLink)
    /// Proves that mail works.
    case test

    /// The name under which the queue lists it.
    public var kind: String {
        switch self {
        case .invitation: "invitation"
        case .signInReset: "sign-in reset"
        case .accountChanged: "account changed"
        case .reminder: "reminder"
        case .digest: "digest"
        case .breakGlassAlert: "emergency access"
        case .ready: "ready"
        case .test: "test"
        }
    }
}

/// What was changed about an account.
public enum AccountChange: String, Sendable, CaseIterable {
    case password = "password"
    case secondStep = "second step of signing in"
    case recoveryCodes = "recovery codes"
    case address = "e-mail address"
}

/// The name of the grown-up who holds an account, to greet them with. Never a child's.
public struct AdultName: Hashable, Sendable {
    let text: String

    /// - Parameter text: the name of the account. Line ends and the like are left out, and what is over 80 letters.
    public init(_ text: String) {
        let plain = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isSteering }))
        self.text = String(plain.trimmed.prefix(80))
    }
}

/// A place in this Trellis. What goes into one is written in the program, but for a number or a secret.
public struct LetterLink: Hashable, Sendable {
    /// From the first slash on.
    let path: String

    /// A page that is the same for everybody: `LetterLink("/today")`.
    public init(_ path: StaticString) { self.path = path.description }

    /// A page about one thing, by its number: `LetterLink("/exports/", 12)`.
    public init(_ path: StaticString, _ number: Int) { self.path = path.description + String(number) }

    /// A page that a secret opens: `LetterLink("/invitations/", secret: token)`.
    /// - Throws: `Problems` unless the secret is 20 to 200 letters of base64url (RFC 4648, 5), as a random token is.
    public init(_ path: StaticString, secret: String) throws {
        let isRandom = (20...200).contains(secret.utf8.count) && secret.utf8.allSatisfy {
            HostName.isLetterOrFigure($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
        guard isRandom else { throw Problems("", "The secret of a link must be random: 20 letters and figures or more.") }
        self.path = path.description + secret
    }
}

/// One line of a digest: how many, of what, and where to look. The words stand in the program.
public struct DigestLine: Sendable {
    let number: Int
    let words: String
    let link: LetterLink

    /// - Parameters:
    ///   - one: what a single one is called, such as `review due this week`.
    ///   - many: what several are called, such as `reviews due this week`.
    public init(_ number: Int, one: StaticString, many: StaticString, _ link: LetterLink) {
        self.number = number
        words = "\(number) \(number == 1 ? one : many)"
        self.link = link
    }
}
