/// What the store needs of an engine. There are two: SQLite and PostgreSQL.
protocol Engine: Sendable {
    /// Runs a reading body against one unchanging picture of the data.
    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T
    /// Runs a writing body in one transaction: all of it is saved, or nothing.
    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T
    func backup(to path: String) async throws
    /// What is broken in the file or the tables; empty when all is sound.
    func soundness() async throws -> [String]
    func close() throws
    var place: String { get }
}
