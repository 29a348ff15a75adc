import Basics
@testable import Database
import Testing

@Suite struct UndoTests {
    static let receipt = ReceiptID(1), second = ReceiptID(2)
    static func importing(_ receipt: ReceiptID) -> Act { Stage.amira.importing(receipt) }

    /// Two children that were here before, then an import that alters one, takes a need out and brings a third.
    static func imported(_ store: Store) async throws -> [Child] {
        let (sam, noor) = (try await store.add(Child("Sam", upn: "A1")), try await store.add(Child("Noor", upn: "A2")))
        let need = try await store.write(Stage.amira) { try $0.save(Change("need.added", to: Need(noor.id, "MLD"))) }
        return try await store.write(importing(receipt)) { writer in
            let altered = try writer.save(Change("child.corrected", from: sam, to: sam.with { ($0.upn, $0.photo, $0.eal, $0.birth) = ("A9", Bytes([1, 2]), true, Day(number: 15_000)) }))
            let again = try writer.save(Change("child.corrected", from: altered, to: altered.named("Samuel").with { $0.photo = nil }))
            let maya = try writer.save(Change("child.added", to: Child("Maya", upn: "A1")))
            try writer.save(Change("need.added", to: Need(maya.id, "ASD")))
            try writer.save(Change("need.added", to: Need(maya.id, "SLCN")))
            try writer.execute("INSERT INTO word (word, child_id) VALUES ('maya', \(maya.id))")
            try writer.withdraw(need, event: "need.withdrawn", because: nil)
            return [again, noor, maya]
        }
    }

    @discardableResult
    static func undo(_ receipt: ReceiptID = receipt, in store: Store) async throws -> Undone {
        try await store.write(Stage.amira) { try $0.undo(receipt: receipt, event: "import.undone") }
    }

