import Basics
import Foundation

/// A file in the data folder that says when something was last done.
enum Stamp: String {
    case backup = "last-backup", drill = "last-restore-drill"

    func set(in folder: String, at now: Instant) throws {
        try Data(now.description.utf8).write(to: URL(filePath: folder + "/" + rawValue), options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder + "/" + rawValue)
    }

    /// Whole days since; nil where it was never done.
    func age(in folder: String, at now: Instant) -> Int? {
        guard let text = try? String(contentsOfFile: folder + "/" + rawValue, encoding: .utf8), let then = Instant(text) else { return nil }
        return (now.milliseconds - then.milliseconds) / 86_400_000
    }
}
