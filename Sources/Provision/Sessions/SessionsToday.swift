import Access
import AreaKit
import Basics
import Database
import Pages

/// What of today's sessions this person has to log, and in which weeks they have something to prove.
let sessionsToday = TodayItem { reader, person, day in
    let viewer = person.inStaffParts.doing(.logSessions)
    guard viewer.may(.logSessions), !viewer.givers.isEmpty else { return [] }
    let provisions = try reader.given(by: viewer.givers, on: day)
    if provisions.isEmpty { return [] }
    let first = day.monday - 7 * WeekQuestion.weeksBack
    let years = try reader.schoolYearDays(of: provisions.map(\.run.school).unique, from: first, to: day), logged = try reader.loggedSlots(of: provisions.map(\.run.id), from: first, to: day)
    let open = provisions.flatMap { whole in
        whole.sessions(on: years[whole.run.school]?.schoolDays.list(from: first, to: day) ?? []).filter { session in
            !logged.contains(session.slot) && !session.pupils.isEmpty && session.time.adults.contains { $0.staff.map(viewer.givers.contains) ?? false }
        }
    }
    let toLog = open.count { $0.day == day && $0.proof == .eachSession }
    let weeks = Set(open.filter { $0.proof == .weekly && $0.day < day.monday }.map(\.day.monday))
    let log = TodayLine(toLog, "\(count(toLog, "session")) to log today.", action: "Log them", todaysSessionsPath())
    let prove = TodayLine(weeks.count, "\(count(weeks.count, "week")) to prove.", action: "Prove them", proveWeekPath().asking(["week": weeks.min().map { "\($0)" }]))
    return (toLog > 0 ? [log] : []) + (weeks.isEmpty ? [] : [prove])
}

extension Reader {
    /// The provisions that these members of staff give now.
    fileprivate func given(by staff: [StaffID], on day: Day) throws -> [WholeProvision] {
        try whole(all(ProvisionRun.self, """
            r WHERE r.id IN (SELECT t.run_id FROM provision_time t WHERE t.staff_id IN \(staff) UNION SELECT t.run_id FROM provision_time t WHERE t.second_staff_id IN \(staff)) \
            AND r.starts <= \(day) AND COALESCE(r.ended_on, r.planned_end, \(day)) >= \(day - 7 * WeekQuestion.weeksBack)
            """))
    }
}
