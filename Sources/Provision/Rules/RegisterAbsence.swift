import Basics
import People

// Who of a session was away by the school's attendance register: what is filled in before the adult who was there says how
// it was.

extension ClockTime {
    /// Which half-day of the register a session falls into: one that begins before 12:30 into the morning.
    public var halfDay: HalfDay { minute < 12 * 60 + 30 ? .morning : .afternoon }
}

extension SessionPupil.Away {
    /// Nil where the register does not say that the pupil was away.
    public init?(_ standing: AttendanceCode.Standing) {
        switch standing {
        case .absent: self = .absent
        case .notDue: self = .partTime
        case .there, .open: return nil
        }
    }
}

extension RegisterMarks {
    /// Those whom the register of the session's half-day says were away, with why.
    public func away(from session: PlannedSession) -> [PupilID: SessionPupil.Away] {
        session.pupils.reduce(into: [:]) { away, pupil in away[pupil] = SessionPupil.Away(standing(of: pupil, on: session.day, session.time.startsAt.halfDay)) }
    }

    /// Those who are logged as there and were away by the register. What was said of the session stands.
    public func unlike(_ log: SessionLog) -> [PupilID] {
        if log.result == .notGiven { return [] }
        return log.pupils.filter { $0.away == nil && SessionPupil.Away(standing(of: $0.pupil, on: log.day, log.startsAt.halfDay)) != nil }.map(\.pupil)
    }

    /// Whether a register was read of the session's half-day.
    public func isRead(_ session: PlannedSession) -> Bool { isRead(session.day, session.time.startsAt.halfDay) }
}

extension LogSession {
    /// What was typed of those who were shown, and the register of those who were not.
    /// - Parameters:
    ///   - unticked: those shown whom the adult says were away, with the reason that was chosen for all of them.
    ///   - shown: whom the adult was asked about.
    ///   - register: who was away by the register.
    static func away(_ unticked: [PupilID: SessionPupil.Away], shown: Set<PupilID>, register: [PupilID: SessionPupil.Away]) -> [PupilID: SessionPupil.Away] {
        // “Absent” is what a form says that was left as it was: there the register knows better why.
        let said = unticked.reduce(into: [PupilID: SessionPupil.Away]()) { said, one in said[one.key] = one.value == .absent ? register[one.key] ?? .absent : one.value }
        return register.filter { !shown.contains($0.key) }.merging(said) { $1 }
    }
}

extension SessionLog {
    /// Why those were not there who were not.
    var awayPupils: [PupilID: SessionPupil.Away] { Dictionary(pupils.compactMap { part in part.away.map { (part.pupil, $0) } }) { $1 } }
}
