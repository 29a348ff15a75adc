import Basics
import People

/// How often a plan is looked at together.
public struct ReviewRhythm: Hashable, Sendable {
    public let key: String
    public let label: String

    public static let halfTermly = ReviewRhythm(key: "half-term", label: "every half-term")
    public static let termly = ReviewRhythm(key: "term", label: "every term")
    public static let threeAYear = ReviewRhythm(key: "three", label: "three times a year")
    public static let yearly = ReviewRhythm(key: "year", label: "once a year")
    public static let all = [halfTermly, termly, threeAYear, yearly]

    public static func named(_ key: String) -> ReviewRhythm? { all.first { $0.key == key } }

    /// By when a plan that starts on a day is looked at: the end of the half-term or term, where the school's year is
    /// known, and three weeks of it at least are left; otherwise so many weeks or months on. Where that day lies in a holiday
    /// of the school's year, it is the last day before: nobody meets in a holiday.
    public func reviewBy(from day: Day, terms: [Term] = [], closures: [Closure] = []) -> Day {
        let termEnds = terms.map(\.ends)
        switch key {
        case "half-term":
            let breaks = closures.filter { $0.kind == .holiday }.map { $0.starts - 1 }
            return (termEnds + breaks).filter { $0 >= day + 21 }.min() ?? day + 42
        case "term": return termEnds.filter { $0 >= day + 21 }.min() ?? day + 91
        case "three": return Self.inTerm(day.adding(months: 4), after: day, terms, closures)
        default: return Self.inTerm(day.adding(months: 12), after: day, terms, closures)
        }
    }

    private static func inTerm(_ due: Day, after day: Day, _ terms: [Term], _ closures: [Closure]) -> Day {
        let holiday = closures.first { $0.kind == .holiday && $0.starts <= due && due <= $0.ends }.map { $0.starts - 1 }
        // Between two terms that are known; a list that ends leaves the day as it is, but in the summer.
        let isBetween = !terms.contains { $0.starts <= due && due <= $0.ends } && (terms.contains { $0.starts > due } || (due.month == 8 && terms.contains { $0.ends < due && due - $0.ends < 60 }))
        let end = isBetween ? terms.map(\.ends).filter { $0 < due }.max() : nil
        return [holiday, end].compactMap { $0 }.filter { $0 >= day + 21 }.max() ?? due
    }
}
