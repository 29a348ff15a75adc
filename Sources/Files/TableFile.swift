/// Reads the table in a `.csv`, `.tsv`, `.txt`, `.xlsx` or `.xlsm` file as a stream. What kind it is shows in
/// its first bytes; its name is not believed.
public enum TableFile {
    /// Calls `each` for every row that is not wholly blank, in order. Of a workbook the first visible sheet
    /// that has rows is read, or the one named. Dates in a workbook arrive as `2026-11-22`.
    ///
    /// - Returns: Notes for the person: which sheet was read, what is hidden, which letters were guessed.
    /// - Throws: `FileRefusal`, and whatever `each` throws.
    @discardableResult
    public static func read(
        _ path: String, sheet: String? = nil, limits: FileLimits = .standard, each: (TableRow) throws -> Void
    ) throws -> [String] {
        let file = try FileBytes(path, limits: limits)
        switch try FileKind(file.start) {
        case .workbook: return try WorkbookFile(path, size: file.size, limits: limits).read(sheet: sheet, each: each)
        case .text: return try DelimitedFile(file, limits: limits).read(each)
        }
    }

    /// The names of a workbook's visible sheets, in order; none for a text file.
    public static func sheetNames(_ path: String, limits: FileLimits = .standard) throws -> [String] {
        let file = try FileBytes(path, limits: limits)
        guard try FileKind(file.start) == .workbook else { return [] }
        return try WorkbookFile(path, size: file.size, limits: limits).plan.sheets.filter { !$0.isHidden }.map(\.name)
    }
}
