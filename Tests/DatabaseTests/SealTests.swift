import Basics
@testable import Database
import Foundation
import Testing

@Suite struct SealTests {
    static let monday = Stage.moment.dayInEngland

    /// A trust with work and a seal on each of three days.
    static func sealed(_ store: Store, _ stage: Stage, _ ring: KeyRing) async throws {
        for number in 0..<3 {
            try await TrailTests.written(store, upn: "A\(number)")
            try await VerifyTests.seen(store)
            try await store.seal(day: monday + number, at: Stage.moment.adding(seconds: 86_400 * number), with: ring, file: stage.file("seals.txt"))
        }
    }

    static func with(_ engine: Dialect, _ body: (Store, Stage, KeyRing) async throws -> Void) async throws {
        try await Stage.with(engine) { store, stage in
            let ring = KeyRing.fresh()
            try await sealed(store, stage, ring)
            try await body(store, stage, ring)
        }
    }

    static func findings(_ store: Store, _ stage: Stage, _ ring: KeyRing?) async throws -> [String] {
        try await store.verify(with: ring, seals: stage.file("seals.txt")).findings
    }

    @Test("A sealed trust is sound, with the key, without it, and as it goes on", arguments: engines)
    func sound(on engine: Dialect) async throws {
        try await Self.with(engine) { store, stage, ring in
            #expect(try await store.verify(with: ring, seals: stage.file("seals.txt")) == TrailProof(changes: 15, sights: 15, seals: 3, firstBroken: nil, findings: []))
            try await store.add(Child("Later"))
            #expect(try await Self.findings(store, stage, nil) == [])
        }
    }

