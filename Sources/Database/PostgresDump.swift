import Foundation
import Subprocess

/// Backup and restore of one trust's schema through PostgreSQL's own tools.
enum PostgresDump {
    static func write(_ address: PostgresAddress, to path: String) async throws {
        try await tool("pg_dump", ["--format=custom", "--no-owner", "--schema=\(address.quotedSchema)", "--file=\(path)", "--dbname=\(address.conninfo)"])
    }

    static func read(_ address: PostgresAddress, from path: String) async throws {
        try await tool("pg_restore", ["--exit-on-error", "--single-transaction", "--no-owner", "--dbname=\(address.conninfo)", path])
    }

    /// Reads the dump's own table of contents; a damaged file fails here before anything is touched.
    static func prove(_ path: String) async throws {
        try await tool("pg_restore", ["--list", path])
    }

    private static func tool(_ name: String, _ arguments: [String]) async throws {
        let outcome = try await run(
            .name(name), arguments: Arguments(arguments), output: .discarded, error: .string(limit: 4096))
        guard outcome.terminationStatus.isSuccess else {
            throw StoreProblem.failed("\(name) said: \(outcome.standardError)")
        }
    }
}
