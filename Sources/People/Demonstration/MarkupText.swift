/// XML as text, element by element, indented as schools' systems write it.
struct MarkupText {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var depth = 0

    /// An element with others inside it.
    mutating func block(_ name: String, _ content: (inout MarkupText) -> Void) {
        indent()
        text += "<\(name)>\n"
        depth += 1
        content(&self)
        depth -= 1
        indent()
        text += "</\(name)>\n"
    }

    /// An element with words inside it; left out where there are none.
    mutating func element(_ name: String, _ words: String?) {
        guard let words else { return }
        indent()
        text += "<\(name)>"
        escape(words)
        text += "</\(name)>\n"
    }

    mutating func element(_ name: String, _ flag: Bool) { element(name, flag ? "true" : "false") }
    mutating func element(_ name: String, _ number: Int) { element(name, "\(number)") }

    private mutating func indent() { for _ in 0..<depth { text += "  " } }

    private mutating func escape(_ words: String) {
        guard words.utf8.contains(where: { $0 == 38 || $0 == 60 || $0 == 62 }) else { return text += words }
        for scalar in words.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
