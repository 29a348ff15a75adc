import Basics
@testable import Database
import Foundation
import Testing

@Suite struct BackupTests {
    /// Makes a trust, backs it up, and takes it away so that the place is empty.
    static func backedUp(_ stage: Stage) async throws -> String {
        let store = try await stage.open(), path = stage.file("backup")
        try await TrailTests.written(store)
        try await store.backup(to: path)
        try store.close()
        try await vacate(stage)
        return path
    }

    static func vacate(_ stage: Stage) async throws {
        if stage.dialect == .postgres {
            let store = try Store.connect(stage.address)
            try await store.engine.write { try $0.script("DROP SCHEMA \"\(stage.schema)\" CASCADE") }
            return try store.close()
        }
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: stage.file("trust.db" + end)) }
    }

    @Test("A backup made while people write is whole, and comes back", arguments: engines)
    func whileWriting(on engine: Dialect) async throws {
        let stage = try Stage(engine), store = try await stage.open(), path = stage.file("backup")
        try await TrailTests.written(store)
        async let writing: Void = { for number in 0..<60 { try await store.add(Child("child \(number)")) } }()
        try await store.backup(to: path)
        try await writing
        try store.close()
        try await Self.vacate(stage)
        try await Store.restore(stage.address, from: path, migrations: Stage.steps)
        #expect(try FileManager.default.contentsOfDirectory(atPath: stage.folder).allSatisfy { !$0.contains(".part") }, "nothing half is left beside it")
        let restored = try await stage.open()
        let (children, trail) = (try await restored.count("child"), try await restored.count("trail"))
        #expect((2...62).contains(children) && trail == children + 3)
        #expect(try await restored.check() == [])
        try await restored.add(Child("Later"))
        try restored.close()
        try await stage.clear()
    }

    @Test("A backup is one file for its owner's eyes, with nothing half beside it", arguments: engines)
    func oneFile(on engine: Dialect) async throws {
        let stage = try Stage(engine), path = try await Self.backedUp(stage)
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: stage.folder) == ["backup"])
        try FileManager.default.removeItem(atPath: stage.folder)
    }

    @Test("A backup to a place that is not there says so", arguments: engines)
    func noPlace(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, stage in
            await #expect(throws: StoreProblem.self) { try await store.backup(to: stage.file("none/backup")) }
        }
    }

    @Test("A trust that is there is never overwritten", arguments: engines)
    func notEmpty(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, stage in
            try await TrailTests.written(store)
            try await store.backup(to: stage.file("backup"))
            try await store.add(Child("Later"))
            await #expect(throws: StoreProblem.notEmpty) { try await Store.restore(stage.address, from: stage.file("backup"), migrations: Stage.steps) }
            #expect(try await store.count("child") == 3)
        }
    }

    @Test("A damaged backup is refused and leaves the place empty", arguments: engines, ["cut", "empty", "words", "altered"])
    func damaged(on engine: Dialect, _ how: String) async throws {
        let stage = try Stage(engine), path = try await Self.backedUp(stage)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        switch how {
        case "cut": bytes = bytes.prefix(bytes.count / 3)
        case "empty": bytes = Data()
        case "words": bytes = Data("not a backup".utf8)
        default: for place in (bytes.count / 2)..<(bytes.count / 2 + 3000) { bytes[place] ^= 0x5A }
        }
        try bytes.write(to: URL(fileURLWithPath: path))
        await #expect { try await Store.restore(stage.address, from: path, migrations: Stage.steps) } throws: {
            switch $0 as? StoreProblem { case .damaged, .failed, .unreadable: true; default: false }
        }
        #expect(!FileManager.default.fileExists(atPath: stage.file("trust.db")))
        try await stage.open().close()
        try await stage.clear()
    }

    @Test("A backup whose trail was altered is refused", arguments: engines)
    func alteredTrail(on engine: Dialect) async throws {
        let stage = try Stage(engine), store = try await stage.open(), path = stage.file("backup")
        try await TrailTests.written(store)
        try await store.tamper("UPDATE trail SET who = 'Nobody' WHERE id = 2")
        try await store.backup(to: path)
        try store.close()
        try await Self.vacate(stage)
        await #expect(throws: StoreProblem.damaged(["Trail entry 2 (child.added) is not as it was written, or stands in another's place."])) {
            try await Store.restore(stage.address, from: path, migrations: Stage.steps)
        }
        try await stage.open().close()
        try await stage.clear()
    }

    @Test("A backup of a newer program is refused", arguments: engines)
    func newer(on engine: Dialect) async throws {
        let stage = try Stage(engine), path = try await Self.backedUp(stage)
        await #expect(throws: StoreProblem.newerDatabase(number: 9001)) { try await Store.restore(stage.address, from: path, migrations: []) }
        try await stage.open().close()
        try await stage.clear()
    }

    @Test("A backup that is not there says so", arguments: engines)
    func absent(on engine: Dialect) async throws {
        let stage = try Stage(engine)
        await #expect(throws: StoreProblem.self) { try await Store.restore(stage.address, from: stage.file("none"), migrations: Stage.steps) }
        try FileManager.default.removeItem(atPath: stage.folder)
    }

    @Test("The log of a database that is gone does not get into the restored one")
    func oldLog() async throws {
        let stage = try Stage(.sqlite), path = try await Self.backedUp(stage)
        let store = try await stage.open()
        try await store.add(Child("Old"))
        let log = try Data(contentsOf: URL(fileURLWithPath: stage.file("trust.db-wal")))
        try store.close()
        try await Self.vacate(stage)
        try log.write(to: URL(fileURLWithPath: stage.file("trust.db-wal")))
        try await Store.restore(stage.address, from: path, migrations: Stage.steps)
        let restored = try await stage.open()
        #expect(try await restored.children().map(\.name) == ["Samira", "Nour"])
        try restored.close()
        try await stage.clear()
    }
}
