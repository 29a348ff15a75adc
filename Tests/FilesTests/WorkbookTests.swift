import Basics
import Testing
@testable import Files

@Suite struct WorkbookTests {
    private func rows(_ book: TinyBook, sheet: String? = nil) throws -> (rows: [TableRow], notes: [String]) {
        let file = try Scratch(book.bytes)
        return try table(file.path, sheet: sheet)
    }

    @Test("Every kind of cell reads as a person sees it", arguments: [
        ("<c r=\"A1\"><v>5</v></c>", "5"), ("<c r=\"A1\"><v>5.0</v></c>", "5"), ("<c r=\"A1\"><v>0.85</v></c>", "0.85"),
        ("<c r=\"A1\"><v>1234567890123</v></c>", "1234567890123"), ("<c r=\"A1\"><v>1.234567890123E+12</v></c>", "1234567890123"),
        ("<c r=\"A1\"><v>1.23456789012346E+17</v></c>", "1.23456789012346E+17"), ("<c r=\"A1\"><v>0.30000000000000004</v></c>", "0.3"),
        ("<c r=\"A1\" s=\"1\"><v>45903</v></c>", "2025-09-03"), ("<c r=\"A1\" s=\"2\"><v>45903.5</v></c>", "2025-09-03"),
        ("<c r=\"A1\" s=\"3\"><v>0.42013888888888889</v></c>", "10:05"), ("<c r=\"A1\" s=\"99\"><v>7</v></c>", "7"),
        ("<c r=\"A1\" t=\"b\"><v>1</v></c>", "TRUE"), ("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>", "#N/A"),
        ("<c r=\"A1\" t=\"str\"><f>A2&amp;\"x\"</f><v>joined</v></c>", "joined"), ("<c r=\"A1\" t=\"d\"><v>2025-09-03T00:00:00</v></c>", "2025-09-03"),
        ("<c r=\"A1\" t=\"inlineStr\"><is><r><t>Ní </t></r><r><t>Áine</t></r><rPh><t>no</t></rPh></is></c>", "Ní Áine"),
        ("<c r=\"A1\" t=\"inlineStr\"><is><t>a_x000D_b_x005F_x0041_</t></is></c>", "a\rb_x0041_"),
        ("<c r=\"A1\" t=\"s\"><v>0</v></c>", "Name"),
    ])
    func cell(_ cell: String, _ expected: String) throws {
        #expect(try rows(TinyBook(rows: "<row r=\"1\">\(cell)</row>")).rows.first?.cells == [expected])
    }

    @Test("Blank cells and rows keep their places, and a claimed size is not believed")
    func places() throws {
        let book = TinyBook(rows: "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"D3\"><v>2</v></c><c r=\"XFD3\" s=\"1\"/></row><row><c><v>4</v></c></row><row r=\"1048576\"><c r=\"A1\"/></row><row r=\"9223372036854775807\"/><row/>")
        #expect(try rows(book).rows == [TableRow(number: 3, cells: ["", "1", "", "2"]), TableRow(number: 4, cells: ["4"])])
    }

    @Test("A workbook that counts from 1904 gives the right days")
    func from1904() throws {
        let book = TinyBook(rows: "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44441</v></c></row>", settings: "date1904=\"1\"")
        #expect(try rows(book).rows[0].cells == ["2025-09-03"])
    }

