import Basics

/// A table to be written as one sheet of a workbook.
public struct Sheet: Sendable {
    /// The name on its tab.
    public var name: String
    public var columns: [Column]
    /// Cells from the left, one array for each row below the header.
    public var rows: [[Cell]]

    public init(_ name: String, columns: [Column], rows: [[Cell]]) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }

    /// A column with its heading.
    public struct Column: Sendable {
        public var title: String
        /// In characters, as spreadsheets measure it.
        public var width: Double
        public var kind: Kind

        public init(_ title: String, width: Double = 14, kind: Kind = .text) {
            self.title = title
            self.width = width
            self.kind = kind
        }

        public enum Kind: Sendable { case text, date, number }
    }
}

/// What one cell of a sheet holds.
public enum Cell: Sendable, Equatable {
    /// Kept as text whatever it looks like, so that a UPN or URN keeps every digit.
    case text(String)
    case date(Day)
    case number(Int)
    case empty
}
