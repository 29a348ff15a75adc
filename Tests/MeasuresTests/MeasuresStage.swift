import Access
import Basics
import Database
import Foundation
@testable import Measures
import People
import Stage

// What tests of Measures put on the stage.

extension Stage {
    /// Elm with Sam and Mia in class Beech, and the catalogue as Trellis brings it.
    static func withBeech(_ engine: StageEngine = .sqlite) async throws -> (stage: Stage, elm: School, beech: SchoolClass, sam: Pupil, mia: Pupil) {
        let stage = try await Stage(engine, areas: [PeopleArea(beside: [MeasuresArea()]), MeasuresArea()])
        let elm = try await stage.school(), sam = try await stage.pupil(at: elm), mia = try await stage.pupil("Mia", "Abbott", at: elm)
        return (stage, elm, try await stage.schoolClass("Beech", at: elm, of: [sam, mia]), sam, mia)
    }

    func instrument(_ key: String) async throws -> Instrument {
        guard let found = try await read({ try $0.instrument(key: key) }) else { throw NoSuchInstrument(key: key) }
        return found
    }

    /// A score that stands.
    @discardableResult
    func result(_ text: String, of pupil: Pupil, with instrument: Instrument, scale: String? = nil, at school: School, on day: Day? = nil) async throws -> TestResult {
        let today = today, scale = instrument.scale(scale ?? instrument.scales[0].key) ?? instrument.scales[0]
        return try await act { writer in
            try writer.save(try SaveResult(scale, text, takenOn: day ?? today, tester: "Tia Lowe").applied(to: nil, of: pupil, with: instrument, at: school.id, today: today))
        }
    }

    func results(of pupil: Pupil) async throws -> [TestResult] {
        try await read { try $0.all(TestResult.self, "WHERE pupil_id = \(pupil.id) AND withdrawn_on IS NULL ORDER BY id") }
    }
}

struct NoSuchInstrument: Error { let key: String }

/// A table that a script in Tests/Oracles made with other software than ours.
func oracle(_ name: String) -> [[String]] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = (try? String(contentsOf: tests.appending(path: "Oracles/\(name).csv"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
}
