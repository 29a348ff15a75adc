import Basics
import Database
import People

/// What was said of the sessions of a school's provisions, week by week: each adult says it for their own.
struct SessionStory: Sendable {
    let plot: ProvisionPlot
    let runs: [ToldRun]
    let days: SchoolDays

    private var today: Day { plot.today }

    func tell(_ store: Store) async throws {
        guard let first = runs.map(\.script.starts).min(), let last = runs.map({ $0.script.endedOn ?? $0.script.plannedEnd }).max() else { return }
        let weeks = SchoolWeek.all(of: days.list(from: first, to: min(last, today - 1)))
        for (adult, runs) in Dictionary(grouping: runs, by: \.script.staff).sorted(by: { $0.key?.rawValue ?? 0 < $1.key?.rawValue ?? 0 }) {
            var lucks = runs.map { SessionLuck($0.whole.run.id) }, missed: [SessionLog] = []
            let who = (plot.cast.assistants + plot.cast.teachers).first { $0.id == adult }?.name ?? plot.cast.senco
            for week in weeks {
                let said = Said(story: self, runs: runs, week: week, who: who, lucks: lucks, missed: missed)
                (lucks, missed) = try await store.write(Act(who: who, at: Instant(week.days[week.days.count - 1], hour: 15, minute: 20), way: .demonstration)) { try said.saved(by: $0) }
            }
        }
    }

    /// What one adult says of one week.
    private struct Said: Sendable {
        let story: SessionStory, runs: [ToldRun], week: SchoolWeek, who: String
        var lucks: [SessionLuck]
        /// Sessions of section F of the week before that are made up in this one.
        let missed: [SessionLog]
        /// Who was away by the register that was read in.
        var register = RegisterMarks()

        private var today: Day { story.today }
        private var isLate: Bool { week.monday > today - 50 }
        /// The week that is not over is proved on its last day, which is today.
        private var isOver: Bool { week.sunday < today }

        func saved(by writer: Writer) throws -> ([SessionLuck], [SessionLog]) {
            var said = self, changes: [Change<SessionLog>] = []
            if isLate { said.register = try writer.registerMarks(of: runs.flatMap { $0.whole.members.map(\.pupil) }, at: story.plot.cast.school.id, from: week.monday, to: week.sunday) }
            for place in runs.indices { changes += try said.changes(of: runs[place], &said.lucks[place]) }
            let logs = try writer.saveTogether(changes + (try makeUps()))
            try correct(logs, writer)
            return (said.lucks, logs.filter { log in log.result == .notGiven && log.reason != .absence && runs.contains { $0.whole.run.id == log.run && $0.script.isSectionF && $0.script.gap == nil } })
        }

        private func changes(of run: ToldRun, _ luck: inout SessionLuck) throws -> [Change<SessionLog>] {
            let sessions = run.whole.sessions(on: week.days)
            guard let first = sessions.first else { return [] }
            if first.proof == .eachSession { return try sessions.compactMap { try log($0, run, &luck) } }
            // Two weeks before the last that is over, one group was forgotten.
            let isForgotten = run.script.gap == .unproved && week.monday == today - (today.weekday - 1) - 14
            return isOver && !isForgotten ? try prove(sessions, run, &luck) : []
        }

        private func log(_ session: PlannedSession, _ run: ToldRun, _ luck: inout SessionLuck) throws -> Change<SessionLog>? {
            let kept = happening(session, run, &luck)
            var log = LogSession(kept.result, minutes: kept.minutes, reason: kept.reason, sendKey: "story-\(session.time.id)-\(session.day)")
            let away = gone(session)
            if kept.result != .notGiven, away.count < session.pupils.count { log.away = away }
            if kept.result == .partly { log.note = "A shorter one, and a good one." }
            return try log.applied(to: session, standing: [], in: setting(session.day))
        }

