import Access
import Basics
import Database
@testable import Measures
import People
import Stage
import Testing

@Suite("The catalogue of tests")
struct InstrumentTests {
    @Test("What Trellis brings can be read, each with its scales", arguments: StageEngine.here)
    func shipped(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: [PeopleArea(), MeasuresArea()])
        let all = try await stage.read { try $0.instruments(for: .operator) }
        #expect(all.count >= 40 && Set(all.map(\.key)).count == all.count && Set(all.map(\.name)).count == all.count)
        for instrument in all {
            #expect(instrument.isShipped && !instrument.scales.isEmpty && !instrument.licence.isEmpty && instrument.school == nil, "\(instrument.key)")
            #expect(Set(instrument.scales.map(\.key)).count == instrument.scales.count && Set(instrument.scales.map(\.name)).count == instrument.scales.count, "\(instrument.key)")
            for scale in instrument.scales {
                let bands = scale.usualBands
                #expect(bands == bands.sorted { $0.from < $1.from } && bands.allSatisfy { scale.range.contains($0.from) }, "\(instrument.key) \(scale.key)")
                #expect(bands.isEmpty || bands[0].from == scale.range.lowerBound, "\(instrument.key) \(scale.key)")
                #expect(scale.kind != .levels || scale.list.count > 1)
            }
        }
        for key in ["wellcomm-early", "wellcomm-primary", "language-link-infant", "language-link-junior", "speech-link", "talk-boost-early", "talk-boost-ks1", "talk-boost-ks2", "lass-8-11",
                    "lass-11-15", "swst", "nara", "yarc-primary", "verbal-reasoning", "non-verbal-reasoning", "sdq-teacher", "sdq-parent", "sdq-self", "boxall-2017"] {
            #expect(all.contains { $0.key == key }, "\(key)")
        }
        #expect(all.filter { $0.key.hasPrefix("language-link") }.allSatisfy { !$0.measuresProgress })
    }

    /// Domain 5.4: the highest score of each band but the last, from close to average (of kindness: from very low).
    static let questionnaires: [(key: String, scale: String, ends: [Int])] = [
        ("sdq-teacher", "total", [11, 15, 18]), ("sdq-teacher", "emotional", [3, 4, 5]), ("sdq-teacher", "conduct", [2, 3, 4]), ("sdq-teacher", "hyperactivity", [5, 7, 8]),
        ("sdq-teacher", "peer", [2, 4, 5]), ("sdq-teacher", "prosocial", [3, 4, 5]),
        ("sdq-parent", "total", [13, 16, 19]), ("sdq-parent", "emotional", [3, 4, 6]), ("sdq-parent", "conduct", [2, 3, 5]), ("sdq-parent", "hyperactivity", [5, 7, 8]),
        ("sdq-parent", "peer", [2, 3, 4]), ("sdq-parent", "prosocial", [5, 6, 7]), ("sdq-self", "total", [14, 17, 19]),
    ]

    @Test("The questionnaires have the bands of their publisher", arguments: questionnaires)
    func bands(key: String, name: String, ends: [Int]) async throws {
        let scale = try #require(try await Stage(areas: [PeopleArea(), MeasuresArea()]).instrument(key).scale(name))
        #expect(scale.usualBands.dropFirst().map { $0.from - 1 } == ends)
        #expect(scale.usualBands.map(\.concern) == (name == "prosocial" ? [.act, .act, .watch, .none] : [.none, .watch, .act, .act]))
        #expect(scale.range == (name == "total" ? 0...40 : 0...10))
    }

    private let line = KeepInstrument.Line(name: "Reading", kind: "standard")

    private func keep(_ lines: [KeepInstrument.Line], name: String = "Our check", domain: String = "reading", youngest: String = "", oldest: String = "", to before: Instrument? = nil,
                      beside others: [Instrument] = [], used: Set<String> = []) throws -> Change<Instrument> {
        try KeepInstrument(name: name, domain: domain, youngest: youngest, oldest: oldest, measuresProgress: true, lines: lines).applied(to: before, beside: others, at: nil, used: used)
    }

    private func fields(_ body: () throws -> Void) -> [String] {
        do { try body() } catch { return (error as? Problems)?.list.map(\.field) ?? ["\(error)"] }
        return []
    }

    @Test("A test of one’s own names its scores and their kinds")
    func adds() throws {
        let lines = [line, KeepInstrument.Line(name: "Total", kind: "raw", highest: "36"), .init(name: "Stage", kind: "levels", words: "Emerging, Secure; Mastered"), .init(name: "", kind: "standard")]
        let change = try keep(lines, youngest: "4", oldest: "6:11")
        #expect(change.event == "instrument.added" && change.after.youngestMonths == 48 && change.after.oldestMonths == 83 && change.after.scales.map(\.key) == ["reading", "total", "stage"])
        #expect(change.after.scales[1].range == 0...36 && change.after.scales[2].list == ["Emerging", "Secure", "Mastered"] && !change.after.isShipped)
    }

    @Test("What is wrong with one is said by its field")
    func refuses() throws {
        #expect(fields { _ = try keep([], name: "", domain: "x", youngest: "12", oldest: "4") } == ["name", "domain", "oldest", "scale.0"])
        #expect(fields { _ = try keep([.init(name: "A", kind: "x"), .init(name: "B", kind: "raw"), .init(name: "C", kind: "levels", words: "One"), .init(name: "D", kind: "raw", lowest: "9", highest: "3")], youngest: "four") }
            == ["youngest", "kind.0", "highest.1", "words.2", "highest.3"])
        let other = Instrument(id: InstrumentID(9), name: "OUR CHECK", domain: .reading, scales: [], measuresProgress: true)
        #expect(fields { _ = try keep([line], beside: [other]) } == ["name"])
    }

    @Test("A scale with results keeps its kind and its place; one that Trellis brings keeps everything")
    func changes() throws {
        var before = try keep([line, .init(name: "Rate", kind: "percentile")]).after
        before.id = InstrumentID(5)
        #expect(try keep([.init(name: "Reading words", kind: "standard"), .init(name: "Rate", kind: "percentile")], name: "Our reading check", to: before, used: ["reading"]).after.scales.map(\.key) == ["reading", "rate"])
        #expect(fields { _ = try keep([.init(name: "Reading", kind: "raw", highest: "9")], to: before, used: ["reading"]) } == ["kind.0"])
        #expect(fields { _ = try keep([.init(name: "", kind: "standard"), .init(name: "Rate", kind: "percentile")], to: before, used: ["reading"]) } == ["scale.0"])
        let stages = try keep([.init(name: "Stage", kind: "levels", words: "One, Two")]).after
        #expect(try keep([.init(name: "Stage", kind: "levels", words: "One, Two, Three")], to: stages, beside: [], used: ["stage"]).after.scales[0].list == ["One", "Two", "Three"])
        #expect(fields { _ = try keep([.init(name: "Stage", kind: "levels", words: "None, One, Two")], to: stages, used: ["stage"]) } == ["words.0"])
        before.key = "shipped"
        #expect(fields { _ = try keep([line], to: before) } == [""])
    }

    @Test("An instrument taken out of the list can be put back")
    func offered() throws {
        let before = try keep([line]).after, today = Stage.november
        let gone = OfferInstrument(false).applied(to: before, today: today).after
        #expect(!gone.isOffered(on: today) && OfferInstrument(true).applied(to: gone, today: today).after.isOffered(on: today))
    }
}
