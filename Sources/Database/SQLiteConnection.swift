import Basics
import GRDB
import GRDBSQLite
import Foundation

/// SQLite through GRDB: statements are prepared once for each connection and kept.
final class SQLiteConnection: Connection {
    private let database: GRDB.Database
    var dialect: Dialect { .sqlite }

    init(_ database: GRDB.Database) { self.database = database }

    func query(_ sql: SQL, _ each: (inout Row) throws -> Void) throws {
        try inPlainWords {
            let statement = try prepared(sql)
            let cursor = try GRDB.Row.fetchCursor(statement)
            while try cursor.next() != nil {
                var row = Row(.sqlite(statement.sqliteStatement))
                try each(&row)
            }
        }
    }

    func execute(_ sql: SQL) throws -> Int {
        try inPlainWords {
            try prepared(sql).execute()
            return database.changesCount
        }
    }

    func insert(_ sql: SQL) throws -> Int {
        try inPlainWords {
            try prepared(sql).execute()
            return Int(database.lastInsertedRowID)
        }
    }

    func script(_ text: String) throws {
        try inPlainWords { try database.execute(sql: text) }
    }

    private func prepared(_ sql: SQL) throws -> Statement {
        let statement = try database.cachedStatement(sql: sql.questionMarked)
        if !sql.values.isEmpty { statement.setUncheckedArguments(StatementArguments(sql.values.map(\.databaseValue))) }
        return statement
    }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bool(let flag): flag.databaseValue
        case .day(let day): day.description.databaseValue
        case .instant(let instant): instant.description.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        }
    }
}

/// Turns an engine's error into one a person can act on.
func inPlainWords<T>(_ body: () throws -> T) throws -> T {
    do {
        return try body()
    } catch let error as DatabaseError {
        throw switch error.resultCode {
        case .SQLITE_FULL: StoreProblem.diskFull
        case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_WRITE: StoreProblem.diskFull
        case .SQLITE_CONSTRAINT: StoreProblem.refused(error.message ?? "a constraint")
        default: StoreProblem.failed(error.message ?? error.resultCode.description)
        }
    }
}
