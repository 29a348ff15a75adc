import Basics
import People

/// The stretch of a school's year that the figures of the map are of. Each school has its own days.
public enum MapPeriod: String, Sendable, CaseIterable {
    case halfTerm = "half-term", term, year

    public var label: String {
        switch self {
        case .halfTerm: "This half-term"
        case .term: "This term"
        case .year: "This school year"
        }
    }

    /// From the first day to the last.
    public func spell(around day: Day, terms: [Term], days: SchoolDays) -> Spell {
        let year = AcademicYear(containing: day)
        switch self {
        case .year: return Spell(starts: year.firstDay, ends: year.lastDay)
        case .term: return Self.term(around: day, terms.filter { $0.academicYear == year.starting })
        case .halfTerm: return Self.half(of: Self.term(around: day, terms.filter { $0.academicYear == year.starting }), around: day, days)
        }
    }

    /// The term that runs; between two, the one before. Where nobody has written terms down, a third of the year.
    private static func term(around day: Day, _ terms: [Term]) -> Spell {
        let sorted = terms.sorted { $0.starts < $1.starts }
        if let term = sorted.last(where: { $0.starts <= day }) ?? sorted.first { return Spell(starts: term.starts, ends: term.ends) }
        let (first, last) = day.month >= 9 ? ((9, 1), (12, 31)) : day.month <= 3 ? ((1, 1), (3, 31)) : ((4, 1), (8, 31))
        return Spell(starts: Day(day.year, first.0, first.1) ?? day, ends: Day(day.year, last.0, last.1) ?? day)
    }

    /// A term falls in two where no pupils are in for a week.
    private static func half(of term: Spell, around day: Day, _ days: SchoolDays) -> Spell {
        let schoolDays = days.list(from: term.starts, to: term.ends ?? term.starts)
        let begins = zip(schoolDays, schoolDays.dropFirst()).filter { $1 - $0 > 6 }.map(\.1)
        let first = begins.last { $0 <= day } ?? term.starts, next = begins.first { $0 > first }
        return Spell(starts: first, ends: next.flatMap { next in schoolDays.last { $0 < next } } ?? term.ends)
    }
}
