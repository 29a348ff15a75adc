import Basics

/// By what costs are reckoned: whose rates, and on what they are shared, day by day.
public struct CostBasis: Sendable {
    public let set: RateSet
    /// In order of their days.
    public let rates: [StaffRate]
    public let settings: CostSettings
    let table: RateTable

    public init(set: RateSet, rates: [StaffRate], settings: CostSettings) {
        (self.set, self.settings) = (set, settings)
        self.rates = rates.sorted { $0.starts < $1.starts }
        table = RateTable(rates)
    }

    /// Days within which neither a rate nor the base changes.
    struct Stretch: Hashable, Sendable {
        let starts: Day
        let ends: Day
        let base: CostBase
    }

    /// The days from one to another, cut wherever a rate or a setting begins.
    func stretches(from first: Day, to last: Day) -> [Stretch] {
        let cuts = Set((rates.map(\.starts) + settings.days).filter { $0 > first && $0 <= last } + [first]).sorted()
        return zip(cuts, cuts.dropFirst().map { $0 - 1 } + [last]).map { Stretch(starts: $0, ends: $1, base: settings.base(on: $0)) }
    }

    /// What every figure says of how it was reckoned: `Shared by planned size. Rates: The trust’s own costs, set from
    /// 1 September 2026.`
    public func inWords(from first: Day, to last: Day) -> String {
        var bases: [(base: CostBase, from: Day)] = []
        for stretch in stretches(from: first, to: last) where bases.last?.base != stretch.base { bases.append((stretch.base, stretch.starts)) }
        let shared = bases.enumerated().map { $0 == 0 ? $1.base.label : "\($1.base.label.lowercasedFirst) from \($1.from.inWords)" }.joined(separator: ", ")
        let days = Set(rates.filter { $0.starts <= last }.map(\.starts)).sorted(), holding = days.filter { $0 <= first }.suffix(1) + days.filter { $0 > first }
        return "\(shared). Rates: \(set.name)\(holding.isEmpty ? "; none is set for these days" : ", as set from \(holding.map(\.inWords).joined(separator: " and "))")."
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
