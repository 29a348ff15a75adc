/// One row of a table file.
public struct TableRow: Sendable, Equatable {
    /// The row as a person counts it: the first row of the file is 1, and blank rows count.
    public let number: Int
    /// What the cells say, from the left; short where the row is short.
    public var cells: [String]

    public init(number: Int, cells: [String]) {
        self.number = number
        self.cells = cells
    }

    /// The text of a column (the first is 0), or nothing beyond the end of the row.
    public subscript(safe column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }

    /// True when no cell holds more than blanks.
    var isBlank: Bool { cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
}
