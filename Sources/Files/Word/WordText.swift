import Basics

/// A piece of a Word file's text in its order: what another page of ours needs to show the same words.
public enum WordBlock: Sendable, Equatable {
    /// The title is level 0, a heading of the first level 1.
    case heading(level: Int, words: String)
    case line(String)
    /// A line with a bullet point or a number.
    case item(String)
    case table(WordTable)
}

/// A table of a Word file: the words of each cell. What stood in a table inside of it stands in its cell.
public struct WordTable: Sendable, Equatable {
    /// What the file says that it is about; empty where it does not.
    public let caption: String
    /// Whether the first row names the columns.
    public let hasHeads: Bool
    public let rows: [[String]]
}

extension WordForm {
    /// So much is read at most: a form is some pages long, and a page on a screen must stay one.
    static let mostBlocks = 4_000, mostLetters = 600_000

    /// The text of the file: first the body, then headers, footers and notes.
    /// - Throws: `FileRefusal` where it is longer than any form.
    public func text() throws -> [WordBlock] {
        var reader = WordTextReader()
        for part in package.parts {
            let isEdge = part.markup.contains { ["hdr", "ftr"].contains($0.element?.name ?? "") }
            try reader.read(part.markup, part.bytes, leavesOutFields: isEdge)
        }
        return reader.blocks
    }
}

/// Reads paragraphs, headings and tables, and nothing of how they look.
private struct WordTextReader {
    private(set) var blocks: [WordBlock] = []
    private var letters = 0, cells = 0

    /// - Parameter leavesOutFields: whether lines are passed over in which Word reckons something, such as the number of the page.
    mutating func read(_ children: [Markup], _ bytes: [UInt8], leavesOutFields: Bool = false) throws {
        for element in children.lazy.compactMap(\.element) where element.written != "mc:Fallback" {
            switch element.name {
            case "p" where leavesOutFields && element.isReckoned: break
            case "p": try readLine(element, bytes)
            case "tbl": try readTable(element, bytes)
            case "del", "moveFrom", "sectPr": break
            default: try read(element.children, bytes, leavesOutFields: leavesOutFields)
            }
        }
    }

    private mutating func readLine(_ paragraph: MarkupElement, _ bytes: [UInt8]) throws {
        let words = WordLetters(paragraph, bytes).words(bytes).trimmed
        if !words.isEmpty { try add(WordLook(paragraph, bytes).block(words), words.utf8.count) }
        // Text boxes are paragraphs inside of a paragraph.
        try read(paragraph.boxes, bytes)
    }

    private mutating func readTable(_ table: MarkupElement, _ bytes: [UInt8]) throws {
        let rows = table.rows, texts = rows.map { row in row.cells.map { $0.lines(bytes).joined(separator: "\n") } }
        guard texts.contains(where: { $0.contains { !$0.isEmpty } }) else { return }
        cells += texts.reduce(0) { $0 + $1.count }
        guard cells <= WordForm.mostBlocks * 5 else { throw Self.tooLong }
        let hasHeads = rows.first.map { $0.elements.contains { $0.name == "trPr" && $0.elements.contains { $0.name == "tblHeader" } } } ?? false
        let caption = table.elements.first { $0.name == "tblPr" }?.elements.first { $0.name == "tblCaption" }?.value(bytes) ?? ""
        try add(.table(WordTable(caption: caption, hasHeads: hasHeads, rows: texts)), texts.joined().reduce(0) { $0 + $1.utf8.count })
    }

    private mutating func add(_ block: WordBlock, _ size: Int) throws {
        letters += size
        guard blocks.count < WordForm.mostBlocks, letters <= WordForm.mostLetters else { throw Self.tooLong }
        blocks.append(block)
    }

    private static let tooLong = FileRefusal("The form is too long to be shown as a page. Download it for Word.")
}

/// Whether a paragraph is a heading, a bullet point or a line.
private struct WordLook {
    private let style: String
    private let isItem: Bool
    private let outline: Int?

    init(_ paragraph: MarkupElement, _ bytes: [UInt8]) {
        let properties = paragraph.elements.first { $0.name == "pPr" }?.elements ?? []
        style = (properties.first { $0.name == "pStyle" }?.value(bytes) ?? "").lowercased()
        isItem = properties.contains { $0.name == "numPr" } || style.hasPrefix("list")
        outline = properties.first { $0.name == "outlineLvl" }.flatMap { Int($0.value(bytes)) }
    }

    func block(_ words: String) -> WordBlock {
        if style == "title" { return .heading(level: 0, words: words) }
        if style.hasPrefix("heading"), let level = Int(style.dropFirst("heading".count)), (1...9).contains(level) { return .heading(level: level, words: words) }
        if let outline, (0...8).contains(outline) { return .heading(level: outline + 1, words: words) }
        return isItem ? .item(words) : .line(words)
    }
}

extension MarkupElement {
    /// The rows of a table, also those that Word keeps in a box of their own.
    fileprivate var rows: [MarkupElement] { within("tr", apart: []) }
    fileprivate var cells: [MarkupElement] { within("tc", apart: []) }
    fileprivate var isReckoned: Bool { ["instrText", "fldSimple"].contains(name) || elements.contains(where: \.isReckoned) }
    fileprivate var boxes: [Markup] { within("txbxContent", apart: ["p"]).flatMap(\.children) }

    /// The nearest elements of a name inside, none inside of another of them.
    private func within(_ wanted: String, apart: Set<String>) -> [MarkupElement] {
        elements.filter { $0.written != "mc:Fallback" }.flatMap { $0.name == wanted ? [$0] : apart.contains($0.name) ? [] : $0.within(wanted, apart: apart) }
    }

    /// The lines of a cell, those of tables inside of it with them.
    fileprivate func lines(_ bytes: [UInt8]) -> [String] {
        elements.filter { $0.written != "mc:Fallback" }.flatMap { element -> [String] in
            guard element.name == "p" else { return element.lines(bytes) }
            let words = WordLetters(element, bytes).words(bytes).trimmed
            return words.isEmpty ? [] : [words]
        }
    }

    /// The attribute `val`, with its references read; empty where there is none.
    fileprivate func value(_ bytes: [UInt8]) -> String {
        let tag = String(decoding: bytes[start], as: UTF8.self)
        guard let found = tag.firstMatch(of: #/\s(?:[^\s=:]+:)?val\s*=\s*(?:"([^"]*)"|'([^']*)')/#) else { return "" }
        let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
        return pairs.reduce(String(found.1 ?? found.2 ?? "")) { $0.replacing($1.0, with: $1.1) }
    }
}

extension WordLetters {
    /// The letters as text: a break is a new line, a tab a blank, a picture nothing.
    fileprivate func words(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for (letter, place) in zip(letters, places) {
            if letter == WordLetters.border, place.isEmpty { text.append(contentsOf: Self.blank(at: place.lowerBound, bytes).unicodeScalars) } else { text.append(letter) }
        }
        return String(text)
    }

    private static func blank(at place: Int, _ bytes: [UInt8]) -> String {
        let tag = bytes[place...].dropFirst().prefix(60).prefix { $0 > 32 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
        return switch String(decoding: tag, as: UTF8.self).split(separator: ":").last ?? "" {
        case "br", "cr": "\n"
        case "tab", "ptab": " "
        case "noBreakHyphen": "-"
        default: ""
        }
    }
}
