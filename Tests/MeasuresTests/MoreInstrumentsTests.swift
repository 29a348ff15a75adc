import Foundation
import Measures
import Testing

/// The scales that the migration 0303 brings.
@Suite("More instruments")
struct MoreInstrumentsTests {
    static func scales() throws -> [Scale] {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Measures/Migrations/0303_more_instruments.sql")
        let text = try String(contentsOf: path, encoding: .utf8)
        return try text.matches(of: /'(\[\n[^']*\])'/).flatMap { try JSONDecoder().decode([Scale].self, from: Data($0.1.utf8)) }
    }

    @Test("All can be read, and what is shown can be typed again")
    func roundTrip() throws {
        let scales = try Self.scales()
        #expect(scales.count == 3 + 3 + 2 + 1 + 17 + 7 + 8 + 9)
        for scale in scales {
            for number in Swift.stride(from: 0, through: scale.range.upperBound, by: scale.kind == .steps ? 97 : 1) { #expect(try scale.score(of: scale.typed(Score(number))) == Score(number)) }
            #expect(scale.usualBands.map(\.from) == scale.usualBands.map(\.from).sorted())
        }
    }

    static let steps = Scale("english", "English", .steps, words: ["P4", "P5", "Level 1", "Level 2"])

    @Test("A level and its percent", arguments: [("P4 0%", 0), ("P4 45%", 45), ("p5 100 %", 201), ("Level 2 10%", 313), ("Level 1, 5%", 207), ("P5: 45.0%", 146)])
    func reads(text: String, number: Int) throws {
        #expect(try Self.steps.score(of: text) == Score(number))
    }

    @Test("Neither alone, nor a level that is none", arguments: ["P4", "45%", "P4 45", "P4 101%", "P9 10%", "0.45", "", "P4 -5%"])
    func refuses(text: String) {
        #expect(throws: UnreadableScore.self) { try Self.steps.score(of: text) }
    }

    @Test("Which way is good is said by the scale, or by its cut-offs")
    func lowIsGood() {
        let kind = Scale("prosocial", "Kind to others", .raw, lowest: 0, highest: 10, bands: [Band(0, "Very low", .act), Band(6, "Close to average")])
        let total = Scale("total", "Total difficulties", .raw, lowest: 0, highest: 40, bands: [Band(0, "Close to average"), Band(19, "Very high", .act)])
        let strand = Scale("q", "Strand Q", .raw, lowest: 0, highest: 20, bands: [], lowIsGood: true)
        #expect(!kind.fallsToTheGood && total.fallsToTheGood && strand.fallsToTheGood && !Scale("r", "Reading", .standard).fallsToTheGood && !Scale("p", "Points", .raw).fallsToTheGood)
    }
}
