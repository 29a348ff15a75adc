import Foundation

/// Proves that a workbook just written is whole.
///
/// The library writes each sheet to a temporary file first and does not notice when the disk is full: the sheet
/// then ends early inside a ZIP that is in order. So every sheet must end with its closing tag.
enum WorkbookProof {
    static func isWhole(_ path: String) -> Bool {
        guard let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int,
              let archive = try? ZipArchive(path, size: size, limits: ownWork) else { return false }
        let sheets = archive.parts.filter { $0.name.hasPrefix("xl/worksheets/sheet") }
        return !sheets.isEmpty && sheets.allSatisfy { (try? end(of: $0, in: archive)) == "</worksheet>" }
    }

    private static func end(of part: ZipArchive.Part, in archive: ZipArchive) throws -> String {
        var tail: [UInt8] = []
        try archive.forEachPiece(part) { piece in tail = Array((tail + piece.suffix(12)).suffix(12)) }
        return String(decoding: tail, as: UTF8.self)
    }

    /// Rows that are much alike pack better than a stranger's file may.
    private static let ownWork: FileLimits = {
        var limits = FileLimits()
        limits.inflatedBytes = .max
        limits.inflationRatio = 2000
        return limits
    }()
}
