import Basics

/// A letter ready to be put into the queue: its subject, and its words as plain text and as HTML.
struct LetterText: Codable, Equatable {
    let subject: String
    let plain: String
    let html: String
}

extension LetterText {
    /// - Parameter publicAddress: what stands before the path of each link.
    init(_ letter: Letter, publicAddress: String) {
        let words = LetterWords(letter)
        subject = words.subject
        let ending = "Trellis sent this by itself. Nobody reads answers to it."
        plain = (words.parts.map { $0.plain(publicAddress) } + ["--\n" + ending]).joined(separator: "\n\n") + "\n"
        html = """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head><meta charset="utf-8"><title>\(words.subject.escaped)</title></head>
            <body>
            \(words.parts.map { $0.html(publicAddress) }.joined(separator: "\n"))
            <hr>
            <p>\(ending)</p>
            </body>
            </html>

            """
    }
}

extension LetterWords.Part {
    fileprivate func plain(_ publicAddress: String) -> String {
        switch self {
        case .words(let words): words
        case .link(let label, let link): "\(label):\n\(publicAddress)\(link.path)"
        }
    }

    fileprivate func html(_ publicAddress: String) -> String {
        switch self {
        case .words(let words): "<p>\(words.escaped)</p>"
        case .link(let label, let link): "<p><a href=\"\((publicAddress + link.path).escaped)\">\(label.escaped)</a></p>"
        }
    }
}

extension String {
    /// As it may stand in HTML, between tags or in quotes.
    fileprivate var escaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
