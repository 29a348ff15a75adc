import AreaKit
import Basics
import Database
import Files
import Foundation

/// One file with everything of a trust but its key: the database, papers (encrypted as they lie), receipts, and a list of
/// them with their fingerprints.
struct Backup: Sendable {
    let folder: DataFolder

    private struct Manifest: Codable {
        var format = 1
        let engine: String
        let made: String
        /// Name to SHA-256.
        var files: [String: String]
    }

    func write(_ store: Store, to path: String, at now: Instant) async throws {
        let work = try workFolder(beside: path)
        defer { try? FileManager.default.removeItem(atPath: work) }
        // Before the database: a seal made meanwhile is then missing from the file, and comes with the next one.
        let seals = try copiedSeals(to: work)
        let held = try HeldFiles(of: folder)
        defer { held.letGo() }
        try held.hold()
        try await store.backup(to: work + "/database")
        try held.hold()
        var files = [(name: "database", path: work + "/database")] + seals + held.files()
        let digests = try files.map { ($0.name, try fileDigest($0.path)) }
        let manifest = Manifest(engine: store.dialect.rawValue, made: now.description, files: Dictionary(uniqueKeysWithValues: digests))
        try JSONEncoder().encode(manifest).write(to: URL(filePath: work + "/manifest.json"))
        files.append((name: "manifest.json", path: work + "/manifest.json"))
        try Archive.write(work + "/whole", files, asTheyAre: { $0.hasPrefix(HeldFiles.papers + "/") })
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: work + "/whole")
        if rename(work + "/whole", path) != 0 { throw FileRefusal("\(path) can't be written.") }
    }

    func restore(_ path: String, address: String?) async throws {
        guard !folder.exists else { throw StoreProblem.notEmpty }
        let work = try workFolder(beside: folder.path)
        defer { try? FileManager.default.removeItem(atPath: work) }
        let names = try Archive.extract(path, into: work)
        let manifest = try prove(work, names, path)
        guard (manifest.engine == Dialect.postgres.rawValue) == (address?.hasPrefix("postgres") ?? false) else {
            throw FileRefusal("This backup was made with \(manifest.engine). Name such a database with --database.")
        }
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try await Store.restore(address ?? folder.standardAddress, from: work + "/database", migrations: Program.migrations)
        for name in names where name.contains("/") || name == DataFolder.sealsName {
            let target = folder.path + "/" + name
            try FileManager.default.createDirectory(atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try FileManager.default.moveItem(atPath: work + "/" + name, toPath: target)
        }
        if let address { try folder.remember(address) }
    }

    /// Every file is there and is what was written.
    private func prove(_ work: String, _ names: [String], _ path: String) throws -> Manifest {
        guard let bytes = FileManager.default.contents(atPath: work + "/manifest.json"), let manifest = try? JSONDecoder().decode(Manifest.self, from: bytes),
              manifest.files["database"] != nil else { throw FileRefusal("\(path) is not a backup of Trellis.") }
        guard manifest.format == 1 else { throw FileRefusal("\(path) was made by a newer trellis. Install that version to restore it.") }
        for (name, digest) in manifest.files {
            guard names.contains(name), try fileDigest(work + "/" + name) == digest else { throw FileRefusal("\(path) is damaged: \(name) is not what was written.") }
        }
        return manifest
    }

    private func copiedSeals(to work: String) throws -> [(name: String, path: String)] {
        guard FileManager.default.fileExists(atPath: folder.seals) else { return [] }
        let copy = work + "/" + DataFolder.sealsName
        try FileManager.default.copyItem(atPath: folder.seals, toPath: copy)
        return [(name: DataFolder.sealsName, path: copy)]
    }

    /// On the same disk as the target, so that the last step is one rename.
    private func workFolder(beside path: String) throws -> String {
        let parent = (URL(filePath: path).standardizedFileURL.path as NSString).deletingLastPathComponent
        let work = parent + "/.trellis-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return work
    }
}
