import Files
import Foundation

/// Papers and receipts held for a backup by second names in the data folder. Those that are withdrawn or locked anew while the
/// database is copied are still there under them; those that come meanwhile are held by a second look. So every paper that
/// the copied database names is in the backup.
struct HeldFiles {
    static let papers = "papers"
    private static let kept = [papers, "receipts"]
    private let folder: DataFolder
    private let place: String

    init(of folder: DataFolder) throws {
        self.folder = folder
        Self.letGoOfOld(in: folder.path)
        place = folder.path + "/.backup-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// A backup that was cut off must not hold on to papers that are withdrawn. None takes a day.
    private static func letGoOfOld(in folder: String) {
        let files = FileManager.default, names = (try? files.contentsOfDirectory(atPath: folder)) ?? []
        for path in names.filter({ $0.hasPrefix(".backup-") }).map({ folder + "/" + $0 }) {
            let made = try? files.attributesOfItem(atPath: path)[.modificationDate] as? Date
            if let made, made.timeIntervalSinceNow < -86_400 { try? files.removeItem(atPath: path) }
        }
    }

    func hold() throws {
        for part in Self.kept {
            for name in Self.names(in: folder.path + "/" + part) { try hold(part + "/" + name) }
        }
    }

    private func hold(_ name: String) throws {
        let target = place + "/" + name, files = FileManager.default
        if name.hasSuffix(".part") || files.fileExists(atPath: target) { return }
        try files.createDirectory(atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        // Gone since it was listed: then no row of the copy names it.
        if link(folder.path + "/" + name, target) != 0, errno != ENOENT {
            throw FileRefusal("\(name) could not be held for the backup: \(String(cString: strerror(errno))).")
        }
    }

    /// By their place in the data folder.
    func files() -> [(name: String, path: String)] {
        Self.kept.flatMap { part in Self.names(in: place + "/" + part).map { (part + "/" + $0, place + "/" + part + "/" + $0) } }
    }

    func letGo() { try? FileManager.default.removeItem(atPath: place) }

    /// Ordinary files in a folder and below, in order.
    private static func names(in folder: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return all.sorted().filter {
            (try? FileManager.default.attributesOfItem(atPath: folder + "/" + $0)[.type] as? FileAttributeType) == .typeRegular
        }
    }
}
