import Basics
import Database
import People

/// Minutes of one pupil in one provision, up to a day.
struct MinutesSoFar: Hashable, Sendable {
    var planned = 0, offered = 0, received = 0
    /// Planned before the day, and nobody said what happened.
    var unproved = 0
}

extension Reader {
    /// Minutes of everybody in a provision from its first day up to a day. Whoever calls this has it in sight.
    /// - Parameter schoolDays: the school's days between.
    func minutesSoFar(of whole: WholeProvision, on day: Day, _ schoolDays: [Day]) throws -> [PupilID: MinutesSoFar] {
        var minutes = try sums("run_id = \(whole.run.id)").mapValues { MinutesSoFar(offered: $0.offered, received: $0.received) }
        let logged = Set(try rows("SELECT time_id, day FROM session WHERE run_id = \(whole.run.id) AND superseded_on IS NULL AND time_id IS NOT NULL") {
            SessionSlot(time: try $0.next(), day: try $0.next())
        })
        let rolls = try rolls(of: whole.members.map(\.pupil))
        for session in whole.sessions(on: schoolDays).map({ $0.onRoll(rolls, at: whole.run.school) }) where session.proof != .none {
            let isOpen = session.day < day && !logged.contains(session.slot)
            for pupil in session.pupils {
                minutes[pupil, default: MinutesSoFar()].planned += session.minutes
                if isOpen { minutes[pupil, default: MinutesSoFar()].unproved += session.minutes }
            }
        }
        return minutes
    }

    private func sums(_ condition: SQL) throws -> [PupilID: (offered: Int, received: Int)] {
        Dictionary(try rows("SELECT pupil_id, SUM(offered), SUM(minutes) FROM session_pupil WHERE \(condition) AND stands GROUP BY pupil_id") {
            (try $0.next(PupilID.self), (offered: try $0.next(Int.self), received: try $0.next(Int.self)))
        }) { $1 }
    }

    /// The school days of a provision up to a day, that day with them.
    func schoolDays(of run: ProvisionRun, upTo day: Day) throws -> [Day] {
        let last = min(day, run.spell.ends ?? day), year = AcademicYear(containing: run.starts)
        if last < run.starts { return [] }
        return SchoolDays(terms: try terms(of: run.school, from: year), closures: try closures(of: run.school, from: year)).list(from: run.starts, to: last)
    }
}
