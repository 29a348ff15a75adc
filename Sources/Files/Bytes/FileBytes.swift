import Foundation

/// A file on disk, opened for reading in pieces.
final class FileBytes {
    /// In bytes.
    let size: Int
    /// The first 64 KB, or all of a shorter file.
    let start: [UInt8]
    private let handle: FileHandle
    private static let piece = 64 * 1024

    /// - Throws: `FileRefusal` where it is missing, no ordinary file, empty or too large.
    init(_ path: String, limits: FileLimits) throws {
        guard let found = try? FileManager.default.attributesOfItem(atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path),
              found[.type] as? FileAttributeType == .typeRegular, let handle = FileHandle(forReadingAtPath: path) else {
            throw FileRefusal("The file \(path) cannot be opened. Check its name, and that you may read it.")
        }
        size = found[.size] as? Int ?? 0
        guard size > 0 else { throw FileRefusal("The file is empty. Export it again.") }
        guard size <= limits.bytes else {
            throw FileRefusal("The file is larger than \(limits.bytes / 1_048_576) MB. Split it into smaller files.")
        }
        self.handle = handle
        start = try FileBytes.next(handle)
    }

    /// Hands over every piece from the first byte to the last, as often as it is called.
    func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
        try body(start)
        try handle.seek(toOffset: UInt64(start.count))
        var left = size - start.count
        while left > 0 {
            let piece = try FileBytes.next(handle)
            if piece.isEmpty { throw FileRefusal("The file became shorter while it was read. Try again.") }
            left -= piece.count
            try body(piece)
        }
    }

    private static func next(_ handle: FileHandle) throws -> [UInt8] {
        do {
            return [UInt8](try handle.read(upToCount: piece) ?? Data())
        } catch {
            throw FileRefusal("The file cannot be read to its end. Copy it again, and try once more.")
        }
    }
}
