/// A calendar date without time or zone, such as a birth date or a deadline.
///
/// Held as days since 1 January 1970 in the proleptic Gregorian calendar; the conversions are the
/// era-based ones of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970.
    public let number: Int

    public init(number: Int) { self.number = number }

    /// The date with these parts, or nil where the calendar has no such day (30 February).
    public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
              day <= Day.length(ofMonth: month, year: year) else { return nil }
        number = Day.count(year, month, day)
    }

    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

    /// How many days from `earlier` to `later`; negative when they are the other way round.
    public static func - (later: Day, earlier: Day) -> Int { later.number - earlier.number }
    public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    public static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }

    public var year: Int { parts.year }
    public var month: Int { parts.month }
    public var day: Int { parts.day }

    /// Monday is 1, Sunday is 7 (ISO 8601).
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }
    public var isWeekend: Bool { weekday > 5 }

    /// The same day so many months on; the last day of the month where that one is shorter.
    public func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let index = year * 12 + (month - 1) + months
        let newYear = index / 12, newMonth = index % 12 + 1
        return Day(number: Day.count(newYear, newMonth, min(day, Day.length(ofMonth: newMonth, year: newYear))))
    }

    public func adding(years: Int) -> Day { adding(months: years * 12) }

    /// Completed years of age on `day` for someone born on this date.
    public func age(on day: Day) -> Int {
        let (birthYear, birthMonth, birthDay) = parts
        let (year, month, dayOfMonth) = day.parts
        let hadBirthday = (month, dayOfMonth) >= (birthMonth, birthDay)
        return year - birthYear - (hadBirthday ? 0 : 1)
    }

    /// Year, month (1-12) and day of the month.
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    private static func count(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
