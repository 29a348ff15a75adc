import CZip

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
    private var inflated = 0

    init(_ path: String, size: Int, limits: FileLimits) throws {
        var reason: Int32 = 0
        guard let opened = zip_open(path, ZIP_RDONLY, &reason) else { throw ZipArchive.damaged }
        do {
            parts = try ZipArchive.list(opened, limits: limits)
            try ZipRules(limits: limits, fileSize: size).check(parts)
        } catch {
            zip_discard(opened)
            throw error
        }
        archive = opened
        self.limits = limits
    }

    deinit { zip_discard(archive) }

    /// The part of that name, without regard to capitals, as Office names its parts (ECMA-376 part 2, 6.2.2).
    func part(_ name: String) -> Part? { parts.first { sameName($0.name, name) } }

    /// Unpacks a part piece by piece, and stops where it grows beyond belief.
    func forEachPiece(_ part: Part, _ body: ([UInt8]) throws -> Void) throws {
        guard let open = zip_fopen_index(archive, part.index, 0) else { throw ZipArchive.damaged }
        defer { zip_fclose(open) }
        var count = 0
        while true {
            let piece = try next(open)
            if piece.isEmpty { return }
            count += piece.count
            inflated += piece.count
            try ZipRules(limits: limits, fileSize: 0).checkGrowth(of: part, to: count, all: inflated)
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
        if failed { throw ZipArchive.damaged }
        return piece
    }

    private static func list(_ archive: OpaquePointer, limits: FileLimits) throws -> [Part] {
        let count = Int(zip_get_num_entries(archive, 0))
        guard count <= limits.zipEntries else {
            throw FileRefusal("The file is a ZIP with more than \(limits.zipEntries) parts. No workbook has so many.")
        }
        return try (0..<UInt64(max(0, count))).map { try part(archive, $0) }
    }

    private static func part(_ archive: OpaquePointer, _ index: UInt64) throws -> Part {
        var stat = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &stat) == 0, let name = stat.name else { throw damaged }
        guard stat.size <= UInt64(Int.max), stat.comp_size <= UInt64(Int.max) else { throw damaged }
        return Part(
            index: index, name: String(cString: name), packed: Int(stat.comp_size), unpacked: Int(stat.size),
            isLocked: stat.encryption_method != UInt16(ZIP_EM_NONE))
    }

    static let damaged = FileRefusal("The workbook is damaged or cut short. Open it in a spreadsheet, save it again, and try once more.")
}
