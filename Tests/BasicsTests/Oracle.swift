import Foundation

/// A table that a script in Tests/Oracles made with other software than ours.
struct Oracle {
    let rows: [[String]]

    init(_ name: String) throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: tests.appending(path: "Oracles/\(name).csv"), encoding: .utf8)
        rows = text.split(separator: "\n").dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }
}

/// Numbers that look random and are the same on every run.
struct Draw: RandomNumberGenerator {
    private var state: UInt64 = 5

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
