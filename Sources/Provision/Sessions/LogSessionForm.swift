import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Takes what a card says. What comes twice is stored once: by its key it is answered as the first time. Where somebody else
/// was first, their entry is shown (409).
let logSessionRoutes: [Route] = [
    .send(logSessionPath, .logSessions) { visit, slot in try await logSession(visit, slot) },
]

private func logSession(_ visit: Visit, _ slot: SessionSlot) async throws -> Answer {
    let typed = visit.request.form
    do {
        try await visit.writeOrReadAgain { writer in
            _ = try writer.log(typed.session(slot), typed: typed, of: slot, for: visit.viewer, today: visit.today)
        }
        return .goTo(placeAfter(visit, slot))
    } catch let problems as Problems {
        return try await again(visit, slot, typed, problems.ofCard(slot), 422)
    } catch let overtaken as FormOvertaken {
        return try await again(visit, slot, typed, overtaken.problems.ofCard(slot), 409)
    }
}

private func question(_ visit: Visit, _ slot: SessionSlot) -> SessionsQuestion {
    var ask = SessionsQuestion(day: slot.day, school: SchoolID(visit.request.query["school"]), open: RowID(visit.request.query["session"]))
    ask.said = slot.time
    return ask
}

private func placeAfter(_ visit: Visit, _ slot: SessionSlot) -> Address {
    let ask = question(visit, slot), address = todaysSessionsPath().asking(["day": slot.day == visit.today ? nil : "\(slot.day)", "school": ask.school.map { "\($0)" }, "session": ask.open.map { "\($0)" }, "saved": slot.pathText])
    return address.at("session-\(slot.time)")
}

private func again(_ visit: Visit, _ slot: SessionSlot, _ typed: FormValues, _ problems: Problems, _ status: Int) async throws -> Answer {
    // What was refused must be seen, though it is nobody's own card.
    let ask = question(visit, slot)
    return try await visit.read { reader in
        var page = try TodaysSessionsPage(visit, reader, ask)
        page.refused = (slot, typed, problems)
        return page.answer(status)
    }
}

extension Visit {
    /// Saves; where two came at once and the second met the first's row, it reads again and finds what the first saved.
    func writeOrReadAgain<Saved: Sendable>(_ body: @escaping @Sendable (Writer) throws -> Saved) async throws -> Saved {
        do { return try await write(body) } catch StoreProblem.refused { return try await write(body) }
    }
}

extension Writer {
    /// Logs a session of the week.
    /// - Parameter typed: which pupils are ticked, where a page asked; a program names those who were away.
    /// - Returns: the entry that stands for this key.
    func log(_ entry: LogSession, typed: FormValues? = nil, of slot: SessionSlot, for viewer: Viewer, today: Day) throws -> SessionLog {
        let found = try loggable(slot, for: viewer, by: act.who, today: today), standing = try entries(of: slot, key: entry.sendKey)
        // What comes twice says the same, though the register has learnt more in between.
        let register = standing.first { $0.sendKey == entry.sendKey }?.awayPupils ?? found.away, entry = try typed.map { try entry.with($0, found, register) } ?? entry
        // Where it is logged already, who joined meanwhile is not asked about.
        let isTaken = standing.contains { $0.slot == slot && $0.stands }
        do {
            try refuseOld(slot.day, viewer, today)
            if !isTaken { try typed?.refuseNewcomers(found) }
            if let change = try entry.applied(to: found.session, standing: standing, in: found.setting) { return try save(change) }
        } catch let problems as Problems where isTaken {
            throw FormOvertaken(problems)
        }
        guard let twin = standing.first(where: { $0.sendKey == entry.sendKey }) else { throw NotFound() }
        return twin
    }

    private func refuseOld(_ day: Day, _ viewer: Viewer, _ today: Day) throws {
        if day < today - viewer.daysBack { throw Problems("", "This session was more than two weeks ago. Ask your SENCO to log it.") }
    }
}

extension FormValues {
    /// What a card's buttons and fields say.
    fileprivate func session(_ slot: SessionSlot) -> LogSession {
        let field = { (name: String) in self["\(name)-\(slot.time)"] }
        let reason = SessionReason(rawValue: self["not_given"]), result: SessionResult? = has("not_given") ? .notGiven : SessionResult(rawValue: self["result"])
        var log = LogSession(result, minutes: result == .partly ? Int(field("minutes").trimmed) : nil, reason: reason ?? SessionReason(rawValue: field("reason")), sendKey: self["once"])
        if result == .notGiven { log.reason = reason }
        log.note = field("note")
        return log
    }
}

extension FormValues {
    /// Those for whom the card had a box; nil where it said nothing of it.
    func shown(_ time: WeeklyTime) -> Set<PupilID>? {
        has(time.field("shown")) ? Set(self[time.field("shown")].split(separator: ",").compactMap { PupilID(String($0)) }) : nil
    }

    /// Of whoever joined while the card was open, or was kept without a signal, nothing was said: neither there nor away.
    fileprivate func refuseNewcomers(_ found: LoggableSession) throws {
        guard let shown = shown(found.session.time) else { return }
        let names = found.pupils.filter { !shown.contains($0.id) }.map(\.called)
        if !names.isEmpty { throw FormOvertaken("\(names.joined(separator: ", ")) joined meanwhile, and \(names.count == 1 ? "is" : "are") ticked below. Look who is there, and press again.") }
    }
}

extension LogSession {
    /// With those away whose tick was taken away, and those whom the register says were away where nobody was asked.
    fileprivate func with(_ typed: FormValues, _ found: LoggableSession, _ register: [PupilID: SessionPupil.Away]) throws -> LogSession {
        let field = found.session.time.field, there = Set(typed.all(field("there")).compactMap { PupilID($0) }), kind = SessionPupil.Away(rawValue: typed[field("away")]) ?? .absent
        var problems = Problems(), log = self
        problems.require(there.isSubset(of: found.session.pupils), "pupils", "One of these pupils is not in this session. Open it again.")
        problems.require(result != .given || typed[field("minutes")].trimmed.isEmpty, "minutes", "You wrote how many minutes it was. Press “Log it as partly given”, or empty this box and press Given.")
        try problems.check()
        let shown = typed.shown(found.session.time)
        let unticked = Dictionary(found.pupils.filter { !there.contains($0.id) && shown?.contains($0.id) ?? true }.map { ($0.id, kind) }) { $1 }
        log.away = LogSession.away(unticked, shown: Set(found.pupils.map(\.id)), register: register)
        return log
    }
}

extension Problems {
    /// The same beside the fields of a card.
    fileprivate func ofCard(_ slot: SessionSlot) -> Problems {
        let names = ["minutes": "minutes", "note": "note", "pupils": "there"]
        return list.reduce(into: Problems()) { $0.add(names[$1.field].map { "\($0)-\(slot.time)" } ?? "", $1.message) }
    }
}