        private func prove(_ sessions: [PlannedSession], _ run: ToldRun, _ luck: inout SessionLuck) throws -> [Change<SessionLog>] {
            var except: [ProveWeek.Exception] = [], away: [SessionSlot: [PupilID: SessionPupil.Away]] = [:]
            for session in sessions {
                let kept = happening(session, run, &luck)
                if kept.result != .given { except.append(ProveWeek.Exception(session.slot, kept.result, minutes: kept.minutes, reason: kept.reason)) }
                if kept.result != .notGiven { away[session.slot] = gone(session).merging(luck.absent(of: session.pupils)) { first, _ in first }.filter { _ in session.pupils.count > 1 } }
            }
            away = away.mapValues { one in one.count < sessions[0].pupils.count ? one : [:] }
            return try ProveWeek(except: except, away: away, sendKey: "story-\(run.whole.run.id)-week-\(week.monday)").applied(to: sessions, standing: [], in: setting(week.days[week.days.count - 1]))
        }

        private func happening(_ session: PlannedSession, _ run: ToldRun, _ luck: inout SessionLuck) -> (result: SessionResult, minutes: Int?, reason: SessionReason?) {
            let drawn = luck.happening(of: session, sessionsAWeek: run.whole.patterns[0].times.count, isLate: isLate && !run.script.isSectionF)
            switch run.script.gap {
            case .short: return (29...43).contains(today - week.monday) ? (.notGiven, nil, .staffAway) : (.given, nil, nil)
            case .low: return (8...30).contains(today - week.monday) ? (.notGiven, nil, .staffAway) : (.given, nil, nil)
            default: return gone(session).count == session.pupils.count ? (.notGiven, nil, .absence) : drawn
            }
        }

        /// Those who are away by the register, and those who have left the school and still stand in the list.
        private func gone(_ session: PlannedSession) -> [PupilID: SessionPupil.Away] { register.away(from: session).merging(left(session)) { $1 } }

        private func left(_ session: PlannedSession) -> [PupilID: SessionPupil.Away] {
            guard let left = story.plot.gaps[.left], session.pupils.contains(left), let pupil = story.plot.cast.pupils.first(where: { $0.id == left }), !pupil.roll.covers(session.day) else { return [:] }
            return [left: .absent]
        }

        /// What section F owes is given in the week after.
        private func makeUps() throws -> [Change<SessionLog>] {
            try missed.compactMap { log in
                guard let run = runs.first(where: { $0.whole.run.id == log.run }), let day = week.days.last, run.whole.run.endedOn.map({ $0 >= day }) ?? true, run.whole.run.spell.covers(day) else { return nil }
                let fresh = MakeUpSession(day: day, startsAt: ClockTime("15:15"), minutes: log.planned - log.minutes, pupils: log.pupils.map(\.pupil), roles: log.roles, sendKey: "story-made-up-\(log.id)-\(day)")
                return try fresh.applied(to: run.whole, missed: log, standing: [], in: setting(day))
            }
        }

        /// One entry in a hundred was wrong.
        private func correct(_ logs: [SessionLog], _ writer: Writer) throws {
            for log in logs where log.proof == .eachSession && log.result == .given && log.time != nil && log.planned >= 20 && log.id.rawValue % 97 == 0 {
                guard let run = runs.first(where: { $0.whole.run.id == log.run }), run.script.gap == nil, !isLate, let session = run.whole.sessions(on: [log.day]).first(where: { $0.slot == log.slot }) else { continue }
                let right = CorrectSession(LogSession(.partly, minutes: log.planned - 5, reason: .other, sendKey: "story-right-\(log.id)-\(log.day)"), because: "We began later than I had written.")
                for change in try right.applied(to: log, of: session, in: setting(log.day)) { try writer.save(change) }
            }
        }

        private func setting(_ day: Day) -> LogSession.Setting { LogSession.Setting(school: story.plot.cast.school.id, isSchoolDay: true, who: who, today: day) }
    }
}
