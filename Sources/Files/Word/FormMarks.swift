/// The fields within parts of a form, and which of them belong together.
enum FormMarks {
    /// The fields of an element in the order of the text, those of text boxes too.
    static func all(in element: MarkupElement, _ bytes: [UInt8]) -> [FieldMark] { marks(element, bytes) { _ in true } }

    /// The fields of a row without those of tables inside it.
    static func own(of row: MarkupElement, _ bytes: [UInt8]) -> [FieldMark] {
        row.elements.flatMap { marks($0, bytes) { $0.name != "tr" } }
    }

    private static func marks(_ element: MarkupElement, _ bytes: [UInt8], where goesInto: (MarkupElement) -> Bool) -> [FieldMark] {
        guard goesInto(element), element.written != "mc:Fallback" else { return [] }
        let own = element.name == "p" ? FieldMark.find(in: WordLetters(element, bytes).letters).marks : []
        return own + element.elements.flatMap { marks($0, bytes, where: goesInto) }
    }

    /// Beginnings without their end and ends without their beginning.
    static func loose(_ marks: [FieldMark], _ scope: FormScope) -> [FieldMark] {
        var loose: [FieldMark] = []
        for mark in marks where mark.kind != .value && !scope.isInside(mark.name) {
            let partner = mark.kind == .closes ? loose.lastIndex { $0.kind == .opens && $0.name == mark.name } : nil
            if let partner { loose.remove(at: partner) } else { loose.append(mark) }
        }
        return loose
    }

    /// Names of lists that both begin and end here, the outermost first.
    static func pairs(_ marks: [FieldMark], _ scope: FormScope) -> [String] {
        marks.enumerated().filter { place, mark in
            mark.kind == .opens && !scope.isInside(mark.name) && marks[place...].contains { $0.kind == .closes && $0.name == mark.name }
        }.map(\.element.name)
    }

    /// True for a line or row that holds nothing but the mark of a list.
    static func isOnly(_ list: String, _ element: MarkupElement, _ bytes: [UInt8]) -> Bool {
        let lines = paragraphs(in: element).map { WordLetters($0, bytes).letters }
        let marks = lines.flatMap { FieldMark.find(in: $0).marks }
        let ink = lines.joined().count { !$0.properties.isWhitespace }
        return !marks.isEmpty && marks.allSatisfy { $0.kind != .value && $0.name == list } && zip(lines, lines.map { FieldMark.find(in: $0).marks }).reduce(0) { sum, line in
            sum + line.1.reduce(0) { $0 + line.0[$1.place].count { !$0.properties.isWhitespace } }
        } == ink
    }

    static func paragraphs(in element: MarkupElement) -> [MarkupElement] {
        (element.name == "p" ? [element] : []) + element.elements.flatMap(paragraphs)
    }
}
