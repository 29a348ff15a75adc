import Basics

/// How a rule reckons its last day from another day. Weeks are seven days; holidays move nothing.
public enum Period: Hashable, Sendable {
    case sameDay
    /// Within so many days of it: that day itself is not counted.
    case days(Int)
    /// So many days beginning with it: that day is the first.
    case daysBeginningWith(Int)
    case weeks(Int), weeksBefore(Int)
    /// Within so many months of it: the corresponding day, or the month's last where it has none.
    case months(Int)
    /// So many months starting with it: the day before the corresponding day, or the month's last where it has none.
    case monthsStartingWith(Int)
    /// At least so many months before it.
    case monthsBefore(Int)
    case workingDays(Int), workingDaysBeginningWith(Int)
    /// Working days of the tribunal, which counts no day of its holidays.
    case tribunalDays(Int)
    case schoolDays(Int)
    /// Before a day of the calendar year that it lies in.
    case before(day: Int, month: Int)
    /// By a day of the year, the first that comes on or after it.
    case next(day: Int, month: Int)

    public func lastDay(from day: Day, closures: [Spell] = []) -> Day {
        switch self {
        case .sameDay: day
        case .days(let number): day + number
        case .daysBeginningWith(let number): day + number - 1
        case .weeks(let number): day + 7 * number
        case .weeksBefore(let number): day - 7 * number
        case .months(let number): day.adding(months: number)
        case .monthsStartingWith(let number): day.endOfMonths(number)
        case .monthsBefore(let number): day.adding(months: -number)
        case .workingDays(let number): (day + 1).counting(number, where: BankHolidays.isWorkingDay)
        case .workingDaysBeginningWith(let number): day.counting(number, where: BankHolidays.isWorkingDay)
        case .tribunalDays(let number): (day + 1).counting(number) { BankHolidays.isWorkingDay($0) && !TribunalHolidays.contains($0) }
        case .schoolDays(let number): (day + 1).counting(number) { $0.isSchoolDay(closures) }
        case .before(let date, let month): day.inItsYear(date, month) - 1
        case .next(let date, let month): day.inItsYear(date, month) >= day ? day.inItsYear(date, month) : day.inItsYear(date, month).adding(years: 1)
        }
    }

    /// `6 weeks after`, to be followed by the day it runs from.
    public var words: String {
        switch self {
        case .sameDay: "On"
        case .days(let number): "\(count(number, "day")) after"
        case .daysBeginningWith(let number): "\(count(number, "day")) beginning with"
        case .weeks(let number): "\(count(number, "week")) after"
        case .weeksBefore(let number): "\(count(number, "week")) before"
        case .months(let number): "\(Self.length(number)) after"
        case .monthsStartingWith(let number): "\(Self.length(number)) starting with"
        case .monthsBefore(let number): "\(Self.length(number)) before"
        case .workingDays(let number): "\(count(number, "working day")) after"
        case .workingDaysBeginningWith(let number): "\(count(number, "working day")) beginning with"
        case .tribunalDays(let number): "\(count(number, "working day")) of the tribunal after"
        case .schoolDays(let number): "\(count(number, "school day")) after"
        case .before(let date, let month): "Before \(date) \(Day.name(ofMonth: month)) of the year of"
        case .next(let date, let month): "The next \(date) \(Day.name(ofMonth: month)) from"
        }
    }

    private static func length(_ months: Int) -> String {
        months > 12 && months.isMultiple(of: 12) ? count(months / 12, "year") : count(months, "month")
    }
}

extension Day {
    /// The last of so many months that start with this day.
    fileprivate func endOfMonths(_ number: Int) -> Day {
        let corresponding = adding(months: number)
        return corresponding.day == day ? corresponding - 1 : corresponding
    }

    /// The last of so many days of one kind, counted from this one on.
    fileprivate func counting(_ number: Int, where counts: (Day) -> Bool) -> Day {
        var day = self, left = number
        while true {
            if counts(day) { left -= 1 }
            if left <= 0 { return day }
            day = day + 1
        }
    }

    fileprivate func inItsYear(_ day: Int, _ month: Int) -> Day { Day(year, month, day) ?? self }

    /// A working day on which the school is not closed.
    func isSchoolDay(_ closures: [Spell]) -> Bool { BankHolidays.isWorkingDay(self) && !closures.contains { $0.covers(self) } }

    fileprivate static func name(ofMonth month: Int) -> String {
        (Day(2000, month, 1)?.inWords.split(separator: " ").dropFirst().first).map(String.init) ?? ""
    }
}
