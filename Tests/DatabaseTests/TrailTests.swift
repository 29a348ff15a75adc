import Basics
@testable import Database
import Testing

@Suite struct TrailTests {
    /// One kind of meddling with the tables, and what the check says of it.
    struct Meddling: Sendable, CustomTestStringConvertible {
        let what: String, statements: String, finding: String
        var testDescription: String { what }
    }

    static let meddlings = [
        Meddling(what: "who", statements: "UPDATE trail SET who = 'Nobody' WHERE id = 3", finding: "Trail entry 3 (child.renamed) is not as it was written"),
        Meddling(what: "when", statements: "UPDATE trail SET at = '2024-01-01T00:00:00.000Z' WHERE id = 3", finding: "Trail entry 3 "),
        Meddling(what: "event", statements: "UPDATE trail SET event = 'child.seen' WHERE id = 3", finding: "Trail entry 3 (child.seen)"),
        Meddling(what: "whose", statements: "UPDATE trail SET pupil_id = NULL WHERE id = 3", finding: "Trail entry 3 "),
        Meddling(what: "version", statements: "UPDATE trail SET row_version = 9 WHERE id = 3", finding: "Trail entry 3 "),
        Meddling(what: "way", statements: "UPDATE trail SET way = 'night' WHERE id = 5", finding: "Trail entry 5 "),
        Meddling(what: "value", statements: "UPDATE trail_value SET after = '{\"name\":\"x\"}' WHERE trail_id = 3", finding: "The values of trail entry 3 (child.renamed) are not as they were written."),
        Meddling(what: "reason", statements: "UPDATE trail_value SET reason = 'because' WHERE trail_id = 3", finding: "The values of trail entry 3"),
        Meddling(what: "half blanked", statements: "UPDATE trail_value SET after = NULL WHERE trail_id = 3", finding: "The values of trail entry 3"),
        Meddling(what: "values gone", statements: "DELETE FROM trail_value WHERE trail_id = 3", finding: "The values of trail entry 3 (child.renamed) are missing."),
        Meddling(what: "row gone", statements: "DELETE FROM trail_value WHERE trail_id = 3; DELETE FROM trail WHERE id = 3", finding: "Trail entry 3 is missing."),
        Meddling(what: "first rows gone", statements: "DELETE FROM trail_value WHERE trail_id < 3; DELETE FROM trail WHERE id < 3", finding: "Trail entries 1 to 2 are missing."),
        Meddling(what: "end cut", statements: "DELETE FROM trail_value WHERE trail_id = 5; DELETE FROM trail WHERE id = 5", finding: "Trail entry 5 is missing."),
        Meddling(what: "end cut and head moved", statements: "DELETE FROM trail_value WHERE trail_id = 5; DELETE FROM trail WHERE id = 5; UPDATE trail_head SET last = 4", finding: "The head of the trail does not fit its last entry."),
        Meddling(what: "all cut", statements: "DELETE FROM trail_value; DELETE FROM trail", finding: "Trail entries 1 to 5 are missing."),
        Meddling(what: "head gone", statements: "DELETE FROM trail_head", finding: "The head of the trail is missing."),
        Meddling(what: "head back", statements: "UPDATE trail_head SET last = 3", finding: "entries 4 to 5 were put in"),
        Meddling(what: "two exchanged", statements: """
            UPDATE trail_value SET trail_id = 1 WHERE trail_id = 0; INSERT INTO trail SELECT 90, at, account_id, who, way, event, subject, subject_id, row_version, pupil_id, school_id, receipt_id, undoes_id, value_digest, digest, origin FROM trail WHERE id = 3;
            UPDATE trail_value SET trail_id = 90 WHERE trail_id = 3; DELETE FROM trail WHERE id = 3;
            INSERT INTO trail SELECT 3, at, account_id, who, way, event, subject, subject_id, row_version, pupil_id, school_id, receipt_id, undoes_id, value_digest, digest, origin FROM trail WHERE id = 4;
            UPDATE trail_value SET trail_id = 3 WHERE trail_id = 4; DELETE FROM trail WHERE id = 4;
            INSERT INTO trail SELECT 4, at, account_id, who, way, event, subject, subject_id, row_version, pupil_id, school_id, receipt_id, undoes_id, value_digest, digest, origin FROM trail WHERE id = 90;
            UPDATE trail_value SET trail_id = 4 WHERE trail_id = 90; DELETE FROM trail WHERE id = 90
            """, finding: "Trail entry 3 (child.renamed) is not as it was written, or stands in another's place."),
    ]

    static func written(_ store: Store, upn: String = "A1") async throws {
        let sam = try await store.add(Child("Sam", upn: upn)), noor = try await store.add(Child("Noor"))
        try await store.write(Stage.amira) { writer in
            try writer.save(Change("child.renamed", from: sam, to: sam.named("Samira")))
            try writer.save(Change("child.renamed", from: noor, to: noor.named("Nour"), because: "asked for"))
            try writer.save(Change("need.added", to: Need(sam.id, "ASD")))
        }
    }

    @Test("A trail as it was written is sound", arguments: engines)
    func sound(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            let empty = try await store.check()
            try await Self.written(store)
            #expect(empty == [])
            #expect(try await store.check() == [])
        }
    }

    @Test("Whatever is altered is found, and where", arguments: engines, meddlings)
    func found(on engine: Dialect, _ meddling: Meddling) async throws {
        try await Stage.with(engine) { store, _ in
            try await Self.written(store)
            try await store.tamper(meddling.statements)
            let findings = try await store.verifyTrail()
            #expect(findings.first?.contains(meddling.finding) == true, "\(findings)")
            #expect(findings.count <= 3)
        }
    }

    @Test("Values that a disposal has blanked leave the chain whole", arguments: engines)
    func blanked(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await Self.written(store)
            try await store.tamper("UPDATE trail_value SET salt = NULL, before = NULL, after = NULL, reason = NULL WHERE trail_id IN (1, 4)")
            #expect(try await store.verifyTrail() == [])
        }
    }

    @Test("A trail longer than one page is followed to its end", arguments: engines)
    func long(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await store.write(Stage.amira) { writer in
                for number in 0..<4_321 { try writer.save(Change("child.added", to: Child("child \(number)"))) }
            }
            #expect(try await store.verifyTrail() == [])
            try await store.tamper("UPDATE trail SET who = 'Nobody' WHERE id = 4100")
            #expect(try await store.verifyTrail().count == 1)
            try await store.tamper("UPDATE trail SET who = 'Nobody'")
            #expect(try await store.verifyTrail().count == 50)
        }
    }

    @Test("An import's changes bear its receipt; the receipt's own do not", arguments: engines)
    func receipts(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await store.write(Stage.amira) { writer in
                try writer.save(Change("receipt.written", to: Child("receipt")))
                writer.importing(ReceiptID(7))
                try writer.save(Change("child.added", to: Child("Sam")))
                writer.importing(nil)
                try writer.save(Change("receipt.closed", to: Child("receipt")))
            }
            let receipts = try await store.read { try $0.column("SELECT receipt_id FROM trail ORDER BY id", as: Int?.self) }
            #expect(receipts == [nil, 7, nil])
        }
    }
}
