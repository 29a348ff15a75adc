import Testing
@testable import Files

@Suite struct WordFormTests {
    private let values: WordValues = [
        "pupil.forename": "Sam", "pupil.surname": "O’Hare & <Sons>", "school.name": "Ashgrove",
        "provision": .rows([["what": "Reading", "minutes": "60"], ["what": "Speech\nwith Ann", "minutes": "20"]]), "advice": .rows([]),
    ]

    static let splittings: [(name: String, paragraph: String)] = [
        ("one run", TinyForm.run("Dear {{pupil.forename}}.")),
        ("the braces apart", ["Dear {", "{pupil.forename}", "}."].map(TinyForm.run).joined()),
        ("letter by letter", "Dear {{pupil.forename}}.".map { TinyForm.run(String($0)) }.joined()),
        ("spelling marks", "\(TinyForm.run("Dear {{pupil."))<w:proofErr w:type=\"spellStart\"/>\(TinyForm.run("forename"))<w:proofErr w:type=\"spellEnd\"/>\(TinyForm.run("}}."))"),
        ("a bookmark", "\(TinyForm.run("Dear {{pu"))<w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/><w:bookmarkEnd w:id=\"0\"/>\(TinyForm.run("pil.forename}}."))"),
        ("a smart tag", "\(TinyForm.run("Dear "))<w:smartTag w:element=\"x\">\(TinyForm.run("{{pupil"))</w:smartTag>\(TinyForm.run(".forename}}."))"),
        ("a link", "\(TinyForm.run("Dear {{"))<w:hyperlink w:anchor=\"x\">\(TinyForm.run("pupil.forename"))</w:hyperlink>\(TinyForm.run("}}."))"),
        ("a content control", "\(TinyForm.run("Dear "))<w:sdt><w:sdtPr><w:tabs><w:tab/></w:tabs></w:sdtPr><w:sdtContent>\(TinyForm.run("{{pupil.forename}}"))</w:sdtContent></w:sdt>\(TinyForm.run("."))"),
        ("an insertion not yet accepted", "\(TinyForm.run("Dear {{pupil"))<w:del w:id=\"1\"><w:r><w:delText>x</w:delText></w:r></w:del><w:ins w:id=\"2\">\(TinyForm.run(".forename}}"))</w:ins>\(TinyForm.run("."))"),
        ("a field of Word", "<w:fldSimple w:instr=\"TITLE\">\(TinyForm.run("Dear {{pupil"))</w:fldSimple>\(TinyForm.run(".forename}}."))"),
        ("a page break that Word remembers", "<w:r><w:t>Dear {{pupil</w:t><w:lastRenderedPageBreak/><w:t>.forename}}.</w:t></w:r>"),
        ("blanks and capitals", TinyForm.run("Dear {{ Pupil.Forename\u{A0}}}.")),
        ("a soft blank of Google Docs", TinyForm.run("Dear {{pupil.\u{200B}forename}}.")),
        ("braces as references", TinyForm.run("Dear &#123;&#x7B;pupil.forename}}.")),
        ("LibreOffice's runs", "<w:pPr><w:pStyle w:val=\"Normal\"/><w:rPr/></w:pPr><w:r><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr><w:t xml:space=\"preserve\">Dear {{</w:t></w:r><w:r><w:rPr></w:rPr><w:t>pupil.forename}}.</w:t></w:r>"),
        ("Word for the web's runs", "<w:r w:rsidRPr=\"1A\" w:rsidR=\"1B\"><w:rPr/><w:t xml:space=\"preserve\">Dear </w:t></w:r><w:r w:rsidR=\"1C\"><w:rPr/><w:t>{{</w:t></w:r><w:r w:rsidR=\"1C\"><w:t>pupil.forename</w:t></w:r><w:r><w:rPr/><w:t>}}.</w:t></w:r>"),
    ]

    @Test("A field is found and filled, however Word has cut it", arguments: splittings)
    func splitting(name: String, paragraph: String) throws {
        let form = TinyForm("<w:p>\(paragraph)</w:p>"), word = try WordForm(form.bytes)
        #expect(word.faults(known: ["pupil.forename"]).isEmpty && word.fields.count == 1)
        #expect(try lines(filledBody(form, values).replacing("<w:delText>x", with: "")) == ["Dear Sam."])
    }

