import Foundation
import Testing
@testable import Files

@Suite struct DelimitedTextTests {
    @Test("A cell is quoted where it must be, and a formula made harmless", arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"yes\"", "\"say \"\"yes\"\"\""), ("two\nlines", "\"two\nlines\""),
        ("=1+1", "'=1+1"), ("+44 7700 900123", "'+44 7700 900123"), ("@SUM(A1)", "'@SUM(A1)"), ("-2+3", "'-2+3"),
        ("-", "-"), ("-5", "-5"), ("-0.5", "-0.5"), ("", ""), ("\tx", "\"'\tx\""), (" x", "\" x\""), ("a;b", "\"a;b\""),
    ])
    func cell(_ text: String, _ expected: String) { #expect(DelimitedText.cell(text) == expected) }

    @Test("The table starts with the byte-order mark and ends its lines with CRLF")
    func table() {
        let text = DelimitedText.write(header: ["URN", "Name"], rows: [["100001", "O'Hare"]])
        #expect(text == "\u{FEFF}URN,Name\r\n100001,O'Hare\r\n")
    }

    @Test("What is written is read back the same, but for the guard against formulas")
    func roundTrip() throws {
        let rows = Naughty.texts.map { ["x", $0] }
        let file = try Scratch(DelimitedText.write(header: ["a", "b"], rows: rows))
        let read = try Files.TableFile.rows(file.path).dropFirst().map { $0.cells[1] }
        #expect(read.count == rows.count)
        for (found, wrote) in zip(read, Naughty.texts) { #expect(found == wrote || found == "'" + wrote) }
    }
}

extension TableFile {
    static func rows(_ path: String) throws -> [TableRow] {
        var rows: [TableRow] = []
        try read(path) { rows.append($0) }
        return rows
    }
}

/// Texts that programs stumble over: our own, and the published list where it is present.
enum Naughty {
    static let own = [
        "Null", "true", "0", "1e5", "1E+17", "00123", "5.00E+06", "1/2", "O'Hare", "O’Hare", "Ní Dhomhnaill", "Nguyễn", "Łukasz",
        "e\u{301}", "\u{202E}evil", "a\u{200B}b", "👩‍👩‍👧", "<script>alert(1)</script>", "]]>", "&amp;", "_x0041_", "_x000D_", "__x_",
        "=HYPERLINK(\"http://example.org\")", "@x", "-", "--", "a\"b", "\"", "a,b;c\td", "line\r\nbreak", "line\rbreak",
        "trailing ", " leading", "\u{A0}", "Ω≈ç√", "ﷺ", "\u{FFFE}", "\u{7F}", "\u{1}x", "\u{85}", "𝕏", "';DROP TABLE pupil;--",
    ]

    static let texts: [String] = {
        guard let data = FileManager.default.contents(atPath: Samples.path("samples/naughty-strings/blns.json")),
              let published = try? JSONDecoder().decode([String].self, from: data) else { return own }
        return own + published.filter { !$0.isEmpty }
    }()
}
