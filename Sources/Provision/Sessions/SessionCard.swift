import Access
import Basics
import Pages
import People

/// One session on the page of a day: what is said of it, or the buttons to say it.
struct SessionCard {
    let session: DaySession
    let write: FormWriter
    /// What was typed and refused, and why. Nothing of it is kept under the key it came with, so that the form has a new one.
    let typed: FormValues?
    let problems: Problems?
    let address: Address
    let notice: ChildNotice
    let viewer: Viewer
    let today: Day
    /// Whether it was saved just now.
    let saved: Bool

    private var time: WeeklyTime { session.session.time }
    private func field(_ name: String) -> String { time.field(name) }

    var html: HTML {
        let done: HTML = session.log == nil ? "" : " data-done"
        return """
            <li class="card" id="session-\(time.id.rawValue)" data-row="\(time.startsAt.description) \(session.run.name)" data-sent="\(logSessionPath(session.session.slot))"\(done)>\
            <h2>\(time.startsAt.description) \(session.run.name)</h2><p class="quiet">\(about)</p>\
            <p class="row-says" data-says>\(saved && session.log != nil ? "Logged. Thank you." : "")</p>\(session.log.map(said) ?? form)</li>
            """
    }

    private var about: String { [count(time.minutes, "minute"), time.room, session.adults].filter { !$0.isEmpty }.joined(separator: " · ") }

    private var form: HTML {
        """
        <form method="post" action="\(address)" novalidate>\(SendKey.field())\(there)\
        <p class="actions"><button name="result" value="given">Given\(name)</button></p>\
        <div class="instead">\(partly)\(notGiven)\(more)</div></form>
        """
    }

    private var there: HTML {
        let away = session.away, unseen = away.keys.filter { id in !session.pupils.contains { $0.id == id } }.count
        let counts = unseen == 0 ? "They count as there." : "They count as there, except \(unseen) whom the register says \(unseen == 1 ? "is" : "are") away."
        let others: HTML = session.others == 0 ? "" : "<p class=\"hint\">And \(count(session.others, "other pupil")), whom you do not see. \(counts)</p>"
        if session.pupils.isEmpty { return session.others == 0 ? "<p>Nobody takes part on this day.</p>" : others }
        return write.checkboxes(field("there"), "Who is there?", session.pupils.map { Choice("\($0.id)", $0.name, hint: away[$0.id].map(SessionPupil.Away.byTheRegister)) }) + shown + nobody + others
    }

    /// Where the register says that nobody is in, “Given” would be refused.
    private var nobody: HTML {
        session.others == 0 && session.away.count == session.pupils.count ? "<p class=\"hint\">By the register nobody is in. If that is so, press “Not given…” and “\(SessionReason.absence.label)”.</p>" : ""
    }

    /// For whom there is a box: whoever joins while the page is open has none, and is not away for that.
    private var shown: HTML {
        let pupils = session.pupils.map { "\($0.id)" }.joined(separator: ",")
        return "<input type=\"hidden\" name=\"\(field("shown"))\" value=\"\(pupils)\">"
    }

    private func opened(_ names: String...) -> HTML { problems.map { found in names.contains { found.message(for: field($0)) != nil } } ?? false ? " open" : "" }

    /// Which session a button is of, for those who hear it by itself.
    private var name: HTML { "<span class=\"unseen\">: \(time.startsAt.description) \(session.run.name)</span>" }

    private var partly: HTML {
        let reasons = [Choice("", "No reason")] + SessionReason.allCases.filter { $0 != .absence }.map { Choice($0.rawValue, $0.label) }
        return """
            <details\(opened("minutes"))><summary>Partly…\(name)</summary>\(write.text(field("minutes"), "How many minutes?", hint: "\(time.minutes) were planned.", type: "number"))\
            \(write.select(field("reason"), "Why?", reasons))<p class="actions"><button class="second" name="result" value="partly">Log it as partly given\(name)</button></p></details>
            """
    }

