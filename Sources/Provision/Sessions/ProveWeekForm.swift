import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Saves a week of one provision with its exceptions, or of several in full: each by the rule, all of it or nothing.
func proveWeek(_ visit: Visit) async throws -> Answer {
    let typed = visit.request.form, ask = WeekQuestion(visit.request.query, today: visit.today)
    do {
        try await visit.writeOrReadAgain { try $0.proveWeek(typed, ask, for: visit.viewer) }
        return .goTo(ask.asked(proveWeekPath()).asking(["saved": "yes"]))
    } catch let problems as Problems {
        return try await again(visit, ask, typed, problems, 422)
    } catch let overtaken as FormOvertaken {
        return try await again(visit, ask, typed, overtaken.problems, 409)
    }
}

private func again(_ visit: Visit, _ ask: WeekQuestion, _ typed: FormValues, _ problems: Problems, _ status: Int) async throws -> Answer {
    try await visit.read { reader in
        var page = try ProveWeekPage(visit, reader, ask)
        page.refused = (typed, problems)
        return page.answer(status)
    }
}

extension Writer {
    fileprivate func proveWeek(_ typed: FormValues, _ ask: WeekQuestion, for viewer: Viewer) throws {
        let runs = typed.runs
        if runs.isEmpty { throw Problems("run", "Tick what was given.") }
        var problems = Problems(), isTaken = false
        for run in runs {
            guard let whole = try provisionToLog(run, for: viewer, ask.today) else { throw NotFound() }
            do { try prove(whole, typed, ask, isOne: runs.count == 1) } catch let found as Problems {
                found.list.forEach { problems.add(runs.count == 1 ? $0.field : "run-\(run)", runs.count == 1 ? $0.message : "\(whole.run.name): \($0.message)") }
            } catch let overtaken as FormOvertaken {
                isTaken = true
                overtaken.problems.list.forEach { problems.add("run-\(run)", "\(whole.run.name): \($0.message)") }
            }
        }
        if isTaken { throw FormOvertaken(problems) }
        try problems.check()
    }

    private func prove(_ whole: WholeProvision, _ typed: FormValues, _ ask: WeekQuestion, isOne: Bool) throws {
        let days = try schoolYearDays(of: [whole.run.school], from: ask.monday, to: ask.sunday)[whole.run.school]?.schoolDays.list(from: ask.monday, to: ask.sunday) ?? []
        let rolls = try rolls(of: whole.members.map(\.pupil)), sessions = whole.sessions(on: days).filter { $0.proof == .weekly }.map { $0.onRoll(rolls, at: whole.run.school) }
        let standing = try sessionLogs("WHERE run_id = \(whole.run.id) AND day BETWEEN \(ask.monday) AND \(ask.sunday)"), logged = Set(standing.filter(\.stands).compactMap(\.slot))
        let open = sessions.filter { !logged.contains($0.slot) }
        let setting = LogSession.Setting(school: whole.run.school, isSchoolDay: true, who: act.who, today: ask.today)
        let key = "\(typed["once"])-\(whole.run.id)", register = try registerMarks(of: whole.members.map(\.pupil), at: whole.run.school, from: ask.monday, to: ask.sunday)
        // What comes twice says the same, though the register has learnt more in between.
        let sent = Dictionary(standing.filter { $0.sendKey.hasPrefix(key + "-") }.compactMap { log in log.slot.map { ($0, log.awayPupils) } }) { first, _ in first }
        let away = Dictionary((sent.isEmpty ? open : sessions.filter { sent[$0.slot] != nil }).map { ($0.slot, sent[$0.slot] ?? register.away(from: $0)) }) { first, _ in first }
        let proof = isOne ? try typed.proof(of: sessions, away, key) : ProveWeek(away: away.filter { !$0.value.isEmpty }, sendKey: key)
        do {
            for change in try proof.applied(to: sessions, standing: standing, in: setting) { try save(change) }
        } catch let problems as Problems where !sessions.isEmpty && open.isEmpty {
            throw FormOvertaken(problems)
        }
    }
}

extension FormValues {
    fileprivate var runs: [ProvisionID] { all("run").compactMap { ProvisionID($0) }.unique }

    /// What the form of one provision says of its sessions.
    /// - Parameter register: who was away by the register, of the sessions that are to be said.
    fileprivate func proof(of sessions: [PlannedSession], _ register: [SessionSlot: [PupilID: SessionPupil.Away]], _ key: String) throws -> ProveWeek {
        let away = sessions.map { session in
            let ticked = Dictionary(pupils("pupils", session).map { ($0, SessionPupil.Away.absent) }) { $1 }
            return (session.slot, LogSession.away(ticked, shown: Set(pupils("asked", session)), register: register[session.slot] ?? [:]))
        }
        try refuseHalf(sessions)
        let exceptions = sessions.compactMap { session -> ProveWeek.Exception? in
            let field = session.slot.field, result = SessionResult(rawValue: self[field("result")])
            return result.map { ProveWeek.Exception(session.slot, $0, minutes: Int(self[field("minutes")].trimmed), reason: SessionReason(rawValue: self[field("reason")])) }
        }
        return ProveWeek(except: exceptions, away: Dictionary(away) { $1 }.filter { !$0.value.isEmpty }, sendKey: key)
    }

    private func pupils(_ name: String, _ session: PlannedSession) -> [PupilID] { all(session.slot.field(name)).flatMap { $0.split(separator: ",") }.compactMap { PupilID(String($0)) } }

    /// Minutes or a reason beside “Given” would be lost without a word.
    private func refuseHalf(_ sessions: [PlannedSession]) throws {
        var problems = Problems()
        for session in sessions where self[session.slot.field("result")].isEmpty {
            for name in ["minutes", "reason"] { problems.require(self[session.slot.field(name)].trimmed.isEmpty, session.slot.field(name), "This session says “Given”. Choose Partly or Not given, or empty this.") }
        }
        try problems.check()
    }
}
