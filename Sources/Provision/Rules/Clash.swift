import Basics

/// Somebody or some room in two places at once.
public struct Clash: Hashable, Sendable {
    /// Who or what is in two places.
    public enum What: Hashable, Sendable {
        case staff(StaffID), pupil(PupilID), room(String)
    }

    public let what: What
    public let first: WeekSlot
    public let second: WeekSlot

    /// The clashes of one slot, as it is typed, with those that stand.
    public static func found(of slot: WeekSlot, with others: [WeekSlot]) -> [Clash] {
        others.filter(slot.meets).flatMap { shared(slot, $0) }
    }

    /// All clashes among the slots of a school, each once, in the order of the week.
    public static func found(among slots: [WeekSlot]) -> [Clash] {
        let ordered = slots.sorted { ($0.weekday, $0.startsAt, $0.run) < ($1.weekday, $1.startsAt, $1.run) }
        return ordered.indices.flatMap { place -> [Clash] in
            let one = ordered[place]
            let near = ordered[(place + 1)...].prefix { $0.weekday == one.weekday && $0.startsAt.minute < one.endMinute }
            return near.filter(one.meets).flatMap { shared(one, $0) }
        }
    }

    private static func shared(_ one: WeekSlot, _ other: WeekSlot) -> [Clash] {
        let staff = one.staff.intersection(other.staff).sorted().map(What.staff)
        let pupils = one.pupils.intersection(other.pupils).sorted().map(What.pupil)
        let room = !one.room.folded.isEmpty && one.room.folded == other.room.folded ? [What.room(one.room)] : []
        return (staff + pupils + room).map { Clash(what: $0, first: one, second: other) }
    }
}
