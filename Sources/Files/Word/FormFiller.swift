/// Writes one part of a form with its fields filled. What is not a field is written byte for byte as it was.
struct FormFiller {
    private let bytes: [UInt8]
    private let blank: String
    private(set) var out: [UInt8] = []
    /// Names without a value, in the order of the form, perhaps more than once.
    private(set) var unfilled: [String] = []
    /// A list without entries has said “None” in the place that is being written.
    private var hasSaidNone = false
    /// A second copy of a row or line carries no marks that must be there once only.
    private var isCopy = false

    /// - Parameter blank: what stands visibly where something is not known.
    init(_ part: WordPackage.Part, blank: String) {
        bytes = part.bytes
        self.blank = blank
    }

    mutating func write(_ children: [Markup], _ scope: FormScope) {
        var place = 0
        let reach = sections(children, scope)
        while place < children.count {
            if let end = reach[place]?.end, let name = reach[place]?.name {
                writeSection(name, Array(children[place...end]), scope)
                place = end + 1
            } else {
                write(children[place], scope)
                place += 1
            }
        }
    }

    private mutating func write(_ node: Markup, _ scope: FormScope) {
        switch node {
        case .text(let range), .other(let range): out += bytes[range]
        case .element(let element):
            switch element.name {
            case "p": writeParagraph(element, scope)
            case "tr": writeRow(element, scope)
            case "bookmarkStart" where isCopy, "bookmarkEnd" where isCopy: break
            default: writeWhole(element, scope)
            }
        }
    }

    private mutating func writeWhole(_ element: MarkupElement, _ scope: FormScope) {
        out += bytes[element.start]
        write(element.children, scope)
        keepCellWhole(element)
        out += bytes[element.end]
    }

    /// Word opens no cell, box or note that does not end with a paragraph.
    private mutating func keepCellWhole(_ element: MarkupElement) {
        guard ["tc", "txbxContent", "hdr", "ftr", "footnote", "endnote"].contains(element.name), element.elements.last?.name == "p" else { return }
        let end = Array("</\(MarkupElement.sibling(element, "p"))>".utf8)
        if !out.suffix(end.count).elementsEqual(end), !out.suffix(2).elementsEqual("/>".utf8) { out += Array("<\(MarkupElement.sibling(element, "p"))/>".utf8) }
    }

    // MARK: what is repeated

    private mutating func writeRow(_ row: MarkupElement, _ scope: FormScope) {
        let marks = FormMarks.own(of: row, bytes)
        if let name = FormMarks.pairs(marks, scope).first, !row.elements.contains(where: { FormMarks.pairs(FormMarks.all(in: $0, bytes), scope).contains(name) }) {
            return repeatEach(scope.entries(of: name) ?? [.init(list: name, values: [:])], scope) { $0.writeTag(row); $0.write(row.children, $1); $0.out += $0.bytes[row.end] }
        }
        guard let list = marks.lazy.filter({ $0.kind == .value }).compactMap({ scope.list(of: $0.name) }).first, FormMarks.pairs(marks, scope).isEmpty else { return writeWhole(row, scope) }
        repeatEach(list.entries, scope) { $0.writeTag(row); $0.write(row.children, $1); $0.out += $0.bytes[row.end] }
    }

    private mutating func writeParagraph(_ paragraph: MarkupElement, _ scope: FormScope) {
        let marks = FieldMark.find(in: WordLetters(paragraph, bytes).letters).marks
        if let name = FormMarks.pairs(marks, scope).first {
            return repeatEach(chosen(name, scope), scope) { $0.writeParagraph(paragraph, $1) }
        }
        if let list = marks.lazy.filter({ $0.kind == .value }).compactMap({ scope.list(of: $0.name) }).first {
            return repeatEach(list.entries, scope) { $0.writeParagraph(paragraph, $1) }
        }
        writeLine(paragraph, scope)
    }

