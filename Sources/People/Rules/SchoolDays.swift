import Basics

/// The days on which a school has pupils in, as its own list of terms, holidays and closures says.
///
/// Of a year whose terms nobody has recorded, Mondays to Fridays outside bank holidays and the last week of July and
/// August are taken for school days.
public struct SchoolDays: Sendable {
    private let terms: [Term]
    private let closures: [Closure]
    private let knownYears: Set<Int>

    public init(terms: [Term], closures: [Closure]) {
        (self.terms, self.closures) = (terms, closures)
        knownYears = Set(terms.map(\.academicYear))
    }

    public func contains(_ day: Day) -> Bool {
        BankHolidays.isWorkingDay(day) && isInTerm(day) && !closures.contains { $0.starts <= day && day <= $0.ends }
    }

    /// The day so many school days after another: of one school day after a Friday in term, the Monday.
    public func day(_ number: Int, after day: Day) -> Day {
        var left = number, next = day
        // A list of terms that ends leaves no school day to find: after a year, the calendar is taken as it is.
        while left > 0, next - day < 366 {
            next = next + 1
            if contains(next) { left -= 1 }
        }
        return next
    }

    /// How many school days lie after one day up to another, that one counted.
    public func count(after first: Day, to last: Day) -> Int {
        last > first ? (1...(last - first)).count { contains(first + $0) } : 0
    }

    private func isInTerm(_ day: Day) -> Bool {
        if terms.contains(where: { $0.starts <= day && day <= $0.ends }) { return true }
        return !knownYears.contains(AcademicYear(containing: day).starting) && !(day.month == 8 || day.month == 7 && day.day > 24)
    }
}
