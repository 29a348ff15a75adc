import GRDB
import GRDBSQLite

/// SQLite in one file: one writer, many readers, write-ahead log.
final class SQLiteEngine: Engine {
    private let pool: DatabasePool
    let place: String

    /// - Parameter pageLimit: the most pages the file may have; only tests of a full disk set it.
    init(path: String, pageLimit: Int? = nil) throws {
        var settings = Configuration()
        settings.busyMode = .timeout(10)
        settings.maximumReaderCount = 4
        settings.prepareDatabase { database in
            // A confirmed save survives a power cut, not only a crash.
            try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -8000; PRAGMA mmap_size = 67108864")
            if let pageLimit { try database.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
        }
        place = path
        pool = try inPlainWords { try DatabasePool(path: path, configuration: settings) }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await pool.read { try body(SQLiteConnection($0)) }
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await pool.writeWithoutTransaction { database in
            try inPlainWords {
                var result: T?
                try database.inTransaction(.immediate) {
                    result = try body(SQLiteConnection(database))
                    return .commit
                }
                guard let result else { throw StoreProblem.failed("the change did not run") }
                return result
            }
        }
    }

    /// SQLite's online backup: people go on writing meanwhile.
    func backup(to path: String) async throws {
        let target = try DatabaseQueue(path: path)
        try pool.backup(to: target)
        try await target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try target.close()
    }

    func soundness() async throws -> [String] {
        try await pool.read { database in
            let integrity = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            let orphans = try GRDB.Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
            return integrity + orphans.map { "a row of \($0[0] as String? ?? "a table") points to nothing" }
        }
    }

    func close() throws { try pool.close() }
}