    /// Paragraphs, tables or rows from the one with `{{#list}}` to the one with `{{/list}}`.
    private mutating func writeSection(_ name: String, _ children: [Markup], _ scope: FormScope) {
        let isOfRows = children.first?.element?.name == "tr"
        let entries = isOfRows ? scope.entries(of: name) ?? [.init(list: name, values: [:])] : chosen(name, scope)
        let kept = children.filter { $0.element.map { !FormMarks.isOnly(name, $0, bytes) } ?? true }
        repeatEach(entries, scope) { $0.write(kept, $1) }
    }

    /// The entries of a list between marks. An empty one is left out; words that are known stand once.
    private func chosen(_ name: String, _ scope: FormScope) -> [FormScope.Entry] {
        if let entries = scope.entries(of: name) { return entries.filter { !$0.saysNone } }
        return [.init(list: name, values: [:])]
    }

    private mutating func repeatEach(_ entries: [FormScope.Entry], _ scope: FormScope, _ body: (inout FormFiller, FormScope) -> Void) {
        let (wasCopy, hadSaid) = (isCopy, hasSaidNone)
        for (count, entry) in entries.enumerated() {
            isCopy = wasCopy || count > 0
            hasSaidNone = false
            body(&self, scope.inside(entry))
        }
        (isCopy, hasSaidNone) = (wasCopy, hadSaid)
    }

    /// Which children begin a section that ends in a later one.
    private func sections(_ children: [Markup], _ scope: FormScope) -> [Int: (name: String, end: Int)] {
        guard children.count > 1, children.contains(where: { ["p", "tr", "tbl", "sdt"].contains($0.element?.name ?? "") }) else { return [:] }
        let loose = children.map { $0.element.map { FormMarks.loose(FormMarks.all(in: $0, bytes), scope) } ?? [] }
        var found: [Int: (name: String, end: Int)] = [:], place = 0
        while place < children.count {
            let opens = loose[place].first { $0.kind == .opens }?.name
            let end = opens.flatMap { name in ((place + 1)..<max(place + 1, children.count)).first { loose[$0].contains { $0.kind == .closes && $0.name == name } } }
            if let opens, let end { found[place] = (opens, end) }
            place = (end ?? place) + 1
        }
        return found
    }

    // MARK: one paragraph

    private mutating func writeLine(_ paragraph: MarkupElement, _ scope: FormScope) {
        let letters = WordLetters(paragraph, bytes)
        var edits: [WordEdit] = []
        for mark in FieldMark.find(in: letters.letters).marks {
            guard let words = words(for: mark, scope) else { continue }
            edits += mark.place.enumerated().map { WordEdit(place: letters.places[$0.element], words: $0.offset == 0 ? words : "") }
        }
        writeTag(paragraph)
        writeRuns(paragraph.children, edits, scope)
        out += bytes[paragraph.end]
    }

    /// What stands in the place of a field; nil where the braces stay as they are.
    private mutating func words(for mark: FieldMark, _ scope: FormScope) -> String? {
        guard mark.kind == .value else { return scope.isInside(mark.name) ? "" : nil }
        if case .text(let words)? = scope.value(mark.name), !words.allSatisfy(\.isWhitespace) { return words }
        if scope.emptyList(mark.name) != nil {
            defer { hasSaidNone = true }
            return hasSaidNone ? "" : "None"
        }
        unfilled.append(scope.fullName(mark.name))
        return blank
    }

    private mutating func writeRuns(_ children: [Markup], _ edits: [WordEdit], _ scope: FormScope) {
        for child in children {
            guard let element = child.element else { write(child, scope); continue }
            let whole = element.start.lowerBound..<max(element.start.upperBound, element.end.upperBound)
            let here = edits.filter { whole.contains($0.place.lowerBound) }
            if here.isEmpty { write(child, scope) } else if element.name == "t" { out += WordEdit.written(element, here, bytes) } else {
                out += bytes[element.start]
                writeRuns(element.children, here, scope)
                out += bytes[element.end]
            }
        }
    }

    /// The numbers of paragraphs and rows must not come twice.
    private mutating func writeTag(_ element: MarkupElement) {
        guard isCopy else { out += bytes[element.start]; return }
        let tag = String(decoding: bytes[element.start], as: UTF8.self)
        out += Array(tag.replacing(#/\sw14:(paraId|textId)=("[^"]*"|'[^']*')/#, with: "").utf8)
    }
}
