import Basics
import Measures

/// That the latest results of a test fall below a cut-off opens a suggestion. Which scores a band holds is the catalogue's;
/// which tests and bands speak, and over how many results, is the trust's. A person looks and decides.
public struct ScoreRule: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    /// Nil for every test of the catalogue.
    public var instrument: InstrumentID?
    /// The mildest kind of band that speaks.
    public var band: Band.Concern
    /// How many results, one after the other and the latest among them.
    public var results: Int
    /// How many days back is looked.
    public var days: Int
    public var isOn: Bool

    /// Where a trust has set nothing: one low score is often a bad day, two seldom are.
    public static let usual = [ScoreRule(id: .new, instrument: nil, band: .act, results: 2, days: 400, isOn: true)]

    /// Under which a suggestion is set aside. A rule that was changed asks anew.
    public var key: String { "score-\(instrument.map { "\($0)" } ?? "any")-\(band.rawValue)-\(results)" }

    /// The suggestion in a sentence with its figures; nil where there is none.
    public func suggestion(from all: [ReadResult], today: Day) -> String? {
        guard isOn else { return nil }
        let meant = all.filter { (instrument == nil || $0.instrument.id == instrument) && $0.result.takenOn >= today - days }
        let scales = Dictionary(grouping: meant) { "\($0.instrument.id) \($0.scale.key)" }.values.map { $0.sorted { $0.result.takenOn > $1.result.takenOn } }
        let low = scales.filter { $0.count >= results && $0.prefix(results).allSatisfy(speaks) }.sorted { $0[0].result.takenOn > $1[0].result.takenOn || ($0[0].result.takenOn == $1[0].result.takenOn && $0[0].scale.key < $1[0].scale.key) }
        if low.isEmpty { return nil }
        return "\(low.prefix(2).map { figures(Array($0.prefix(results))) }.joined(separator: " ")) \(inWords)"
    }

    /// `The rule is: “Look into it” in the last 2 results.`
    var inWords: String {
        let bands = band == .act ? "“\(band.label)”" : "“\(band.label)” or lower"
        return "The rule is: \(bands) in the last \(results == 1 ? "result" : "\(results) results")."
    }

    private func speaks(_ read: ReadResult) -> Bool {
        guard let concern = read.band?.concern else { return false }
        return concern == .act || concern == band
    }

    /// `LASS 11–15, Reading: 78 (Low) on 3 October 2026.`
    private func figures(_ list: [ReadResult]) -> String {
        let scale = list[0].scale.name.isEmpty ? "" : ", \(list[0].scale.name)"
        let scores = list.map { "\($0.words)\($0.band.map { " (\($0.name))" } ?? "") on \($0.result.takenOn.inWords)" }
        return "\(list[0].instrument.name)\(scale): \(scores.joined(separator: ", before that "))."
    }
}

/// Changes the rules about scores: all lines of a form, or none.
public struct SetScoreRules: Sendable {
    /// One line of the form.
    public struct Line: Sendable {
        public let instrument: String, band: String, results: String, days: String, isOn: Bool

        public init(instrument: String, band: String, results: String, days: String, isOn: Bool) {
            (self.instrument, self.band, self.results, self.days, self.isOn) = (instrument, band, results.trimmed, days.trimmed, isOn)
        }
    }

    public let lines: [Line]

    public init(_ lines: [Line]) { self.lines = lines }

    /// - Parameters:
    ///   - before: those that hold, in the order of the lines. A line beyond them is a new rule, if it is ticked.
    ///   - instruments: those of the catalogue.
    /// - Throws: `Problems` at `score-0-results` and so on.
    public func applied(to before: [ScoreRule], among instruments: [InstrumentID]) throws -> [Change<ScoreRule>] {
        var problems = Problems(), changes: [Change<ScoreRule>] = []
        for (place, line) in lines.enumerated() where place < before.count || line.isOn {
            let held = place < before.count ? before[place] : nil
            guard let rule = line.rule(place, held, instruments, &problems) else { continue }
            problems.require(!changes.contains { $0.after.key == rule.key }, "score-\(place)-instrument", "Another rule says the same. Change one of them.")
            changes.append(Change("score_rule.changed", from: held?.id == .new ? nil : held, to: rule))
        }
        try problems.check()
        return changes
    }
}

extension SetScoreRules.Line {
    fileprivate func rule(_ place: Int, _ before: ScoreRule?, _ instruments: [InstrumentID], _ problems: inout Problems) -> ScoreRule? {
        let test = InstrumentID(instrument), concern = Band.Concern(rawValue: band), number = Int(results), back = Int(days)
        let isKnown = instrument == "any" || test.map(instruments.contains) ?? false, isBand = concern == .act || concern == .watch
        let isNumber = number.map { (1...5).contains($0) } ?? false, isBack = back.map { (14...800).contains($0) } ?? false
        problems.require(isKnown, "score-\(place)-instrument", "Choose a test, or every test.")
        problems.require(isBand, "score-\(place)-band", "Choose which results speak.")
        problems.require(isNumber, "score-\(place)-results", "Give a number from 1 to 5.")
        problems.require(isBack, "score-\(place)-days", "Give days from 14 to 800.")
        guard isKnown, isBand, isNumber, isBack, let concern, let number, let back else { return nil }
        return ScoreRule(id: before?.id ?? .new, version: before?.version ?? 1, instrument: test, band: concern, results: number, days: back, isOn: isOn)
    }
}
