import Access
import AreaKit
import Basics
import Database
@testable import Identification
@testable import Measures
import Pages
@testable import People
import Stage
import Testing

@Suite("Suggestions from scores")
struct ScoreSignalTests {
    static let today = Stage.november

    static let test = Instrument(id: InstrumentID(7), name: "Reading test", domain: .reading, scales: [Scale("r", "Reading", .standard)], measuresProgress: true)

    /// Results of one scale, each so many days ago, with the band that its score falls into.
    static func results(_ scores: [(Int, Int)]) -> [ReadResult] {
        scores.map { ago, score in
            let result = TestResult(id: .new, pupil: PupilID(1), school: SchoolID(1), instrument: test.id, scale: "r", takenOn: today - ago, score: Score(score))
            return ReadResult(result: result, instrument: test, scale: test.scales[0], band: Scale.band(of: result.score, in: test.scales[0].usualBands))
        }
    }

    static func rule(_ band: Band.Concern = .act, _ results: Int = 2, days: Int = 400, _ instrument: InstrumentID? = nil, isOn: Bool = true) -> ScoreRule {
        ScoreRule(id: .new, instrument: instrument, band: band, results: results, days: days, isOn: isOn)
    }

    @Test("A rule speaks where the latest results, as many as it asks for, are all below its cut-off", arguments: [
        (rule(), results([(10, 78), (100, 80)]), true), (rule(), results([(10, 78)]), false), (rule(), results([(10, 95), (50, 78), (100, 80)]), false),
        (rule(.act, 1), results([(10, 78)]), true), (rule(.act, 1), results([(10, 87)]), false), (rule(.watch, 1), results([(10, 87)]), true), (rule(.watch, 1), results([(10, 92)]), false),
        (rule(days: 60), results([(10, 78), (100, 80)]), false), (rule(.act, 1, InstrumentID(8)), results([(10, 78)]), false), (rule(.act, 1, InstrumentID(7)), results([(10, 78)]), true),
        (rule(.act, 1, isOn: false), results([(10, 78)]), false), (rule(.act, 1), [], false),
    ])
    func speaks(rule: ScoreRule, results: [ReadResult], speaks: Bool) {
        #expect((rule.suggestion(from: results, today: Self.today) != nil) == speaks)
    }

    @Test("It says which test, which scores and which rule")
    func words() {
        #expect(Self.rule().suggestion(from: Self.results([(100, 80), (10, 78)]), today: Self.today)
            == "Reading test, Reading: 78 (Low) on 10 November 2026, before that 80 (Low) on 12 August 2026. The rule is: “Look into it” in the last 2 results.")
    }

    @Test("What rules look at holds no language, no ethnicity and no free meals")
    func inputs() {
        let seen = Mirror(reflecting: PupilFigures()).children.compactMap(\.label)
        #expect(seen == ["attendance", "behaviour", "suspensions", "results"])
        let parts: [Any] = [
            AttendanceFigure(pupil: PupilID(1), starts: Self.today, ends: Self.today, possible: 1, attended: 1, origin: .report), Self.results([(1, 80)])[0].result,
            SignalRule.usual[0], ScoreRule.usual[0],
        ]
        let names = parts.flatMap { Mirror(reflecting: $0).children.compactMap { $0.label?.lowercased() } }
        for forbidden in ["language", "ethnic", "meal", "premium", "eal"] { #expect(!(seen.map { $0.lowercased() } + names).contains { $0.contains(forbidden) }, "\(forbidden)") }
    }

    @Test("Two children with the same scores are suggested alike, whatever their language, ethnicity and meals", arguments: StageEngine.here)
    func alike(engine: StageEngine) async throws {
        let stage = try await ConcernStage(engine), elm = stage.elm, today = Self.today
        let mina = try await stage.stage.pupil("Mina", "Low", at: elm), noor = try await stage.stage.pupil("Noor", "Low", at: elm), fine = try await stage.stage.pupil("Fay", "High", at: elm)
        let known = try await stage.stage.pupil("Kay", "Known", at: elm, provision: "K")
        try await stage.stage.act { writer in
            try writer.execute("UPDATE pupil SET ethnicity = 'BAFR', first_language = 'URD', home_language = 'URD', eal = TRUE WHERE id = \(noor.id)")
            let spell = Spell(starts: today - 300)
            try writer.save(Change("flag.started", to: ContextFlag(id: .new, pupil: noor.id, kind: .freeMeals, spell: spell)))
            let swst = try #require(try writer.instrument(key: "swst"))
            for (pupil, score) in [(mina, "75"), (noor, "75"), (fine, "101"), (known, "75")] {
                for ago in [10, 200] {
                    try writer.save(try SaveResult(swst.scales[0], score, takenOn: today - ago, tester: "").applied(to: nil, of: pupil, with: swst, at: elm.id, today: today))
                }
            }
        }
        let page = try await stage.stage.visit(.read, "/concerns/signals", as: stage.amira).text
        #expect(page.contains("Mina Low") && page.contains("Noor Low") && !page.contains("Fay High") && !page.contains("Kay Known"))
        let words = try await stage.stage.read { reader in try reader.signals(for: stage.amira, on: today).map(\.words) }
        #expect(words.count == 2 && Set(words).count == 1)
        let aside = "/pupils/\(mina.id)/signals/set-aside"
        #expect(try await stage.send(aside, as: stage.amira, [("figure", "score-any-act-2"), ("reason", "Had no glasses that day")]).status == 303)
        #expect(try await !stage.stage.visit(.read, "/concerns/signals", as: stage.amira).text.contains("Mina Low"))
        #expect(try await stage.stage.visit(.read, "/pupils/\(noor.id)/concerns/raise?signal=score-any-act-2", as: stage.amira).text.contains("The rule is"))
    }
}
