import Foundation

/// A table that a script in Tests/Oracles made with other software than ours.
struct SecretOracle {
    let rows: [[String]]

    init(_ name: String) throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: tests.appending(path: "Oracles/\(name).csv"), encoding: .utf8)
        rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }
}

extension [UInt8] {
    /// Reads `1f2e`.
    init(digits: String) {
        let letters = Array<Character>(digits)
        self = stride(from: 0, to: letters.count - 1, by: 2).compactMap { UInt8(String(letters[$0...$0 + 1]), radix: 16) }
    }
}
