import Database
import Foundation
import Pages
import Papers
import Synchronization

/// A folder for papers and a ring of keys, both gone with the test.
public final class StagePapers: Sendable {
    public let folder = FileManager.default.temporaryDirectory.path + "/papers_\(UUID().uuidString.lowercased())"
    private let ring: Mutex<KeyRing>

    public init(_ ring: KeyRing = .fresh()) {
        self.ring = Mutex(ring)
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Where papers lie; it reads the ring as it is at the time.
    public var store: PaperStore { PaperStore(folder: folder + "/papers") { [self] in keys } }

    public var keys: KeyRing { ring.withLock { $0 } }

    /// Adds a new key to the ring.
    public func rotate() { ring.withLock { $0.rotate() } }

    /// A file as it came, beside the papers.
    public func file(_ bytes: some Sequence<UInt8>, named name: String = "a file") throws -> UploadedFile {
        let path = folder + "/" + UUID().uuidString
        try Data(bytes).write(to: URL(filePath: path))
        return UploadedFile(field: "file", name: name, path: path)
    }

    /// The names of the files that are stored.
    public var stored: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/papers")) ?? []).sorted() }

    public func place(_ name: String) -> String { folder + "/papers/" + name }

    public func bytes(of name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: place(name)))) }

    public func put(_ bytes: [UInt8], at name: String) throws { try Data(bytes).write(to: URL(filePath: place(name))) }
}

extension PaperStore {
    /// The whole of a paper, as it was handed in.
    public func whole(_ paper: Paper) throws -> [UInt8] {
        let next = try open(paper)
        var bytes: [UInt8] = []
        while let piece = try next() { bytes += piece }
        return bytes
    }
}

extension Answer {
    /// The whole of a file that is handed out.
    public func kept() throws -> [UInt8] {
        switch body {
        case .bytes(let bytes): return bytes
        case .file(let path): return [UInt8](try Data(contentsOf: URL(filePath: path)))
        case .pieces(_, let open):
            let next = try open()
            var bytes: [UInt8] = []
            while let piece = try next() { bytes += piece }
            return bytes
        }
    }
}
