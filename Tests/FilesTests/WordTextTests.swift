import Testing
@testable import Files

/// The words of a Word file, in their order, for a page.
@Suite struct WordTextTests {
    private static func styled(_ style: String, _ text: String) -> String { "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>\(TinyForm.run(text))</w:p>" }
    private static let heads = "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>\(TinyForm.line("What"))</w:tc><w:tc>\(TinyForm.line("Who"))</w:tc></w:tr>"

    static let pieces: [(body: String, blocks: [WordBlock])] = [
        (styled("Title", "A form"), [.heading(level: 0, words: "A form")]), (styled("Heading2", "Part"), [.heading(level: 2, words: "Part")]), (styled("heading99", "x"), [.line("x")]),
        ("<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr>\(TinyForm.run("Outline"))</w:p>", [.heading(level: 1, words: "Outline")]),
        ("<w:p><w:pPr><w:numPr/></w:pPr>\(TinyForm.run("One"))</w:p>", [.item("One")]), (styled("ListParagraph", "Two"), [.item("Two")]),
        (TinyForm.line("Tom &amp; Jo &lt;b&gt;"), [.line("Tom & Jo <b>")]), (TinyForm.line("  "), []),
        ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:drawing/></w:r></w:p>", [.line("a\nb c-d")]),
        ("<w:tbl><w:tblPr><w:tblCaption w:val=\"R&amp;D\"/></w:tblPr>\(heads)\(TinyForm.row("Group", "Jo"))</w:tbl>", [.table(WordTable(caption: "R&D", hasHeads: true, rows: [["What", "Who"], ["Group", "Jo"]]))]),
        ("<w:tbl>\(TinyForm.row("Name", "Sam"))</w:tbl>", [.table(WordTable(caption: "", hasHeads: false, rows: [["Name", "Sam"]]))]),
        ("<w:tbl><w:tr><w:tc>\(TinyForm.line("a"))\(TinyForm.line("b"))<w:tbl>\(TinyForm.row("c", "d"))</w:tbl></w:tc></w:tr></w:tbl>", [.table(WordTable(caption: "", hasHeads: false, rows: [["a\nb\nc\nd"]]))]),
        ("<w:p><w:del>\(TinyForm.run("gone"))</w:del>\(TinyForm.run("stays"))</w:p>", [.line("stays")]), ("<w:tbl>\(TinyForm.row("", ""))</w:tbl>", []),
        ("<w:sdt><w:sdtContent>\(TinyForm.line("boxed"))</w:sdtContent></w:sdt>", [.line("boxed")]),
        ("<w:p>\(TinyForm.run("out"))<w:r><w:txbxContent>\(TinyForm.line("in"))</w:txbxContent></w:r></w:p>", [.line("out"), .line("in")]),
    ]

    @Test("Headings, lines, bullet points and tables are told apart", arguments: pieces)
    func blocks(body: String, blocks: [WordBlock]) throws { #expect(try WordForm(TinyForm(body).bytes).text() == blocks) }

    @Test("A header is read, and its reckoned number of the page is not")
    func edges() throws {
        var form = TinyForm(TinyForm.line("body"))
        form.header = TinyForm.line("Council") + "<w:p>\(TinyForm.run("Page "))<w:r><w:instrText>PAGE</w:instrText></w:r>\(TinyForm.run("1"))</w:p>"
        #expect(try WordForm(form.bytes).text() == [.line("body"), .line("Council")])
    }

    @Test("A file that is longer than any form is refused, not shown")
    func bounds() throws {
        let many = String(repeating: TinyForm.line("x"), count: WordForm.mostBlocks + 1), long = TinyForm.line(String(repeating: "y", count: WordForm.mostLetters + 1))
        let wide = "<w:tbl>\(String(repeating: "<w:tr>\(String(repeating: "<w:tc>\(TinyForm.line("z"))</w:tc>", count: 60))</w:tr>", count: 400))</w:tbl>"
        for body in [many, long, wide] { #expect(throws: FileRefusal.self) { try WordForm(TinyForm(body).bytes).text() } }
    }
}
