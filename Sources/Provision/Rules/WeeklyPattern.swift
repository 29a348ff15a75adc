import Basics

/// The week of a provision from a day on: when, how long, who gives it, where, for how many, by whose money, and how
/// one knows that it was given. A change makes a new one; what was before stays as it was.
public struct WeeklyPattern: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var run: ProvisionID
    public var spell: Spell
    /// Empty where it has no times of its own, as with a strategy used all day.
    public var times: [WeeklyTime]
    /// Pupils that the group is meant for; the base of costs where a school shares them by planned size.
    public var plannedSize: Int
    public var proof: Proof
    /// A key of `FundingStream`; empty for the school's own budget.
    public var funding = ""
    /// What one session costs that somebody from outside gives.
    public var sessionPrice = Pence(0)

    public init(id: RowID = .new, run: ProvisionID = .new, spell: Spell, times: [WeeklyTime], plannedSize: Int, proof: Proof, funding: String = "", sessionPrice: Pence = Pence(0)) {
        (self.id, self.run, self.spell, self.times) = (id, run, spell, times)
        (self.plannedSize, self.proof, self.funding, self.sessionPrice) = (plannedSize, proof, funding, sessionPrice)
    }

    /// Minutes in a full week.
    public var minutesAWeek: Int { times.map(\.minutes).reduce(0, +) }
}

/// One session of the week.
public struct WeeklyTime: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    /// Monday is 1.
    public var weekday: Int
    public var startsAt: ClockTime
    public var minutes: Int
    public var room = ""
    /// Those who give it: one, or two.
    public var adults: [SessionAdult]

    public init(id: RowID = .new, weekday: Int, startsAt: ClockTime, minutes: Int, room: String = "", adults: [SessionAdult] = []) {
        (self.id, self.weekday, self.startsAt, self.minutes) = (id, weekday, startsAt, minutes)
        (self.room, self.adults) = (room, adults)
    }

    /// The minute after midnight at which it is over.
    public var endMinute: Int { startsAt.minute + minutes }
}

/// An adult of a session: who, where it is known, and what they are paid as.
public struct SessionAdult: Hashable, Sendable {
    public var staff: StaffID?
    /// A key of `StaffRole`.
    public var role: String

    public init(_ role: String, _ staff: StaffID? = nil) { (self.role, self.staff) = (role, staff) }
}
