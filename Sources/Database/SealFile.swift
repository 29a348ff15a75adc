import Basics
import Foundation

/// The seals outside the database: a text file, one line each, of which a copy can be kept anywhere.
struct SealFile {
    private let path: String

    init(_ path: String) { self.path = path }

    /// Nil where there is no such file.
    var lines: [String]? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init) }
    }

    /// Adds the seals that come after the last one in the file. One missing further up is not put back: that somebody
    /// took it out is to be found.
    func add(_ seals: [TrailSeal]) throws {
        let file = try opened()
        defer { try? file.close() }
        try cutHalfLine(file)
        let last = lines?.last.flatMap(Self.number)
        let text = seals.filter { $0.number > last ?? 0 }.map { $0.line + "\n" }.joined()
        if text.isEmpty { return }
        try file.seekToEnd()
        try file.write(contentsOf: Data(text.utf8))
        try file.synchronize()
    }

    private func opened() throws -> FileHandle {
        let files = FileManager.default
        if !files.fileExists(atPath: path) { _ = files.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) }
        guard let file = FileHandle(forUpdatingAtPath: path) else {
            throw StoreProblem.failed("the file of seals \(path) can't be written. May you write there?")
        }
        return file
    }

    /// A line without its end was being written when the power went.
    private func cutHalfLine(_ file: FileHandle) throws {
        guard let bytes = try file.readToEnd(), let last = bytes.last, last != UInt8(ascii: "\n") else { return }
        let whole = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 - bytes.startIndex + 1 } ?? 0
        try file.truncate(atOffset: UInt64(whole))
    }

    /// `seal 12 of 2026-11-20, …` is 12.
    private static func number(_ line: String) -> Int? {
        let words = line.split(separator: " ", maxSplits: 2)
        return words.count == 3 && words[0] == "seal" ? Int(words[1]) : nil
    }
}
