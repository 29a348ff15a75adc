/// Whether a session was given.
public enum SessionResult: String, Sendable, CaseIterable {
    case given, partly, notGiven = "not_given"

    public var label: String {
        switch self {
        case .given: "Given"
        case .partly: "Partly"
        case .notGiven: "Not given"
        }
    }
}

/// Why a session was not given, or not in full. “Staff away” stands without a cause, and nobody's name is kept with it.
public enum SessionReason: String, Sendable, CaseIterable {
    case absence, staffAway = "staff_away", closure, trip, room, other

    public var label: String {
        switch self {
        case .absence: "Pupil absent"
        case .staffAway: "Staff away"
        case .closure: "School closed"
        case .trip: "Trip or event"
        case .room: "No room"
        case .other: "Other"
        }
    }
}
