import Basics

/// When a child becomes a young person, so that rights pass from the parents: after compulsory school age, which ends on the
/// last Friday in June of the school year of the 16th birthday, and until the 25th birthday.
public struct YoungPerson: Hashable, Sendable {
    public let born: Day

    public init(born: Day) { self.born = born }

    /// The last day of compulsory school age.
    public var lastSchoolDay: Day {
        let june = Day(AcademicYear(containing: born.adding(years: 16)).starting + 1, 6, 30) ?? born
        return june - (june.weekday + 2) % 7
    }

    public var isFirst: Day { lastSchoolDay + 1 }
    public var isLast: Day { born.adding(years: 25) - 1 }

    /// Whether the rights are theirs on a day, unless they lack capacity.
    public func holdsRights(on day: Day) -> Bool { (isFirst...isLast).contains(day) }
}
