/// The bank holidays of England and Wales.
///
/// For 2014 to 2035 from a list; for other years by rule from the Banking and Financial Dealings Act 1971, schedule 1, with the holidays that royal
/// proclamation added by usage (New Year's Day, the first Monday in May) and those it moved or added for
/// one year. Easter by the anonymous Gregorian computus (Nature, 20 April 1876).
public enum BankHolidays {
    public static func contains(_ day: Day) -> Bool { days(in: day.year).contains(day) }

    /// Monday to Friday and not a bank holiday.
    public static func isWorkingDay(_ day: Day) -> Bool { !day.isWeekend && !contains(day) }

    /// The days of one calendar year from 1978 on, in order.
    public static func days(in year: Int) -> [Day] {
        if let days = known[year] { return days }
        let moved = moves[year] ?? [:]
        let regular = regularDays(year).compactMap { moved.keys.contains($0) ? moved[$0].flatMap { $0 } : $0 }
        return (regular + (extra[year] ?? []).compactMap { Day($0) }).sorted()
    }

    private static func regularDays(_ year: Int) -> [Day] {
        let easter = easterSunday(year)
        let newYear = date(year, 1, 1), christmas = date(year, 12, 25)
        return [
            nextWeekday(newYear),
            easter - 2, easter + 1,
            firstMonday(date(year, 5, 1)),
            lastMonday(date(year, 5, 31)),
            lastMonday(date(year, 8, 31)),
        ] + christmasPair(christmas)
    }

    /// Christmas Day and Boxing Day, with the substitutes for a weekend.
    private static func christmasPair(_ christmas: Day) -> [Day] {
        switch christmas.weekday {
        case 5: [christmas, christmas + 3]
        case 6: [christmas + 2, christmas + 3]
        case 7: [christmas + 1, christmas + 2]
        default: [christmas, christmas + 1]
        }
    }

    static func easterSunday(_ year: Int) -> Day {
        let a = year % 19, b = year / 100, c = year % 100
        let g = (8 * b + 13) / 25
        let h = (19 * a + b - b / 4 - g + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 19 * l) / 433
        let month = (h + l - 7 * m + 90) / 25
        return date(year, month, (h + l - 7 * m + 33 * month + 19) % 32)
    }

    private static func nextWeekday(_ day: Day) -> Day { day.isWeekend ? day + (8 - day.weekday) : day }
    private static func firstMonday(_ first: Day) -> Day { first + (8 - first.weekday) % 7 }
    private static func lastMonday(_ last: Day) -> Day { last - (last.weekday - 1) }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(number: 0).adding(months: (year - 1970) * 12 + month - 1) + (day - 1)
    }

    /// Days moved for one year before the list: VE Day in 1995, jubilees in 2002 and 2012.
    private static let moves: [Int: [Day: Day?]] = [
        1995: [date(1995, 5, 1): date(1995, 5, 8)],
        2002: [date(2002, 5, 27): date(2002, 6, 4)],
        2012: [date(2012, 5, 28): date(2012, 6, 4)],
    ]

    /// Days added for one year before the list: royal weddings, the millennium, jubilees.
    private static let extra: [Int: [String]] = [
        1981: ["1981-07-29"], 1999: ["1999-12-31"], 2002: ["2002-06-03"], 2011: ["2011-04-29"],
        2012: ["2012-06-05"],
    ]
}
