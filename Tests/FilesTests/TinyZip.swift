@testable import Files

/// A ZIP file written byte by byte, so that it can lie.
struct TinyZip {
    struct Entry {
        var name: String
        var bytes: [UInt8]
        /// Deflated data with its true size; nil to store the bytes as they are.
        var deflated: [UInt8]?
        var claimedSize: Int?
        var flags: UInt16 = 0
        /// Share the bytes of the entry before.
        var overlaps = false
    }

    var entries: [Entry] = []

    var bytes: [UInt8] {
        var file: [UInt8] = [], directory: [UInt8] = [], lastOffset = 0
        for entry in entries {
            let offset = entry.overlaps ? lastOffset : file.count
            if !entry.overlaps { file += [0x50, 0x4B, 3, 4] + header(entry) + little(0, 2).dropFirst(2) + Array(entry.name.utf8) + (entry.deflated ?? entry.bytes) }
            lastOffset = offset
            directory += [0x50, 0x4B, 1, 2] + little(20, 2) + header(entry) + little(0, 10) + little(offset, 4) + Array(entry.name.utf8)
        }
        let end = [0x50, 0x4B, 5, 6] + little(0, 4) + little(entries.count, 2) + little(entries.count, 2)
        return file + directory + end + little(directory.count, 4) + little(file.count, 4) + little(0, 2)
    }

    /// What the local header and the directory have in common, up to the length of the extra field.
    private func header(_ entry: Entry) -> [UInt8] {
        let data = entry.deflated ?? entry.bytes
        return little(20, 2) + little(Int(entry.flags), 2) + little(entry.deflated == nil ? 0 : 8, 2) + little(0, 4)
            + little(Int(TinyZip.checksum(entry.bytes)), 4) + little(data.count, 4)
            + little(entry.claimedSize ?? entry.bytes.count, 4) + little(entry.name.utf8.count, 2) + little(0, 2)
    }

    private func little(_ value: Int, _ length: Int) -> [UInt8] { (0..<length).map { UInt8((value >> (8 * $0)) & 255) } }

    /// CRC-32 as ZIP uses it (ISO 3309).
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(0xFFFF_FFFF as UInt32) { sum, byte in table[Int((sum ^ UInt32(byte)) & 255)] ^ (sum >> 8) }
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}

/// A small workbook made of texts, each part of which a test can replace.
struct TinyBook {
    var rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>2</v></c></row>"
    var shared = "<si><t>Name</t></si>"
    var formats = "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"20\"/>"
    var sheets = "<sheet name=\"Pupils\" sheetId=\"1\" r:id=\"rId1\"/>"
    var settings = ""
    var columns = ""
    var extra: [TinyZip.Entry] = []
    var more: [String] = []

    private static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    private static let links = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""

    var parts: [(String, String)] {
        [
            ("_rels/.rels", "<Relationships \(Self.links)>\(link("rId1", "officeDocument", "xl/workbook.xml"))</Relationships>"),
            ("xl/workbook.xml", "<workbook \(Self.main)><workbookPr \(settings)/><sheets>\(sheets)</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships \(Self.links)>\(bookLinks)</Relationships>"),
            ("xl/sharedStrings.xml", "<sst \(Self.main)>\(shared)</sst>"),
            ("xl/styles.xml", "<styleSheet \(Self.main)><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy;@\"/></numFmts><cellXfs>\(formats)</cellXfs></styleSheet>"),
        ] + ([rows] + more).enumerated().map { ("xl/worksheets/sheet\($0.offset + 1).xml", sheet($0.element)) }
    }

    var zip: TinyZip { TinyZip(entries: parts.map { TinyZip.Entry(name: $0.0, bytes: Array($0.1.utf8)) } + extra) }
    var bytes: [UInt8] { zip.bytes }

    private func sheet(_ rows: String) -> String {
        "<worksheet \(Self.main)><dimension ref=\"A1:XFD1048576\"/>\(columns)<sheetData>\(rows)</sheetData></worksheet>"
    }

    private var bookLinks: String {
        link("rId90", "sharedStrings", "sharedStrings.xml") + link("rId91", "styles", "/xl/styles.xml")
            + (0...more.count).map { link("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }.joined()
    }

    private func link(_ id: String, _ kind: String, _ target: String) -> String {
        "<Relationship Id=\"\(id)\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(kind)\" Target=\"\(target)\"/>"
    }
}
