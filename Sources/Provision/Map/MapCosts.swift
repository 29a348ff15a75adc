import Access
import Basics
import Database
import Pages
import People

/// What a line of the map cost.
struct MapCost: Hashable, Sendable {
    var toDate = Pence(0)
    var whole = Pence(0)

    static func + (a: MapCost, b: MapCost) -> MapCost { MapCost(toDate: a.toDate + b.toDate, whole: a.whole + b.whole) }
    static func - (a: MapCost, b: MapCost) -> MapCost { MapCost(toDate: a.toDate - b.toDate, whole: a.whole - b.whole) }

    var cells: HTML {
        "<td class=\"number\" data-label=\"Cost to date\">\(toDate.description)</td><td class=\"number\" data-label=\"Whole run\">\(whole.description)</td>"
    }
}

/// What the provisions of a map cost so far, and for the whole of their run.
struct MapCosts: Sendable {
    private let sheets: [ProvisionID: CostSheet]
    /// Where only some pupils are shown, only their parts are counted.
    private let isPart: Bool
    /// How the figures were reckoned.
    private let words: String

    init(_ sheets: [ProvisionID: CostSheet], isPart: Bool, words: String) { (self.sheets, self.isPart, self.words) = (sheets, isPart, words) }

    func cost(of runs: [MapRun]) -> MapCost {
        runs.map { run in isPart ? cost(of: run.places.map(\.pupil), in: run) : all(run) }.reduce(MapCost(), +)
    }

    /// - Parameter pupils: each once.
    func cost(of pupils: [PupilID], in run: MapRun) -> MapCost {
        guard let sheet = sheets[run.run.id] else { return MapCost() }
        let part = { (sum: CostSum) in pupils.map { sum.pupils[$0] ?? Pence(0) }.reduce(Pence(0), +) }
        return MapCost(toDate: part(sheet.toDate), whole: part(sheet.whole))
    }

    /// What none of the pupils that are shown bears; nil where there is nothing of it.
    func rest(of run: MapRun) -> MapCost? {
        let rest = all(run) - cost(of: run.places.map(\.pupil), in: run)
        return isPart || rest == MapCost() ? nil : rest
    }

    private func all(_ run: MapRun) -> MapCost { sheets[run.run.id].map { MapCost(toDate: $0.toDate.total, whole: $0.whole.total) } ?? MapCost() }

    var note: HTML {
        let missing = sheets.values.reduce(into: [String: Int]()) { $0.merge($1.withoutRate, uniquingKeysWith: +) }.sorted { $0.key < $1.key }
        let gaps: HTML = missing.isEmpty ? "" : " Not counted, since no rate is set: \(missing.map { "\(count($1, "session")) by \(StaffRole.label($0).lowercased())" }.joined(separator: ", "))."
        return "<p class=\"hint\">Costs are of the whole run, not of the period. \(words)\(gaps)</p>"
    }
}

extension Reader {
    /// - Returns: nil where the viewer does not see what provision costs at the school.
    func mapCosts(_ sheet: MapSheet, _ ask: MapQuestion, for viewer: Viewer) throws -> MapCosts? {
        guard let school = ask.school, viewer.may(.seeCosts, at: school) else { return nil }
        let provisions = sheet.runs.map(\.whole), first = provisions.map(\.run.starts).min() ?? ask.day
        return MapCosts(try costs(of: provisions, today: ask.day), isPart: ask.choosesPupils, words: try costBasis(of: school).inWords(from: first, to: ask.day))
    }
}
