import Basics
@testable import Database
import Testing

@Suite struct VerifyTests {
    typealias Meddling = TrailTests.Meddling

    static let meddlings = [
        Meddling(what: "who", statements: "UPDATE sight SET who = 'Nobody' WHERE id = 3", finding: "Sight 3 is not as it was written"),
        Meddling(what: "when", statements: "UPDATE sight SET at = '2024-01-01T00:00:00.000Z' WHERE id = 3", finding: "Sight 3 is"),
        Meddling(what: "from where", statements: "UPDATE sight SET origin = '' WHERE id = 3", finding: "Sight 3 is"),
        Meddling(what: "page", statements: "UPDATE sight SET page = '/help' WHERE id = 3", finding: "Sight 3 is"),
        Meddling(what: "purpose", statements: "UPDATE sight SET purpose = 'asked' WHERE id = 3", finding: "Sight 3 is"),
        Meddling(what: "account", statements: "UPDATE sight SET account_id = NULL WHERE id = 3", finding: "Sight 3 is"),
        Meddling(what: "pupils", statements: "UPDATE sight SET pupils = '3' WHERE id = 3; DELETE FROM sight_pupil WHERE sight_id = 3 AND pupil_id <> 3", finding: "Sight 3 is"),
        Meddling(what: "row gone", statements: "DELETE FROM sight WHERE id = 3; DELETE FROM sight_pupil WHERE sight_id = 3", finding: "Sight 3 is missing."),
        Meddling(what: "first rows gone", statements: "DELETE FROM sight WHERE id < 3; DELETE FROM sight_pupil WHERE sight_id < 3", finding: "Sights 1 to 2 are missing."),
        Meddling(what: "end cut", statements: "DELETE FROM sight WHERE id = 5; DELETE FROM sight_pupil WHERE sight_id = 5", finding: "Sight 5 is missing."),
        Meddling(what: "end cut and head moved", statements: "DELETE FROM sight WHERE id = 5; DELETE FROM sight_pupil WHERE sight_id = 5; UPDATE sight_head SET last = 4", finding: "The head of the list of sights does not fit its last entry."),
        Meddling(what: "head gone", statements: "DELETE FROM sight_head", finding: "The head of the list of sights is missing."),
        Meddling(what: "put in", statements: "INSERT INTO sight SELECT 6, at, account_id, who, origin, way, page, purpose, pupils, digest FROM sight WHERE id = 5; INSERT INTO sight_pupil VALUES (1, 6), (2, 6), (5, 6)", finding: "Sight 6 is not as it was written"),
        Meddling(what: "hidden from one child", statements: "DELETE FROM sight_pupil WHERE pupil_id = 2 AND sight_id = 3", finding: "Sight 3 can't be found by its pupils"),
        Meddling(what: "moved to another child", statements: "UPDATE sight_pupil SET pupil_id = 77 WHERE pupil_id = 2 AND sight_id = 3", finding: "Sight 3 can't be found by its pupils"),
        Meddling(what: "pinned on a child", statements: "INSERT INTO sight_pupil (pupil_id, sight_id) VALUES (77, 3)", finding: "holds lines that no sight has"),
        Meddling(what: "taken out as if disposed of", statements: "DELETE FROM sight_pupil WHERE sight_id < 3; INSERT INTO sight_base (version, before, last, digest) SELECT 1, '2024-01-01', 2, digest FROM sight WHERE id = 2; DELETE FROM sight WHERE id < 3", finding: "Sights up to 2 were taken out, and the trail does not tell of it."),
    ]

    static func seen(_ store: Store) async throws {
        try await store.see(.amira([1, 2]), .amira([1], at: 1), .amira([1, 2, 3], at: 2), .amira([4], at: 3), .amira([1, 2, 5], at: 4))
    }

    @Test("Whatever is altered in the sights is found, and where", arguments: engines, meddlings)
    func found(on engine: Dialect, _ meddling: Meddling) async throws {
        try await Stage.with(engine) { store, _ in
            try await TrailTests.written(store)
            try await Self.seen(store)
            #expect(try await store.verifyTrail() == [])
            try await store.tamper(meddling.statements)
            let proof = try await store.verify()
            #expect(proof.findings.first?.contains(meddling.finding) == true, "\(proof.findings)")
            #expect(proof.findings.count <= 3)
        }
    }

