import Basics

/// The school days of the demonstration trust: an ordinary English year with its three terms and half-terms.
struct DemonstrationCalendar: Sendable {
    let today: Day
    let year: AcademicYear
    /// The first Thursday in October, or today where that is still to come.
    let censusDay: Day
    private let schoolDays: [Day]

    init(today: Day) {
        self.today = today
        year = AcademicYear(containing: today)
        let days = (-15...0).flatMap { DemonstrationCalendar.schoolDays(of: AcademicYear(starting: AcademicYear(containing: today).starting + $0)) }
        schoolDays = days
        let october = AcademicYear(containing: today).firstDay.adding(months: 1)
        censusDay = min(today, DemonstrationCalendar.weekday(4, onOrAfter: october))
    }

    /// The first school day of an academic year.
    func firstDay(of year: AcademicYear) -> Day { schoolDay(onOrAfter: year.firstDay) }

    func schoolDay(onOrAfter day: Day) -> Day {
        let place = firstPlace(onOrAfter: day)
        return place < schoolDays.count ? schoolDays[place] : day
    }

    /// The school days from one day to another, both included.
    func schoolDays(from first: Day, to last: Day) -> ArraySlice<Day> {
        let start = firstPlace(onOrAfter: first)
        return schoolDays[start..<max(start, firstPlace(onOrAfter: last + 1))]
    }

    /// The first school day of the term that today lies in.
    var termStart: Day {
        let christmas = year.firstDay.adding(months: 4), easter = DemonstrationCalendar.goodFriday(year.starting + 1)
        return schoolDay(onOrAfter: today < christmas ? year.firstDay : today < easter ? christmas : easter)
    }

    private func firstPlace(onOrAfter day: Day) -> Int {
        var low = 0, high = schoolDays.count
        while low < high {
            let middle = (low + high) / 2
            if schoolDays[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func schoolDays(of year: AcademicYear) -> [Day] {
        let autumn = year.firstDay, spring = autumn.adding(months: 4), breaks = breaks(of: year)
        let closed = Set(BankHolidays.days(in: autumn.year) + BankHolidays.days(in: spring.year))
        return ((autumn + 2).number...(spring.adding(months: 6) + 20).number).map(Day.init(number:)).filter { day in
            !day.isWeekend && !closed.contains(day) && !breaks.contains { $0.covers(day) }
        }
    }

    /// Half-terms of a week, Christmas, and the two weeks around Good Friday.
    private static func breaks(of year: AcademicYear) -> [Spell] {
        let autumn = year.firstDay, january = autumn.adding(months: 4), goodFriday = goodFriday(year.starting + 1)
        let halfTerms = [autumn.adding(months: 1) + 20, january.adding(months: 1) + 10, january.adding(months: 4) + 24]
        return halfTerms.map { weekday(1, onOrAfter: $0) }.map { Spell(starts: $0, ends: $0 + 4) } + [
            Spell(starts: autumn.adding(months: 3) + 19, ends: january + 3),
            Spell(starts: goodFriday - 4, ends: goodFriday + 7),
        ]
    }

    /// No other bank holiday lies in March or April.
    private static func goodFriday(_ year: Int) -> Day {
        BankHolidays.days(in: year).first { $0.month == 3 || $0.month == 4 } ?? AcademicYear(starting: year - 1).firstDay.adding(months: 7)
    }

    private static func weekday(_ weekday: Int, onOrAfter day: Day) -> Day { day + (weekday - day.weekday + 7) % 7 }
}
