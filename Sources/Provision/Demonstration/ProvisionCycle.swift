import Basics

/// A stretch of the school year in which groups run: most of a term.
struct ProvisionCycle: Sendable, Hashable {
    let starts: Day, ends: Day
    /// The calendar year in which its academic year starts.
    let year: Int
    /// Such as `autumn 2026`.
    let words: String
    /// The last of its academic year.
    let yearEnds: Day

    func isRunning(on day: Day) -> Bool { ends >= day }

    /// Two years of them up to a day, the last of them running.
    static func all(until today: Day) -> [ProvisionCycle] {
        let year = AcademicYear(containing: today).starting
        return (year - 2...year).flatMap { year -> [ProvisionCycle] in
            let ends = day(year + 1, 7, 9)
            let cycle = { (first: Day, last: Day, words: String) in ProvisionCycle(starts: monday(first), ends: last, year: year, words: words, yearEnds: ends) }
            return [cycle(day(year, 9, 14), day(year, 12, 11), "autumn \(year)"), cycle(day(year + 1, 1, 11), day(year + 1, 3, 19), "spring \(year + 1)"), cycle(day(year + 1, 4, 19), ends, "summer \(year + 1)")]
        }
        .filter { $0.ends > today.adding(years: -2) && $0.starts <= today - 14 }
        .map { $0.starts < today.adding(years: -2) ? ProvisionCycle(starts: monday(today.adding(years: -2)), ends: $0.ends, year: $0.year, words: $0.words, yearEnds: $0.yearEnds) : $0 }
    }

    /// That day, or the Monday after it.
    private static func monday(_ day: Day) -> Day { day.weekday == 1 ? day : day + (8 - day.weekday) }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year, month, day) ?? .distantPast }
}
