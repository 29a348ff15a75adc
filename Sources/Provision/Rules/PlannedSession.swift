import Basics
import People

/// A session as the week and the school's calendar plan it.
public struct PlannedSession: Hashable, Sendable {
    public let run: ProvisionID
    public let day: Day
    public let time: WeeklyTime
    /// The pupils in it on that day, by their numbers.
    public let pupils: [PupilID]
    public let plannedSize: Int
    public let proof: Proof
    public let funding: String
    public let sessionPrice: Pence

    public var minutes: Int { time.minutes }
    /// Which session it is: one time of the week on one day.
    public var slot: SessionSlot { SessionSlot(time: time.id, day: day) }
}

/// One time of the week on one day: what is logged once.
public struct SessionSlot: Hashable, Sendable {
    public let time: RowID
    public let day: Day

    public init(time: RowID, day: Day) { (self.time, self.day) = (time, day) }
}

extension SchoolDays {
    /// The days with pupils in, in order: made once for a page, used for all its provisions.
    public func list(from first: Day, to last: Day) -> [Day] {
        last < first ? [] : (0...(last - first)).map { first + $0 }.filter(contains)
    }
}

extension WholeProvision {
    /// The sessions that are planned on these school days, in order. None stands on a day on which the school is closed
    /// to pupils: holidays, training days, closures and bank holidays are not among them.
    public func sessions(on schoolDays: [Day]) -> [PlannedSession] {
        schoolDays.filter(run.spell.covers).flatMap { day -> [PlannedSession] in
            guard let week = pattern(on: day) else { return [] }
            // Most groups meet on one or two days of the week: who is in them is not asked on the others.
            let times = week.times.filter { $0.weekday == day.weekday }
            if times.isEmpty { return [] }
            let pupils = pupils(on: day)
            return times.sorted { $0.startsAt < $1.startsAt }.map { session($0, day, week, pupils) }
        }
    }

    /// One session for each time of the week that holds on a day, all with that day: for whoever counts them.
    func sessions(from day: Day) -> [PlannedSession] {
        guard run.spell.covers(day), let week = pattern(on: day) else { return [] }
        let pupils = pupils(on: day)
        return week.times.map { session($0, day, week, pupils) }
    }

    /// The days from one to another, cut wherever the week changes, or somebody joins or leaves.
    func unchangingSpells(from first: Day, to last: Day) -> [Spell] {
        if last < first { return [] }
        let spells = patterns.map(\.spell) + members.map(\.spell) + [run.spell]
        let cuts = Set(spells.flatMap { [$0.starts, $0.ends.map { $0 + 1 }].compactMap(\.self) }.filter { $0 > first && $0 <= last } + [first]).sorted()
        return zip(cuts, cuts.dropFirst().map { $0 - 1 } + [last]).map { Spell(starts: $0, ends: $1) }
    }

    private func session(_ time: WeeklyTime, _ day: Day, _ week: WeeklyPattern, _ pupils: [PupilID]) -> PlannedSession {
        PlannedSession(run: run.id, day: day, time: time, pupils: pupils, plannedSize: week.plannedSize, proof: week.proof, funding: week.funding, sessionPrice: week.sessionPrice)
    }
}
