import Basics
@testable import Database
import Testing

@Suite struct TrailExportTests {
    static let morning = Stage.moment

    static func statements(_ store: Store, from: Int = -1, to: Int = 1_000_000, of pupil: Int? = nil) async throws -> [TrailStatement] {
        try await store.read { reader in
            var all: [TrailStatement] = []
            try reader.eachTrailStatement(from: morning.adding(seconds: from), to: morning.adding(seconds: to), of: pupil.map { PupilID($0) }) { all.append($0) }
            return all
        }
    }

    @Test("Changes and sights come in the order of time, each with what it is about", arguments: engines)
    func order(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await store.see(.amira([1], at: 10), .amira([1, 2], "/register", at: 30))
            for (second, name) in [(0, "Sam"), (20, "Noor"), (40, "Kit")] {
                try await store.add(Child(name), act: Act(who: "Dev", at: Self.morning.adding(seconds: second), way: .import, origin: "203.0.113.9"))
            }
            let all = try await Self.statements(store)
            #expect(all.map(\.chain) == [.trail, .sights, .trail, .sights, .trail])
            #expect(all.map(\.what) == ["child.added", "/pupils/*", "child.added", "/register", "child.added"])
            #expect(all[0].columns.prefix(2) == ["child.name", "child.upn"] && all[0].origin == "203.0.113.9")
            #expect(all[3].pupils.map(\.rawValue) == [1, 2] && all[3].columns == [])
            #expect(try await Self.statements(store, from: 10, to: 30).map(\.what) == ["/pupils/*", "child.added"], "the end is not part of the span")
        }
    }

    @Test("About one pupil no other is named", arguments: engines)
    func onePupil(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await TrailTests.written(store)
            try await store.see(.amira([1, 2, 3], at: 1), .amira([2], at: 2), .amira([1], at: 3))
            let all = try await Self.statements(store, of: 1)
            #expect(all.map(\.what) == ["child.added", "child.renamed", "need.added", "/pupils/*", "/pupils/*"])
            #expect(all.allSatisfy { $0.pupils.map(\.rawValue) == [1] })
        }
    }

    @Test("More than one page of each comes whole; what was blanked comes without its columns", arguments: engines)
    func long(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await store.write(Stage.amira) { writer in
                for number in 0..<2_100 { try writer.save(Change("child.added", to: Child("child \(number)"), because: "new")) }
            }
            try await store.see((0..<2_000).map { .amira([1], at: $0) })
            try await store.tamper("UPDATE trail_value SET salt = NULL, before = NULL, after = NULL, reason = NULL WHERE trail_id = 7")
            let all = try await Self.statements(store)
            #expect(all.count == 4_100)
            #expect(all.filter { $0.chain == .trail }.map(\.id) == Array(1...2_100))
            #expect(all.filter { $0.columns.isEmpty && $0.chain == .trail }.map(\.id) == [7])
            #expect(zip(all, all.dropFirst()).allSatisfy { $0.at <= $1.at })
        }
    }
}
