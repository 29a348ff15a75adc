import Basics
@testable import Database
import Testing

@Suite struct SaveTogetherTests {
    private static let names = (1...123).map { "Child \($0)" }
    private static let columns: SQL = "event, subject, subject_id, row_version, pupil_id, who, before, after, reason"

    /// What stands in the trail of children, entry by entry.
    private func entries(_ store: Store) async throws -> [[String?]] {
        try await store.read { try $0.rows("SELECT \(Self.columns) FROM trail JOIN trail_value ON trail_id = id WHERE subject IN ('child', 'need') ORDER BY id") { row in try (0..<9).map { _ in try row.next(String?.self) } } }
    }

    @Test("Many saved together leave just what saving each leaves: rows, ids, versions and trail", arguments: engines)
    func alike(on engine: Dialect) async throws {
        let changes = Self.names.enumerated().map { Change("child.added", to: Child($1, upn: $0 % 2 == 0 ? nil : "U\($0)"), because: $0 % 3 == 0 ? "September" : nil) }
        var left: [(children: [Child], entries: [[String?]])] = []
        for together in [false, true] {
            try await Stage.with(engine) { store, _ in
                try await store.add(Child("First"))
                let saved = try await store.write(Stage.amira) { together ? try $0.saveTogether(changes) : try changes.map($0.save) }
                #expect(saved == (try await store.children().filter { $0.name != "First" }))
                let last = try await store.add(Child("Last"))
                #expect(last.id.rawValue == 125, "the next id is the next")
                #expect(try await store.check().isEmpty)
                left.append((try await store.children(), try await entries(store)))
            }
        }
        #expect(left[0].children == left[1].children && left[0].entries == left[1].entries)
    }

    @Test("An id that was given and taken back is not given again", arguments: engines)
    func withdrawn(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            let gone = try await store.add(Child("Gone"))
            try await store.write(Stage.amira) { try $0.withdraw(gone, event: "child.withdrawn", because: nil) }
            let saved = try await store.write(Stage.amira) { try $0.saveTogether([Change("child.added", to: Child("One")), Change("child.added", to: Child("Two"))]) }
            #expect(saved.map(\.id.rawValue) == [2, 3])
        }
    }

    @Test("None, one, and what changes something that stands are saved as ever", arguments: engines)
    func few(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            let sam = try await store.add(Child("Sam"))
            #expect(try await store.write(Stage.amira) { try $0.saveTogether([Change<Child>]()) }.isEmpty)
            let both = try await store.write(Stage.amira) { try $0.saveTogether([Change("child.renamed", from: sam, to: sam.named("Samira")), Change("child.added", to: Child("Ana"))]) }
            #expect(both.map(\.version) == [2, 1])
            #expect(try await store.children().map(\.name) == ["Samira", "Ana"])
        }
    }

    @Test("Where one can’t be saved, none is", arguments: engines)
    func refused(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            let sam = try await store.add(Child("Sam"))
            await #expect(throws: (any Error).self) {
                try await store.write(Stage.amira) { try $0.saveTogether([Change("need.added", to: Need(sam.id, "SLCN")), Change("need.added", to: Need(PupilID(99), "ASD"))]) }
            }
            #expect(try await store.count("need") == 0)
            #expect(try await store.check().isEmpty)
        }
    }
}
