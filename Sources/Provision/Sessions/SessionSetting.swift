import Access
import Basics
import Database
import Pages
import People

/// A planned session as it can be logged: its provision, its pupils of that day, and what the rule must know of the school.
struct LoggableSession: Sendable {
    let whole: WholeProvision
    let session: PlannedSession
    let setting: LogSession.Setting
    /// The pupils whom the viewer sees, by name.
    let pupils: [SeenPupil]
    /// Those whom the attendance register says were away.
    let away: [PupilID: SessionPupil.Away]
}

extension Reader {
    /// The session of a slot, if this viewer may log it.
    func loggable(_ slot: SessionSlot, for viewer: Viewer, by who: String, today: Day) throws -> LoggableSession {
        guard let run = try value("SELECT run_id FROM provision_time WHERE id = \(slot.time)", as: ProvisionID.self),
              let whole = try provisionToLog(run, for: viewer, today), let session = whole.sessions(on: [slot.day]).first(where: { $0.slot == slot }) else { throw NotFound() }
        let onRoll = try onRoll(session.pupils, at: whole.run.school, on: slot.day), seen = try seenPupils(in: [whole], for: viewer, on: today)
        let pupils = session.pupils.filter(onRoll.contains).compactMap { seen[$0] }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        let present = session.with(session.pupils.filter(onRoll.contains)), register = try registerMarks(of: present.pupils, at: whole.run.school, from: slot.day, to: slot.day)
        return LoggableSession(whole: whole, session: present, setting: try setting(whole.run, slot.day, session.proof, by: who, today: today), pupils: pupils, away: register.away(from: present))
    }

    /// A provision with its week, if this viewer may log its sessions; nil otherwise.
    func provisionToLog(_ run: ProvisionID, for viewer: Viewer, _ today: Day) throws -> WholeProvision? {
        guard try powers(of: viewer, over: run, on: today).contains(.logSessions), let found = try one(run, of: ProvisionRun.self) else { return nil }
        return try whole([found]).first
    }

    func setting(_ run: ProvisionRun, _ day: Day, _ proof: Proof, by who: String, today: Day) throws -> LogSession.Setting {
        let isSchoolDay = try schoolYearDays(of: [run.school], from: day, to: day)[run.school]?.schoolDays.contains(day) ?? false
        var setting = LogSession.Setting(school: run.school, isSchoolDay: isSchoolDay, who: who, today: today)
        setting.proof = proof
        return setting
    }

    /// Those on a school's roll on a day: who left takes part no longer, though nobody has ended it.
    func onRoll(_ pupils: [PupilID], at school: SchoolID, on day: Day) throws -> Set<PupilID> {
        Set(try column("SELECT pupil_id FROM enrolment WHERE pupil_id IN \(pupils) AND school_id = \(school) AND starts <= \(day) AND (ends IS NULL OR ends >= \(day))"))
    }

    /// The entries that the rule must know: of this slot, or of this key.
    func entries(of slot: SessionSlot?, key: String) throws -> [SessionLog] {
        let sent = try sessionLogs("WHERE send_key = \(key)")
        guard let slot else { return sent }
        return try sent + sessionLogs("WHERE time_id = \(slot.time) AND day = \(slot.day) AND superseded_on IS NULL AND send_key <> \(key)")
    }
}

extension PlannedSession {
    /// The same with other pupils.
    func with(_ pupils: [PupilID]) -> PlannedSession {
        PlannedSession(run: run, day: day, time: time, pupils: pupils, plannedSize: plannedSize, proof: proof, funding: funding, sessionPrice: sessionPrice)
    }
}

extension Viewer {
    /// How many days back this person logs: two weeks, and the year for those who answer for provision.
    var daysBack: Int { may(.workOnProvision) ? 366 : 14 }

    /// Whether this person puts right whatever was logged at a school, and not only what they logged themselves today.
    func correctsAny(at school: SchoolID) -> Bool {
        parts.contains { [.senco, .assistantSENCO, .operator].contains($0.role) && $0.permissions.contains(.logSessions) && ($0.sight.schools?.contains(school) ?? true) }
    }

    func corrects(_ log: SessionLog, today: Day) -> Bool { correctsAny(at: log.school) || log.loggedBy == signature && log.loggedOn == today }
}
