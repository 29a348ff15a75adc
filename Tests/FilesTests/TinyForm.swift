import Foundation
@testable import Files

/// A small Word file made of texts, each part of which a test can replace.
struct TinyForm {
    var body = ""
    var header: String?
    var footnotes: String?
    var type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    var root = "w:document \(TinyForm.main)"
    var extra: [TinyZip.Entry] = []

    static let main = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
    private static let links = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""

    init(_ body: String) { self.body = body }

    /// One paragraph whose text is cut into runs.
    init(runs: [String]) { body = "<w:p>\(runs.map(TinyForm.run).joined())</w:p>" }

    static func run(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }
    static func line(_ text: String) -> String { "<w:p>\(run(text))</w:p>" }
    static func row(_ cells: String...) -> String { "<w:tr>\(cells.map { "<w:tc>\(line($0))</w:tc>" }.joined())</w:tr>" }

    var document: String { "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<\(root)><w:body>\(body)<w:sectPr/></w:body></\(root.prefix { $0 != " " })>" }

    var zip: TinyZip {
        var parts = [
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"\(type)\"/></Types>"),
            ("_rels/.rels", "<Relationships \(Self.links)>\(link("rId1", "officeDocument", "word/document.xml"))</Relationships>"),
            ("word/document.xml", document),
            ("word/_rels/document.xml.rels", "<Relationships \(Self.links)>\(link("rId1", "header", "header1.xml"))\(link("rId2", "footnotes", "/word/footnotes.xml"))</Relationships>"),
            ("word/styles.xml", "<w:styles \(Self.main)/>"),
        ]
        if let header { parts.append(("word/header1.xml", "<w:hdr \(Self.main)>\(header)</w:hdr>")) }
        if let footnotes { parts.append(("word/footnotes.xml", "<w:footnotes \(Self.main)>\(footnotes)</w:footnotes>")) }
        return TinyZip(entries: parts.map { TinyZip.Entry(name: $0.0, bytes: Array($0.1.utf8)) } + extra)
    }

    var bytes: [UInt8] { zip.bytes }

    private func link(_ id: String, _ kind: String, _ target: String) -> String {
        "<Relationship Id=\"\(id)\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(kind)\" Target=\"\(target)\"/>"
    }
}

/// The text of a part of a Word file.
func part(_ name: String, of bytes: [UInt8]) throws -> String {
    let archive = try ZipArchive(bytes, limits: .wordForm, words: .wordFile)
    var text: [UInt8] = []
    guard let part = archive.part(name) else { return "" }
    try archive.forEachPiece(part) { text += $0 }
    return String(decoding: text, as: UTF8.self)
}

/// The body of a small form, filled.
func filledBody(_ form: TinyForm, _ values: WordValues) throws -> String {
    let text = try part("word/document.xml", of: WordForm(form.bytes).filled(values).bytes)
    return String(text[(text.firstRange(of: "<w:body>")?.upperBound ?? text.startIndex)..<(text.firstRange(of: "<w:sectPr/>")?.lowerBound ?? text.endIndex)])
}

/// The words of each paragraph, without their markup.
func lines(_ body: String) -> [String] {
    body.replacing("<w:br/>", with: "|").replacing("<w:p/>", with: "<w:p></w:p>").split(separator: "</w:p>").map { $0.replacing(#/<[^>]*>/#, with: "") }.dropLast(body.hasSuffix("</w:p>") ? 0 : 1).map { String($0) }
}
