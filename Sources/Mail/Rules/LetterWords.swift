import Basics

/// A letter's words, from which the plain text and the HTML are both made.
struct LetterWords: Equatable {
    enum Part: Equatable {
        case words(String)
        case link(String, LetterLink)
    }

    let subject: String
    let parts: [Part]

    init(_ letter: Letter) { (subject, parts) = letter.words }
}

extension Letter {
    fileprivate var words: (String, [LetterWords.Part]) {
        switch self {
        case .invitation(let name, let link, let expires): ("You are invited to Trellis", invitation(name, link, expires))
        case .signInReset(let name, let link, let expires): ("Choose a new password for Trellis", reset(name, link, expires))
        case .accountChanged(let change, let at, let link): ("Your Trellis account was changed", changed(change, at, link))
        case .reminder(let name, let link): ("A colleague waits for your answer in Trellis", [
            .words(name.greeting), .words("A colleague asked you something in Trellis and waits for your answer. It takes a few minutes."), .link("Sign in and answer", link),
        ])
        case .digest(let lines): ("What waits for you in Trellis", digest(lines))
        case .breakGlassAlert(let number, let link): ("Emergency access was used in Trellis", alert(number, link))
        case .ready(let link): ("What you asked for is ready in Trellis", [
            .words("What you asked Trellis to make is ready."), .link("Sign in and fetch it", link),
        ])
        case .test: ("A test from Trellis", [
            .words("Mail from Trellis works: this letter was sent to prove it."), .words("You need not do anything."),
        ])
        }
    }

    private func invitation(_ name: AdultName, _ link: LetterLink, _ expires: Instant) -> [LetterWords.Part] {
        [
            .words(name.greeting),
            .words("You are invited to use Trellis. Your school uses it for its work with pupils who need extra help."),
            .link("Choose your password", link),
            .words("The link works once, until \(expires.inWords). Do not pass it on: it is for you alone."),
            .words("If you do not know why you got this, do nothing. No account is opened without you."),
        ]
    }

    private func reset(_ name: AdultName, _ link: LetterLink, _ expires: Instant) -> [LetterWords.Part] {
        [
            .words(name.greeting),
            .words("Somebody, probably you, asked for a new password for Trellis."),
            .link("Choose a new password", link),
            .words("The link works once, until \(expires.inWords). Do not pass it on: it is for you alone."),
            .words("If you did not ask, do nothing. Your password stays as it is."),
        ]
    }

    private func changed(_ change: AccountChange, _ at: Instant, _ link: LetterLink) -> [LetterWords.Part] {
        [
            .words("The \(change.rawValue) of your Trellis account was changed on \(at.inWords)."),
            .words("If you did this, you need not do anything."),
            .words("If you did not, tell the person who runs Trellis at your school now, and look at your account."),
            .link("Look at your account", link),
        ]
    }

    private func digest(_ lines: [DigestLine]) -> [LetterWords.Part] {
        [.words("This waits for you in Trellis today:")] + lines.map { .link($0.words, $0.link) }
            + [.words("You chose to get this list each day. You can stop it, or choose another hour, on the page of your account.")]
    }

    private func alert(_ number: Int, _ link: LetterLink) -> [LetterWords.Part] {
        [
            .words("\(count(number, "record was", "records were")) opened with emergency access. The person gave a reason."),
            .words("Please look at it today, and say whether it was right."),
            .link("Look at the emergency access", link),
        ]
    }
}

extension AdultName {
    fileprivate var greeting: String { text.isEmpty ? "Hello," : "Hello \(text)," }
}
