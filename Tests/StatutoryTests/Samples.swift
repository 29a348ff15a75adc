import Basics
import Foundation
import Statutory

/// A day that a test writes down; the year 9999 where it is none, so that the test fails.
func day(_ text: String) -> Day { Day(text) ?? .distantFuture }

/// The days of a timetable by their rules, as `trellis dates` would say them.
func due(_ event: String, _ on: String, _ options: [DateOption: [String]] = [:]) throws -> [String: String] {
    Dictionary(try AskDates(event, on: on, options).answered().duties.map { ($0.id, $0.due.description) }) { $1 }
}

extension Timetable {
    func duty(_ id: String) -> Duty? { duties.first { $0.id == id } }
}

/// A table that a script in Tests/Oracles made with other software than ours.
func oracle(_ name: String) throws -> [[String]] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: tests.appending(path: "Oracles/\(name).csv"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
}
