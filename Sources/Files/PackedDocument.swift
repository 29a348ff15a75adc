import Foundation

/// A document that is a ZIP of parts, such as a Word file: which parts it has, and what stands in the small ones.
public struct PackedDocument {
    /// The names of its parts, in their order.
    public let parts: [String]
    private let archive: ZipArchive

    /// - Throws: `FileRefusal` where the list of parts is damaged, locked or hostile.
    public init(_ path: String, limits: FileLimits = .standard) throws {
        let size = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.intValue ?? 0
        archive = try ZipArchive(path, size: size, limits: limits)
        parts = archive.parts.map(\.name)
    }

    /// A part as text; nil where there is none of that name, or it is larger than it may be.
    public func text(of name: String, most: Int = 1 << 20) throws -> String? {
        guard let part = archive.part(name), part.unpacked <= most else { return nil }
        var bytes: [UInt8] = []
        try archive.forEachPiece(part) { bytes += $0 }
        return bytes.count > most ? nil : String(decoding: bytes, as: UTF8.self)
    }
}
