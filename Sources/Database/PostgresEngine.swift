import Basics
import Dispatch
import Foundation
import Synchronization

/// Where a trust's schema lies: an ordinary libpq address whose `schema` names the trust's own schema.
struct PostgresAddress {
    /// Without the password, which goes another way so that no list of processes shows it.
    let conninfo: String
    let password: String?
    let schema: String

    init(_ address: String) throws {
        guard var parts = URLComponents(string: address) else {
            throw StoreProblem.unreachable("the address of the database is not a postgres:// address")
        }
        schema = parts.queryItems?.first { $0.name == "schema" }?.value ?? "trellis"
        parts.queryItems = parts.queryItems?.filter { $0.name != "schema" }
        if parts.queryItems?.isEmpty == true { parts.queryItems = nil }
        password = parts.password
        parts.password = nil
        conninfo = parts.string ?? address
    }

    var quotedSchema: String { "\"" + schema.replacing("\"", with: "\"\"") + "\"" }
}

/// PostgreSQL: a few connections, each on a thread of its own; one schema holds one trust.
final class PostgresEngine: Engine {
    private let lines: [PostgresLine]
    private let idle: Mutex<(free: [Int], waiting: [CheckedContinuation<Int, Never>])>
    let address: PostgresAddress
    let place: String

    init(address text: String, connections: Int = 6) throws {
        address = try PostgresAddress(text)
        place = text
        lines = (0..<connections).map { [address] in PostgresLine(address, number: $0) }
        idle = Mutex((Array(0..<connections), []))
        try lines[0].sync { try self.makeSchema($0) }
    }

    /// Asked first, since not every account that may use a schema may make one.
    private func makeSchema(_ connection: PostgresConnection) throws {
        let known = try Reader(connection).value("SELECT 1 FROM pg_namespace WHERE nspname = \(address.schema)", as: Int.self)
        if known == nil { try connection.script("CREATE SCHEMA IF NOT EXISTS \(address.quotedSchema)") }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await transaction("BEGIN", body)
    }

    func backup(to path: String) async throws {
        try await WholeFile.write(path) { try await PostgresDump.write(address, to: $0) }
    }

    func soundness() async throws -> [String] { [] }

    func close() throws { lines.forEach { $0.hangUp() } }

    /// Tries again where the server says that two transactions met.
    private func transaction<T: Sendable>(_ begin: String, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        for _ in 0..<6 {
            do { return try await once(begin, body) } catch is MetAnother { continue }
        }
        throw StoreProblem.busy
    }

    private func once<T: Sendable>(_ begin: String, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        let number = await takeLine()
        defer { giveBack(number) }
        return try await lines[number].run(begin) { connection in
            do {
                let result = try body(connection)
                try connection.commit()
                return result
            } catch {
                try? connection.script("ROLLBACK")
                throw error
            }
        }
    }

    private func takeLine() async -> Int {
        await withCheckedContinuation { continuation in
            let number: Int? = idle.withLock { state in
                if let number = state.free.popLast() { return number }
                state.waiting.append(continuation)
                return nil
            }
            if let number { continuation.resume(returning: number) }
        }
    }

    private func giveBack(_ number: Int) {
        let next: CheckedContinuation<Int, Never>? = idle.withLock { state in
            if !state.waiting.isEmpty { return state.waiting.removeFirst() }
            state.free.append(number)
            return nil
        }
        next?.resume(returning: number)
    }
}

/// One connection and the thread that alone may touch it. Opened when first needed, and again after it broke.
private final class PostgresLine: @unchecked Sendable {
    private let address: PostgresAddress
    private let queue: DispatchQueue
    private var connection: PostgresConnection?

    init(_ address: PostgresAddress, number: Int) {
        self.address = address
        queue = DispatchQueue(label: "postgres \(number)")
    }

    /// Runs a body after the words that begin its transaction.
    func run<T: Sendable>(_ begin: String, _ body: @escaping @Sendable (PostgresConnection) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try body(self.open(begin)) }) }
        }
    }

    func sync(_ body: (PostgresConnection) throws -> Void) throws {
        try queue.sync { try body(open()) }
    }

    func hangUp() { queue.sync { connection = nil } }

    /// A line that has begun. One that broke since it was last used, as when the server was started again,
    /// is found out by its first words and opened anew.
    private func open(_ begin: String) throws -> PostgresConnection {
        let kept = try open()
        do {
            try kept.script(begin)
            return kept
        } catch where !kept.isAlive {
            let fresh = try open()
            try fresh.script(begin)
            return fresh
        }
    }

    private func open() throws -> PostgresConnection {
        if let connection, connection.isAlive { return connection }
        let fresh = try PostgresConnection(address)
        connection = fresh
        return fresh
    }
}
