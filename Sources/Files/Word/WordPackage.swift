import CZip
import Foundation

/// A Word file taken apart: the parts in which a person may have typed, proved harmless.
struct WordPackage: Sendable {
    /// A part with text, and its XML.
    struct Part: Sendable {
        let index: UInt64
        let bytes: [UInt8]
        let markup: [Markup]
    }

    /// The body first, then headers, footers and notes.
    let parts: [Part]
    private let bytes: [UInt8]

    init(_ bytes: [UInt8], limits: FileLimits) throws {
        try WordKind.check(bytes, limits: limits)
        let archive = try ZipArchive(bytes, limits: limits, words: .wordFile)
        try WordKind.refuseMacros(archive)
        do {
            let body = try WordKind.body(of: archive, limits: limits)
            let names = try [body.name] + WordPackage.textParts(beside: body.name, in: archive, limits: limits)
            let texts = Set(names.map { $0.lowercased() })
            for part in archive.parts where !texts.contains(part.name.lowercased()) { try WordPackage.refuseDocumentType(part, archive) }
            parts = try names.compactMap { archive.part($0) }.map { try WordPackage.read($0, archive, limits) }
        } catch let refusal as FileRefusal where refusal == MarkupGuard.documentType {
            throw WordPackage.documentType
        }
        self.bytes = bytes
    }

    /// The file with some parts in a new wording; every other part keeps its bytes, packed as they were.
    func written(_ changed: [UInt64: [UInt8]]) throws -> [UInt8] {
        guard !changed.isEmpty else { return bytes }
        guard let source = ZipArchive.source(bytes) else { throw WordPackage.notWritten }
        zip_source_keep(source)
        defer { zip_source_free(source) }
        guard let archive = zip_open_from_source(source, 0, nil) else {
            zip_source_free(source)
            throw WordPackage.notWritten
        }
        do {
            for (index, part) in changed.sorted(by: { $0.key < $1.key }) { try WordPackage.replace(index, in: archive, with: part) }
        } catch {
            zip_discard(archive)
            throw error
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw WordPackage.notWritten
        }
        return try WordPackage.all(of: source)
    }

    // MARK: reading

    private static let kindsWithText: Set = ["header", "footer", "footnotes", "endnotes"]
    private static let vocabulary: Set = ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"]

    private static func textParts(beside body: String, in archive: ZipArchive, limits: FileLimits) throws -> [String] {
        let folder = body.lastIndex(of: "/").map { String(body[...$0]) } ?? ""
        var seen: Set<String> = []
        return try Relations.read(archive, of: body, limits).filter { kindsWithText.contains($0.kind) }.map { WordKind.place(of: $0.target, in: folder) }
            .filter { seen.insert($0.lowercased()).inserted }
    }

    private static func read(_ part: ZipArchive.Part, _ archive: ZipArchive, _ limits: FileLimits) throws -> Part {
        let bytes = try whole(part, archive)
        do {
            let (lettering, mark) = try XMLLettering.find(bytes)
            guard lettering == .utf8 else { throw archive.words.damaged }
            let stream = try XMLStream(Nobody(), limits: limits)
            var text = XMLText(.utf8)
            try stream.read(text.utf8(Array(bytes.dropFirst(mark))))
            try text.finish()
            try stream.finish()
            return Part(index: part.index, bytes: bytes, markup: try MarkupReader.read(bytes, vocabulary: vocabulary))
        } catch let refusal as FileRefusal where refusal == MarkupGuard.documentType {
            throw refusal
        } catch {
            throw archive.words.damaged
        }
    }

    private static func whole(_ part: ZipArchive.Part, _ archive: ZipArchive) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try archive.forEachPiece(part) { bytes += $0 }
        return bytes
    }

    /// Parts that are not read here are read by whoever opens the file, so they hold no DOCTYPE either.
    private static func refuseDocumentType(_ part: ZipArchive.Part, _ archive: ZipArchive) throws {
        guard [".xml", ".rels", ".vml"].contains(where: part.name.lowercased().hasSuffix) else { return }
        // Without the zero bytes, UTF-16 looks like UTF-8.
        let bytes = Data(try whole(part, archive).filter { $0 != 0 })
        if bytes.range(of: Data("<!DOCTYPE".utf8)) != nil { throw documentType }
    }

    private static let documentType = FileRefusal("The Word file has a DOCTYPE inside, which can hide instructions, so it is not opened. Open it in Word, and save it again as .docx.")
    private static let notWritten = FileRefusal("The form could not be written, because memory ran short. Try again later.")

    // MARK: writing

    private static func replace(_ index: UInt64, in archive: OpaquePointer, with bytes: [UInt8]) throws {
        var stat = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &stat) == 0, let source = ZipArchive.source(bytes) else { throw notWritten }
        guard zip_file_replace(archive, index, source, 0) == 0 else {
            zip_source_free(source)
            throw notWritten
        }
        // The same values give the same file, whatever the day.
        zip_file_set_mtime(archive, index, stat.mtime, 0)
    }

    private static func all(of source: OpaquePointer) throws -> [UInt8] {
        var stat = zip_stat_t()
        guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else { throw notWritten }
        defer { zip_source_close(source) }
        let size = Int(stat.size)
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = max(0, Int(zip_source_read(source, buffer.baseAddress, UInt64(size))))
            failed = count != size
        }
        if failed { throw notWritten }
        return bytes
    }
}

/// Listens to nothing: the parser only proves that the text is well-formed.
private final class Nobody: XMLEvents {
    func starts(_ name: XMLName, _ attributes: XMLAttributes, line: Int) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) {}
    func ends(_ name: XMLName) {}
}

extension FileLimits {
    /// A form with its pictures. Word nests deeper than the exports of school systems, and keeps drawings in long tags.
    public static let wordForm: FileLimits = {
        var limits = FileLimits()
        limits.bytes = 20 * 1024 * 1024
        limits.inflatedBytes = 100 * 1024 * 1024
        limits.depth = 100
        limits.attributes = 256
        limits.textLength = 4 * 1024 * 1024
        return limits
    }()
}
