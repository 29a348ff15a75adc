import Dispatch

/// One connection and the thread that alone may touch it. Opened when first needed, and again after it broke.
final class PostgresLine: @unchecked Sendable {
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
