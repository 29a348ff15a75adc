/// An insert of several rows at once.
struct ManyRows: Sendable {
    static let most = 50
    private let start: String, width: Int
    private let full: [String]

    init(_ start: StaticString, width: Int) { self.init(start.description, width) }

    /// Into a table with its ids already known.
    init(into table: Table) { self.init("INSERT INTO \(table.name) (id, \(table.columns.joined(separator: ", ")))", table.columns.count + 1) }

    private init(_ start: String, _ width: Int) {
        (self.start, self.width) = (start, width)
        full = Self.segments(start, width, Self.most)
    }

    func of(_ rows: ArraySlice<[SQLValue]>) -> SQL {
        let segments = rows.count == Self.most ? full : Self.segments(start, width, rows.count)
        return SQL(segments: segments, values: Array(rows.joined()))
    }

    private static func segments(_ start: String, _ width: Int, _ rows: Int) -> [String] {
        let commas = Array(repeating: ", ", count: width - 1)
        return (0..<rows).flatMap { [$0 == 0 ? start + " VALUES (" : "), ("] + commas } + [")"]
    }
}

extension Connection {
    /// Inserts many rows with few statements.
    func insertAll(_ insertion: ManyRows, _ rows: [[SQLValue]]) throws {
        for from in stride(from: 0, to: rows.count, by: ManyRows.most) {
            try execute(insertion.of(rows[from..<min(from + ManyRows.most, rows.count)]))
        }
    }
}
