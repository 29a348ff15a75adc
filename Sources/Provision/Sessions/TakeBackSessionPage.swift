import Access
import AreaKit
import Basics
import Database
import Pages

/// Takes an entry back that was made by mistake: the session is open again, and what was said is kept.
let takeBackSessionRoutes: [Route] = [
    .read(takeBackSessionPath, .logSessions) { visit, id in
        try await visit.read { try takeBackPage(visit, $0, id, nil) }
    },
    .send(takeBackSessionPath, .logSessions) { visit, id in
        let typed = visit.request.form
        return try await visit.save { writer in
            let log = try writer.takeBack(id, because: typed["because"], for: visit.viewer, today: visit.today)
            return todaysSessionsPath().asking(["day": log.day == visit.today ? nil : "\(log.day)", "session": log.time.map { "\($0)" }])
        } again: { problems, status in try await visit.read { try takeBackPage(visit, $0, id, (typed, problems, status)) } }
    },
]

private func takeBackPage(_ visit: Visit, _ reader: Reader, _ id: SessionID, _ refused: (typed: FormValues, problems: Problems, status: Int)?) throws -> Answer {
    let entry = try reader.sessionEntry(id, for: visit.viewer, today: visit.today), address = takeBackSessionPath(id)
    let write = FormWriter(refused?.typed ?? FormValues(), refused?.problems ?? Problems()), notice = try visit.notice(reader, entry.whole, entry.pupils, form: address)
    let back = todaysSessionsPath().asking(["day": "\(entry.log.day)", "session": entry.log.time.map { "\($0)" }])
    let page = SessionForm(visit: visit, title: "Take back what was said", lead: entry.title, address: address, button: "Take it back", back: back, notice: notice)
    return page.page(write, status: refused?.status ?? 200, """
        <p>It says: \(resultTag(entry.log)) \(entry.log.inWords) <span class="quiet">by \(entry.log.loggedBy)</span>.</p>\
        <p>\(entry.log.time == nil ? "It no longer counts after that. What was said is kept." : "The session is open again after that. What was said is kept.")</p>\
        \(write.text("because", "Why do you take it back?", hint: "A few words, such as “This was yesterday’s”."))
        """)
}

extension Writer {
    fileprivate func takeBack(_ id: SessionID, because: String, for viewer: Viewer, today: Day) throws -> SessionLog {
        let log = try sessionEntry(id, for: viewer, today: today).log
        do {
            try save(WithdrawSession(because: because).applied(to: log, madeUp: sessionLogs("WHERE makes_up_id = \(id)"), today: today))
        } catch let problems as Problems where !log.stands {
            throw FormOvertaken(problems)
        }
        return log
    }
}
