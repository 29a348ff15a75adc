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

    static let foundation = [Migration(1, "trail", PackageResources._001_trail_sql)]
}

extension Store {
    /// Runs the steps that this database has not seen, each in a transaction of its own.
    func migrate(_ migrations: [Migration]) async throws {
        let ordered = migrations.sorted { $0.number < $1.number }, dialect = dialect
        let done = try await engine.write { connection in
            try connection.script(dialect.spelling(Self.table))
            return try Reader(connection).rows("SELECT number, checksum FROM migration ORDER BY number") {
                try ($0.next(Int.self), $0.next(String.self))
            }
        }
        try check(Dictionary(uniqueKeysWithValues: done), against: ordered)
        let known = Set(done.map(\.0))
        for migration in ordered where !known.contains(migration.number) {
            try await engine.write { connection in
                try connection.script(dialect.spelling(migration.text))
                try connection.execute("INSERT INTO migration (number, name, checksum) VALUES (\(migration.number), \(migration.name), \(migration.checksum))")
            }
        }
    }

    private func check(_ done: [Int: String], against migrations: [Migration]) throws {
        let known = Dictionary(uniqueKeysWithValues: migrations.map { ($0.number, $0.checksum) })
        for (number, checksum) in done.sorted(by: { $0.key < $1.key }) {
            guard let ours = known[number] else { throw StoreProblem.newerDatabase(number: number) }
            if ours != checksum { throw StoreProblem.migrationChanged(number: number) }
        }
    }

    private static let table = """
        CREATE TABLE IF NOT EXISTS migration (
            number {int} NOT NULL PRIMARY KEY, name {text} NOT NULL, checksum {text} NOT NULL
        ) {strict}
        """
}
