import Crypto
import Database
import Foundation

extension PaperStore {
    /// Writes a file aside, waits until the disk has it, and only then gives it its name; the folder is synchronised too, so that a
    /// row is never saved for a file that a power cut could take back.
    func writeWhole<T>(_ name: String, _ body: (FileHandle) throws -> T) throws -> T {
        let files = FileManager.default, part = "\(place(name)).\(Self.freshName().prefix(8)).part"
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard files.createFile(atPath: part, contents: nil, attributes: [.posixPermissions: 0o600]), let target = FileHandle(forWritingAtPath: part) else {
            throw PaperProblem.unwritable(folder)
        }
        do {
            let result = try body(target)
            try target.synchronize()
            try target.close()
            guard rename(part, place(name)) == 0 else { throw PaperProblem.unwritable(folder) }
            synchroniseFolder()
            return result
        } catch {
            try? target.close()
            try? files.removeItem(atPath: part)
            throw (error as NSError).domain == NSCocoaErrorDomain || (error as NSError).domain == NSPOSIXErrorDomain ? PaperProblem.unwritable(folder) : error
        }
    }

    private func synchroniseFolder() {
        let descriptor = Foundation.open(folder, O_RDONLY)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}

/// The digest and length of what goes by.
struct FileHash {
    private var hash = SHA256()
    private(set) var bytes = 0

    mutating func add(_ piece: [UInt8]) {
        hash.update(data: piece)
        bytes += piece.count
    }

    func finish() -> String { Array(hash.finalize()).hex }
}
