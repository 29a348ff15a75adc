import Basics
import Crypto

/// One numbered step of the schema: SQL text with type tokens, never edited once released.
public struct Migration: Sendable {
    public let number: Int
    public let name: String
    let text: String

    public init(_ number: Int, _ name: String, _ text: [UInt8]) {
        self.number = number
        self.name = name
        self.text = String(decoding: text, as: UTF8.self)
    }

    var checksum: String { Array(SHA256.hash(data: Array(text.utf8))).hex }

    static let foundation = [
        Migration(1, "trail", PackageResources._001_trail_sql),
        Migration(2, "sights", PackageResources._002_sights_sql),
        Migration(3, "sight_index", PackageResources._003_sight_index_sql),
    ]
}

extension Store {
    /// Runs the steps that this database has not seen, each in a transaction of its own.
    func migrate(_ migrations: [Migration]) async throws {
        let ordered = migrations.sorted { $0.number < $1.number }
        let done = try await stepsDone() ?? [:]
        try Migration.check(done, against: ordered)
        if done.isEmpty { try await engine.write { [dialect] in try $0.script(dialect.spelling(Migration.table)) } }
        for migration in ordered where done[migration.number] == nil { try await run(migration) }
    }

    /// Number and checksum of each step that has been run here; nil where there is no list of steps. Looked up before anything is written, so
    /// that a trust on a full disk, or one that somebody is importing into, can still be opened.
    func stepsDone() async throws -> [Int: String]? {
        try await read { reader in
            guard try reader.value(reader.dialect.migrationTable, as: Int.self) != nil else { return nil }
            let rows = try reader.rows("SELECT number, checksum FROM migration") { try ($0.next(Int.self), $0.next(String.self)) }
            return Dictionary(rows) { $1 }
        }
    }

    /// Runs one step, unless another program that was opened at the same moment has just run it.
    private func run(_ migration: Migration) async throws {
        let dialect = dialect
        try await engine.write { connection in
            if dialect == .postgres { try connection.script("LOCK TABLE migration IN EXCLUSIVE MODE") }
            let there = try Reader(connection).value("SELECT number FROM migration WHERE number = \(migration.number)", as: Int.self)
            guard there == nil else { return }
            try connection.script(dialect.spelling(migration.text))
            try connection.execute("INSERT INTO migration (number, name, checksum) VALUES (\(migration.number), \(migration.name), \(migration.checksum))")
        }
    }
}

extension Migration {
    fileprivate static let table = """
        CREATE TABLE IF NOT EXISTS migration (
            number {int} NOT NULL PRIMARY KEY, name {text} NOT NULL, checksum {text} NOT NULL
        ) {strict}
        """

    /// Holds what has been run against what this program knows.
    static func check(_ done: [Int: String], against migrations: [Migration]) throws {
        let known = Dictionary(migrations.map { ($0.number, $0.checksum) }) { $1 }
        guard known.count == migrations.count else { throw StoreProblem.failed("two migrations bear the same number") }
        for (number, checksum) in done.sorted(by: { $0.key < $1.key }) {
            guard let ours = known[number] else { throw StoreProblem.newerDatabase(number: number) }
            if ours != checksum { throw StoreProblem.migrationChanged(number: number) }
        }
    }
}

extension Dialect {
    /// A row where the list of migrations is there.
    fileprivate var migrationTable: SQL {
        switch self {
        case .sqlite: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migration'"
        case .postgres: "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'migration'"
        }
    }
}
