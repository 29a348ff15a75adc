import Basics

/// The days on which a head who is asked for advice gives the LA an excuse: from one week before the school closes for four
/// weeks or more until one week before it opens again (regulations 5(4)(a), 10(4)(a), 13(3), 27(3)(a)).
public struct ClosureWindow: Hashable, Sendable {
    public static let leastDays = 28

    public let closure: Spell
    public let days: Spell

    /// Nil where the school is closed for less than four weeks.
    public init?(_ closure: Spell) {
        guard let lastClosed = closure.ends, lastClosed + 1 - closure.starts >= Self.leastDays else { return nil }
        self.closure = closure
        days = Spell(starts: closure.starts - 7, ends: lastClosed + 1 - 7)
    }

    /// The windows of a school's closures; those with nothing but weekends and bank holidays between them are one.
    public static func all(_ closures: [Spell]) -> [ClosureWindow] { joined(closures).compactMap { ClosureWindow($0) } }

    static func joined(_ closures: [Spell]) -> [Spell] {
        closures.filter { $0.ends != nil && !$0.isReversed }.sorted { $0.starts < $1.starts }.reduce(into: []) { joined, next in
            guard let last = joined.last, let ends = last.ends, let later = next.ends, meet(ends, next.starts) else { return joined.append(next) }
            joined[joined.count - 1] = Spell(starts: last.starts, ends: max(ends, later))
        }
    }

    private static func meet(_ ends: Day, _ starts: Day) -> Bool {
        if starts <= ends + 1 { return true }
        return starts - ends < 10 && !(1..<(starts - ends)).contains { BankHolidays.isWorkingDay(ends + $0) }
    }
}
