import Basics

/// What was planned for a pupil and what came of it, in minutes.
///
/// `offered + missed + unproved = planned + madeUp + extra`, always.
public struct DeliveryMinutes: Hashable, Sendable {
    /// What the plan's line asks for; what was planned, where no line does.
    public var owed = 0
    public var planned = 0
    /// What the school had ready for the pupil, made-up and extra sessions with it. Of a pupil who was absent it
    /// counts, of one whose part-time timetable left it out it does not.
    public var offered = 0
    /// What the pupil was there for.
    public var received = 0
    /// Planned and not offered.
    public var missed = 0
    /// Offered in sessions that make up others; a part of `offered`.
    public var madeUp = 0
    /// Offered beside plan and making up; a part of `offered`.
    public var extra = 0
    /// Planned, past, and nobody has said what happened.
    public var unproved = 0

    public init() {}

    /// What is still missing of what is owed.
    public var shortfall: Int { max(0, owed - offered) }

    public static func + (a: DeliveryMinutes, b: DeliveryMinutes) -> DeliveryMinutes {
        var sum = a
        sum.owed += b.owed; sum.planned += b.planned; sum.offered += b.offered; sum.received += b.received
        sum.missed += b.missed; sum.madeUp += b.madeUp; sum.extra += b.extra; sum.unproved += b.unproved
        return sum
    }
}

extension DeliveryMinutes {
    /// Counts for one pupil.
    /// - Parameters:
    ///   - planned: sessions up to the day of the question; those with no proof at all count as planned only where they are logged.
    ///   - logs: what stands logged.
    ///   - owed: what lines ask for; nil for what was planned.
    public init(of pupil: PupilID, planned: [PlannedSession], logs: [SessionLog], owed: Int? = nil) {
        self.init()
        let standing = logs.filter(\.stands)
        let bySlot = Dictionary(standing.compactMap { log in log.slot.map { ($0, log) } }) { first, _ in first }
        for session in planned where session.pupils.contains(pupil) && session.proof != .none { add(session, bySlot[session.slot], pupil) }
        for log in standing where log.slot == nil { addBeside(log, pupil) }
        self.owed = owed ?? self.planned
    }

    private mutating func add(_ session: PlannedSession, _ log: SessionLog?, _ pupil: PupilID) {
        planned += session.minutes
        guard let log else {
            unproved += session.minutes
            return
        }
        let there = log.pupils.first { $0.pupil == pupil }, ready = log.offered(to: pupil)
        offered += ready
        missed += session.minutes - ready
        received += there?.minutes ?? 0
    }

    private mutating func addBeside(_ log: SessionLog, _ pupil: PupilID) {
        guard let there = log.pupils.first(where: { $0.pupil == pupil }) else { return }
        let ready = log.offered(to: pupil)
        offered += ready
        received += there.minutes
        if log.makesUp == nil { extra += ready } else { madeUp += ready }
    }
}

extension SessionLog {
    /// Minutes that the school had ready for one pupil: none for one whom a part-time timetable, or another adult, kept away.
    public func offered(to pupil: PupilID) -> Int {
        guard let there = pupils.first(where: { $0.pupil == pupil }) else { return 0 }
        switch there.away {
        case nil, .absent?: return time == nil ? readyMinutes : min(planned, readyMinutes)
        case .partTime?, .elsewhere?: return 0
        }
    }
}
