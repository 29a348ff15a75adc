import Basics
import Foundation
import Hummingbird

/// Reads a form with files (RFC 7578): the body goes to disk as it comes, then each part is cut out of it.
enum MultipartForm {
    static func read(_ body: RequestBody, type: String, into folder: String, limit: Int) async throws -> (FormValues, [UploadedFile]) {
        guard let boundary = boundary(type) else { throw PageServer.Refused(status: 400, "This form could not be read. Send it again.") }
        let whole = folder + "/" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: whole) }
        try await keep(body, at: whole, limit: limit)
        let data = try Data(contentsOf: URL(filePath: whole), options: .mappedIfSafe)
        return try parts(data, boundary, folder)
    }

    private static func keep(_ body: RequestBody, at path: String, limit: Int) async throws {
        try FileManager.default.createDirectory(atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
              let file = FileHandle(forWritingAtPath: path) else { throw PageServer.Refused(status: 507, "The file could not be kept. Is the disk full?") }
        defer { try? file.close() }
        var size = 0
        for try await chunk in body {
            size += chunk.readableBytes
            if size > limit { throw PageServer.Refused(status: 413, "This file is larger than \(limit >> 20) MB. Export it in parts, or read it in at the command line.") }
            try file.write(contentsOf: Data(chunk.readableBytesView))
        }
    }

    private static func boundary(_ type: String) -> Data? {
        guard let range = type.range(of: "boundary=") else { return nil }
        let word = type[range.upperBound...].prefix { $0 != ";" }.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
        return word.isEmpty || word.utf8.count > 200 ? nil : Data("--\(word)".utf8)
    }

    private static func parts(_ data: Data, _ boundary: Data, _ folder: String) throws -> (FormValues, [UploadedFile]) {
        var values = FormValues(), files: [UploadedFile] = []
        var cursor = data.range(of: boundary)
        while let start = cursor {
            guard let end = data.range(of: boundary, in: start.upperBound..<data.endIndex) else { break }
            cursor = end
            guard let split = data.range(of: Data("\r\n\r\n".utf8), in: start.upperBound..<end.lowerBound) else { continue }
            let head = String(decoding: data[start.upperBound..<split.lowerBound], as: UTF8.self)
            let content = data[split.upperBound..<max(split.upperBound, end.lowerBound - 2)]
            guard let name = attribute("name", of: head) else { continue }
            if let fileName = attribute("filename", of: head) {
                if fileName.isEmpty || content.isEmpty && files.count > 20 { continue }
                files.append(try file(name, fileName, content, folder))
            } else if content.count <= 1 << 20 {
                values.add(name, String(decoding: content, as: UTF8.self))
            }
        }
        return (values, files)
    }

    private static func file(_ field: String, _ name: String, _ content: Data, _ folder: String) throws -> UploadedFile {
        let path = folder + "/" + UUID().uuidString
        try content.write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? "file"
        return UploadedFile(field: field, name: last, path: path)
    }

    private static func attribute(_ name: String, of head: String) -> String? {
        guard let start = head.range(of: " \(name)=\"") else { return nil }
        return String(head[start.upperBound...].prefix { $0 != "\"" })
    }
}
