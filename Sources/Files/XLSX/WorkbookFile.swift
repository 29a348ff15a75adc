import Basics

/// A workbook (`.xlsx`, or `.xlsm` without its macros) opened for reading.
struct WorkbookFile {
    let plan: WorkbookPlan
    private let archive: ZipArchive
    private let limits: FileLimits

    init(_ path: String, size: Int, limits: FileLimits) throws {
        archive = try ZipArchive(path, size: size, limits: limits)
        plan = try WorkbookPlan(archive, limits: limits)
        self.limits = limits
    }

    /// Reads the sheet of that name, or the first visible one that has rows.
    ///
    /// - Returns: Notes for the person.
    func read(sheet wanted: String?, each: (TableRow) throws -> Void) throws -> [String] {
        let choice = try candidates(wanted)
        let book = try book()
        return try withoutActuallyEscaping(each) { each in
            for sheet in choice {
                let reader = SheetReader(book, each: each)
                try archive.readXML(sheet.part, limits, events: reader)
                if reader.rows > 0 { return notes(on: sheet, reader) }
            }
            return ["The workbook has no sheet with anything in it."] + partNotes
        }
    }

    private func candidates(_ wanted: String?) throws -> [WorkbookPlan.SheetEntry] {
        guard let wanted else { return plan.sheets.filter { !$0.isHidden } }
        let exact = plan.sheets.first { $0.name == wanted }
        if let found = exact ?? plan.sheets.first(where: { $0.name.folded == wanted.folded }) { return [found] }
        let names = plan.sheets.map(\.name).joined(separator: ", ")
        throw FileRefusal("The workbook has no sheet called \(wanted). It has: \(names).")
    }

    private func book() throws -> SheetReader.Book {
        let texts = SharedText(limits: limits), styles = StyleSheet()
        if let part = plan.sharedText { try archive.readXML(part, limits, events: texts) }
        if let part = plan.styles { try archive.readXML(part, limits, events: styles) }
        return SheetReader.Book(
            texts: texts.texts, styles: styles, numbers: NumberText(counts1904: plan.counts1904), limits: limits)
    }

    private func notes(on sheet: WorkbookPlan.SheetEntry, _ reader: SheetReader) -> [String] {
        let others = plan.sheets.filter { $0.name != sheet.name }
        let visible = others.filter { !$0.isHidden }.map(\.name).joined(separator: ", ")
        let hidden = others.filter(\.isHidden).map(\.name).joined(separator: ", ")
        var notes: [String] = []
        if !visible.isEmpty { notes.append("Read the sheet \(sheet.name). Not read: \(visible).") }
        if !hidden.isEmpty { notes.append("The workbook has hidden sheets, not read: \(hidden).") }
        return notes + hiddenNotes(reader) + partNotes
    }

    private func hiddenNotes(_ reader: SheetReader) -> [String] {
        var notes: [String] = []
        if reader.hiddenRows > 0 { notes.append("Hidden rows were read too: \(reader.hiddenRows).") }
        let columns = reader.hiddenColumns.map(WorkbookFile.letters).joined(separator: ", ")
        if !columns.isEmpty { notes.append("Hidden columns were read too: \(columns).") }
        return notes
    }

    private static func letters(_ columns: ClosedRange<Int>) -> String {
        let first = SheetReader.letters(columns.lowerBound), last = SheetReader.letters(columns.upperBound)
        return first == last ? first : "\(first) to \(last)"
    }

    private var partNotes: [String] {
        archive.parts.contains { $0.name.lowercased().hasSuffix("vbaproject.bin") } ? ["The workbook has macros. They were left alone."] : []
    }
}
