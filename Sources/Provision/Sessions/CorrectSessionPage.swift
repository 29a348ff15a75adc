import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Puts an entry right: whoever logged it on the same day, the SENCO at any time. Both entries are kept.
let correctSessionRoutes: [Route] = [
    .read(correctSessionPath, .logSessions) { visit, id in
        try await visit.read { try correctPage(visit, $0, id, nil) }
    },
    .send(correctSessionPath, .logSessions) { visit, id in
        let typed = visit.request.form
        return try await visit.save { writer in
            let day = try writer.correct(id, typed, for: visit.viewer, today: visit.today).day
            return todaysSessionsPath().asking(["day": day == visit.today ? nil : "\(day)"])
        } again: { problems, status in try await visit.read { try correctPage(visit, $0, id, (typed, problems, status)) } }
    },
]

private func correctPage(_ visit: Visit, _ reader: Reader, _ id: SessionID, _ refused: (typed: FormValues, problems: Problems, status: Int)?) throws -> Answer {
    let entry = try reader.sessionEntry(id, for: visit.viewer, today: visit.today), address = correctSessionPath(id)
    guard entry.log.slot != nil else { throw NotFound() }
    let write = FormWriter(refused?.typed ?? entry.typed, refused?.problems ?? Problems()), notice = try visit.notice(reader, entry.whole, entry.pupils, form: address)
    let back = todaysSessionsPath().asking(["day": "\(entry.log.day)", "session": entry.log.time.map { "\($0)" }])
    let page = SessionForm(visit: visit, title: "Correct what was said", lead: entry.title, address: address, button: "Save the correction", back: back, notice: notice)
    let there = [Choice("", "There")] + SessionPupil.Away.allCases.map { Choice($0.rawValue, $0.label) }
    let pupils: [HTML] = entry.pupils.map { write.select("pupil-\($0.id)", $0.name, there) }
    return page.page(write, status: refused?.status ?? 200, """
        \(SendKey.field())<p>Said first: \(resultTag(entry.log)) \(entry.log.inWords) <span class="quiet">by \(entry.log.loggedBy)</span>. That entry is kept beside yours.</p>\
        \(write.radios("result", "What happened?", SessionResult.allCases.map { Choice($0.rawValue, $0.label) }))\
        \(write.text("minutes", "How many minutes?", hint: "Only where it was partly given; \(entry.log.planned) were planned.", type: "number"))\
        \(write.select("reason", "Why was it not given, or not in full?", [Choice("", "No reason")] + SessionReason.allCases.map { Choice($0.rawValue, $0.label) }))\
        <fieldset class="field" id="pupils" tabindex="-1"><legend>Who was there?</legend>\(write.problem("pupils"))\(pupils)</fieldset>\
        \(write.longText("note", "A short note, if you like", rows: 2, aboutChild: notice))\(write.text("because", "Why do you correct it?", hint: "A few words, such as “I pressed the wrong button”."))
        """)
}

extension SessionEntry {
    /// The entry as its form shows it at first.
    fileprivate var typed: FormValues {
        var values = FormValues([("result", log.result.rawValue), ("minutes", log.result == .partly ? "\(log.minutes)" : ""), ("reason", log.reason?.rawValue ?? ""), ("note", log.note)])
        for part in log.pupils { values.add("pupil-\(part.pupil)", part.away?.rawValue ?? "") }
        return values
    }
}

extension Writer {
    fileprivate func correct(_ id: SessionID, _ typed: FormValues, for viewer: Viewer, today: Day) throws -> SessionLog {
        let entry = try sessionEntry(id, for: viewer, today: today), before = entry.log
        guard let planned = entry.planned else { throw NotFound() }
        // Those of the entry first; whoever joined since on that day may be added by a correction, too.
        let onRoll = try onRoll(planned.pupils, at: before.school, on: before.day), session = planned.with(planned.pupils.filter(onRoll.contains))
        let setting = try setting(entry.whole.run, before.day, before.proof, by: act.who, today: today)
        let correction = CorrectSession(typed.corrected(of: entry, session), because: typed["because"])
        do {
            if before.stands { try typed.refuseLost(entry) }
            let parts = try correction.applied(to: before, of: session, standing: entries(of: nil, key: correction.log.sendKey), in: setting)
            for part in parts { try save(part) }
        } catch let problems as Problems where !before.stands {
            throw FormOvertaken(problems)
        }
        return before
    }
}

extension FormValues {
    fileprivate func corrected(of entry: SessionEntry, _ session: PlannedSession) -> LogSession {
        let result = SessionResult(rawValue: self["result"])
        let away = session.pupils.compactMap { pupil in SessionPupil.Away(rawValue: sent(of: pupil, entry)).map { (pupil, $0) } }
        var log = LogSession(result, minutes: Int(self["minutes"].trimmed), reason: SessionReason(rawValue: self["reason"]), away: Dictionary(away) { $1 }, sendKey: self["once"])
        log.note = self["note"]
        return log
    }

    /// Minutes or a reason that the result has no place for would be lost without a word, unless they stood there before.
    fileprivate func refuseLost(_ entry: SessionEntry) throws {
        var problems = Problems()
        let result = SessionResult(rawValue: self["result"]), before = entry.typed, minutes = self["minutes"].trimmed
        let isNew = { (name: String) in !self[name].trimmed.isEmpty && self[name] != before[name] }
        if result == .given { problems.require(!isNew("minutes") || minutes == "\(entry.log.planned)", "minutes", "You chose “Given”, which is all of \(count(entry.log.planned, "minute")). Choose “Partly”, or empty this.") }
        if result == .notGiven { problems.require(!isNew("minutes") || minutes == "0", "minutes", "You chose “Not given”. Choose “Partly”, or empty this.") }
        if result == .given { problems.require(!isNew("reason"), "reason", "You chose “Given”, which needs no reason. Choose another result, or “No reason”.") }
        try problems.check()
    }

    /// Of a pupil whom the viewer does not see, what was said stays.
    private func sent(of pupil: PupilID, _ entry: SessionEntry) -> String {
        let name = "pupil-\(pupil)"
        return has(name) ? self[name] : entry.log.pupils.first { $0.pupil == pupil }?.away?.rawValue ?? ""
    }
}
