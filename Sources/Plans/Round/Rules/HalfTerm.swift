import Basics
import People

/// The half-term in which a day lies, as far as the school's year is known.
public struct HalfTerm: Hashable, Sendable {
    public let starts: Day

    /// A holiday of so many days parts two half-terms; a shorter one, such as a bank holiday, does not.
    private static let shortestBreak = 4
    /// Where no year is known, or it was not kept up, six weeks count as a half-term.
    private static let usualLength = 42, longest = 120

    public init(containing day: Day, terms: [Term], closures: [Closure]) {
        let breaks = closures.filter { $0.kind == .holiday && $0.ends - $0.starts + 1 >= Self.shortestBreak }
        let beginnings = terms.map(\.starts) + breaks.map { $0.ends + 1 }
        let last = beginnings.filter { $0 <= day && $0 > day - Self.longest }.max()
        starts = last ?? day - Self.usualLength
    }

    /// From when on it is a gap that nobody looked: two weeks of the half-term are fair.
    public var isDueFrom: Day { starts + 14 }
}
