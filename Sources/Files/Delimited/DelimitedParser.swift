/// Takes delimited text apart, byte by byte, into rows of cells (RFC 4180, read leniently).
///
/// A cell that begins with a quotation mark runs to the next single one; a doubled one stands for itself;
/// what follows the closing mark is added as it is. A quotation mark inside a bare cell is a letter. Lines end
/// with CRLF, LF or a lone CR.
struct DelimitedParser {
    private enum Place { case cellStart, bare, quoted, quoteInQuoted }

    let delimiter: UInt8
    let limits: FileLimits
    /// How many rows have ended so far, blank ones too.
    private(set) var rows = 0
    private var place = Place.cellStart
    private var cell: [UInt8] = []
    private var cells: [String] = []
    private var isBlank = true
    private var afterReturn = false

    init(delimiter: UInt8, limits: FileLimits) {
        self.delimiter = delimiter
        self.limits = limits
    }

    /// True in the middle of a row.
    private var isInRow: Bool { place != .cellStart || !cells.isEmpty }

    mutating func read(_ bytes: ArraySlice<UInt8>, each: (TableRow) throws -> Void) throws {
        try bytes.withUnsafeBufferPointer { bytes in
            for byte in bytes { try read(byte, each) }
        }
    }

    /// Ends the last row, which need not have a line end.
    mutating func finish(each: (TableRow) throws -> Void) throws {
        if place == .quoted { throw openQuote }
        if isInRow { try endRow(each) }
    }

    @inline(__always)
    private mutating func read(_ byte: UInt8, _ each: (TableRow) throws -> Void) throws {
        switch place {
        case .quoted:
            if byte == 34 { place = .quoteInQuoted } else { try keep(byte) }
        case .quoteInQuoted where byte == 34:
            place = .quoted
            try keep(byte)
        case .cellStart where byte == 34:
            place = .quoted
            afterReturn = false
        default:
            try readBare(byte, each)
        }
    }

    @inline(__always)
    private mutating func readBare(_ byte: UInt8, _ each: (TableRow) throws -> Void) throws {
        switch byte {
        case delimiter: try endCell()
        case 10 where afterReturn && !isInRow: break
        case 10, 13: try endRow(each)
        default:
            place = .bare
            try keep(byte)
        }
        afterReturn = byte == 13
    }

    @inline(__always)
    private mutating func keep(_ byte: UInt8) throws {
        if byte > 32 { isBlank = false }
        guard cell.count < limits.cellLength else { throw place == .quoted ? openQuote : longCell }
        cell.append(byte)
    }

    private mutating func endCell() throws {
        guard cells.count < limits.columns else {
            throw FileRefusal("This row has more than \(limits.columns) columns. Remove the empty ones, and try again.", row: rows + 1)
        }
        cells.append(cell.isEmpty ? "" : String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
        place = .cellStart
    }

    private mutating func endRow(_ each: (TableRow) throws -> Void) throws {
        try endCell()
        rows += 1
        guard rows <= limits.rows else {
            throw FileRefusal("The table has more than \(limits.rows) rows. Split it into smaller files.")
        }
        if !isBlank {
            let row = TableRow(number: rows, cells: cells)
            if !row.isBlank { try each(row) }
        }
        cells = []
        isBlank = true
    }

    private var openQuote: FileRefusal {
        FileRefusal("A quotation mark (\") opens a cell in this row and is never closed. Close it, or take it out.", row: rows + 1)
    }

    private var longCell: FileRefusal {
        FileRefusal("A cell in this row is longer than \(limits.cellLength / 1024) KB. Shorten it, and try again.", row: rows + 1)
    }
}
