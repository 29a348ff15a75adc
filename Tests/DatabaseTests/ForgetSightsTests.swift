import Basics
@testable import Database
import Testing

@Suite struct ForgetSightsTests {
    /// Sights on each of 30 days, and an act two years later.
    static func old(_ store: Store) async throws {
        try await store.see((0..<30).map { .amira([1, $0 + 2], at: 86_400 * $0) })
        try await store.add(Child("Sam"))
    }

    static let later = Act(who: "Dana (DPO)", at: Stage.moment.adding(seconds: 86_400 * 730), way: .night)
    static let first = Stage.moment.dayInEngland

    @Test("Old sights go, the later ones stay and can still be proved", arguments: engines)
    func forgotten(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, stage in
            try await Self.old(store)
            let ring = KeyRing.fresh(), seals = stage.file("seals.txt")
            try await store.seal(day: Self.first + 30, at: Stage.moment, with: ring, file: seals)
            let gone = try await store.write(Self.later) { try $0.forgetSights(before: Self.first + 10) }
            #expect(gone == 10)
            #expect(try await store.count("sight") == 20)
            #expect(try await store.sights(of: 1).count == 20)
            #expect(try await store.sights(of: 2) == [])
            #expect(try await store.verify(with: ring, seals: seals).findings == [])
            try await store.see(.amira([1], at: 86_400 * 730))
            try await store.seal(day: Self.first + 731, at: Self.later.at, with: ring, file: seals)
            #expect(try await store.write(Self.later) { try $0.forgetSights(before: Self.first + 20) } == 10)
            #expect(try await store.write(Self.later) { try $0.forgetSights(before: Self.first + 20) } == 0)
            #expect(try await store.verify(with: ring, seals: seals).findings == [])
            #expect(try await store.read { try $0.column("SELECT who FROM trail WHERE event = 'sights.forgotten'", as: String.self) } == ["Dana (DPO)", "Dana (DPO)"])
        }
    }

    @Test("When all go, the chain goes on from the last of them", arguments: engines)
    func all(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await Self.old(store)
            #expect(try await store.write(Self.later) { try $0.forgetSights(before: Self.first + 300) } == 30)
            #expect(try await store.verifyTrail() == [])
            try await store.see(.amira([1]))
            #expect(try await store.sights(of: 1).map(\.id) == [31])
            #expect(try await store.verifyTrail() == [])
        }
    }

    @Test("Nothing younger than a year may go", arguments: engines)
    func young(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await store.see(.amira([1]))
            await #expect(throws: StoreProblem.self) { try await store.write(Stage.amira) { try $0.forgetSights(before: Self.first.adding(years: -1) + 1) } }
            #expect(try await store.write(Stage.amira) { try $0.forgetSights(before: Self.first.adding(years: -1)) } == 0)
            #expect(try await store.count("sight") == 1)
        }
    }

    @Test("What was altered after a disposal is found", arguments: engines, [
        "UPDATE sight_base SET last = 11", "UPDATE sight_base SET before = '2020-01-01'", "DELETE FROM sight_base",
        "UPDATE sight SET who = 'x' WHERE id = 11", "DELETE FROM sight WHERE id = 11; DELETE FROM sight_pupil WHERE sight_id = 11",
        "INSERT INTO sight SELECT 3, at, account_id, who, origin, way, page, purpose, pupils, digest FROM sight WHERE id = 11",
    ])
    func altered(on engine: Dialect, _ statements: String) async throws {
        try await Stage.with(engine) { store, _ in
            try await Self.old(store)
            _ = try await store.write(Self.later) { try $0.forgetSights(before: Self.first + 10) }
            try await store.tamper(statements)
            #expect(try await store.verifyTrail() != [])
        }
    }
}
