/// Reads the rows of one sheet out of its XML.
///
/// The size that a sheet claims is not believed; blank cells, which files list by the thousand, are passed by.
final class SheetReader: XMLEvents {
    struct Book {
        let texts: [String]
        let styles: StyleSheet
        let numbers: NumberText
        let limits: FileLimits
    }

    /// How many rows with something in them were handed over.
    private(set) var rows = 0
    private(set) var hiddenRows = 0
    /// Column numbers, from 0, that are hidden.
    private(set) var hiddenColumns: [ClosedRange<Int>] = []
    private let book: Book
    private let each: (TableRow) throws -> Void
    private var rowNumber = 0
    private var rowCount = 0
    private var isHiddenRow = false
    private var cells: [String] = []
    private var cell: OpenCell?
    private var column = -1

    /// The last row that a spreadsheet has.
    private static let lastRow = 1_048_576

    private struct OpenCell {
        let column: Int
        let kind: String?
        let style: String?
        var value = ""
        var inline = RichText()
        var isValue = false
        var isInline = false
    }

    init(_ book: Book, each: @escaping (TableRow) throws -> Void) {
        self.book = book
        self.each = each
    }

    func starts(_ name: XMLName, _ attributes: XMLAttributes, line: Int) throws {
        switch name.text {
        case "row": try startRow(attributes)
        case "c": startCell(attributes)
        case "v": cell?.isValue = true
        case "is": cell?.isInline = true
        case "col": noteHidden(attributes)
        default: if cell?.isInline == true { cell?.inline.starts(name) }
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) throws {
        if cell?.isValue == true {
            cell?.value += String(decoding: bytes, as: UTF8.self)
            guard (cell?.value.utf8.count ?? 0) <= book.limits.cellLength else { throw longCell }
        } else if cell?.isInline == true {
            try cell?.inline.add(bytes, book.limits)
        }
    }

    func ends(_ name: XMLName) throws {
        switch name.text {
        case "v": cell?.isValue = false
        case "is": cell?.isInline = false
        case "c": try endCell()
        case "row": try endRow()
        default: if cell?.isInline == true { cell?.inline.ends(name) }
        }
    }

    private func startRow(_ attributes: XMLAttributes) throws {
        rowCount += 1
        guard rowCount <= book.limits.rows else {
            throw FileRefusal("The sheet has more than \(book.limits.rows) rows. Split it into smaller files.")
        }
        let claimed = attributes["r"].flatMap { Int($0) } ?? 0
        rowNumber = claimed <= SheetReader.lastRow ? max(rowNumber + 1, claimed) : rowNumber + 1
        isHiddenRow = ["1", "true"].contains(attributes["hidden"] ?? "")
        cells = []
        column = -1
    }

    private func startCell(_ attributes: XMLAttributes) {
        column = attributes["r"].flatMap { SheetReader.column($0) } ?? column + 1
        cell = OpenCell(column: column, kind: attributes["t"], style: attributes["s"])
    }

    private func endCell() throws {
        guard let done = cell else { return }
        cell = nil
        let text = try text(of: done)
        if text.isEmpty { return }
        guard done.column < book.limits.columns else {
            throw FileRefusal("This row has something beyond column \(book.limits.columns). Delete what is out there.", row: rowNumber)
        }
        while cells.count <= done.column { cells.append("") }
        cells[done.column] = text
    }

    private func text(of cell: OpenCell) throws -> String {
        switch cell.kind {
        case "s":
            guard !cell.value.isEmpty else { return "" }
            guard let place = Int(cell.value), book.texts.indices.contains(place) else { throw ZipArchive.damaged }
            return book.texts[place]
        case "inlineStr": return cell.inline.result
        case "str", "e": return RichText.unescaped(cell.value)
        case "b": return cell.value == "1" || cell.value == "true" ? "TRUE" : cell.value.isEmpty ? "" : "FALSE"
        case "d": return cell.value.hasSuffix("T00:00:00") ? String(cell.value.dropLast(9)) : cell.value
        default: return book.numbers.text(cell.value, book.styles.format(cell.style))
        }
    }

    private func endRow() throws {
        let row = TableRow(number: rowNumber, cells: cells)
        cells = []
        if row.isBlank { return }
        rows += 1
        if isHiddenRow { hiddenRows += 1 }
        try each(row)
    }

    private func noteHidden(_ attributes: XMLAttributes) {
        guard ["1", "true"].contains(attributes["hidden"] ?? ""), hiddenColumns.count < 100,
              let first = attributes["min"].flatMap({ Int($0) }), let last = attributes["max"].flatMap({ Int($0) }),
              first >= 1, last >= first else { return }
        hiddenColumns.append((first - 1)...(last - 1))
    }

    private var longCell: FileRefusal {
        FileRefusal("A cell in this row is longer than \(book.limits.cellLength / 1024) KB. Shorten it, and try again.", row: rowNumber)
    }

    /// The number of a column, from 0, in a reference such as `AB12`; nil where there are no letters.
    static func column(_ reference: String) -> Int? {
        var number = 0
        for byte in reference.utf8.prefix(4) {
            guard (65...90).contains(byte & 0xDF), byte > 64 else { break }
            number = number * 26 + Int(byte & 0xDF) - 64
        }
        return number == 0 ? nil : number - 1
    }

    /// The letters of a column: 0 is A, 27 is AB.
    static func letters(_ column: Int) -> String {
        var rest = column + 1, letters = ""
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
