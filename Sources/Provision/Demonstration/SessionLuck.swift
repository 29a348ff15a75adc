import Basics
import People

/// What happens with one session of the story: nearly all are given.
struct SessionLuck {
    var random: SeededRandom
    /// How many were not given in full in the last weeks of the story; where one counts for much, none is.
    private var shortOfLate = 0

    init(_ run: ProvisionID) { random = SeededRandom(seed: 2026, for: "sessions \(run)") }

    /// - Parameter isLate: whether the session is one of the last weeks, which the safety net looks at.
    mutating func happening(of session: PlannedSession, sessionsAWeek: Int, isLate: Bool) -> (result: SessionResult, minutes: Int?, reason: SessionReason?) {
        let drawn = random.below(100)
        if drawn >= 10 || session.minutes < 6 { return (.given, nil, nil) }
        if drawn < 3 { return (.notGiven, nil, .absence) }
        // Of few sessions in a month each one counts.
        if isLate, sessionsAWeek < 3 || shortOfLate > 0 { return (.given, nil, nil) }
        if isLate { shortOfLate += 1 }
        if drawn < 6 { return (.partly, session.minutes - session.minutes / 3, [.trip, .other][drawn % 2]) }
        return (.notGiven, nil, [.staffAway, .staffAway, .trip, .room][drawn - 6])
    }

    /// Who of a group is absent: about one in twenty, and never all.
    mutating func absent(of pupils: [PupilID]) -> [PupilID: SessionPupil.Away] {
        let away = pupils.filter { _ in random.below(20) == 0 }
        return away.count < pupils.count ? Dictionary(away.map { ($0, .absent) }) { first, _ in first } : [:]
    }
}
