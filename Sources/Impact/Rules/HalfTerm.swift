import Basics

/// One of the six half-terms of a school year, by which data drops are named and counted.
public struct HalfTerm: Sendable, Hashable, Comparable {
    public let year: AcademicYear
    /// 1 to 6.
    public let number: Int

    public init?(_ year: AcademicYear, _ number: Int) {
        guard (1...6).contains(number) else { return nil }
        (self.year, self.number) = (year, number)
    }

    /// The half-term that a day lies in, as most schools in England have them; a holiday belongs to the one before it.
    public init(containing day: Day) {
        year = AcademicYear(containing: day)
        let year = year
        number = (1...6).last { Self.firstDay(of: $0, in: year) <= day } ?? 1
    }

    /// `Autumn 1, 2026/27`.
    public var label: String { "\(name), \(year)" }

    /// `Autumn 1`.
    public var name: String { "\(["Autumn", "Spring", "Summer"][(number - 1) / 2]) \((number - 1) % 2 + 1)" }

    /// `2026-1`: as forms send it.
    public var key: String { "\(year.starting)-\(number)" }

    public init?(key: String) {
        let parts = key.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2, (2000...2100).contains(parts[0]) else { return nil }
        self.init(AcademicYear(starting: parts[0]), parts[1])
    }

    /// Its first day and its last, as most schools in England have them, with the holiday that follows.
    public var firstDay: Day { Self.firstDay(of: number, in: year) }
    public var lastDay: Day { number == 6 ? year.lastDay : Self.firstDay(of: number + 1, in: year) - 1 }

    /// The one before it.
    public var previous: HalfTerm { HalfTerm(containing: firstDay - 1) }

    private static func firstDay(of number: Int, in year: AcademicYear) -> Day {
        let start = starts[number - 1]
        return year.firstDay.adding(months: (start.month + 3) % 12) + (start.day - 1)
    }

    /// Half-terms from an earlier one to this: six for the same of the next year.
    public func since(_ earlier: HalfTerm) -> Int { (year.starting - earlier.year.starting) * 6 + number - earlier.number }

    /// Half-terms of teaching between a test and the end of this one. A test in the first three weeks of a half-term
    /// was taken before it, so to say: what is taught in it counts.
    public func taught(since test: Day) -> Int {
        let then = HalfTerm(containing: test)
        return max(0, since(then) + (then.isEarly(test) ? 1 : 0))
    }

    /// Half-terms of teaching between two tests, each counted in the same way.
    public static func taught(from first: Day, to last: Day) -> Int {
        let then = HalfTerm(containing: last)
        return max(0, then.taught(since: first) - (then.isEarly(last) ? 1 : 0))
    }

    private func isEarly(_ day: Day) -> Bool { day < firstDay + 21 }

    public static func < (a: HalfTerm, b: HalfTerm) -> Bool { (a.year.starting, a.number) < (b.year.starting, b.number) }

    private static let starts: [(month: Int, day: Int)] = [(9, 1), (11, 1), (1, 1), (2, 20), (4, 12), (6, 1)]
}
