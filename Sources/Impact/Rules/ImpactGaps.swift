import Basics

/// One pupil in one run of an intervention, as the safety net looks at it.
public struct PupilRun: Sendable, Hashable {
    /// Whether it did something for the pupil.
    public enum Effect: Sendable { case some, none, unknown }

    public let intervention: InterventionID
    public let pupil: PupilID
    public let joined: Day
    /// The pupil's own last day in it, or that of the run; nil while it goes on.
    public let left: Day?
    /// Whether entry and exit are to be measured at all: universal provision and adjustments are not.
    public let isMeasured: Bool
    public let hasBaseline: Bool, hasExit: Bool
    public let effect: Effect

    public init(intervention: InterventionID, pupil: PupilID, joined: Day, left: Day? = nil, isMeasured: Bool = true, hasBaseline: Bool = false, hasExit: Bool = false, effect: Effect = .unknown) {
        (self.intervention, self.pupil, self.joined, self.left) = (intervention, pupil, joined, left)
        (self.isMeasured, self.hasBaseline, self.hasExit, self.effect) = (isMeasured, hasBaseline, hasExit, effect)
    }

    public func isOver(on day: Day) -> Bool { left.map { $0 < day } ?? false }
}

/// What of an intervention's impact must not be missed.
public enum ImpactGaps {
    /// Days after the start, or the end, in which a test may still be given.
    public static let grace = 14

    /// Begun without a baseline, and the days for it are over: the day since when, else nil. A run that has ended is not
    /// asked for one any more, since it cannot be made up.
    public static func startedWithoutBaseline(_ run: PupilRun, on day: Day) -> Day? {
        let since = run.joined + grace + 1
        return run.isMeasured && !run.hasBaseline && !run.isOver(on: day) && since <= day ? since : nil
    }

    /// For how many days it is asked for an exit score. Somebody can answer before that it cannot be made up.
    static let asked = 365

    /// Ended without an exit score; the day since when, else nil. It is asked for without a baseline, too: a score at the
    /// end still says where the pupil stands, and the run must not be forgotten.
    public static func endedWithoutExit(_ run: PupilRun, on day: Day) -> Day? {
        guard let left = run.left, run.isMeasured, !run.hasExit else { return nil }
        let since = left + grace + 1
        return since <= day && day <= left + asked ? since : nil
    }

    /// How many ended runs of one intervention in a row did nothing for a pupil, when it may be begun or goes on once more.
    public static let often = 3

    /// The pupil had the same intervention three times and more, the last three known ones without effect: the day on
    /// which the last ended. A run of which nothing is known neither counts nor clears. Other pupils’ are passed over.
    /// - Parameter runs: of the one intervention, those that schools adapted from it among them.
    public static func withoutEffect(_ runs: [PupilRun], of pupil: PupilID, on day: Day) -> Day? {
        let known = runs.filter { $0.pupil == pupil && $0.isOver(on: day) && $0.effect != .unknown }
            .sorted { $0.left ?? .distantFuture < $1.left ?? .distantFuture }
        let last = known.suffix(often)
        return last.count == often && last.allSatisfy { $0.effect == .none } ? last.last?.left : nil
    }
}
