import Access
import Basics
import Database
import Pages
import People

/// A session of a day as a viewer finds it.
struct DaySession: Sendable {
    let session: PlannedSession
    let run: ProvisionRun
    let log: SessionLog?
    /// Whether the viewer gives it.
    let isOwn: Bool
    /// The pupils in it whom the viewer sees, by name, and how many others there are.
    let pupils: [SeenPupil]
    let others: Int
    let adults: String
    /// The session that makes it up.
    let madeUp: SessionLog?
    /// What the attendance register says of the day.
    let register: RegisterMarks

    /// Those whom the register says are away.
    var away: [PupilID: SessionPupil.Away] { register.away(from: session) }

    /// What is before the viewer to log, as against what is proved once a week or is somebody else's.
    var isToLog: Bool { isOwn && session.proof == .eachSession }
}

/// The sessions of a day.
struct DaySessions: Sendable {
    let day: Day
    let school: SchoolID?
    let schools: [School]
    /// Whether the school has pupils in.
    let isSchoolDay: Bool
    let sessions: [DaySession]
    /// Those that stand logged outside the week.
    let beside: [SessionBeside]
}

/// A session that no time of the week planned.
struct SessionBeside: Sendable {
    let log: SessionLog
    /// What its provision is called.
    let name: String
    /// The day of the session that it makes up.
    let missedOn: Day?
}

extension Reader {
    /// The sessions of a day that the viewer may log, with a fixed number of queries: at one school, or at all of a person
    /// who has few.
    func daySessions(_ day: Day, at asked: SchoolID?, for viewer: Viewer, today: Day) throws -> DaySessions {
        let schools = try schools(for: viewer)
        if let asked, !schools.contains(where: { $0.id == asked }) { throw NotFound() }
        let places = asked.map { [$0] } ?? schools.prefix(1).map(\.id)
        let days = try schoolYearDays(of: places, from: day, to: day).filter { $0.value.schoolDays.contains(day) }
        let provisions = try whole(try runsOfDay(day, at: Array(days.keys), for: viewer, today))
        return DaySessions(day: day, school: places.first, schools: schools, isSchoolDay: !days.isEmpty, sessions: try daySessions(provisions, day, for: viewer, today: today),
                           beside: try sessionsBeside(day, at: places, for: viewer, today: today))
    }

    /// Sessions outside the week, of provisions that this viewer may log.
    private func sessionsBeside(_ day: Day, at schools: [SchoolID], for viewer: Viewer, today: Day) throws -> [SessionBeside] {
        let logs = try sessionLogs("WHERE school_id IN \(schools) AND day = \(day) AND time_id IS NULL AND superseded_on IS NULL AND run_id IN (SELECT r.id FROM provision_run r WHERE r.school_id IN \(schools) AND \(viewer.seesProvision(.logSessions, on: today))) ORDER BY starts_at, id")
        let missed = Dictionary(try rows("SELECT id, day FROM session WHERE id IN \(logs.compactMap(\.makesUp))") { try ($0.next(SessionID.self), $0.next(Day.self)) }) { $1 }
        let names = try provisionNames(of: logs.map(\.run).unique, for: viewer, on: today)
        return logs.map { log in SessionBeside(log: log, name: names[log.run] ?? "", missedOn: log.makesUp.flatMap { missed[$0] }) }
    }

    /// Provisions with a time on this weekday whose sessions are logged, that this viewer may log.
    private func runsOfDay(_ day: Day, at schools: [SchoolID], for viewer: Viewer, _ today: Day) throws -> [ProvisionRun] {
        try all(ProvisionRun.self, """
            r WHERE r.id IN (SELECT t.run_id FROM provision_time t JOIN provision_pattern w ON w.id = t.pattern_id WHERE t.school_id IN \(schools) AND t.weekday = \(day.weekday) AND w.proof <> 'none' \
            AND w.starts <= \(day) AND (w.ends IS NULL OR w.ends >= \(day))) AND r.starts <= \(day) AND COALESCE(r.ended_on, r.planned_end, \(day)) >= \(day) AND \(viewer.seesProvision(.logSessions, on: today))
            """)
    }

    private func daySessions(_ provisions: [WholeProvision], _ day: Day, for viewer: Viewer, today: Day) throws -> [DaySession] {
        let seen = try seenPupils(in: provisions, for: viewer, on: today), logs = try standingLogs(of: provisions.map(\.run.id), from: day, to: day)
        let bySlot = Dictionary(logs.values.joined().compactMap { log in log.slot.map { ($0, log) } }) { first, _ in first }
        let madeUp = Dictionary(try sessionLogs("WHERE makes_up_id IN \(bySlot.values.map(\.id)) AND superseded_on IS NULL").compactMap { log in log.makesUp.map { ($0, log) } }) { first, _ in first }
        let names = try staffNames(provisions), rolls = try rolls(provisions, day)
        let register = try provisions.first.map { try registerMarks(of: rolls, at: $0.run.school, from: day, to: day) } ?? RegisterMarks()
        let list = provisions.flatMap { whole in
            whole.sessions(on: [day]).map { planned -> DaySession in
                let pupils = planned.pupils.filter { rolls.contains($0) }, shown = pupils.compactMap { seen[$0] }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
                let isOwn = planned.time.adults.contains { $0.staff.map(viewer.givers.contains) ?? false }, log = bySlot[planned.slot]
                return DaySession(session: planned.with(pupils), run: whole.run, log: log, isOwn: isOwn, pupils: shown, others: pupils.count - shown.count,
                                  adults: planned.time.adults.compactMap { $0.staff.flatMap { names[$0] } }.joined(separator: ", "), madeUp: log.flatMap { madeUp[$0.id] }, register: register)
            }
        }
        return list.sorted { ($0.session.time.startsAt, $0.run.name, $0.run.id) < ($1.session.time.startsAt, $1.run.name, $1.run.id) }
    }

    private func rolls(_ provisions: [WholeProvision], _ day: Day) throws -> Set<PupilID> {
        guard let school = provisions.first?.run.school else { return [] }
        return try onRoll(provisions.flatMap { $0.pupils(on: day) }.unique, at: school, on: day)
    }

    func staffNames(_ provisions: [WholeProvision]) throws -> [StaffID: String] {
        let staff = provisions.flatMap { $0.patterns.flatMap { $0.times.flatMap { $0.adults.compactMap(\.staff) } } }.unique
        return Dictionary(try rows("SELECT id, forename, surname FROM staff WHERE id IN \(staff)") {
            try ($0.next(StaffID.self), [$0.next(String.self), $0.next(String.self)].filter { !$0.isEmpty }.joined(separator: " "))
        }) { $1 }
    }
}
