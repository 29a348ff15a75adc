import Access
import AreaKit
import Basics
import Database
import Pages
import People

let proofMissing = SafetyRule(
    "proof-missing", .gap, "A week of a provision of which nobody said what happened",
    why: "What nobody has said was given can’t be shown to a family, a tribunal or a council, and no figure counts it. Five school days after the week it is asked for, and for eight weeks: later nobody knows any more.",
    who: "Whoever gives it acts, and the SENCO", next: "Say what happened"
) { reader, question in
    let recent = try reader.recentRuns(question), from = question.monday - 56
    let ends = recent.places.compactMapValues { $0.days.dueBefore(question.day) }
    let logged = try reader.loggedSlots(from: from, to: Set(ends.values), recent.places, question)
    let open = recent.runs.filter { whole in
        guard let end = ends[whole.run.school], let days = recent.places[whole.run.school]?.days else { return false }
        return whole.plannedSlots(on: days.filter { $0 >= from && $0 < end }) > whole.timeIDs.map { logged[LoggedUntil(time: $0, end: end)] ?? 0 }.reduce(0, +)
    }
    if open.isEmpty { return [] }
    let logs = Dictionary(grouping: try reader.all(SessionLog.self, "WHERE run_id IN \(open.map(\.run.id)) AND day >= \(from) AND superseded_on IS NULL"), by: \.run)
    return open.flatMap { whole -> [Finding] in
        let days = recent.places[whole.run.school]?.days ?? []
        let gaps = ProofGap.found(of: whole.sessions(on: days.filter { $0 >= from && $0 < question.day }), logs: logs[whole.run.id] ?? [], schoolDays: days, today: question.day)
        return gaps.map { gap in
            recent.finding(whole.run, "run-\(whole.run.id)-\(gap.week)", since: gap.since, "\(recent.name(of: whole.run)): \(count(gap.sessions, "session")) of the week of \(gap.week.inWords) \(gap.sessions == 1 ? "is" : "are") not logged.",
                           next: question.viewer.may(.logSessions, at: whole.run.school) ? gap.page(at: whole.run.school) : provisionPath(whole.run.id))
        }
    }
}

extension ProofGap {
    /// Where it is said what happened: of the week, or of a single session.
    fileprivate func page(at school: SchoolID) -> Address {
        if proof == .weekly { return proveWeekPath().asking(["school": "\(school)", "week": "\(week)", "open": "\(run)"]) }
        return todaysSessionsPath().asking(["school": "\(school)", "day": "\(first.day)", "session": "\(first.time)"]).at("session-\(first.time)")
    }
}

/// A time of the week, and the day up to which its sessions are counted.
private struct LoggedUntil: Hashable {
    let time: RowID, end: Day
}

extension Reader {
    /// How many sessions stand logged of each time of the week since a day, up to each of these days. Those of days on
    /// which the school was closed afterwards count for nothing: no session is planned there.
    fileprivate func loggedSlots(from day: Day, to ends: Set<Day>, _ places: [SchoolID: RecentRuns.Place], _ question: SafetyQuestion) throws -> [LoggedUntil: Int] {
        let place: SQL = question.school.map { "t.school_id = \($0)" } ?? question.viewer.sees(school: "t.school_id"), ends = ends.sorted()
        guard let last = ends.last else { return [:] }
        let counts: [SQL] = ends.map { "SUM(CASE WHEN n.day < \($0) THEN 1 ELSE 0 END)" }
        var logged: [LoggedUntil: Int] = [:]
        try each("""
            SELECT t.id, \(SQL.joined(counts, ", ")) FROM provision_time t CROSS JOIN session n \
            WHERE \(place) AND n.time_id = t.id AND n.day >= \(day) AND n.day < \(last) AND n.superseded_on IS NULL AND n.time_id IS NOT NULL GROUP BY t.id
            """) { row in
            let time: RowID = try row.next()
            for end in ends { logged[LoggedUntil(time: time, end: end)] = try row.next(Int.self) }
        }
        for (time, day) in try loggedOnClosedDays(from: day, to: last, places) {
            for end in ends where day < end { logged[LoggedUntil(time: time, end: end), default: 0] -= 1 }
        }
        return logged
    }

    private func loggedOnClosedDays(from first: Day, to last: Day, _ places: [SchoolID: RecentRuns.Place]) throws -> [(RowID, Day)] {
        let closed = Dictionary(grouping: places.keys.sorted()) { school in
            let open = Set(places[school]?.days ?? [])
            return (0..<(last - first)).map { first + $0 }.filter { !$0.isWeekend && !open.contains($0) }
        }.filter { !$0.key.isEmpty }
        if closed.isEmpty { return [] }
        let there: [SQL] = closed.map { "(school_id IN \($0.value) AND day IN \($0.key))" }
        return try rows("SELECT time_id, day FROM session WHERE (\(SQL.joined(there, " OR "))) AND superseded_on IS NULL AND time_id IS NOT NULL") { try ($0.next(RowID.self), $0.next(Day.self)) }
    }
}

extension WholeProvision {
    fileprivate var timeIDs: [RowID] { patterns.flatMap { $0.times.map(\.id) } }

    /// How many sessions are planned on these days, or a few more: it is quick, and who took part is not looked at.
    fileprivate func plannedSlots(on days: [Day]) -> Int {
        patterns.filter { $0.proof != .none }.reduce(0) { sum, week in
            let inside = days.filter { week.spell.covers($0) && run.spell.covers($0) }
            return sum + inside.map { day in week.times.count { $0.weekday == day.weekday } }.reduce(0, +)
        }
    }
}

extension [Day] {
    /// The Monday before which all weeks of these school days are due: five school days have been since they were over.
    /// Nil where none of the last eight weeks is.
    fileprivate func dueBefore(_ day: Day) -> Day? {
        let monday = day - (day.weekday - 1)
        return (0...8).map { monday - 7 * $0 }.first { end in schoolDay(ProofGap.grace, after: end - 1).map { $0 < day } ?? false }
    }
}
