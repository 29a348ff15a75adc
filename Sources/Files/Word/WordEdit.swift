/// Some bytes of a text in a Word file that give way to words.
struct WordEdit {
    let place: Range<Int>
    let words: String

    /// A `<w:t>` with its edits. Blanks at its ends count from now on, because they may have stood inside before.
    static func written(_ text: MarkupElement, _ edits: [WordEdit], _ bytes: [UInt8]) -> [UInt8] {
        let tag = keepingBlanks(text, bytes)
        var out = tag, place = text.start.upperBound
        for edit in edits {
            out += bytes[place..<edit.place.lowerBound]
            out += edit.letters(between: "</\(text.written)>", Array("<\(text.written) xml:space=\"preserve\">".utf8), text)
            place = edit.place.upperBound
        }
        return out + bytes[place..<text.end.upperBound]
    }

    private static func keepingBlanks(_ text: MarkupElement, _ bytes: [UInt8]) -> [UInt8] {
        let tag = String(decoding: bytes[text.start], as: UTF8.self)
        guard !tag.contains("xml:space") else { return Array(tag.replacing(#/xml:space\s*=\s*(?:"default"|'default')/#, with: "xml:space=\"preserve\"").utf8) }
        let name = tag.index(tag.startIndex, offsetBy: 1 + text.written.count)
        return Array((tag[..<name] + " xml:space=\"preserve\"" + tag[name...]).utf8)
    }

    /// Lines become breaks and tabs become tabs; signs that XML does not allow are left out.
    private func letters(between end: String, _ start: [UInt8], _ text: MarkupElement) -> [UInt8] {
        var out: [UInt8] = []
        let lines = words.replacing("\r\n", with: "\n")
        for letter in lines.unicodeScalars {
            switch letter {
            case "\n", "\r", "\u{0B}", "\u{85}", "\u{2028}", "\u{2029}": out += Array("\(end)<\(MarkupElement.sibling(text, "br"))/>".utf8) + start
            case "\t": out += Array("\(end)<\(MarkupElement.sibling(text, "tab"))/>".utf8) + start
            case "<": out += Array("&lt;".utf8)
            case ">": out += Array("&gt;".utf8)
            case "&": out += Array("&amp;".utf8)
            case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": break
            default: out += Array(String(letter).utf8)
            }
        }
        return out
    }
}

extension MarkupElement {
    /// Another name of the same vocabulary, with the prefix that stands for it here.
    static func sibling(_ element: MarkupElement, _ name: String) -> String {
        element.written.firstIndex(of: ":").map { element.written[...$0] + name } ?? name
    }
}