    private var notGiven: HTML {
        let buttons: [HTML] = SessionReason.allCases.map { "<button class=\"second\" name=\"not_given\" value=\"\($0.rawValue)\">\($0.label)\(name)</button> " }
        return "<details\(opened("not_given"))><summary>Not given…\(name)</summary><p class=\"hint\">Press why. It is logged at once.</p><p class=\"actions\">\(buttons)</p></details>"
    }

    private var more: HTML {
        let kinds = SessionPupil.Away.allCases.map { Choice($0.rawValue, $0.label) }
        return """
            <details\(opened("note"))><summary>Add a note…\(name)</summary>\(write.select(field("away"), "Whoever is not ticked is", kinds))\
            \(write.longText(field("note"), "A short note, if you like", hint: "Then press Given, Partly or Not given.", rows: 2, aboutChild: notice))<p class="actions">\(notice.button)</p></details>
            """
    }

    private func said(_ log: SessionLog) -> HTML {
        let left = Set(session.pupils.map(\.id)), away = log.pupils.filter { $0.away != nil && left.contains($0.pupil) }
        let names: [HTML] = away.map { part in "<li>\(session.pupils.first { $0.id == part.pupil }?.name ?? ""): \(part.away?.label ?? "")</li>" }
        let notThere: HTML = log.result == .notGiven ? "" : away.isEmpty ? "<p>All were there.</p>" : "<ul>\(names)</ul>"
        let note: HTML = log.note.isEmpty ? "" : "<p>“\(log.note)”</p>"
        return "<p>\(resultTag(log)) \(log.inWords)</p>\(notThere)\(unlike(log))\(note)<p class=\"quiet\">Said by \(log.loggedBy) on \(log.loggedOn.inWords).</p>\(notSaved)<p class=\"actions no-print\">\(acts(log))</p>"
    }

    /// Somebody else logged it meanwhile: one's own note stays to be read.
    private var notSaved: HTML {
        guard let note = typed?[field("note")].nonEmpty else { return "" }
        return "<p>Your note is not saved: “\(note)”</p>"
    }

    /// What the register says otherwise, whenever it was read. Nothing is changed for it.
    private func unlike(_ log: SessionLog) -> HTML {
        let ids = session.register.unlike(log), names = session.pupils.filter { ids.contains($0.id) }.map(\.name)
        return names.isEmpty ? "" : "<p>The attendance register says otherwise of \(names.joined(separator: ", ")): away. What was said here stands.</p>"
    }

    private func acts(_ log: SessionLog) -> HTML {
        let right: HTML = viewer.corrects(log, today: today) ? "<a href=\"\(correctSessionPath(log.id))\">Correct\(name)</a> <a href=\"\(takeBackSessionPath(log.id))\">Take back\(name)</a> " : ""
        let up: HTML = session.madeUp.map { "<a href=\"\(todaysSessionsPath().asking(["school": "\($0.school)", "day": "\($0.day)"]).at("beside"))\">Made up on \($0.day.inWords).\(name)</a>" } ?? (log.result == .given ? "" : "<a href=\"\(makeUpSessionPath(log.id))\">Make it up\(name)</a>")
        return right + up
    }
}

/// How a session went, as a word that needs no colour.
func resultTag(_ log: SessionLog) -> HTML {
    switch log.result {
    case .given: "<span class=\"tag tag-good\">Given</span>"
    case .partly: "<span class=\"tag tag-support\">Partly given</span>"
    case .notGiven: "<span class=\"tag tag-warn\">Not given</span>"
    }
}

extension SessionLog {
    /// `20 of 30 minutes. Room.`
    var inWords: String {
        switch result {
        case .given: count(minutes, "minute")
        case .partly: ["\(minutes) of \(count(planned, "minute"))", reason?.label ?? ""].filter { !$0.isEmpty }.joined(separator: ". ")
        case .notGiven: reason?.label ?? ""
        }
    }
}

extension SessionPupil.Away {
    /// Beside a box without a tick.
    static func byTheRegister(_ away: SessionPupil.Away) -> String {
        switch away {
        case .absent, .elsewhere: "Away by the register"
        case .partTime: "Not due in by the register"
        }
    }
}
