import Basics

/// Spreads the meetings of a school's reviews over its weeks, so that each is lawful and no week has too many.
///
/// The reviews with the least time come first. Each gets the latest week of its time that is not full, for every week that a meeting
/// comes sooner the next year's comes sooner, too; within the week the day with fewest meetings and clashes. Where every week is
/// full, the one with the fewest.
public struct ReviewPlanner: Sendable {
    /// One review whose meeting is to be planned.
    public struct Ask: Sendable {
        public let id: RowID
        public let latest: Day
        /// Those who come to several reviews.
        public let people: Set<String>

        public init(id: RowID, latest: Day, people: Set<String> = []) { (self.id, self.latest, self.people) = (id, latest, people) }
    }

    /// A meeting that has its day.
    public struct Planned: Sendable {
        public let id: RowID
        public let day: Day
        public let people: Set<String>

        public init(id: RowID, day: Day, people: Set<String> = []) { (self.id, self.day, self.people) = (id, day, people) }
    }

    public let today: Day
    public let mostAWeek: Int
    private let isSchoolDay: @Sendable (Day) -> Bool
    /// How long before the latest day a meeting may lie.
    static let span = 84
    /// Everybody must be told two weeks before; there is time for advice with six.
    static let leastNotice = 14, goodNotice = 42

    public init(today: Day, mostAWeek: Int = 3, isSchoolDay: @escaping @Sendable (Day) -> Bool) {
        (self.today, self.mostAWeek, self.isSchoolDay) = (today, max(1, mostAWeek), isSchoolDay)
    }

    /// A day for each review for which there is a lawful one.
    /// - Parameter elsewhere: meetings of other schools, which bind people and fill no week here.
    public func proposal(_ asks: [Ask], beside planned: [Planned] = [], elsewhere: [Planned] = []) -> [RowID: Day] {
        var held = planned, result: [RowID: Day] = [:]
        for ask in asks.sorted(by: { ($0.latest, $0.id) < ($1.latest, $1.id) }) {
            guard let day = day(for: ask, beside: held, elsewhere) else { continue }
            result[ask.id] = day
            held.append(Planned(id: ask.id, day: day, people: ask.people))
        }
        return result
    }

    private func day(for ask: Ask, beside held: [Planned], _ elsewhere: [Planned]) -> Day? {
        let days = candidates(ask)
        let weeks = Dictionary(grouping: days, by: \.monday), loads = Dictionary(grouping: held, by: \.day.monday).mapValues(\.count)
        let free = weeks.keys.filter { loads[$0, default: 0] < mostAWeek }.max()
        guard let week = free ?? weeks.keys.min(by: { (loads[$0, default: 0], $1) < (loads[$1, default: 0], $0) }) else { return nil }
        return weeks[week]?.min { burden($0, ask, held, elsewhere) < burden($1, ask, held, elsewhere) }
    }

    /// Days on which the meeting may be: the papers can go round on a school day, where there is such a day.
    private func candidates(_ ask: Ask) -> [Day] {
        let first = max(today + Self.leastNotice, ask.latest - Self.span)
        guard first <= ask.latest else { return [] }
        let days = (0...(ask.latest - first)).map { first + $0 }.filter(isSchoolDay)
        for good in [{ $0 >= today + Self.goodNotice && isSchoolDay($0 - 14) }, { isSchoolDay($0 - 14) }] as [(Day) -> Bool] {
            let found = days.filter(good)
            if !found.isEmpty { return found }
        }
        return days
    }

    /// Clashes count more than another meeting on the day; the later day wins where all is alike.
    private func burden(_ day: Day, _ ask: Ask, _ held: [Planned], _ elsewhere: [Planned]) -> Burden {
        let same = held.filter { $0.day == day }
        return Burden(clashes: (same + elsewhere.filter { $0.day == day }).count { !$0.people.isDisjoint(with: ask.people) }, meetings: same.count, daysLeft: ask.latest - day)
    }

    private struct Burden: Comparable {
        let clashes: Int, meetings: Int, daysLeft: Int

        static func < (a: Burden, b: Burden) -> Bool { (a.clashes, a.meetings, a.daysLeft) < (b.clashes, b.meetings, b.daysLeft) }
    }
}

extension ReviewPlanner {
    /// Who is asked to more than one meeting of a day, meeting by meeting.
    public static func clashes(_ planned: [Planned]) -> [RowID: Set<String>] {
        var result: [RowID: Set<String>] = [:]
        for same in Dictionary(grouping: planned, by: \.day).values where same.count > 1 {
            for one in same {
                let others = same.filter { $0.id != one.id || one.id == .new }.reduce(into: Set<String>()) { $0.formUnion($1.people) }
                result[one.id] = one.people.intersection(others)
            }
        }
        return result.filter { !$0.value.isEmpty }
    }
}

extension Day {
    /// The Monday of its week.
    var monday: Day { self - (weekday - 1) }
}
