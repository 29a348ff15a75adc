import Basics

/// The days that do not count for the tribunal: 25 December to 1 January, and August.
///
/// An appeal whose time ends on one of them is in time on the first working day after them. It holds for appeals about
/// special educational needs, not for claims of discrimination (as the charity IPSEA explains the tribunal's rules).
enum TribunalHolidays {
    static func contains(_ day: Day) -> Bool { lastDay(day) != day }

    /// The day on which a time that ends on this day really ends.
    static func lastDay(_ day: Day) -> Day {
        switch (day.month, day.day) {
        case (12, 25...): firstWorkingDay(from: day + (33 - day.day))
        case (1, 1): firstWorkingDay(from: day + 1)
        case (8, _): firstWorkingDay(from: day + (32 - day.day))
        default: day
        }
    }

    private static func firstWorkingDay(from day: Day) -> Day { Period.workingDaysBeginningWith(1).lastDay(from: day) }
}
