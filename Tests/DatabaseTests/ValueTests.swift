import Basics
import Database
import Testing

@Suite struct ValueTests {
    static let words = [
        "", " ", "O'Brien", "O’Brien", "Zoë", "Zoe\u{308}", "Łukasz", "李小龍", "👩‍👩‍👧", "Robert'); DROP TABLE child;--",
        "Null", "NULL", "true", "1e5", "\\x41", "\\", "\"", "a\tb\r\nc", "$1 ? :x %s", "\u{202E}abc", "{\"hex\":\"00\"}", "\u{FFFF}",
        String(repeating: "x", count: 100_000),
    ]

    @Test("Words come back as they went in", arguments: engines)
    func text(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            for words in Self.words { try await store.add(Child(words)) }
            #expect(try await store.children().map { Array($0.name.utf8) } == Self.words.map { Array($0.utf8) })
            #expect(try await store.verifyTrail() == [])
        }
    }

    @Test("NUL, which one engine can't hold, is replaced on both", arguments: engines)
    func nul(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await store.write(Act(who: "A\0mira", at: Stage.moment, way: .page)) {
                _ = try $0.save(Change("child.added", to: Child("Sa\0m"), because: "typed\0"))
            }
            #expect(try await store.children().map(\.name) == ["Sa\u{FFFD}m"])
            #expect(try await store.verifyTrail() == [])
        }
    }

    @Test("Every type comes back as it went in, at its edges and empty", arguments: engines)
    func everyType(on engine: Dialect) async throws {
        let days = ["0001-01-01", "1900-02-28", "2024-02-29", "9999-12-31"].compactMap { Day($0) }
        let moments = days.map { Instant($0, hour: 23, minute: 59) } + [Instant(milliseconds: -1), Instant(milliseconds: 1_790_000_000_123)]
        let numbers = [0, -0.5, 0.1, 1e300, 1e-300, .pi, .leastNonzeroMagnitude, 2]
        let photos = [[], [0], [0x5c, 0x78], Array(0...255)].map { Bytes($0) }
        var all = [Child("Sam")]
        all += days.map { day in Child("day").with { $0.birth = day } }
        all += moments.map { moment in Child("moment").with { $0.seen = moment } }
        all += [true, false].map { flag in Child("flag").with { $0.eal = flag } }
        all += numbers.map { number in Child("number").with { $0.height = number } }
        all += photos.map { photo in Child("photo").with { $0.photo = photo } }
        let expected = all
        try await Stage.with(engine) { store, _ in
            let stored = try await store.write(Stage.amira) { writer in try expected.map { try writer.save(Change("child.added", to: $0)) } }
            #expect(try await store.children() == stored)
            #expect(stored.map { $0.with { ($0.id, $0.version) = (.new, 0) } } == expected)
            #expect(try await store.verifyTrail() == [])
        }
    }

    @Test("Whole numbers come back at their edges", arguments: engines)
    func whole(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            let edges = [Int.min, -1, 0, 1, Int.max - 1]
            let back: [Int] = try await store.write(Stage.amira) { writer in
                for number in edges { try writer.execute("INSERT INTO child (id, name) VALUES (\(number), 'Sam')") }
                return try writer.column("SELECT id FROM child ORDER BY id")
            }
            #expect(back == edges)
        }
    }

    @Test("A cell that holds something else is an error, not a zero", arguments: engines)
    func unreadable(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await store.add(Child("Sam"))
            await #expect(throws: StoreProblem.unreadable(column: 0)) { try await store.read { try $0.value("SELECT name FROM child", as: Int.self) } }
            await #expect(throws: StoreProblem.unreadable(column: 0)) { try await store.read { try $0.value("SELECT birth FROM child", as: Day.self) } }
            await #expect(throws: StoreProblem.unreadable(column: 0)) { try await store.read { try $0.value("SELECT name FROM child", as: Way.self) } }
        }
    }

    @Test("Text sorts alike on both engines", arguments: engines)
    func order(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            for name in ["b", "A", "é", "a", "B", "_", "Z"] { try await store.add(Child(name)) }
            let names = try await store.read { try $0.column("SELECT name FROM child ORDER BY name", as: String.self) }
            #expect(names == ["A", "B", "Z", "_", "a", "b", "é"])
        }
    }
}
