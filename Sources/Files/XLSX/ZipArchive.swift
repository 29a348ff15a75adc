import CZip
import Foundation

/// A ZIP file opened for reading, after its list of parts has been found harmless.
final class ZipArchive {
    struct Part {
        let index: UInt64
        let name: String
        /// As the archive claims; what comes out is counted anyway.
        let packed: Int
        let unpacked: Int
        let isLocked: Bool
    }

    let parts: [Part]
    private let archive: OpaquePointer
    private let limits: FileLimits
    let words: ZipWords
    private var inflated = 0

    convenience init(_ path: String, size: Int, limits: FileLimits) throws {
        var reason: Int32 = 0
        try self.init(zip_open(path, ZIP_RDONLY, &reason), size: size, limits: limits, words: .workbook)
    }

    /// An archive that is held in memory.
    convenience init(_ bytes: [UInt8], limits: FileLimits, words: ZipWords) throws {
        let source = ZipArchive.source(bytes)
        let opened = source.flatMap { zip_open_from_source($0, ZIP_RDONLY, nil) }
        if opened == nil { zip_source_free(source) }
        try self.init(opened, size: bytes.count, limits: limits, words: words)
    }

    private init(_ opened: OpaquePointer?, size: Int, limits: FileLimits, words: ZipWords) throws {
        guard let opened else { throw words.damaged }
        do {
            parts = try ZipArchive.list(opened, limits: limits, words)
            try ZipRules(limits: limits, fileSize: size, words: words).check(parts)
        } catch {
            zip_discard(opened)
            throw error
        }
        archive = opened
        self.limits = limits
        self.words = words
    }

    /// The library's own copy of bytes, which it frees.
    static func source(_ bytes: [UInt8]) -> OpaquePointer? {
        guard let copy = malloc(max(1, bytes.count)) else { return nil }
        bytes.withUnsafeBytes { if let start = $0.baseAddress { memcpy(copy, start, bytes.count) } }
        guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
            free(copy)
            return nil
        }
        return source
    }

    deinit { zip_discard(archive) }

    /// The part of that name, without regard to capitals, as Office names its parts (ECMA-376 part 2, 6.2.2).
    func part(_ name: String) -> Part? { parts.first { sameName($0.name, name) } }

    /// Unpacks a part piece by piece, and stops where it grows beyond belief.
    func forEachPiece(_ part: Part, _ body: ([UInt8]) throws -> Void) throws {
        guard let open = zip_fopen_index(archive, part.index, 0) else { throw words.damaged }
        defer { zip_fclose(open) }
        var count = 0
        while true {
            let piece = try next(open)
            if piece.isEmpty { return }
            count += piece.count
            inflated += piece.count
            try ZipRules(limits: limits, fileSize: 0, words: words).checkGrowth(of: part, to: count, all: inflated)
            try body(piece)
        }
    }

    private func next(_ open: OpaquePointer) throws -> [UInt8] {
        var failed = false
        let piece = [UInt8](unsafeUninitializedCapacity: 32 * 1024) { buffer, count in
            let read = zip_fread(open, buffer.baseAddress, 32 * 1024)
            failed = read < 0
            count = max(0, Int(read))
        }
        if failed { throw words.damaged }
        return piece
    }

    private static func list(_ archive: OpaquePointer, limits: FileLimits, _ words: ZipWords) throws -> [Part] {
        let count = Int(zip_get_num_entries(archive, 0))
        guard count <= limits.zipEntries else {
            throw FileRefusal("The file is a ZIP with more than \(limits.zipEntries) parts. No \(words.thing) has so many.")
        }
        return try (0..<UInt64(max(0, count))).map { try part(archive, $0, words) }
    }

    private static func part(_ archive: OpaquePointer, _ index: UInt64, _ words: ZipWords) throws -> Part {
        var stat = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &stat) == 0, let name = stat.name else { throw words.damaged }
        guard stat.size <= UInt64(Int.max), stat.comp_size <= UInt64(Int.max) else { throw words.damaged }
        return Part(
            index: index, name: String(cString: name), packed: Int(stat.comp_size), unpacked: Int(stat.size),
            isLocked: stat.encryption_method != UInt16(ZIP_EM_NONE))
    }

    static var damaged: FileRefusal { ZipWords.workbook.damaged }
}