    @Test("The first broken link is named by chain and number; the trail comes first", arguments: engines)
    func first(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await TrailTests.written(store)
            try await Self.seen(store)
            let sound = try await store.verify()
            #expect(sound == TrailProof(changes: 5, sights: 5, seals: 0, firstBroken: nil, findings: []))
            try await store.tamper("UPDATE sight SET who = 'x' WHERE id IN (2, 4)")
            #expect(try await store.verify().firstBroken == TrailProof.Link(chain: .sights, id: 2))
            try await store.tamper("UPDATE trail_value SET reason = 'x' WHERE trail_id = 5; UPDATE trail SET who = 'x' WHERE id = 4")
            let proof = try await store.verify()
            #expect(proof.firstBroken == TrailProof.Link(chain: .trail, id: 4))
            #expect(proof.findings.count == 4)
        }
    }

    @Test("Of an entry its origin is proved too; one without keeps the digest it always had", arguments: engines)
    func origin(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            let there = Act(who: "Amira", at: Stage.moment, way: .page, origin: "203.0.113.7, tablet Oak room")
            try await store.add(Child("Sam"))
            try await store.add(Child("Noor"), act: there)
            try await store.add(Child("Kit"), act: there.importing(ReceiptID(3)))
            #expect(try await store.read { try $0.column("SELECT origin FROM trail ORDER BY id", as: String?.self) } == [nil, there.origin, there.origin])
            #expect(try await store.verifyTrail() == [])
            for statement in ["UPDATE trail SET origin = 'elsewhere' WHERE id = 2", "UPDATE trail SET origin = NULL WHERE id = 2", "UPDATE trail SET origin = '' WHERE id = 1"] {
                try await store.tamper(statement)
                #expect(try await store.verify().findings.count >= 1)
            }
        }
    }

    /// What somebody at the database may do to one of the rows in between.
    enum Harm: CaseIterable, Sendable { case alter, delete, exchange, copy }

    @Test("Wherever a link is altered, taken out, exchanged or put in, the first broken one is named", arguments: Harm.allCases, [Chain.trail, .sights])
    func anywhere(_ harm: Harm, _ chain: Chain) async throws {
        try await Stage.with(.sqlite) { store, _ in
            try await store.write(Stage.amira) { writer in
                for number in 0..<40 { try writer.save(Change("child.added", to: Child("child \(number)"))) }
            }
            try await store.see((0..<40).map { .amira([$0 + 1, 50], at: $0) })
            let table = chain == .trail ? "trail" : "sight"
            for place in [1, 2, 17, 38] {
                let copy = Self.undo(table)
                try await store.tamper(copy.keep)
                try await store.tamper(Self.statements(harm, table, place))
                #expect(try await store.verify().firstBroken == TrailProof.Link(chain: chain, id: place), "\(harm) \(place)")
                try await store.tamper(copy.putBack)
                #expect(try await store.verifyTrail() == [])
            }
        }
    }

    private static func undo(_ table: String) -> (keep: String, putBack: String) {
        ("CREATE TABLE kept AS SELECT * FROM \(table); CREATE TABLE kept_value AS SELECT * FROM trail_value", """
            DELETE FROM trail_value; DELETE FROM \(table); INSERT INTO \(table) SELECT * FROM kept;
            INSERT INTO trail_value SELECT * FROM kept_value; DROP TABLE kept; DROP TABLE kept_value
            """)
    }

    private static func statements(_ harm: Harm, _ table: String, _ place: Int) -> String {
        switch harm {
        case .alter: "UPDATE \(table) SET who = who || ' ' WHERE id = \(place)"
        case .delete: "DELETE FROM trail_value WHERE trail_id = \(table == "trail" ? place : -1); DELETE FROM \(table) WHERE id = \(place)"
        case .exchange: """
            DELETE FROM trail_value WHERE trail_id IN (\(table == "trail" ? "\(place), \(place + 1)" : "-1"));
            UPDATE \(table) SET id = 1000 WHERE id = \(place); UPDATE \(table) SET id = \(place) WHERE id = \(place + 1);
            UPDATE \(table) SET id = \(place + 1) WHERE id = 1000
            """
        case .copy: """
            DELETE FROM trail_value WHERE trail_id >= \(table == "trail" ? place : 1_000_000); UPDATE \(table) SET id = -id WHERE id >= \(place); UPDATE \(table) SET id = 1 - id WHERE id < 0;
            CREATE TABLE one AS SELECT * FROM \(table) WHERE id = \(place + 1); UPDATE one SET id = \(place), who = who || ' ';
            INSERT INTO \(table) SELECT * FROM one; DROP TABLE one
            """
        }
    }
}
