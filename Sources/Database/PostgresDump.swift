import Basics
import Subprocess

/// Backup and restore of one trust's schema through PostgreSQL's own tools.
enum PostgresDump {
    static func write(_ address: PostgresAddress, to path: String) async throws {
        try await tool("pg_dump", ["--format=custom", "--no-owner", "--schema=\(address.quotedSchema)", "--file=\(path)", "--dbname=\(address.conninfo)"], address)
    }

    static func read(_ address: PostgresAddress, from path: String) async throws {
        try await tool("pg_restore", ["--exit-on-error", "--single-transaction", "--no-owner", "--dbname=\(address.conninfo)", path], address)
    }

    /// Reads the dump's own table of contents, so that a damaged file, or one of another trust, fails before
    /// anything is touched.
    static func prove(_ path: String, for address: PostgresAddress) async throws {
        let contents: String
        do { contents = try await tool("pg_restore", ["--list", path], address) } catch StoreProblem.failed(let why) {
            throw StoreProblem.damaged([why])
        }
        guard contents.contains(" SCHEMA - \(address.schema) ") else {
            throw StoreProblem.failed("the backup holds another schema than \(address.schema). Name the one it holds, as in postgres://host/name?schema=NAME")
        }
    }

    @discardableResult
    private static func tool(_ name: String, _ arguments: [String], _ address: PostgresAddress) async throws -> String {
        let surroundings = Environment.inherit.updating(address.password.map { ["PGPASSWORD": $0] } ?? [:])
        do {
            let outcome = try await run(
                .name(name), arguments: Arguments(arguments), environment: surroundings,
                output: .string(limit: 4_000_000), error: .string(limit: 65_536))
            guard outcome.terminationStatus.isSuccess else { throw StoreProblem.failed(outcome.standardError.trimmed) }
            return outcome.standardOutput
        } catch is SubprocessError {
            throw StoreProblem.failed("\(name) could not be run. Install PostgreSQL's client programs: apt-get install postgresql-client")
        }
    }
}
