/// An academic year in England: 1 September to 31 August.
public struct AcademicYear: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The calendar year in which it starts: 2026 for 2026/27.
    public let starting: Int

    public init(starting: Int) { self.starting = starting }

    /// The academic year that a day lies in.
    public init(containing day: Day) { starting = day.month >= 9 ? day.year : day.year - 1 }

    public var firstDay: Day { Day(number: 0).adding(months: (starting - 1970) * 12 + 8) }
    public var lastDay: Day { AcademicYear(starting: starting + 1).firstDay - 1 }
    public var previous: AcademicYear { AcademicYear(starting: starting - 1) }

    /// `2026/27`.
    public var description: String {
        let end = (starting + 1) % 100
        return "\(starting)/\(end < 10 ? "0" : "")\(end)"
    }

    public static func < (a: AcademicYear, b: AcademicYear) -> Bool { a.starting < b.starting }
}
