import CZip
import Testing
@testable import Files

@Suite struct HostileWorkbookTests {
    private func refusal(adding entry: TinyZip.Entry) throws -> String {
        var book = TinyBook()
        book.extra = [entry]
        return try FilesTests.refusal(book.bytes)
    }

    @Test("A part whose name leads outside is refused", arguments: ["../x.xml", "xl/../../x", "/etc/passwd", "C:/x", "xl\\x"])
    func names(_ name: String) throws {
        #expect(try refusal(adding: .init(name: name, bytes: [])).contains("leads outside"))
    }

    @Test("A packed file inside, two parts of one name, a long name and a locked part are refused")
    func parts() throws {
        #expect(try refusal(adding: .init(name: "xl/inner.zip", bytes: [1])).contains("another packed file"))
        #expect(try refusal(adding: .init(name: "XL/workbook.xml", bytes: [1])).contains("one name"))
        #expect(try refusal(adding: .init(name: String(repeating: "x", count: 300), bytes: [])).contains("very long name"))
        #expect(try refusal(adding: .init(name: "x", bytes: [1], flags: 1)).contains("password"))
    }

    @Test("Too many parts are refused")
    func manyParts() throws {
        var book = TinyBook()
        book.extra = (0..<1001).map { TinyZip.Entry(name: "x\($0)", bytes: []) }
        #expect(try FilesTests.refusal(book.bytes).contains("more than 1000 parts"))
    }

    @Test("Parts that share their bytes are refused")
    func overlap() throws {
        var zip = TinyBook().zip
        zip.entries.append(.init(name: "kernel", bytes: Array(repeating: 65, count: 5000)))
        zip.entries.append(.init(name: "kernel2", bytes: Array(repeating: 65, count: 5000), overlaps: true))
        #expect(try FilesTests.refusal(zip.bytes).contains("overlap"))
    }

    @Test("A part that claims to be enormous is refused before it is unpacked")
    func claims() throws {
        #expect(try refusal(adding: .init(name: "x", bytes: [1], claimedSize: 3_000_000_000)).contains("enormous"))
    }

    @Test("A small file that swells is refused while it is unpacked")
    func bomb() throws {
        let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" + String(repeating: "<row><c/></row>", count: 800_000)
        let file = try deflated(TinyBook(rows: rows))
        let refusal = #expect(throws: FileRefusal.self) { try table(file.path) }
        #expect(refusal?.message.contains("enormous") == true)
    }

    @Test("A flood of shared texts is refused")
    func sharedFlood() throws {
        var limits = FileLimits()
        limits.sharedTexts = 100
        let book = TinyBook(shared: String(repeating: "<si><t>x</t></si>", count: 101))
        #expect(try FilesTests.refusal(book.bytes, limits: limits).contains("more text"))
        limits = FileLimits()
        limits.sharedText = 1_048_576
        let long = TinyBook(shared: String(repeating: "<si><t>\(String(repeating: "x", count: 2000))</t></si>", count: 600))
        #expect(try FilesTests.refusal(long.bytes, limits: limits).contains("more text"))
    }

    @Test("A workbook part with a DOCTYPE is refused")
    func documentType() throws {
        #expect(try FilesTests.refusal(TinyBook(rows: "<!DOCTYPE x>").bytes).contains("DOCTYPE"))
        #expect(try FilesTests.refusal(TinyBook(shared: "&x;").bytes).contains("entity"))
    }

    @Test("Too many rows, or something far out to the right, is refused with its row")
    func tables() throws {
        var limits = FileLimits()
        limits.rows = 2
        #expect(try FilesTests.refusal(TinyBook(rows: "<row/><row/><row/>").bytes, limits: limits).contains("more than 2 rows"))
        #expect(try FilesTests.refusal(TinyBook(rows: "<row r=\"4\"><c r=\"XFD4\"><v>1</v></c></row>").bytes).hasPrefix("Row 4: This row has something beyond"))
        #expect(try FilesTests.refusal(TinyBook(rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>").bytes).contains("damaged"))
    }

    @Test("A file cut short anywhere is refused")
    func truncated() throws {
        let bytes = TinyBook().bytes
        for length in stride(from: 5, to: bytes.count, by: 97) { _ = try FilesTests.refusal(bytes.prefix(length)) }
    }

    @Test("A ZIP that is no workbook is told what it is")
    func otherZips() throws {
        #expect(try FilesTests.refusal(TinyZip(entries: [.init(name: "pupils.csv", bytes: [65])]).bytes).contains("not a workbook"))
        #expect(try FilesTests.refusal(TinyZip(entries: [.init(name: "mimetype", bytes: [65])]).bytes).contains("OpenDocument"))
    }

    /// The same workbook, packed by the library.
    private func deflated(_ book: TinyBook) throws -> Scratch {
        let file = try Scratch([], name: "bomb.xlsx")
        var reason: Int32 = 0
        let archive = try #require(zip_open(file.path, ZIP_CREATE | ZIP_TRUNCATE, &reason))
        var copies: [UnsafeMutableRawBufferPointer] = []
        defer { copies.forEach { $0.deallocate() } }
        for (name, text) in book.parts {
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: text.utf8.count, alignment: 1)
            copy.copyBytes(from: text.utf8)
            copies.append(copy)
            zip_file_add(archive, name, zip_source_buffer(archive, copy.baseAddress, UInt64(copy.count), 0), 0)
        }
        #expect(zip_close(archive) == 0)
        return file
    }
}
