import Basics
@testable import Database
import Testing

@Suite struct MigrationTests {
    static func step(_ number: Int, _ text: String) -> Migration { Migration(number, "step", Array(text.utf8)) }

    @Test("Steps run once, in the order of their numbers", arguments: engines)
    func order(on engine: Dialect) async throws {
        let stage = try Stage(engine)
        let steps = [Self.step(12, "INSERT INTO a (b) VALUES (1)"), Self.step(11, "CREATE TABLE a (b {int} NOT NULL) {strict}")]
        for _ in 0..<2 {
            let store = try await stage.open(steps)
            #expect(try await store.count("a") == 1)
            #expect(try await store.stepsDone()?.keys.sorted() == [1, 2, 3, 11, 12])
            try store.close()
        }
        try await stage.clear()
    }

    @Test("A step whose text has changed is refused", arguments: engines)
    func changed(on engine: Dialect) async throws {
        let stage = try Stage(engine)
        try await stage.open([Self.step(11, "CREATE TABLE a (b {int})")]).close()
        await #expect(throws: StoreProblem.migrationChanged(number: 11)) { try await stage.open([Self.step(11, "CREATE TABLE a (b {text})")]) }
        try await stage.clear()
    }

    @Test("A database that a newer program made is refused", arguments: engines)
    func newer(on engine: Dialect) async throws {
        let stage = try Stage(engine)
        try await stage.open([Self.step(11, "CREATE TABLE a (b {int})")]).close()
        await #expect(throws: StoreProblem.newerDatabase(number: 11)) { try await stage.open([]) }
        try await stage.clear()
    }

    @Test("A step that fails leaves nothing of itself, and may be mended", arguments: engines)
    func failing(on engine: Dialect) async throws {
        let stage = try Stage(engine)
        await #expect(throws: StoreProblem.self) { try await stage.open([Self.step(11, "CREATE TABLE a (b {int}); CREATE TABLE a (b {int})")]) }
        let store = try await stage.open([Self.step(11, "CREATE TABLE a (b {int})")])
        #expect(try await store.count("a") == 0)
        try store.close()
        try await stage.clear()
    }

    @Test("Two steps with one number are refused", arguments: engines)
    func twice(on engine: Dialect) async throws {
        let stage = try Stage(engine)
        await #expect(throws: StoreProblem.self) { try await stage.open([Self.step(11, "SELECT 1"), Self.step(11, "SELECT 2")]) }
        try await stage.clear()
    }

    @Test("Two programs may open a new database at once", arguments: engines)
    func together(on engine: Dialect) async throws {
        let stage = try Stage(engine)
        try await stage.open([]).close()
        async let one = stage.open(), other = stage.open()
        for store in try await [one, other] {
            #expect(try await store.count("child") == 0)
            try store.close()
        }
        try await stage.clear()
    }

    @Test("An address of no known kind is refused", arguments: ["", "trust.db", "mysql://x"])
    func address(_ text: String) async {
        await #expect(throws: StoreProblem.self) { try await Store.open(text, migrations: []) }
    }
}
