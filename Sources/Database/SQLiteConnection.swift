import Basics
import GRDB
import GRDBSQLite

/// SQLite through GRDB's pool: statements are prepared once for each connection and kept. Values are
/// bound and rows stepped here, since GRDB's own arguments and rows cost several times more.
final class SQLiteConnection: Connection {
    private let database: GRDB.Database
    var dialect: Dialect { .sqlite }

    init(_ database: GRDB.Database) { self.database = database }

    func query(_ sql: SQL, _ each: (inout Row) throws -> Void) throws {
        let statement = try bound(sql), pointer = statement.sqliteStatement
        defer { withExtendedLifetime(statement) { _ = sqlite3_reset(pointer) } }
        while try step(pointer) {
            var row = Row(.sqlite(pointer))
            try each(&row)
        }
    }

    func execute(_ sql: SQL) throws -> Int {
        try change(sql)
        return database.changesCount
    }

    func insert(_ sql: SQL) throws -> Int {
        try change(sql)
        return Int(database.lastInsertedRowID)
    }

    func script(_ text: String) throws {
        try inPlainWords { try database.execute(sql: text) }
    }

    private func change(_ sql: SQL) throws {
        // A full disk makes SQLite take the transaction back by itself; what came after would be saved alone.
        guard database.isInsideTransaction else { throw StoreProblem.failed("the change was already taken back") }
        let statement = try bound(sql), pointer = statement.sqliteStatement
        defer { withExtendedLifetime(statement) { _ = sqlite3_reset(pointer) } }
        while try step(pointer) {}
    }

    /// True while there is a row.
    private func step(_ statement: OpaquePointer) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw failure(code)
        }
    }

    private func bound(_ sql: SQL) throws -> Statement {
        let statement = try prepared(sql.questionMarked)
        for (place, value) in sql.values.enumerated() {
            let code = value.bind(to: statement.sqliteStatement, at: Int32(place + 1))
            if code != SQLITE_OK { throw failure(code) }
        }
        return statement
    }

    /// The kept statement, or another where the same words are being read just now.
    private func prepared(_ text: String) throws -> Statement {
        try inPlainWords {
            let kept = try database.cachedStatement(sql: text)
            return sqlite3_stmt_busy(kept.sqliteStatement) == 0 ? kept : try database.makeStatement(sql: text)
        }
    }

    private func failure(_ code: Int32) -> any Error {
        SQLiteFault(code: sqlite3_extended_errcode(database.sqliteConnection), message: database.lastErrorMessage ?? "code \(code)").inPlainWords
    }
}

extension SQLValue {
    fileprivate func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
        switch self {
        case .null: sqlite3_bind_null(statement, place)
        case .integer(let number): sqlite3_bind_int64(statement, place, Int64(number))
        case .real(let number): sqlite3_bind_double(statement, place, number)
        case .bool(let flag): sqlite3_bind_int64(statement, place, flag ? 1 : 0)
        case .text(let text): SQLValue.bind(text.withoutNUL, to: statement, at: place)
        case .day(let day): SQLValue.bind(day.description, to: statement, at: place)
        case .instant(let instant): SQLValue.bind(instant.description, to: statement, at: place)
        case .bytes(let bytes):
            // A null pointer would bind null, so an empty list is bound as a blob of no length.
            bytes.isEmpty ? sqlite3_bind_zeroblob(statement, place, 0)
                : sqlite3_bind_blob(statement, place, bytes, Int32(bytes.count), SQLValue.copied)
        }
    }

    private static func bind(_ text: String, to statement: OpaquePointer, at place: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { letters in
                guard let start = letters.baseAddress else { return sqlite3_bind_text(statement, place, "", 0, copied) }
                return sqlite3_bind_text(statement, place, start, Int32(letters.count), copied)
            }
        }
    }

    /// SQLITE_TRANSIENT, which the importer of C does not see: SQLite makes its own copy.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
