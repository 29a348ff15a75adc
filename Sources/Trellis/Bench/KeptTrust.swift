import Basics
import Database
import Foundation

/// The trust that an earlier run of the bench made, kept for as long as its seed and the steps of the database are the same:
/// two years of thirty-nine schools take minutes to tell.
struct KeptTrust {
    private let folder: String

    /// - Parameter store: fresh, with all steps taken.
    init(like store: Store) async throws {
        let steps = try await store.read { try $0.column("SELECT name || ' ' || checksum FROM migration ORDER BY number", as: String.self) }
        let signs = NSTemporaryDirectory() + "trellis-bench-signs-\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: signs) }
        try Data((["large", "2026", Demonstration.today.description] + steps).joined(separator: "\n").utf8).write(to: URL(filePath: signs))
        folder = NSTemporaryDirectory() + "trellis-bench-kept/" + (try fileDigest(signs)).prefix(16)
    }

    private var database: String { folder + "/large.sqlite" }
    private var files: String { folder + "/demonstration-files" }
    var isThere: Bool { FileManager.default.fileExists(atPath: files) }

    /// Lays the kept trust where the bench works.
    func fetch(to path: String, _ data: DataFolder) throws {
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
        try FileManager.default.copyItem(atPath: database, toPath: path)
        try FileManager.default.copyItem(atPath: files, toPath: data.path + "/demonstration-files")
    }

    /// Keeps the trust as it was made; of other seeds and steps nothing is kept.
    func keep(_ store: Store, _ data: DataFolder) async throws {
        try? FileManager.default.removeItem(atPath: (folder as NSString).deletingLastPathComponent)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try await store.backup(to: database)
        // Last, so that half of a copy is none.
        try FileManager.default.copyItem(atPath: data.path + "/demonstration-files", toPath: files)
    }
}
