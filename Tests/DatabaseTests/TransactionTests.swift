import Basics
@testable import Database
import Testing

@Suite struct TransactionTests {
    struct Mishap: Error {}

    @Test("An act that fails leaves neither rows nor trail", arguments: engines)
    func rollback(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            await #expect(throws: Mishap.self) {
                try await store.write(Stage.amira) { writer in
                    for number in 0..<(Writer.entriesHeld + 5) { try writer.save(Change("child.added", to: Child("child \(number)"))) }
                    throw Mishap()
                }
            }
            let left = try await [store.count("child"), store.count("trail")]
            #expect(left == [0, 0])
            #expect(try await store.verifyTrail() == [])
        }
    }

    @Test("A rehearsal answers as the act would and leaves nothing", arguments: engines)
    func rehearse(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            let names: [String] = try await store.rehearse(Stage.amira) { writer in
                for number in 0..<(Writer.entriesHeld + 5) { try writer.save(Change("child.added", to: Child("child \(number)"))) }
                return try writer.column("SELECT name FROM child ORDER BY id LIMIT 2")
            }
            #expect(names == ["child 0", "child 1"])
            #expect(try await store.children().isEmpty)
            #expect(try await store.count("trail") == 0)
        }
    }

    @Test("An act of which a part failed unheeded is not said to be saved", arguments: [Dialect.postgres].filter(engines.contains))
    func unheeded(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            await #expect(throws: StoreProblem.self) {
                try await store.write(Stage.amira) { writer in
                    try writer.execute("INSERT INTO child (name) VALUES ('Sam')")
                    _ = try? writer.execute("INSERT INTO child (name) VALUES (NULL)")
                }
            }
            let left = try await store.children()
            #expect(left.isEmpty)
        }
    }

    @Test("A reader sees one picture while others write", arguments: engines)
    func onePicture(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await store.add(Child("Sam"))
            let (seen, letGo) = (Gate(), Gate())
            async let counts = store.read { reader -> [Int?] in
                let before = try reader.value("SELECT count(*) FROM child", as: Int.self)
                seen.open()
                letGo.wait()
                return [before, try reader.value("SELECT count(*) FROM child", as: Int.self)]
            }
            await seen.passed()
            try await store.add(Child("Noor"))
            letGo.open()
            #expect(try await counts == [1, 1])
            #expect(try await store.count("child") == 2)
        }
    }

    @Test("Many writers at once keep one unbroken trail", arguments: engines)
    func manyWriters(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<12 {
                    group.addTask { for number in 0..<8 { try await store.add(Child("child \(writer).\(number)")) } }
                }
                try await group.waitForAll()
            }
            #expect(try await store.count("child") == 96)
            #expect(try await store.verifyTrail() == [])
        }
    }

    @Test("Two writers that block each other are both served in the end", arguments: engines)
    func deadlock(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            let (a, b) = (try await store.add(Child("a")), try await store.add(Child("b")))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for pair in [[a, b], [b, a]] {
                    group.addTask {
                        for _ in 0..<3 {
                            try await store.write(Stage.amira) { writer in
                                for child in pair { try writer.execute("UPDATE child SET name = name || 'x' WHERE id = \(child.id)") }
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await store.children().map(\.name.count) == [7, 7])
        }
    }

    @Test("One of two programs waits for the other on the same file")
    func twoPrograms() async throws {
        try await Stage.with(.sqlite) { store, stage in
            let other = try await stage.open()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for one in [store, other] { group.addTask { for number in 0..<20 { try await one.add(Child("\(number)")) } } }
                try await group.waitForAll()
            }
            try other.close()
            #expect(try await store.count("child") == 40)
            #expect(try await store.verifyTrail() == [])
        }
    }

    @Test("What is confirmed is on the disk")
    func synchronous() async throws {
        try await Stage.with(.sqlite) { store, _ in
            let settings = try await store.engine.write { connection in
                let reader = Reader(connection)
                return try [reader.value("PRAGMA synchronous", as: Int.self), reader.value("PRAGMA foreign_keys", as: Int.self)]
            }
            #expect(settings == [2, 1]) // 2 is FULL
        }
    }

    @Test("A reader can't write", arguments: engines)
    func readOnly(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            await #expect(throws: StoreProblem.self) { try await store.engine.read { try $0.execute("DELETE FROM child") } }
            await #expect(throws: StoreProblem.self) { try await store.read { try $0.rows("DELETE FROM trail_head RETURNING last") { try $0.next(Int.self) } } }
        }
    }
}

@Suite("A server that can't be reached")
struct UnreachableTests {
    @Test("The reason is said, and the failed connection is let go only once")
    func unreachable() async throws {
        await #expect { try await Store.open("postgres:///nobody?host=/nowhere-at-all", migrations: []) } throws: { error in
            guard case StoreProblem.unreachable? = error as? StoreProblem else { return false }
            return true
        }
    }
}
