import Basics
@testable import Database
import Synchronization
import Testing

@Suite("What is asked again")
struct OnceTests {
    private struct Asked: Hashable { let number: Int }

    @Test("is looked up once by a reader, also where the answer is that there is none, and each time within an act")
    func once() async throws {
        try await Stage.with(.sqlite) { store, _ in
            let looked = Mutex(0)
            let ask: @Sendable (Reader, Int) throws -> String? = { reader, number in
                try reader.once(Asked(number: number)) {
                    looked.withLock { $0 += 1 }
                    return try reader.value("SELECT name FROM child WHERE id = \(number)", as: String.self)
                }
            }
            let found = try await store.read { reader in try [ask(reader, 1), ask(reader, 1), ask(reader, 2)] }
            #expect(found == [nil, nil, nil] && looked.withLock { $0 } == 2)
            try await store.write(Stage.amira) { writer in
                #expect(try ask(writer, 1) == nil)
                try writer.execute("INSERT INTO child (id, name) VALUES (1, 'Sam')")
                #expect(try ask(writer, 1) == "Sam")
            }
            #expect(try await store.read { try ask($0, 1) } == "Sam", "another reader sees another picture")
        }
    }

    @Test("is kept from page to page until the trail grows, for each store on its own", arguments: engines)
    func kept(on engine: Dialect) async throws {
        let kept = KeptAnswers<Int, Int>(most: 2), looked = Mutex(0)
        let ask: @Sendable (Reader, Int) throws -> Int = { reader, number in
            try kept.answer(to: number, reader) {
                looked.withLock { $0 += 1 }
                return try reader.value("SELECT COUNT(*) FROM child", as: Int.self) ?? 0
            }
        }
        try await Stage.with(engine) { store, _ in
            try await TrailTests.written(store)
            let before = try await store.read { reader in try (ask(reader, 1), ask(reader, 1), ask(reader, 2)) }
            #expect(before.0 == before.1 && looked.withLock { $0 } == 2)
            try await TrailTests.written(store, upn: "A2")
            #expect(try await store.read { try ask($0, 1) } > before.0, "it looks again")
            try await Stage.with(engine) { other, _ in
                try await TrailTests.written(other)
                #expect(try await other.read { try ask($0, 1) } == before.0)
            }
        }
    }
}