    @Test("Hidden sheets, rows, columns and macros are noted")
    func hidden() throws {
        var book = TinyBook(rows: "<row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row>", more: ["<row r=\"1\"><c r=\"A1\"><v>9</v></c></row>", ""])
        book.sheets = """
            <sheet name="Lookups" sheetId="2" state="veryHidden" r:id="rId2"/><sheet name="Empty" sheetId="3" r:id="rId3"/>\(book.sheets)
            """
        book.columns = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"27\" max=\"28\" hidden=\"1\"/></cols>"
        book.extra = [TinyZip.Entry(name: "xl/vbaProject.bin", bytes: [1, 2, 3])]
        let (found, notes) = try rows(book)
        #expect(found.map(\.cells) == [["1"]])
        #expect(notes == [
            "Read the sheet Pupils. Not read: Empty.", "The workbook has hidden sheets, not read: Lookups.",
            "Hidden rows were read too: 1.", "Hidden columns were read too: B, AA to AB.", "The workbook has macros. They were left alone.",
        ])
        #expect(try rows(book, sheet: "lookups").rows.map(\.cells) == [["9"]])
        let file = try Scratch(book.bytes)
        #expect(try TableFile.sheetNames(file.path) == ["Empty", "Pupils"])
        #expect(throws: FileRefusal("The workbook has no sheet called Staff. It has: Lookups, Empty, Pupils.")) { try rows(book, sheet: "Staff") }
    }

    @Test("The department's sample is read", .enabled(if: Samples.arePresent))
    func sample() throws {
        let path = Samples.path("samples/annex-a-sen/fake_sen.xlsx")
        let names = try TableFile.sheetNames(path)
        #expect(names.count == 2)
        for name in names {
            let rows = try table(path, sheet: name).rows
            #expect(rows.count > 1)
            #expect(rows.contains { $0.cells.contains { Day($0) != nil } })
        }
    }

    @Test("What is written is read back the same")
    func roundTrip() throws {
        let file = try Scratch([], name: "out.xlsx")
        let day = try #require(Day(2025, 9, 3))
        let texts = Naughty.texts.filter { !$0.allSatisfy(\.isWhitespace) }
        let written = Sheet("Pupils: [all]", columns: [.init("UPN"), .init("Born", kind: .date), .init("Count", width: 8, kind: .number)],
                            rows: texts.map { [.text($0), .date(day), .number(7)] })
        try Workbook.write(file.path, sheets: [written, Sheet("Pupils: [all]", columns: [], rows: [])])
        let (rows, _) = try table(file.path)
        #expect(rows.first?.cells == ["UPN", "Born", "Count"])
        #expect(rows.dropFirst().map { $0.cells[0].unicodeScalars.map(\.value) } == texts.map { $0.unicodeScalars.map(\.value) })
        #expect(rows.dropFirst().allSatisfy { Array($0.cells[1...]) == ["2025-09-03", "7"] })
        #expect(try TableFile.sheetNames(file.path) == ["Pupils- -all-", "Pupils- -all- (2)"])
    }

    @Test("Every day is kept, also before spreadsheets begin to count", arguments: ["1899-01-01", "1900-02-28", "1900-03-01", "9999-12-31"])
    func days(_ text: String) throws {
        let day = try #require(Day(text))
        let file = try Scratch([], name: "days.xlsx")
        try Workbook.write(file.path, sheets: [Sheet("x", columns: [.init("Born", kind: .date)], rows: [[.date(day)]])])
        #expect(try table(file.path).rows.map(\.cells) == [["Born"], [text]])
    }

    @Test("A sheet that ends early, as on a full disk, is not taken for whole")
    func proof() throws {
        let whole = try Scratch(TinyBook().bytes)
        #expect(WorkbookProof.isWhole(whole.path))
        var zip = TinyBook().zip
        zip.entries[zip.entries.count - 1].bytes.removeLast(20)
        let cut = try Scratch(zip.bytes)
        #expect(!WorkbookProof.isWhole(cut.path))
        let one = Sheet("x", columns: [.init("a")], rows: Array(repeating: [.text("the same")], count: 20_000))
        let file = try Scratch([], name: "alike.xlsx")
        try Workbook.write(file.path, sheets: [one])
        #expect(WorkbookProof.isWhole(file.path))
    }

    @Test("A text too long for a cell, or a folder that is not there, is refused")
    func unwritable() throws {
        let file = try Scratch([], name: "out.xlsx")
        let long = Sheet("x", columns: [.init("a")], rows: [[.text(String(repeating: "x", count: 40_000))]])
        #expect(throws: FileRefusal.self) { try Workbook.write(file.path, sheets: [long]) }
        #expect(throws: FileRefusal.self) { try Workbook.write("/nowhere/at/all.xlsx", sheets: [Sheet("x", columns: [], rows: [])]) }
    }
}
