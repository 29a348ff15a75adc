import Basics
import Crypto

/// A trust's data: looked up by a reader, changed only within an act.
public final class Store: Sendable {
    let engine: any Engine
    public let dialect: Dialect

    init(_ engine: any Engine, _ dialect: Dialect) {
        self.engine = engine
        self.dialect = dialect
    }

    /// Opens the database and brings it up to this program's migrations.
    /// - Parameter address: `sqlite:PATH` or `postgres://user@host/name?schema=trust`.
    /// - Throws: `StoreProblem.newerDatabase` when a newer program has been here.
    public static func open(_ address: String, migrations: [Migration]) async throws -> Store {
        let store = try connect(address)
        try await store.migrate(Migration.foundation + migrations)
        return store
    }

    static func connect(_ address: String) throws -> Store {
        if address.hasPrefix("postgres://") || address.hasPrefix("postgresql://") {
            return Store(try PostgresEngine(address: address), .postgres)
        }
        guard address.hasPrefix("sqlite:") else {
            throw StoreProblem.unreachable("\(address) is neither sqlite:PATH nor postgres://user@host/name")
        }
        return Store(try SQLiteEngine(path: String(address.dropFirst("sqlite:".count))), .sqlite)
    }

    /// Looks things up against one unchanging picture of the data.
    public func read<T: Sendable>(_ body: @escaping @Sendable (Reader) throws -> T) async throws -> T {
        try await engine.read { try body(Reader($0)) }
    }

    /// Does one act: everything in it is saved together with its trail, or nothing is.
    public func write<T: Sendable>(_ act: Act, _ body: @escaping @Sendable (Writer) throws -> T) async throws -> T {
        try await engine.write { connection in
            let writer = Writer(connection, act: act)
            let result = try body(writer)
            try writer.writeTrail()
            return result
        }
    }

    /// Runs a body as an act would, then takes everything back: what a dry run needs.
    public func rehearse<T: Sendable>(_ act: Act, _ body: @escaping @Sendable (Writer) throws -> T) async throws -> T {
        do {
            return try await engine.write { connection -> T in
                throw Rehearsed(result: try body(Writer(connection, act: act, rehearses: true)))
            }
        } catch let rehearsed as Rehearsed<T> {
            return rehearsed.result
        }
    }

    /// Writes a whole copy to a file while people go on working.
    public func backup(to path: String) async throws { try await engine.backup(to: path) }

    /// Lets go of the database. Nothing can be read or saved afterwards.
    public func close() throws { try engine.close() }
}

/// Carries the result of a rehearsal out of the transaction that is rolled back.
private struct Rehearsed<T: Sendable>: Error { let result: T }
