import Basics
import CPostgres
import GRDBSQLite

/// One row of an answer, read cell by cell in the order of the columns.
public struct Row {
    @usableFromInline enum Source {
        case sqlite(OpaquePointer)
        case postgres(OpaquePointer, row: Int32)
    }

    @usableFromInline let source: Source
    @usableFromInline var place: Int32 = 0

    init(_ source: Source) { self.source = source }

    /// The next cell as the type that is wanted. Made anew for each type in the area that asks: a page reads thousands of cells.
    @inlinable public mutating func next<T: Storable>(_ type: T.Type = T.self) throws -> T {
        defer { place += 1 }
        return try T(Cell(source: source, place: place))
    }
}

/// One cell of a row.
public struct Cell {
    @usableFromInline let source: Row.Source
    @usableFromInline let place: Int32

    @usableFromInline init(source: Row.Source, place: Int32) { (self.source, self.place) = (source, place) }

    public var isNull: Bool {
        switch source {
        case .sqlite(let statement): sqlite3_column_type(statement, place) == SQLITE_NULL
        case .postgres(let result, let row): PQgetisnull(result, row, place) == 1
        }
    }

    func integer() throws -> Int {
        switch source {
        case .sqlite(let statement): try ofType(SQLITE_INTEGER) { Int(sqlite3_column_int64(statement, place)) }
        case .postgres: try parsed { Int($0) }
        }
    }

    func real() throws -> Double {
        switch source {
        case .sqlite(let statement): try ofType(SQLITE_FLOAT, SQLITE_INTEGER) { sqlite3_column_double(statement, place) }
        case .postgres: try parsed { Double($0) }
        }
    }

    func bool() throws -> Bool {
        switch source {
        case .sqlite(let statement): try ofType(SQLITE_INTEGER) { sqlite3_column_int64(statement, place) != 0 }
        case .postgres: try parsed { ["t": true, "f": false][$0] }
        }
    }

    func text() throws -> String {
        switch source {
        case .sqlite(let statement):
            guard let bytes = sqlite3_column_text(statement, place) else { throw StoreProblem.unreadable(column: Int(place)) }
            let length = Int(sqlite3_column_bytes(statement, place))
            return String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
        case .postgres(let result, let row):
            return try notNull { String(cString: PQgetvalue(result, row, place)) }
        }
    }

    func day() throws -> Day {
        guard case .sqlite(let statement) = source else { return try parsed { Day($0) } }
        guard let bytes = sqlite3_column_text(statement, place),
              let day = Day(iso: UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, place)))) else { throw StoreProblem.unreadable(column: Int(place)) }
        return day
    }

    func bytes() throws -> [UInt8] {
        switch source {
        case .sqlite(let statement):
            try ofType(SQLITE_BLOB) {
                let length = Int(sqlite3_column_bytes(statement, place))
                return Array(UnsafeRawBufferPointer(start: sqlite3_column_blob(statement, place), count: length))
            }
        case .postgres: try parsed { [UInt8](hex: $0) }
        }
    }

    /// Whatever the cell holds, as text: nothing as an empty text, yes and no as 1 and 0 on both engines.
    public func anyText() throws -> String {
        if isNull { return "" }
        guard case .postgres(let result, _) = source, PQftype(result, place) == 16 else { return try text() }
        return try bool() ? "1" : "0"
    }

    func parsed<T>(_ parse: (String) -> T?) throws -> T {
        guard let value = parse(try text()) else { throw StoreProblem.unreadable(column: Int(place)) }
        return value
    }

    /// SQLite turns words into 0 when asked for a number; here that is an error.
    private func ofType<T>(_ types: Int32..., value: () -> T) throws -> T {
        guard case .sqlite(let statement) = source, types.contains(sqlite3_column_type(statement, place)) else {
            throw StoreProblem.unreadable(column: Int(place))
        }
        return value()
    }

    private func notNull<T>(_ value: () -> T) throws -> T {
        if isNull { throw StoreProblem.unreadable(column: Int(place)) }
        return value()
    }
}

extension [UInt8] {
    /// Reads the `\x1f2e` of PostgreSQL's bytea.
    init?(hex text: String) {
        let digits = Array<UInt8>(text.utf8).dropFirst(2).map { byte in
            byte < 58 ? byte &- 48 : byte &- 87
        }
        guard text.hasPrefix("\\x"), digits.count % 2 == 0, digits.allSatisfy({ $0 < 16 }) else { return nil }
        self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    public var hex: String {
        let letters = Array<UInt8>("0123456789abcdef".utf8)
        return String(decoding: flatMap { [letters[Int($0 >> 4)], letters[Int($0 & 15)]] }, as: UTF8.self)
    }
}
