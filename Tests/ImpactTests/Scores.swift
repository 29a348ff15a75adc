import Basics
import Foundation
@testable import Impact
import Measures

/// Scores of made-up pupils on made-up days.
enum Scores {
    static let start = Day(2026, 1, 12)!, end = Day(2026, 3, 27)!, today = Day(2026, 5, 4)!
    static let reading = Scale("reading", "Reading", .standard)
    static let age = Scale("reading-age", "Reading: age", .months)
    static let difficulties = Scale("total", "Total difficulties", .raw, lowest: 0, highest: 40, bands: [Band(0, "Close to average"), Band(19, "Very high", .act)])
    static let levels = Scale("writing", "Writing", .levels, words: ["PK1", "PK2", "PK3", "PK4"])

    static func instrument(_ scale: Scale, progress: Bool = true) -> Instrument {
        Instrument(id: InstrumentID(1), name: "A test", domain: .reading, scales: [scale], measuresProgress: progress)
    }

    static func result(_ pupil: Int, _ score: Score, on day: Day, id: Int = 0) -> TestResult {
        TestResult(id: RowID(id), pupil: PupilID(pupil), school: SchoolID(1), instrument: InstrumentID(1), scale: "reading", takenOn: day, score: score)
    }

    static func change(_ pupil: Int, _ before: Score?, _ after: Score?) -> PupilChange {
        PupilChange(pupil: PupilID(pupil), baseline: before.map { result(pupil, $0, on: start, id: 1) }, exit: after.map { result(pupil, $0, on: end, id: 2) })
    }

    static func changes(_ numbers: [(Int, Int)]) -> [PupilChange] { numbers.enumerated().map { change($0 + 1, Score($1.0), Score($1.1)) } }
}

/// The messages of what a rule refuses, by field.
func refused(_ act: () throws -> Any) -> [String: String] {
    do {
        _ = try act()
        return [:]
    } catch let problems as Problems {
        return Dictionary(problems.list.map { ($0.field, $0.message) }, uniquingKeysWith: { first, _ in first })
    } catch { return ["": "\(error)"] }
}
