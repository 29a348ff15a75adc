import Basics
import Synchronization

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
