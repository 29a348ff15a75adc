import Basics
import Foundation

/// Says what a file is by looking into it. Its name plays no part.
enum PaperContent {
    /// - Throws: `Problems` beside the field `file`, in words for the person who chose it.
    static func kind(of path: String, limits: PaperLimits) throws -> PaperKind {
        guard let bytes = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe) else { throw refusal("This file can’t be read. Choose it again.") }
        if bytes.isEmpty { throw refusal("This file is empty. Choose another.") }
        guard bytes.count <= limits.each else {
            throw refusal("This file is larger than \(PaperLimits.inWords(limits.each)). Make it smaller: scan with fewer dots per inch, or split it.")
        }
        return try bytes.withUnsafeBytes { try kind($0, path) }
    }

    private static func kind(_ bytes: UnsafeRawBufferPointer, _ path: String) throws -> PaperKind {
        if bytes.starts(with: "%PDF-".utf8) { return try PortableDocument.kind(bytes) }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return try OfficeDocument.kind(path) }
        if bytes.starts(with: PictureContent.markOfPNG) || bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return try PictureContent.kind(bytes) }
        if PictureContent.isHEIC(bytes) { return .heic }
        if let known = notTaken.first(where: { bytes.starts(with: $0.start) }) { throw refusal(known.words) }
        return try PlainContent.kind(bytes)
    }

    static func refusal(_ words: String) -> Problems { Problems("file", words) }

    /// Kinds that people try, each with what to do instead.
    private static let notTaken: [(start: [UInt8], words: String)] = [
        ([0xD0, 0xCF, 0x11, 0xE0], "This is an old Office file, or one that is locked with a password. Open it, save it as .docx, .xlsx or PDF without a password, and choose that."),
        (Array("GIF8".utf8), "GIF pictures are not taken. Save it as PNG or JPEG, and choose that."),
        (Array("II*\0".utf8), "TIFF pictures are not taken. Save it as PNG, JPEG or PDF, and choose that."),
        (Array("MM\0*".utf8), "TIFF pictures are not taken. Save it as PNG, JPEG or PDF, and choose that."),
        (Array("RIFF".utf8), "This kind of picture, sound or film is not taken. Save a picture as PNG or JPEG, and choose that."),
        (Array("{\\rtf".utf8), "RTF files are not taken. Open it in Word, save it as .docx, and choose that."),
        (Array("MZ".utf8), "This is a program, so it is not taken. Trellis takes \(PaperKind.accepted)."),
        ([0x7F] + Array("ELF".utf8), "This is a program, so it is not taken. Trellis takes \(PaperKind.accepted)."),
    ]
}

/// PDF, with its first mark at the very first byte (ISO 32000-1, 7.5.2) and its last one near the end (7.5.5).
enum PortableDocument {
    static func kind(_ bytes: UnsafeRawBufferPointer) throws -> PaperKind {
        let version = bytes.dropFirst(5).prefix(3), dot = UInt8(ascii: "."), figures = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard version.count == 3, figures.contains(version[5]), version[6] == dot, figures.contains(version[7]),
              Data(bytes.suffix(2048)).range(of: Data("%%EOF".utf8)) != nil else {
            throw PaperContent.refusal("This PDF is damaged or cut short. Open it, save it again, and choose that.")
        }
        return .pdf
    }
}