    @Test("An import is taken back as if it had not been", arguments: engines)
    func whole(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            let (sam, noor) = (Child("Sam", upn: "A1"), Child("Noor", upn: "A2"))
            let people = try await Self.imported(store)
            let undone = try await Self.undo(in: store)
            let left = try await store.children(), needs = try await store.read { try $0.all(Need.self, "ORDER BY id") }
            #expect(left.map { $0.with { ($0.id, $0.version) = (.new, 0) } } == [sam, noor])
            #expect(left.map(\.version) == [5, 1])
            #expect(needs.map(\.code) == ["MLD"] && needs.map(\.version) == [3])
            #expect(undone == Undone(removed: 3, restored: 3, pupils: [people[0].id, people[1].id]))
            #expect(try await store.count("word") == 0)
            #expect(try await store.verifyTrail() == [])
        }
    }

    @Test("What was taken back is in the trail, each entry with what it undoes", arguments: engines)
    func trail(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            _ = try await Self.imported(store)
            try await Self.undo(in: store)
            let entries: [String] = try await store.read { try $0.rows("""
                SELECT u.event, u.way, t.event, v.before = w.after, v.after = w.before, u.row_version > t.row_version
                FROM trail u JOIN trail t ON t.id = u.undoes_id JOIN trail_value v ON v.trail_id = u.id JOIN trail_value w ON w.trail_id = t.id
                WHERE u.receipt_id = \(Self.receipt) ORDER BY u.id
                """) { row in
                    let words = try (0..<3).map { _ in try row.next(String.self) }
                    let mirrored = try (0..<3).allSatisfy { _ in try row.next(Bool.self) }
                    return words.joined(separator: " ") + (mirrored ? "" : " askew")
                } }
            let events = ["need.withdrawn", "need.added", "need.added", "child.added", "child.corrected", "child.corrected"]
            #expect(entries == events.map { "import.undone page \($0)" })
        }
    }

    @Test("Undone once more it does nothing", arguments: engines)
    func twice(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            _ = try await Self.imported(store)
            try await Self.undo(in: store)
            let entries = try await store.count("trail")
            let again = try await Self.undo(in: store)
            #expect(again == Undone())
            #expect(try await store.count("trail") == entries)
        }
    }

    /// Later work, and what the refusal says.
    static let standing: [(String, @Sendable (Writer, [Child]) throws -> Void, String)] = [
        ("an altered row", { try $0.save(Change("child.renamed", from: $1[0], to: $1[0].named("X"))) }, "child.renamed (child, 1 time)"),
        ("a new row altered", { try $0.save(Change("child.renamed", from: $1[2], to: $1[2].named("X"))) }, "child.renamed (child, 1 time)"),
        ("a new row withdrawn", { writer, people in
            for need in try writer.all(Need.self, "WHERE child_id = \(people[2].id)") { try writer.withdraw(need, event: "need.withdrawn", because: nil) }
        }, "need.withdrawn (need, 2 times)"),
        ("a row that points to a new one", { try $0.save(Change("need.found", to: Need($1[2].id, "PD"))) }, "need.found (need, 1 time)"),
        ("an old row turned to a new one", { writer, people in
            try writer.save(Change("need.found", to: Need(people[1].id, "PD")))
            if let need = try writer.all(Need.self, "WHERE child_id = \(people[1].id)").first { try writer.save(Change("need.moved", from: need, to: { var n = need; n.child = people[2].id; return n }())) }
        }, "need.moved (need, 1 time)"),
        ("a row without a trail that points to a new one", { try $0.execute("INSERT INTO pin VALUES (\($1[2].id))") }, "rows that have no trail (pin, 1 time)"),
    ]

    @Test("Later work stands in the way and is named without any child's data", arguments: engines, 0..<standing.count)
    func refused(on engine: Dialect, _ which: Int) async throws {
        try await Stage.with(engine) { store, _ in
            let people = try await Self.imported(store), (_, work, words) = Self.standing[which]
            try await store.write(Stage.amira) { try work($0, people) }
            let before = try await (store.children(), store.count("need"), store.count("trail"))
            await #expect(throws: StoreProblem.laterWork([words])) { try await Self.undo(in: store) }
            let after = try await (store.children(), store.count("need"), store.count("trail"))
            #expect(before == after)
        }
    }

    @Test("A row that was changed behind the trail's back is left alone", arguments: engines, ["UPDATE child SET version = 99 WHERE upn = 'A9'", "UPDATE child SET version = 99 WHERE upn = 'A1'"])
    func behind(on engine: Dialect, _ meddling: String) async throws {
        try await Stage.with(engine) { store, _ in
            _ = try await Self.imported(store)
            try await store.tamper(meddling)
            let before = try await store.count("trail")
            await #expect(throws: StoreProblem.laterWork(["a row was changed without a trail (child)"])) { try await Self.undo(in: store) }
            #expect(try await store.count("trail") == before)
        }
    }

    @Test("Of two imports the second, once undone, no longer stands on the first", arguments: engines)
    func twoImports(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            let sam = try await store.write(Self.importing(Self.receipt)) { try $0.save(Change("child.added", to: Child("Sam"))) }
            try await store.write(Self.importing(Self.second)) { writer in
                try writer.save(Change("child.corrected", from: sam, to: sam.named("Samuel")))
                try writer.save(Change("need.added", to: Need(sam.id, "ASD")))
            }
            await #expect(throws: StoreProblem.laterWork(["child.corrected (child, 1 time)", "need.added (need, 1 time)"])) { try await Self.undo(in: store) }
            try await Self.undo(Self.second, in: store)
            #expect(try await store.children().map(\.name) == ["Sam"])
            try await Self.undo(in: store)
            #expect(try await store.children().isEmpty)
            #expect(try await store.verifyTrail() == [])
        }
    }

    @Test("A long import, whose pages mix tables, is taken back whole", arguments: engines)
    func long(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await store.write(Self.importing(Self.receipt)) { writer in
                for number in 0..<1_500 {
                    let child = try writer.save(Change("child.added", to: Child("child \(number)")))
                    let need = try writer.save(Change("need.added", to: Need(child.id, "ASD")))
                    if number % 100 == 0 { try writer.save(Change("need.changed", from: need, to: { var n = need; n.code = "MLD"; return n }())) }
                }
            }
            let undone = try await Self.undo(in: store)
            #expect(undone.removed == 3_000 && undone.restored == 15)
            #expect(try await [store.count("child"), store.count("need")] == [0, 0])
            #expect(try await store.verifyTrail() == [])
        }
    }

    @Test("Values that were disposed of can't be put back", arguments: engines)
    func disposed(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            _ = try await Self.imported(store)
            try await store.tamper("UPDATE trail_value SET salt = NULL, before = NULL, after = NULL, reason = NULL WHERE trail_id = 4")
            await #expect(throws: StoreProblem.laterWork(["values that the import wrote have been disposed of (child)"])) { try await Self.undo(in: store) }
        }
    }
}
