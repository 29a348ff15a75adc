import Basics
import Files

/// Word, Excel and OpenDocument text: a ZIP with the right parts, and with no program in it.
enum OfficeDocument {
    static func kind(_ path: String) throws -> PaperKind {
        guard let document = try? PackedDocument(path) else {
            throw PaperContent.refusal("This document is damaged, locked with a password, or packed in an unusual way. Open it, save it again without a password, and choose that.")
        }
        let names = Set(document.parts.map { $0.lowercased() })
        let kind = try openDocument(document, names) ?? office(document, names)
        guard let kind else { throw PaperContent.refusal("This is a ZIP file or a document of another kind. Trellis takes \(PaperKind.accepted).") }
        if names.contains(where: holdsProgram) { throw macro }
        return kind
    }

    /// ECMA-376 part 2: the list of types says which part is the document, and whether macros are on.
    private static func office(_ document: PackedDocument, _ names: Set<String>) throws -> PaperKind? {
        guard let types = (try? document.text(of: "[Content_Types].xml"))?.lowercased() else { return nil }
        if types.contains("macroenabled") || types.contains("vbaproject") { throw macro }
        if names.contains("word/document.xml"), types.contains("wordprocessingml.document.main+xml") { return .docx }
        if names.contains("xl/workbook.xml"), types.contains("spreadsheetml.sheet.main+xml") { return .xlsx }
        return nil
    }

    /// OpenDocument 1.3 part 2, 3.3: a part called `mimetype` says what it is.
    private static func openDocument(_ document: PackedDocument, _ names: Set<String>) throws -> PaperKind? {
        guard names.contains("content.xml"), let type = try? document.text(of: "mimetype") else { return nil }
        return type.trimmed == PaperKind.odt.mediaType ? .odt : nil
    }

    /// Macros of Office (also the old ones of Excel), of OpenDocument, controls, and files wrapped up as objects.
    private static func holdsProgram(_ name: String) -> Bool {
        let steps = name.split(separator: "/").map(String.init)
        if steps.contains(where: ["basic", "scripts", "activex", "macrosheets"].contains) { return true }
        guard let last = steps.last else { return false }
        return last.hasPrefix("vba") || last.hasPrefix("oleobject") || [".exe", ".js", ".vbs", ".dll"].contains(where: last.hasSuffix)
    }

    private static var macro: Problems {
        PaperContent.refusal("This document holds a macro or another small program, so it is not taken. Save it without macros (as .docx, .xlsx or .odt) or as PDF, and choose that.")
    }
}
