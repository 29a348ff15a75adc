import Basics

/// A week with its school days: what is owed and proved is counted by these.
public struct SchoolWeek: Hashable, Sendable {
    public let monday: Day
    /// In order; never empty.
    public let days: [Day]

    public var sunday: Day { monday + 6 }

    /// The weeks that hold at least one of these school days, in order.
    public static func all(of schoolDays: [Day]) -> [SchoolWeek] {
        Dictionary(grouping: schoolDays) { $0 - ($0.weekday - 1) }.sorted { $0.key < $1.key }.map { SchoolWeek(monday: $0.key, days: $0.value.sorted()) }
    }

    /// The last weeks that were over before a day, at most so many, in order.
    public static func last(_ number: Int, before day: Day, of schoolDays: [Day]) -> [SchoolWeek] {
        Array(all(of: schoolDays).filter { $0.sunday < day }.suffix(number))
    }
}

extension [Day] {
    /// Of school days in order: the one so many after a day; nil where the calendar does not reach so far.
    func schoolDay(_ number: Int, after day: Day) -> Day? {
        let later = drop { $0 <= day }
        return later.count >= number && number > 0 ? later[later.startIndex + number - 1] : nil
    }
}
