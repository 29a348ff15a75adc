import Basics
import People

/// How many school days of each weekday a stretch of days has. Counted once for a school, asked for each pupil of its map:
/// a year of planned sessions is never written out.
public struct WeekdayCounts: Sendable {
    private let first: Day
    /// For each weekday and each day: school days of it before that day.
    private let before: [[Int]]

    /// - Parameter spell: the stretch; days outside it count for nothing.
    public init(of days: SchoolDays, in spell: Spell) {
        first = spell.starts
        let number = max(0, (spell.ends ?? spell.starts) - spell.starts + 1)
        var before = Array(repeating: [0], count: 8)
        for offset in 0..<number {
            let day = spell.starts + offset, isSchoolDay = days.contains(day)
            for weekday in 1...7 { before[weekday].append((before[weekday].last ?? 0) + (isSchoolDay && day.weekday == weekday ? 1 : 0)) }
        }
        self.before = before
    }

    /// School days of a weekday (Monday is 1) from one day to another, both counted.
    public func count(_ weekday: Int, from: Day, to: Day) -> Int {
        guard before.indices.contains(weekday), let last = before[weekday].indices.last else { return 0 }
        let low = min(max(0, from - first), last), high = min(max(0, to - first + 1), last)
        return high > low ? before[weekday][high] - before[weekday][low] : 0
    }
}

extension WholeProvision {
    /// The minutes planned for somebody who takes part from a day to a day: what `DeliveryMinutes` counts as planned,
    /// without a session being made for each.
    public func plannedMinutes(in spell: Spell, to last: Day, _ days: WeekdayCounts) -> Int {
        patterns.filter { $0.proof != .none }.map { week in
            let (from, to) = Self.shared([run.spell, week.spell, spell], to: last)
            return week.times.map { $0.minutes * days.count($0.weekday, from: from, to: to) }.reduce(0, +)
        }.reduce(0, +)
    }

    /// The days that all of these have, up to a last one.
    static func shared(_ spells: [Spell], to last: Day) -> (from: Day, to: Day) {
        (spells.map(\.starts).max() ?? .distantPast, spells.compactMap(\.ends).reduce(last) { min($0, $1) })
    }
}