    @Test("A trust with nothing in it can be sealed", arguments: engines)
    func empty(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, stage in
            let ring = KeyRing.fresh(), seal = try await store.seal(day: Self.monday, at: Stage.moment, with: ring, file: stage.file("seals.txt"))
            #expect(seal.line.hasPrefix("seal 1 of 2024-10-04, made 2024-10-04T09:30:00.000Z: trail 0 none, sights 0 none, key "))
            #expect(try await Self.findings(store, stage, ring) == [])
            try await TrailTests.written(store)
            #expect(try await Self.findings(store, stage, ring) == [])
        }
    }

    @Test("A day has one seal, however often it is asked for", arguments: engines)
    func once(on engine: Dialect) async throws {
        try await Self.with(engine) { store, stage, ring in
            let before = try String(contentsOfFile: stage.file("seals.txt"), encoding: .utf8)
            try await store.add(Child("Later"))
            let again = try await store.seal(day: Self.monday + 2, at: Stage.moment, with: ring, file: stage.file("seals.txt"))
            #expect(again.number == 3 && before.hasSuffix(again.line + "\n"))
            #expect(try String(contentsOfFile: stage.file("seals.txt"), encoding: .utf8) == before)
        }
    }

    @Test("A chain rewritten from anywhere, digests and all, is found by its seals", arguments: engines, [1, 2, 5, 6, 11, 15])
    func rewritten(on engine: Dialect, from first: Int) async throws {
        try await Self.with(engine) { store, stage, ring in
            try await store.rewriteTrail(from: first)
            let proof = try await store.verify(with: ring, seals: stage.file("seals.txt"))
            #expect(proof.firstBroken == TrailProof.Link(chain: .trail, id: (first - 1) / 5 * 5 + 1))
            #expect(proof.findings.count == 3 - (first - 1) / 5)
            #expect(proof.findings.first?.contains("are not what was sealed on \(Self.monday + (first - 1) / 5): they were written anew.") == true)
        }
        try await Self.with(engine) { store, stage, ring in
            try await store.rewriteSights(from: first)
            let proof = try await store.verify(with: ring, seals: stage.file("seals.txt"))
            #expect(proof.firstBroken == TrailProof.Link(chain: .sights, id: (first - 1) / 5 * 5 + 1))
            #expect(proof.findings.first?.hasPrefix("Sights \((first - 1) / 5 * 5 + 1) to ") == true)
        }
    }

    @Test("A chain cut off below a seal is found", arguments: engines)
    func cut(on engine: Dialect) async throws {
        try await Self.with(engine) { store, stage, ring in
            try await store.tamper("DELETE FROM sight WHERE id > 12; DELETE FROM sight_pupil WHERE sight_id > 12")
            try await store.engine.write { connection in
                let digest = try Reader(connection).value("SELECT digest FROM sight WHERE id = 12", as: Bytes.self) ?? Bytes([])
                try connection.execute("UPDATE sight_head SET last = 12, digest = \(digest)")
            }
            #expect(try await Self.findings(store, stage, ring) == ["The seal of 2024-10-06 reaches to Sight 15, but the list of sights ends at 12."])
        }
    }

    @Test("A seal that was altered is found", arguments: engines, ["trail_last = 4", "day = '2024-01-01'", "at = '2024-01-01T00:00:00.000Z'", "sight_last = 3", "id = 7"])
    func altered(on engine: Dialect, _ what: String) async throws {
        try await Self.with(engine) { store, stage, ring in
            try await store.tamper("UPDATE trail_seal SET \(what) WHERE id = 2")
            let findings = try await Self.findings(store, stage, ring)
            #expect(findings.contains { $0.contains("is not as it was signed") }, "\(findings)")
        }
    }

    @Test("A seal made with another key is found, and only with the key ring", arguments: engines)
    func otherKey(on engine: Dialect) async throws {
        try await Self.with(engine) { store, stage, ring in
            try await store.seal(day: Self.monday + 3, at: Stage.moment, with: .fresh(), file: stage.file("seals.txt"))
            #expect(try await Self.findings(store, stage, ring) == ["The seal of 2024-10-07 was made with another key than the one in the key file."])
            #expect(try await Self.findings(store, stage, nil) == [])
        }
    }

    @Test("A seal in the file that is not in the database is found, and the other way about", arguments: engines)
    func fileAgainstTable(on engine: Dialect) async throws {
        try await Self.with(engine) { store, stage, ring in
            try await store.tamper("DELETE FROM trail_seal WHERE id = 3")
            #expect(try await Self.findings(store, stage, ring) == ["Line 3 of \(stage.file("seals.txt")) is a seal that is not in the database."])
        }
        try await Self.with(engine) { store, stage, ring in
            try await store.tamper("DELETE FROM trail_seal WHERE id = 2")
            #expect(try await Self.findings(store, stage, ring).first == "Seal 2 is missing from the database.")
        }
        try await Self.with(engine) { store, stage, ring in
            let path = stage.file("seals.txt"), lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
            try (lines[0] + "\n" + lines[2] + "\n").write(toFile: path, atomically: true, encoding: .utf8)
            #expect(try await Self.findings(store, stage, ring) == ["The seal of 2024-10-05 is in the database, but not in \(path)."])
            try await store.seal(day: Self.monday + 3, at: Stage.moment, with: ring, file: path)
            #expect(try await Self.findings(store, stage, ring).count == 1, "a later seal does not cover it up")
            try FileManager.default.removeItem(atPath: path)
            #expect(try await Self.findings(store, stage, ring).first?.contains("is not there") == true)
        }
    }

    @Test("A seal that an interruption kept from the file, in whole or by half, is added the next time", arguments: engines, [0, 40])
    func interrupted(on engine: Dialect, half: Int) async throws {
        try await Self.with(engine) { store, stage, ring in
            let path = stage.file("seals.txt"), lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
            try (lines[0] + "\n" + lines[1] + "\n" + lines[2].prefix(half)).write(toFile: path, atomically: true, encoding: .utf8)
            try await store.seal(day: Self.monday + 3, at: Stage.moment, with: ring, file: path)
            #expect(try await Self.findings(store, stage, ring) == [])
        }
    }

    @Test("Two programs that seal at once make one seal", arguments: engines)
    func together(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, stage in
            let ring = KeyRing.fresh(), other = try await stage.open(), path = stage.file("seals.txt")
            try await TrailTests.written(store)
            async let one = store.seal(day: Self.monday, at: Stage.moment, with: ring, file: path)
            async let two = other.seal(day: Self.monday, at: Stage.moment.adding(seconds: 1), with: ring, file: path)
            let (first, second) = try await (one, two)
            #expect(first == second)
            #expect(try await Self.findings(store, stage, ring) == [])
            try other.close()
        }
    }

    @Test("A file of seals that can't be written says so")
    func noPlace() async throws {
        try await Stage.with(.sqlite) { store, stage in
            await #expect(throws: StoreProblem.self) { try await store.seal(day: Self.monday, at: Stage.moment, with: .fresh(), file: stage.file("none/seals.txt")) }
        }
    }
}
