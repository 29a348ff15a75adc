/// Whether a file is a Word file without macros. What is not is refused with what to do instead.
enum WordKind {
    static func check(_ bytes: [UInt8], limits: FileLimits) throws {
        guard !bytes.isEmpty else { throw FileRefusal("The file is empty. Save it in Word again, and choose it once more.") }
        guard bytes.count <= limits.bytes else {
            throw FileRefusal("The file is larger than \(limits.bytes / 1_048_576) MB. Take out or shrink its pictures, and save it again.")
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw FileKind.isLocked(bytes) ? ZipWords.wordFile.locked : old }
        if bytes.starts(with: "%PDF".utf8) { throw FileRefusal("This is a PDF, not a Word file. Ask for the form as .docx.") }
        guard bytes.starts(with: [0x50, 0x4B, 3, 4]) else { throw other }
    }

    static func refuseMacros(_ archive: ZipArchive) throws {
        let hasProgram = archive.parts.contains { part in
            let name = part.name.lowercased()
            return name.hasSuffix("vbaproject.bin") || name.hasSuffix("vbadata.xml") || name.contains("/activex/")
        }
        if hasProgram { throw macros }
    }

    /// The part with the text of the document.
    static func body(of archive: ZipArchive, limits: FileLimits) throws -> ZipArchive.Part {
        let link = try Relations.read(archive, of: "", limits).first { $0.kind == "officeDocument" }
        guard let types = archive.part("[Content_Types].xml"), let link, let part = archive.part(place(of: link.target, in: "")) else { throw otherZip(archive) }
        let list = ContentTypes()
        try archive.readXML(types, limits, events: list)
        if list.all.contains(where: { $0.contains("macroenabled") || $0.contains("vbaproject") }) { throw macros }
        let type = list.type(of: part.name)
        if type.contains("wordprocessingml.template") { throw FileRefusal("This is a template (.dotx). Open it in Word, and save it as .docx.") }
        guard type.contains("wordprocessingml.document.main") else { throw otherZip(archive) }
        return part
    }

    /// As `WorkbookPlan.path`; some programs write the blanks of a name as `%20`.
    static func place(of target: String, in folder: String) -> String {
        let path = WorkbookPlan.path(target, in: folder)
        return path.contains("%") ? path.replacing("%20", with: " ") : path
    }

    private static func otherZip(_ archive: ZipArchive) -> FileRefusal {
        if archive.part("mimetype") != nil { return FileRefusal("This is an OpenDocument file. Open it and save it as Word (.docx).") }
        if archive.parts.contains(where: { $0.name.hasPrefix("xl/") }) { return FileRefusal("This is a workbook, not a Word file. Choose the form that was saved as .docx.") }
        if archive.parts.contains(where: { $0.name.hasPrefix("ppt/") }) { return FileRefusal("This is a presentation, not a Word file. Choose the form that was saved as .docx.") }
        return FileRefusal("The file is a ZIP, but not a Word file. Unpack it first, and choose the form that was saved as .docx.")
    }

    private static let old = FileRefusal("This is an old .doc file. Open it in Word, and save it as .docx.")
    private static let macros = FileRefusal("The Word file holds macros, which are small programs, so it is not opened. Save it as .docx, without macros.")
    private static let other = FileRefusal("This is not a Word file. Open the form in Word, and save it as .docx.")
}

/// What kind each part says it is (ECMA-376 part 2, 7.2.3), in small letters.
private final class ContentTypes: XMLEvents {
    private var byEnding: [String: String] = [:]
    private var byName: [String: String] = [:]

    var all: [String] { Array(byEnding.values) + Array(byName.values) }

    func type(of name: String) -> String {
        let name = name.lowercased()
        return byName["/" + name] ?? byEnding[name.split(separator: ".").last.map(String.init) ?? ""] ?? ""
    }

    func starts(_ name: XMLName, _ attributes: XMLAttributes, line: Int) {
        guard let type = attributes["ContentType"]?.lowercased() else { return }
        if let ending = attributes["Extension"] { byEnding[ending.lowercased()] = type }
        if let part = attributes["PartName"] { byName[part.lowercased()] = type }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) {}
    func ends(_ name: XMLName) {}
}