    @Test("What is filled in looks like the first brace, and all else keeps its bytes")
    func formatting() throws {
        let before = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>A {{pupil</w:t></w:r>", after = "<w:r><w:rPr><w:i/></w:rPr><w:t>.forename}} b</w:t></w:r><!-- x --><m:r><m:t>{{pupil.forename}}</m:t></m:r></w:p>"
        let body = try filledBody(TinyForm(before + after), values)
        #expect(body == "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">A Sam</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\"> b</w:t></w:r><!-- x --><m:r><m:t>{{pupil.forename}}</m:t></m:r></w:p>")
    }

    @Test("A form without fields comes out byte for byte as it went in")
    func untouched() throws {
        let bytes = TinyForm(TinyForm.line("{ {pupil.forename}} {}}")).bytes
        #expect(try WordForm(bytes).filled(values).bytes == bytes)
    }

    @Test("Headers, notes and text boxes are filled, and the parts without fields keep their bytes")
    func otherParts() throws {
        let box = "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>\(TinyForm.line("{{school.name}}"))</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>\(TinyForm.line("{{school.name}}"))</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        var form = TinyForm(box)
        form.header = TinyForm.line("{{pupil.surname}}")
        form.footnotes = "<w:footnote w:id=\"1\">\(TinyForm.line("{{pupil.birth}}"))</w:footnote>"
        let word = try WordForm(form.bytes), filled = try word.filled(values)
        #expect(word.fields == ["school.name", "pupil.surname", "pupil.birth"])
        #expect(filled.unfilled == ["pupil.birth"])
        #expect(try part("word/document.xml", of: filled.bytes).components("Ashgrove") == 2)
        #expect(try part("word/header1.xml", of: filled.bytes).contains(">O’Hare &amp; &lt;Sons&gt;<"))
        #expect(try part("word/footnotes.xml", of: filled.bytes).contains(">[to fill in]<"))
        for name in ["word/styles.xml", "[Content_Types].xml", "_rels/.rels"] { #expect(try part(name, of: filled.bytes) == part(name, of: form.bytes)) }
    }

    @Test("Several lines become breaks, and what is not known stays visibly empty and is listed once")
    func linesAndBlanks() throws {
        let form = TinyForm(TinyForm.line("{{a}} {{b}} {{b}} {{empty}}")), filled = try WordForm(form.bytes).filled(["a": "one\r\ntwo\u{1}", "empty": " "])
        #expect(filled.unfilled == ["b", "empty"])
        #expect(try lines(filledBody(form, ["a": "one\r\ntwo\u{1}"])) == ["one|two [to fill in] [to fill in] [to fill in]"])
    }

    @Test("A row with a field of a list is repeated for each entry")
    func rows() throws {
        let table = "<w:tbl>\(TinyForm.row("What", "Minutes"))\(TinyForm.row("{{provision.what}}", "{{provision.minutes}}"))</w:tbl>"
        #expect(try lines(filledBody(TinyForm(table), values)) == ["What", "Minutes", "Reading", "60", "Speech|with Ann", "20"].map { $0 } + [])
    }

    static let repeats: [(form: String, lines: [String])] = [
        (TinyForm.line("– {{provision.what}}"), ["– Reading", "– Speech|with Ann"]),
        ("<w:tbl>\(TinyForm.row("{{#provision}}{{what}}", "{{minutes}}{{/provision}}"))</w:tbl>", ["Reading", "60", "Speech|with Ann", "20"]),
        ("<w:tbl>\(TinyForm.row("{{#provision}}", ""))\(TinyForm.row("{{what}}", "x"))\(TinyForm.row("{{/provision}}", ""))</w:tbl>", ["Reading", "x", "Speech|with Ann", "x"]),
        (TinyForm.line("{{#provision}}") + TinyForm.line("{{what}}") + TinyForm.line("for {{minutes}}") + TinyForm.line("{{/provision}}"), ["Reading", "for 60", "Speech|with Ann", "for 20"]),
        ("<w:tbl>\(TinyForm.row("{{advice.from}}", "{{advice.date}}"))</w:tbl>", ["None", ""]),
        ("<w:tbl>\(TinyForm.row("{{views.who}}", "{{views.words}}"))</w:tbl>", ["[to fill in]", "[to fill in]"]),
        (TinyForm.line("{{#advice}}") + TinyForm.line("{{from}}") + TinyForm.line("{{/advice}}") + TinyForm.line("end"), ["end"]),
        ("<w:tbl><w:tr><w:tc>\(TinyForm.line("{{#advice}}x{{/advice}}"))</w:tc></w:tr></w:tbl>", [""]),
        (TinyForm.line("{{#provision}}{{what}}"), ["{{#provision}}[to fill in]"]),
    ]

    @Test("Lines, rows and what stands between marks are repeated", arguments: repeats)
    func repeated(form: String, lines wanted: [String]) throws {
        #expect(try lines(filledBody(TinyForm(form), values)) == wanted)
    }

    @Test("A list inside a list is repeated inside its row")
    func nested() throws {
        let values: WordValues = ["outcomes": .rows([["what": "Reads", "steps": .rows([["by": "Ann"], ["by": "Ben"]])], ["what": "Writes", "steps": .rows([])]])]
        let table = "<w:tbl>\(TinyForm.row("{{outcomes.what}}", "{{outcomes.steps.by}}"))</w:tbl>"
        #expect(try lines(filledBody(TinyForm(table), values)) == ["Reads", "Ann", "Ben", "Writes", "None"])
    }

    @Test("Numbers that Word wants once only are not repeated")
    func copies() throws {
        let form = TinyForm("<w:p w14:paraId=\"1\" w14:textId=\"2\"><w:bookmarkStart w:id=\"1\" w:name=\"x\"/>\(TinyForm.run("{{provision.what}}"))<w:bookmarkEnd w:id=\"1\"/></w:p>")
        let body = try filledBody(form, values)
        for once in ["w14:paraId", "w14:textId", "w:bookmarkStart", "w:bookmarkEnd"] { #expect(body.components(once) == 1, "\(once)") }
    }

    @Test("Any prefix may stand for Word's own names", arguments: ["ns0", ""])
    func prefixes(prefix: String) throws {
        var form = TinyForm("<w:p><w:r><w:t>{{pupil.forename}}{{a}}</w:t></w:r></w:p>")
        form.root = "w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\""
        let colon = prefix.isEmpty ? "" : ":"
        var zip = form.zip
        zip.entries[2].bytes = Array(form.document.replacing("xmlns:w=", with: "xmlns\(colon)\(prefix)=").replacing("<w:", with: "<\(prefix)\(colon)").replacing("</w:", with: "</\(prefix)\(colon)").utf8)
        let text = try part("word/document.xml", of: WordForm(zip.bytes).filled(["pupil.forename": "Sam", "a": "1\n2"]).bytes)
        #expect(text.contains("xml:space=\"preserve\">Sam1</\(prefix)\(colon)t><\(prefix)\(colon)br/>"))
    }

    static let faults: [(text: String, nearest: String?, message: String)] = [
        ("{{pupil.fornam}}", "pupil.forename", "Did you mean pupil.forename?"), ("{{forename}}", "pupil.forename", "Did you mean pupil.forename?"),
        ("{{pupil forename}}", "pupil.forename", "Did you mean"), ("{{xyzzy}}", nil, "list of fields"), ("{{#provison}}{{/provison}}", "provision", "Did you mean"),
        ("{{#provision}}", nil, "does not end"), ("{{/provision}}", nil, "does not begin"), ("{{pupil.forename", nil, "not closed"), ("{{pupil.forename}", nil, "not closed"),
    ]

    @Test("What is wrong in a form is said with the nearest known name", arguments: faults)
    func said(text: String, nearest: String?, message: String) throws {
        let faults = try WordForm(TinyForm(TinyForm.line(text)).bytes).faults(known: ["pupil.forename", "pupil.surname", "provision", "provision.what"])
        #expect(faults.count == 1 && faults.first?.nearest == nearest && faults.first?.message.contains(message) == true, "\(faults)")
    }

    @Test("Inside a list its fields may go by their short names")
    func shortNames() throws {
        let word = try WordForm(TinyForm(TinyForm.line("{{#provision}}{{what}} {{provision.what}} {{pupil.forename}}{{/provision}}")).bytes)
        #expect(word.faults(known: ["pupil.forename", "provision.what"]).isEmpty)
        #expect(word.faults(known: ["pupil.forename", "provision.hours"]).map(\.field) == ["what", "provision.what"])
    }
}

extension String {
    /// How often something stands in it.
    func components(_ part: String) -> Int { ranges(of: part).count }
}
