/// What a table file is, by its first bytes. What cannot be read is refused with what to do instead.
enum FileKind {
    case workbook, text

    init(_ start: [UInt8]) throws {
        if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) { self = .workbook; return }
        try FileKind.refuseOtherKinds(start)
        self = .text
    }

    private static func refuseOtherKinds(_ start: [UInt8]) throws {
        if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw oldOffice(start) }
        if start.starts(with: [0x50, 0x4B, 0x05, 0x06]) { throw FileRefusal("The file is an empty or damaged ZIP. Export it again.") }
        if start.starts(with: "%PDF".utf8) { throw FileRefusal("This is a PDF, not a table. Export it as CSV or XLSX.") }
        let visible = start.drop { $0 <= 32 || [0xEF, 0xBB, 0xBF].contains($0) }.prefix(9)
        let word = String(decoding: visible, as: UTF8.self).lowercased()
        if ["<html", "<!doctype", "<table", "<?xml"].contains(where: word.hasPrefix) {
            throw FileRefusal("This is a web page or XML, not a table. Open it in a spreadsheet and save it as CSV or XLSX.")
        }
    }

    /// What is plainly no XML, so that a person is told of the file and not of its letters.
    static func refuseUnlessXML(_ start: [UInt8]) throws {
        if start.starts(with: "%PDF".utf8) { throw FileRefusal("This is a PDF, not an XML file. Export the XML file from your MIS, and choose that.") }
        if start.starts(with: [0x50, 0x4B]) { throw FileRefusal("This is a workbook or a ZIP, not an XML file. Take the XML file out of it, or read a workbook in as a report.") }
        if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw FileRefusal("This is an old Office file, not an XML file. Export the XML file from your MIS, and choose that.") }
    }

    /// Old `.xls` and locked `.xlsx` share one container; the locked one has a stream named in UTF-16.
    static func isLocked(_ start: [UInt8]) -> Bool {
        let name = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
        return start.indices.contains { start[$0] == name[0] && start[$0...].starts(with: name) }
    }

    private static func oldOffice(_ start: [UInt8]) -> FileRefusal {
        isLocked(start)
            ? FileRefusal("The workbook is locked with a password. Take the password off, and save it again.")
            : FileRefusal("This is an old .xls workbook. Open it and save it as .xlsx or CSV.")
    }
}
