import Basics
import GRDB

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
            try database.execute(sql: "PRAGMA cache_size = -4000; PRAGMA journal_size_limit = 67108864")
            if let pageLimit { try database.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
        }
        place = path
        pool = try inPlainWords {
            let pool = try DatabasePool(path: path, configuration: settings)
            // A confirmed save survives a power cut, not only a crash. Set last, since the pool itself sets NORMAL.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return pool
        }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        do {
            return try await pool.read { try body(SQLiteConnection($0)) }
        } catch {
            return try inPlainWords { throw error }
        }
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

    /// SQLite's online backup: people go on writing meanwhile. The file appears when it is whole.
    func backup(to path: String) async throws {
        try await WholeFile.write(path) { [pool] part in
            let target = try DatabaseQueue(path: part)
            try pool.backup(to: target)
            try await target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try target.close()
        }
    }

    func soundness() async throws -> [String] {
        try await read { connection in
            let reader = Reader(connection)
            let torn = try reader.column("PRAGMA integrity_check", as: String.self).filter { $0 != "ok" }
            let orphans = try reader.rows("SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1 ORDER BY 1") {
                try ($0.next(String.self), $0.next(Int.self))
            }
            return torn + orphans.map { "\(count($0.1, "row")) of \($0.0) point to a row that is not there" }
        }
    }

    func close() throws { try inPlainWords { try pool.close() } }
}
