import Basics
import CXLSXWriter
import Foundation

/// Writes tables as an `.xlsx` workbook: bold headings that stay in view, a filter on every column, text kept
/// as text, dates as real dates.
public enum Workbook {
    /// The file appears under its name only when it is whole.
    ///
    /// - Throws: `FileRefusal` where the file cannot be written or a text is too long for a cell.
    public static func write(_ path: String, sheets: [Sheet]) throws {
        let draft = path + ".part"
        do {
            guard try writeDraft(draft, sheets), WorkbookProof.isWhole(draft), rename(draft, path) == 0 else {
                throw unwritable(path)
            }
        } catch {
            remove(draft)
            throw error
        }
    }

    /// - Returns: False where the disk refused.
    private static func writeDraft(_ path: String, _ sheets: [Sheet]) throws -> Bool {
        var options = lxw_workbook_options()
        // Rows go to a temporary file as they come, so that memory does not grow with them.
        options.constant_memory = 1
        guard let book = workbook_new_opt(path, &options) else { return false }
        let formats = Formats(book)
        do {
            var taken: Set<String> = []
            for sheet in sheets { try add(sheet, to: book, formats, &taken) }
        } catch {
            // The library frees a workbook only by closing it.
            workbook_close(book)
            throw error
        }
        return workbook_close(book) == LXW_NO_ERROR
    }

    private struct Formats {
        let heading: UnsafeMutablePointer<lxw_format>?
        let text: UnsafeMutablePointer<lxw_format>?
        let date: UnsafeMutablePointer<lxw_format>?

        init(_ book: UnsafeMutablePointer<lxw_workbook>) {
            heading = workbook_add_format(book)
            format_set_bold(heading)
            text = workbook_add_format(book)
            format_set_num_format(text, "@")
            date = workbook_add_format(book)
            format_set_num_format(date, "dd/mm/yyyy")
        }
    }

    private static func add(
        _ sheet: Sheet, to book: UnsafeMutablePointer<lxw_workbook>, _ formats: Formats, _ taken: inout Set<String>
    ) throws {
        let name = SheetName.free(sheet.name, &taken)
        guard sheet.columns.count <= 16_384, sheet.rows.allSatisfy({ $0.count <= 16_384 }) else {
            throw refusal(LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE, 1)
        }
        guard let page = workbook_add_worksheet(book, name) else { throw FileRefusal("The sheet \(name) cannot be written.") }
        for (place, column) in sheet.columns.enumerated() {
            worksheet_set_column(page, UInt16(place), UInt16(place), column.width, format(column.kind, formats))
            try put(.text(column.title), page, 0, place, formats.heading, formats)
        }
        for (row, cells) in sheet.rows.enumerated() {
            for (place, cell) in cells.enumerated() { try put(cell, page, row + 1, place, formats.text, formats) }
        }
        worksheet_freeze_panes(page, 1, 0)
        guard !sheet.columns.isEmpty else { return }
        worksheet_autofilter(page, 0, 0, UInt32(sheet.rows.count), UInt16(sheet.columns.count - 1))
    }

    private static func format(_ kind: Sheet.Column.Kind, _ formats: Formats) -> UnsafeMutablePointer<lxw_format>? {
        switch kind {
        case .text: formats.text
        case .date: formats.date
        case .number: nil
        }
    }

    private static func put(
        _ cell: Cell, _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int,
        _ textFormat: UnsafeMutablePointer<lxw_format>?, _ formats: Formats
    ) throws {
        let row = UInt32(row), column = UInt16(column)
        let result = switch cell {
        case .empty, .text(""): LXW_NO_ERROR
        case .text(let text): worksheet_write_string(page, row, column, RichText.escaped(text), textFormat)
        case .number(let number): worksheet_write_number(page, row, column, Double(number), nil)
        case .date(let day) where serial(day) <= 60: worksheet_write_string(page, row, column, "\(day)", textFormat)
        case .date(let day): worksheet_write_number(page, row, column, Double(serial(day)), formats.date)
        }
        guard result == LXW_NO_ERROR else { throw refusal(result, Int(row) + 1) }
    }

    /// The count of days since 30 December 1899 that spreadsheets use; right from 1 March 1900 on.
    private static func serial(_ day: Day) -> Int { day.number + 25_569 }

    private static func refusal(_ error: lxw_error, _ row: Int) -> FileRefusal {
        switch error {
        case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
            FileRefusal("A text is longer than the 32,767 letters that a cell of a workbook holds. Export as CSV instead.", row: row)
        case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE:
            FileRefusal("The table has more rows or columns than a workbook holds. Export as CSV instead.", row: row)
        default: FileRefusal("The workbook cannot be written. Check that there is room on the disk.", row: row)
        }
    }

    private static func unwritable(_ path: String) -> FileRefusal {
        FileRefusal("The file \(path) cannot be written. Check the folder, and that there is room on the disk.")
    }
}

/// Names that a spreadsheet accepts on a tab: at most 31 letters, none of `[ ] : * ? / \`, no two alike.
enum SheetName {
    static func free(_ wanted: String, _ taken: inout Set<String>) -> String {
        let base = clean(wanted)
        var name = base, number = 2
        while !taken.insert(name.lowercased()).inserted {
            let tail = " (\(number))"
            name = shortened(base, 31 - tail.utf16.count) + tail
            number += 1
        }
        return name
    }

    private static func clean(_ wanted: String) -> String {
        let allowed = wanted.map { "[]:*?/\\".contains($0) || $0.unicodeScalars.contains { $0.value < 32 } ? "-" : $0 }
        let name = shortened(String(allowed).trimmed, 31).trimmed
        let bare = name.hasPrefix("'") || name.hasSuffix("'") ? name.replacing("'", with: "\u{2019}") : name
        return bare.isEmpty || bare.lowercased() == "history" ? "Sheet" : bare
    }

    private static func shortened(_ name: String, _ length: Int) -> String {
        var result = name
        while result.utf16.count > length { result.removeLast() }
        return result
    }
}
