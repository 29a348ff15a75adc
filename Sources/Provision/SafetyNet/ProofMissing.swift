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
    let logged = try reader.loggedSlots(from: from, question)
    let open = recent.runs.filter { whole in
        guard let days = recent.places[whole.run.school]?.days, let back = days.weeksNotDue(question.day) else { return false }
        let due = days.filter { $0 >= from && $0 < question.monday - 7 * back }
        return whole.plannedSlots(on: due) > whole.timeIDs.compactMap { logged[$0]?[back] }.reduce(0, +)
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

extension Reader {
    /// How many sessions stand logged of each time of the week since a day: before this week, before the last, and before that.
    fileprivate func loggedSlots(from day: Day, _ question: SafetyQuestion) throws -> [RowID: [Int]] {
        let place: SQL = question.school.map { "t.school_id = \($0)" } ?? question.viewer.sees(school: "t.school_id"), monday = question.monday
        return Dictionary(try rows("""
            SELECT t.id, COUNT(*), SUM(CASE WHEN n.day < \(monday - 7) THEN 1 ELSE 0 END), SUM(CASE WHEN n.day < \(monday - 14) THEN 1 ELSE 0 END) FROM provision_time t CROSS JOIN session n \
            WHERE \(place) AND n.time_id = t.id AND n.day >= \(day) AND n.day < \(monday) AND n.superseded_on IS NULL AND n.time_id IS NOT NULL GROUP BY t.id
            """) { try ($0.next(RowID.self), [$0.next(Int.self), $0.next(Int.self), $0.next(Int.self)]) }) { $1 }
    }
}

extension WholeProvision {
    fileprivate var timeIDs: [RowID] { patterns.flatMap { $0.times.map(\.id) } }

    /// How many sessions are planned on these days, or a few more: it is quick, and who took part is not looked at.
    fileprivate func plannedSlots(on days: [Day]) -> Int {
        patterns.filter { $0.proof != .none }.reduce(0) { sum, week in
            let inside = days.filter { week.spell.covers($0) && run.spell.covers($0) }
            return sum + inside.count { day in week.times.contains { $0.weekday == day.weekday } }
        }
    }
}

extension [Day] {
    /// How many of the last weeks may still be proved: none, one or two. Nil where more, as after a long holiday.
    fileprivate func weeksNotDue(_ day: Day) -> Int? {
        let monday = day - (day.weekday - 1)
        return (0...2).first { back in schoolDay(ProofGap.grace, after: monday - 7 * back - 1).map { $0 < day } ?? false }
    }
}
