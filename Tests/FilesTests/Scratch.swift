import Foundation
import Testing
@testable import Files

/// A file of the test's own, gone when the test ends.
final class Scratch {
    let path: String

    init(_ bytes: some Sequence<UInt8>, name: String = "file") throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString)-\(name)").path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    convenience init(_ text: String) throws { try self.init(text.utf8) }
    convenience init() throws { try self.init([]) }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Published samples that may lie beside the checkout.
enum Samples {
    static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/data")
    static let arePresent = FileManager.default.fileExists(atPath: folder.path)
    static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
}

/// The rows of a table file, and the notes on it.
func table(_ path: String, sheet: String? = nil, limits: FileLimits = .standard) throws -> (rows: [TableRow], notes: [String]) {
    var rows: [TableRow] = []
    let notes = try TableFile.read(path, sheet: sheet, limits: limits) { rows.append($0) }
    return (rows, notes)
}

func cells(_ text: String) throws -> [[String]] {
    let file = try Scratch(text)
    return try table(file.path).rows.map(\.cells)
}

/// The words of the refusal that reading ends in; fails the test where the file is read.
func refusal(_ bytes: some Sequence<UInt8>, limits: FileLimits = .standard, location: SourceLocation = #_sourceLocation) throws -> String {
    let file = try Scratch(bytes)
    let refusal = #expect(throws: FileRefusal.self, sourceLocation: location) { try table(file.path, limits: limits) }
    return refusal?.description ?? ""
}

func xmlRefusal(_ bytes: some Sequence<UInt8>, limits: FileLimits = .standard, location: SourceLocation = #_sourceLocation) throws -> String {
    let file = try Scratch(bytes)
    let refusal = #expect(throws: FileRefusal.self, sourceLocation: location) {
        try XMLFile.read(file.path, records: ["Pupil"], limits: limits) { _, _ in }
    }
    return refusal?.description ?? ""
}

extension String {
    /// As UTF-16 with its byte-order mark.
    func utf16Bytes(bigEndian: Bool = false) -> [UInt8] {
        ([0xFEFF] + Array(utf16)).flatMap { unit in
            bigEndian ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
        }
    }
}
