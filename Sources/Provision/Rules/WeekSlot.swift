import Basics

/// A stretch of the week in which somebody or some room is taken.
public struct WeekSlot: Hashable, Sendable {
    public let run: ProvisionID
    public let name: String
    /// The days between which it holds.
    public let spell: Spell
    public let weekday: Int
    public let startsAt: ClockTime
    public let minutes: Int
    public let staff: Set<StaffID>
    public let pupils: Set<PupilID>
    public let room: String

    public init(run: ProvisionID, name: String, spell: Spell, weekday: Int, startsAt: ClockTime, minutes: Int, staff: Set<StaffID> = [], pupils: Set<PupilID> = [], room: String = "") {
        (self.run, self.name, self.spell, self.weekday) = (run, name, spell, weekday)
        (self.startsAt, self.minutes, self.staff, self.pupils, self.room) = (startsAt, minutes, staff, pupils, room)
    }

    var endMinute: Int { startsAt.minute + minutes }

    /// Whether both hold at the same time. One that ends when the other begins does not meet it.
    func meets(_ other: WeekSlot) -> Bool {
        weekday == other.weekday && startsAt.minute < other.endMinute && other.startsAt.minute < endMinute && spell.overlaps(other.spell)
    }
}

extension WholeProvision {
    /// The slots of its weeks that hold on or after a day. A pupil's time in it narrows no slot: what is typed is warned of early.
    public func slots(from day: Day) -> [WeekSlot] {
        patterns.filter { ($0.spell.ends ?? run.spell.ends ?? .distantFuture) >= day }.flatMap { week in
            week.times.map { slot($0, of: week, pupils(in: week, from: day)) }
        }
    }

    private func pupils(in week: WeeklyPattern, from day: Day) -> Set<PupilID> {
        Set(members.filter { $0.spell.overlaps(week.spell) && ($0.spell.ends ?? .distantFuture) >= day }.map(\.pupil))
    }

    private func slot(_ time: WeeklyTime, of week: WeeklyPattern, _ pupils: Set<PupilID>) -> WeekSlot {
        WeekSlot(run: run.id, name: run.name, spell: Spell(starts: week.spell.starts, ends: week.spell.ends ?? run.spell.ends), weekday: time.weekday, startsAt: time.startsAt,
                 minutes: time.minutes, staff: Set(time.adults.compactMap(\.staff)), pupils: pupils, room: time.room)
    }
}
