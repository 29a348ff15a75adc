import Basics

/// A field as it stands in the text of a form: `{{pupil.forename}}`, or the beginning `{{#needs}}` and end
/// `{{/needs}}` of what is repeated.
struct FieldMark: Sendable, Equatable {
    enum Kind: Sendable { case value, opens, closes }

    let kind: Kind
    /// In small letters and without blanks, since Word puts a capital at the start of a sentence.
    let name: String
    /// What was typed between the braces.
    let typed: String
    /// The letters it takes up, with its braces.
    let place: Range<Int>

    private static let longest = 200

    /// The fields of a stretch of text, in order, and how many braces were opened and not closed.
    static func find(in letters: [Unicode.Scalar]) -> (marks: [FieldMark], open: Int) {
        var marks: [FieldMark] = [], open = 0, place = 0
        while let start = pair("{", in: letters, from: place) {
            let end = pair("}", in: letters, from: start + 2), next = pair("{", in: letters, from: start + 2)
            guard let end, end - start <= longest, next.map({ $0 > end }) ?? true, !letters[start..<end].contains(WordLetters.border) else {
                open += 1
                place = start + 2
                continue
            }
            marks.append(FieldMark(letters[(start + 2)..<end], at: start..<(end + 2)))
            place = end + 2
        }
        return (marks, open)
    }

    /// Of three braces in a row the last two open a field.
    private static func pair(_ brace: Unicode.Scalar, in letters: [Unicode.Scalar], from: Int) -> Int? {
        var place = from
        while place + 1 < letters.count {
            if letters[place] == brace, letters[place + 1] == brace {
                while brace == "{", place + 2 < letters.count, letters[place + 2] == brace { place += 1 }
                return place
            }
            place += 1
        }
        return nil
    }

    private init(_ inside: ArraySlice<Unicode.Scalar>, at place: Range<Int>) {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: inside)
        typed = String(text).trimmed
        let sign = typed.first
        kind = sign == "#" ? .opens : sign == "/" ? .closes : .value
        name = FieldMark.folded(kind == .value ? typed : String(typed.dropFirst()))
        self.place = place
    }

    /// Small letters, and none of the blanks that one does not see.
    static func folded(_ name: String) -> String {
        String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint }))
    }
}
