import Basics
import Foundation
import Hummingbird

/// Reads a form with files (RFC 7578) as it comes: each file is written once, and nothing but fields is held.
struct MultipartForm {
    private let boundary: String?
    private let folder: String
    private let limits: Limits

    init(_ contentType: String, _ folder: String, _ limits: Limits) {
        boundary = HeaderParameters(contentType)["boundary"].flatMap { (1...70).contains($0.utf8.count) ? $0 : nil }
        self.folder = folder
        self.limits = limits
    }

    func read(_ body: RequestBody) async throws -> PageServer.Sent {
        guard let boundary else { throw Self.unreadable }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        var reader = MultipartReader(boundary: boundary), parts = MultipartParts(folder, limits), body = body.makeAsyncIterator()
        do {
            while let chunk = try await PageServer.next(&body) { try reader.take(chunk) { try parts.take($0) } }
            guard reader.isWhole else { throw Self.unreadable }
            return parts.sent
        } catch {
            parts.discard()
            throw error is MultipartReader.Malformed ? Self.unreadable : error
        }
    }

    static let unreadable = PageServer.Refused(status: 400, "This form came incomplete or could not be read. Go back, and send it again.")
}

/// The parts of one form so far: fields in memory, files on disk, within limits.
struct MultipartParts {
    private enum Open { case field(String, [UInt8]), file(FileHandle), nothing }

    private let folder: String
    private let limits: Limits
    private var open = Open.nothing
    private var left: (text: Int, files: Int, parts: Int)
    private(set) var sent = PageServer.Sent()

    init(_ folder: String, _ limits: Limits) {
        self.folder = folder
        self.limits = limits
        left = (limits.form, limits.files, min(limits.fields, 1_000))
    }

    mutating func take(_ step: MultipartReader.Step) throws {
        switch (step, open) {
        case (.head(let head), _): try begin(head)
        case (.content(let bytes), .field(let name, let text)): open = .field(name, text + (try counted(bytes)))
        case (.content(let bytes), .file(let file)): try keep(bytes, in: file)
        case (.end, .field(let name, let text)): sent.form.add(name, String(decoding: text, as: UTF8.self))
        case (.end, .file(let file)): try file.close()
        default: break
        }
        if step == .end { open = .nothing }
    }

    /// Takes back the files of a form that is refused.
    func discard() {
        if case .file(let file) = open { try? file.close() }
        sent.files.forEach { try? FileManager.default.removeItem(atPath: $0.path) }
    }

    private mutating func begin(_ head: String) throws {
        left.parts -= 1
        guard left.parts >= 0 else { throw PageServer.Refused(status: 413, "This form has more fields than any of Trellis's.") }
        let line = head.split(whereSeparator: \.isNewline).first { $0.lowercased().hasPrefix("content-disposition:") } ?? ""
        let parameters = HeaderParameters(String(line))
        guard let name = parameters["name"] else { throw MultipartReader.Malformed() }
        guard let fileName = parameters["filename"] else { return open = .field(name, []) }
        // A file field in which nothing was chosen comes with an empty name.
        open = fileName.isEmpty ? .nothing : .file(try file(name, fileName))
    }

    private mutating func counted(_ bytes: ArraySlice<UInt8>) throws -> ArraySlice<UInt8> {
        left.text -= bytes.count
        guard left.text >= 0 else { throw PageServer.Refused(status: 413, "This form holds more than one million characters. Send less at once.") }
        return bytes
    }

    private mutating func file(_ field: String, _ name: String) throws -> FileHandle {
        guard sent.files.count < limits.fileCount else { throw PageServer.Refused(status: 413, "Send no more than \(limits.fileCount) files at once.") }
        let path = folder + "/" + UUID().uuidString
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
              let file = FileHandle(forWritingAtPath: path) else { throw Self.diskFull }
        sent.files.append(UploadedFile(field: field, name: Self.lastName(name), path: path))
        return file
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>, in file: FileHandle) throws {
        left.files -= bytes.count
        guard left.files >= 0 else {
            throw PageServer.Refused(status: 413, "This file is larger than \(limits.files >> 20) MB. Export it in parts, or read it in at the command line.")
        }
        do { try file.write(contentsOf: Data(bytes)) } catch { throw Self.diskFull }
    }

    /// Without folders, control characters and what turns text round. It is for people to read and names nothing on our disk.
    private static func lastName(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        let kept = last.unicodeScalars.filter { !misleading.contains($0.properties.generalCategory) }
        return String(String.UnicodeScalarView(kept).prefix(150)).trimmed.nonEmpty ?? "file"
    }

    private static let misleading: [Unicode.GeneralCategory] = [.control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned]

    private static let diskFull = PageServer.Refused(status: 507, "The file could not be kept. Is the disk full? Ask whoever runs Trellis.")
}

/// The parameters of a header field: `form-data; name="file"; filename="list.csv"`.
struct HeaderParameters {
    private var values: [String: String] = [:]

    /// A quotation mark within a name comes as `%22` (HTML Standard, multipart/form-data encoding), a line end as `%0D%0A`.
    init(_ text: String) {
        for match in text.matches(of: /;\s*([A-Za-z0-9_\-]+\*?)\s*=\s*(?:"([^"]*)"|([^;\s"]*))/) {
            let value = String(match.2 ?? match.3 ?? "")
            let name = match.1.lowercased()
            if values[name] == nil { values[name] = value.replacing("%22", with: "\"").replacing("%0D%0A", with: "\n") }
        }
    }

    subscript(_ name: String) -> String? { values[name] }
}
