import Basics
@testable import Database
import Testing

@Suite struct SaveTests {
    @Test("A new subject gets an id and version 1", arguments: engines)
    func insert(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            let sam = try await store.add(Child("Sam"))
            #expect(!sam.id.isNew && sam.version == 1)
            #expect(try await store.read { try $0.one(sam.id, of: Child.self) } == sam)
        }
    }

    @Test("A save raises the version and writes what changed, no more", arguments: engines)
    func update(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            let sam = try await store.add(Child("Sam", upn: "A1"))
            let changed = try await store.write(Stage.amira) { try $0.save(Change("child.renamed", from: sam, to: sam.named("Samira"), because: "asked for")) }
            #expect(changed.version == 2)
            #expect(try await store.children() == [changed])
            let entry = try await store.read { try $0.first("SELECT event, subject_id, row_version, pupil_id, account_id, who, before, after, reason FROM trail JOIN trail_value ON trail_id = id ORDER BY id DESC LIMIT 1") { row in
                try (0..<9).map { _ in try row.next(String?.self) }
            } }
            #expect(entry == ["child.renamed", "\(sam.id)", "2", "\(sam.id)", "4", "Amira (SENCO, Elm)", #"{"name":"Sam"}"#, #"{"name":"Samira"}"#, "asked for"])
        }
    }

    @Test("Of two editors the second is told", arguments: engines)
    func stale(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            let sam = try await store.add(Child("Sam"))
            try await store.write(Stage.amira) { _ = try $0.save(Change("child.renamed", from: sam, to: sam.named("first"))) }
            await #expect(throws: StoreProblem.stale(subject: "child")) {
                try await store.write(Stage.amira) { _ = try $0.save(Change("child.renamed", from: sam, to: sam.named("second"))) }
            }
            await #expect(throws: StoreProblem.stale(subject: "child")) {
                try await store.write(Stage.amira) { try $0.withdraw(sam, event: "child.withdrawn", because: nil) }
            }
            #expect(try await store.children().map(\.name) == ["first"])
            #expect(try await store.count("trail") == 2)
        }
    }

    @Test("A change that changes nothing writes nothing", arguments: engines)
    func nothing(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            let sam = try await store.add(Child("Sam"))
            #expect(try await store.write(Stage.amira) { try $0.save(Change("child.renamed", from: sam, to: sam)) } == sam)
            #expect(try await store.count("trail") == 1)
        }
    }

    @Test("What is withdrawn stays in the trail, and its id is not given again", arguments: engines)
    func withdraw(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            let sam = try await store.add(Child("Sam"))
            try await store.write(Stage.amira) { try $0.withdraw(sam, event: "child.withdrawn", because: "twice") }
            #expect(try await store.children().isEmpty)
            let entry = try await store.read { try $0.first("SELECT row_version, after FROM trail JOIN trail_value ON trail_id = id WHERE id = 2") { try ($0.next(Int.self), $0.next(String.self)) } }
            #expect(entry?.0 == 2 && entry?.1 == "{}")
            #expect(try await store.add(Child("Noor")).id != sam.id)
        }
    }

    @Test("A guarantee of the schema is refused in words that quote nobody", arguments: engines)
    func refused(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await store.add(Child("Sam", upn: "Z999000000001"))
            do {
                try await store.add(Child("Noor", upn: "Z999000000001"))
                Issue.record("a second child with the same UPN was saved")
            } catch StoreProblem.refused(let why) {
                #expect(why.contains("upn") && !why.contains("Z999"))
            }
            await #expect { try await store.write(Stage.amira) { _ = try $0.save(Change("need.added", to: Need(PupilID(77), "ASD"))) } } throws: {
                if case .refused = $0 as? StoreProblem { true } else { false }
            }
        }
    }
}
