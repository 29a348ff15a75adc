import Basics
import Foundation

extension Store {
    /// Puts a backup in place of an empty trust, after proving it: the file is whole, this program knows all
    /// its steps, and its trail is as it was written.
    /// - Parameter address: as for `open`. Nothing may be there yet.
    /// - Throws: `StoreProblem.notEmpty` where a trust is, `.damaged` where the backup is not what was
    ///   written, `.newerDatabase` where a newer program wrote it. Then nothing has changed.
    public static func restore(_ address: String, from path: String, migrations: [Migration]) async throws {
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw StoreProblem.failed("\(path) is not there, or you may not read it. Check the name of the backup file.")
        }
        if address.hasPrefix("sqlite:") {
            try await restoreFile(String(address.dropFirst("sqlite:".count)), from: path, migrations)
        } else {
            try await restoreSchema(try PostgresEngine(address: address), from: path, migrations)
        }
    }

    /// The copy that was proved is the one that is put in place.
    private static func restoreFile(_ place: String, from path: String, _ migrations: [Migration]) async throws {
        let files = FileManager.default
        let size = try? files.attributesOfItem(atPath: place)[.size] as? Int
        if let size, size > 0 { throw StoreProblem.notEmpty }
        try await WholeFile.write(place) { part in
            try files.removeItem(atPath: part)
            try files.copyItem(atPath: path, toPath: part)
            try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: part)
            let copy = Store(try SQLiteEngine(path: part), .sqlite)
            do { try await copy.prove(migrations) } catch {
                try? copy.close()
                throw error
            }
            try copy.close()
            // The log of a database that is gone must not be taken for the log of this one.
            for end in ["-wal", "-shm", "-journal"] { try? files.removeItem(atPath: place + end) }
        }
    }

    /// The dump is read in one transaction; where its trail then proves unsound it is taken out again.
    private static func restoreSchema(_ engine: PostgresEngine, from path: String, _ migrations: [Migration]) async throws {
        let store = Store(engine, .postgres), schema = engine.address.quotedSchema
        defer { try? store.close() }
        let tables = try await store.read { try $0.value("SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema()", as: Int.self) }
        guard tables == 0 else { throw StoreProblem.notEmpty }
        try await PostgresDump.prove(path, for: engine.address)
        try await engine.write { try $0.script("DROP SCHEMA \(schema)") }
        do {
            try await PostgresDump.read(engine.address, from: path)
            try await store.prove(migrations)
        } catch {
            try? await engine.write { try $0.script("DROP SCHEMA IF EXISTS \(schema) CASCADE") }
            throw error
        }
    }

    private func prove(_ migrations: [Migration]) async throws {
        let unsound = try await engine.soundness()
        if !unsound.isEmpty { throw StoreProblem.damaged(unsound) }
        guard let done = try await stepsDone() else { throw StoreProblem.damaged(["the file holds no trust"]) }
        try Migration.check(done, against: Migration.foundation + migrations)
        let altered = try await verifyTrail()
        if !altered.isEmpty { throw StoreProblem.damaged(altered) }
    }
}
