import Basics

/// The week of a provision as somebody gives it, with what is wrong with it beside the field.
public struct PatternForm: Sendable {
    public var times: [TimeForm]
    /// Nil where it is no number.
    public var plannedSize: Int?
    /// Nil for what is usual.
    public var proof: Proof?
    public var funding = ""
    public var sessionPrice = Pence(0)

    public init(times: [TimeForm], plannedSize: Int?, proof: Proof? = nil) { (self.times, self.plannedSize, self.proof) = (times, plannedSize, proof) }

    /// One line of the table of times. What is no number, or no time, comes as nil.
    public struct TimeForm: Sendable {
        public var weekday: Int?, startsAt: ClockTime?, minutes: Int?
        public var room: String, adults: [SessionAdult]

        public init(weekday: Int?, startsAt: ClockTime?, minutes: Int?, room: String = "", adults: [SessionAdult] = []) {
            (self.weekday, self.startsAt, self.minutes, self.room, self.adults) = (weekday, startsAt, minutes, room.trimmed, adults)
        }

        /// How long a session may be. What is outside is never added to anything: a number may be as large as any.
        static let possibleMinutes = 1...360

        /// The time, where it is one.
        var time: WeeklyTime? {
            guard let weekday, let startsAt, let minutes, Self.possibleMinutes.contains(minutes) else { return nil }
            return WeeklyTime(weekday: weekday, startsAt: startsAt, minutes: minutes, room: room, adults: adults)
        }
    }

    /// - Returns: the pattern from a day on; nil where something is wrong, which is then among the problems.
    func pattern(of kind: InterventionKind, from day: Day, to last: Day?, isSectionF: Bool, _ problems: inout Problems) -> WeeklyPattern? {
        let before = problems.list.count
        problems.requireWhole(plannedSize, 1...40, "group_size", "pupils in the group")
        problems.require(kind == .universal || !times.isEmpty, "times", "Give at least one time of the week.")
        problems.require(funding.isEmpty || FundingStream.named(funding) != nil, "funding", "Choose a funding stream of the list.")
        problems.require(sessionPrice >= Pence(0), "session_price", "A price can't be below zero.")
        for (place, time) in times.enumerated() { check(time, place, &problems) }
        checkProof(kind, isSectionF, &problems)
        let times = times.compactMap(\.time)
        checkOverlaps(times, &problems)
        guard let plannedSize, problems.list.count == before else { return nil }
        let usual = Proof.usual(kind: kind, plannedSize: plannedSize, isSectionF: isSectionF, isExternal: isExternal)
        return WeeklyPattern(spell: Spell(starts: day, ends: last), times: times, plannedSize: plannedSize, proof: proof ?? usual, funding: funding, sessionPrice: sessionPrice)
    }

    private var isExternal: Bool { times.contains { $0.adults.contains { StaffRole.named($0.role)?.isExternal ?? false } } }

    private func check(_ time: TimeForm, _ place: Int, _ problems: inout Problems) {
        problems.require(time.weekday.map((1...5).contains) ?? false, "weekday_\(place)", "Choose a day of the week.")
        problems.require(time.startsAt != nil, "starts_at_\(place)", "Give the time at which it begins, such as 9:15.")
        problems.requireWhole(time.minutes, TimeForm.possibleMinutes, "minutes_\(place)", "minutes")
        if let starts = time.startsAt, let minutes = time.minutes, TimeForm.possibleMinutes.contains(minutes) {
            problems.require(starts.minute + minutes <= 1440, "minutes_\(place)", "This ends after midnight. Check both times.")
        }
        problems.require(time.adults.allSatisfy { StaffRole.named($0.role) != nil }, "role_\(place)", "Choose what the adult is paid as.")
        problems.require((1...2).contains(time.adults.count), "staff_\(place)", "Say who gives it: one adult, or two.")
        let named = time.adults.compactMap(\.staff)
        problems.require(Set(named).count == named.count, "staff_\(place)", "The same adult stands here twice.")
        problems.require(!time.adults.contains { StaffRole.named($0.role)?.isExternal ?? false } || sessionPrice > Pence(0), "session_price", "Give the price of a session by somebody from outside.")
    }

    /// What the law or the money asks to be proved can't go without.
    private func checkProof(_ kind: InterventionKind, _ isSectionF: Bool, _ problems: inout Problems) {
        problems.require(!isSectionF || proof == nil || proof == .eachSession, "proof", "This serves a line of section F of an EHC plan. Log each session.")
        problems.require(proof != Proof.none || kind == .universal, "proof", "Only what is there for everyone goes without proof. Choose each session, or once a week.")
    }

    private func checkOverlaps(_ times: [WeeklyTime], _ problems: inout Problems) {
        for (place, time) in times.enumerated() where times[..<place].contains(where: { $0.weekday == time.weekday && $0.startsAt.minute < time.endMinute && time.startsAt.minute < $0.endMinute }) {
            problems.add("starts_at_\(place)", "This meets another time of the same provision. Give a time after it.")
        }
    }
}
