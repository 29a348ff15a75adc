import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Says for a week that provisions were given, except what was not: one press for each, or one for all that are ticked.
let proveWeekRoutes: [Route] = [
    .read(proveWeekPath, .logSessions) { visit in
        try await visit.read { try ProveWeekPage(visit, $0, WeekQuestion(visit.request.query, today: visit.today)).answer() }
    },
    .send(proveWeekPath, .logSessions) { visit in try await proveWeek(visit) },
]

struct ProveWeekPage {
    let visit: Visit
    let ask: WeekQuestion
    private let weeks: WeeksToProve
    private let classes: [Choice]
    /// What was typed and what is wrong with it.
    var refused: (typed: FormValues, problems: Problems)?

    /// So many provisions fit a page. Those that wait come first, so that the next come when these are said.
    private static let most = 40

    init(_ visit: Visit, _ reader: Reader, _ ask: WeekQuestion) throws {
        (self.visit, self.ask) = (visit, ask)
        weeks = try reader.weeksToProve(ask, for: visit.viewer)
        classes = try weeks.school.map { try reader.classChoices(at: $0, on: ask.monday) } ?? []
        visit.viewer.witness.saw(weeks.week.first { $0.whole.run.id == ask.open }?.pupils.map(\.id) ?? [])
    }

    /// The one that is opened first, then those that wait.
    private var sorted: [WeekToProve] {
        let opened = weeks.week.filter { $0.whole.run.id == ask.open }, others = weeks.week.filter { $0.whole.run.id != ask.open }
        return opened + others.filter { !$0.waiting.isEmpty } + others.filter(\.waiting.isEmpty)
    }

    private func isReady(_ week: WeekToProve) -> Bool { !week.waiting.isEmpty && week.isOver(on: visit.today) }

    func answer(_ status: Int = 200) -> Answer {
        let title = "Prove a week", write = FormWriter(refused?.typed ?? opened, refused?.problems ?? Problems()), shown = sorted.prefix(Self.most)
        let rows: [HTML] = shown.map { card($0, write) }
        let list: HTML = rows.isEmpty ? "<p>No provision that is proved once a week was planned in this week.</p>" : "<ol class=\"rows\">\(rows)</ol>\(several(shown.filter(isReady)))"
        let more: HTML = sorted.count > shown.count ? "<p>\(count(sorted.count - shown.count, "more provision")) of this week: they are shown when these are said.</p>" : ""
        return visit.page(status == 200 ? title : "Problem: \(title)", at: "provision", status: status, """
            \(write.summary)\(visit.request.query["saved"].isEmpty ? "" : notice("Saved."))\
            \(pageTitle(title, lead: "Week of \(ask.monday.withWeekday). \(mine)", actions: [linkButton("Sessions today", todaysSessionsPath(), aside: true)]))\
            \(waiting)\(filters)\(list)\(more)
            """)
    }

    /// What stands in the form of the provision that is opened: those away whom the register says were.
    private var opened: FormValues {
        guard let week = weeks.week.first(where: { $0.whole.run.id == ask.open }) else { return FormValues() }
        var values = FormValues()
        for session in week.waiting {
            for pupil in week.register.away(from: session).keys.sorted() { values.add(session.slot.field("pupils"), "\(pupil)") }
        }
        return values
    }

    private var mine: HTML { weeks.isOwn ? "Provisions that you give." : "" }

    private var waiting: HTML {
        if weeks.waiting.isEmpty { return "" }
        let items: [HTML] = weeks.waiting.map { week in
            let here: HTML = week.monday == ask.monday ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(ask.asked(proveWeekPath(), week: week.monday))\"\(here)>Week of \(week.monday.inWords)</a>: \(count(week.provisions, "provision"))</li>"
        }
        return Pages.card("Weeks that still wait", id: "waiting", "<ul>\(items)</ul>")
    }

    private var filters: HTML {
        let values = FormValues([("week", ask.monday.description), ("school", weeks.school.map { "\($0)" } ?? ""), ("whose", weeks.isOwn ? "" : "all"), ("class", ask.schoolClass.map { "\($0)" } ?? ""),
                                 ("staff", ask.staff.map { "\($0)" } ?? "")])
        let write = FormWriter(values), names = weeks.staff.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { Choice("\($0.key)", $0.value) }
        let school: HTML = weeks.schools.count > 1 ? write.select("school", "School", weeks.schools.map { Choice("\($0.id)", $0.name) }) : ""
        return """
            <form class="filters no-print" method="get" action="\(proveWeekPath())">\(write.day("week", "A day of the week"))\(school)\(write.select("whose", "Whose", [Choice("", "Those I give"), Choice("all", "All in sight")]))\
            \(write.select("class", "Class", [Choice("", "All classes")] + classes))\(write.select("staff", "Given by", [Choice("", "Anybody")] + names))<p class="actions"><button>Show these</button></p></form>
            """
    }

    private func card(_ week: WeekToProve, _ write: FormWriter) -> HTML {
        let run = week.whole.run, sessions: [HTML] = week.sessions.map { session in
            let state: HTML = week.logs[session.slot].map { "\(resultTag($0)) \($0.inWords)\(unlike(week, $0))" } ?? "<span class=\"quiet\">\(session.day > visit.today ? "still to come" : "not said yet")</span>"
            return "<li>\(Day.weekdayNames[session.day.weekday - 1]) \(session.time.startsAt.description), \(count(session.minutes, "minute")): \(state)\(away(week, session))</li>"
        }
        return "<li class=\"card\" id=\"run-\(run.id.rawValue)\" tabindex=\"-1\"><h2>\(run.name)</h2>\(write.problem("run-\(run.id)"))<ul>\(sessions)</ul>\(says(week, write))</li>"
    }

    /// Who counts as away where nobody says otherwise: the numbers alone, for the names stand in the exceptions.
    private func away(_ week: WeekToProve, _ session: PlannedSession) -> HTML {
        let number = week.logs[session.slot] == nil ? week.register.away(from: session).count : 0
        return number == 0 ? "" : " <span class=\"quiet\">· \(count(number, "pupil")) away by the register</span>"
    }

    private func unlike(_ week: WeekToProve, _ log: SessionLog) -> HTML {
        let number = week.register.unlike(log).count
        if number == 0 { return "" }
        let verb = number == 1 ? "was" : "were"
        let act: HTML = visit.viewer.corrects(log, today: visit.today) ? " <a href=\"\(correctSessionPath(log.id))\">Correct it<span class=\"unseen\">: \(log.day.withWeekday), \(log.startsAt.description)</span></a>" : ""
        return " <span class=\"quiet\">· the register says that \(count(number, "pupil")) logged as there \(verb) away; what was said stands</span>\(act)"
    }

    private func says(_ week: WeekToProve, _ write: FormWriter) -> HTML {
        let run = week.whole.run
        guard let last = week.waiting.map(\.day).max() else { return "<p><span class=\"tag tag-good\">Proved</span></p>" }
        guard isReady(week) else { return "<p>Say it after its last session, on \(last.withWeekday).</p>" }
        if ask.open == run.id { return ExceptionForm(week: week, write: write, typed: refused?.typed, address: ask.asked(proveWeekPath(), open: run.id), back: ask.asked(proveWeekPath())).html }
        let register: HTML = week.waiting.contains { !week.register.away(from: $0).isEmpty } ? "<p class=\"hint\">Whoever was away by the register counts as away. Open “Given, except …” where that is not so.</p>" : ""
        return """
            \(register)<form method="post" action="\(ask.asked(proveWeekPath()))">\(SendKey.field())<input type="hidden" name="run" value="\(run.id.rawValue)">\
            <p class="actions"><button>Given, all of it<span class="unseen">: \(run.name)</span></button> \
            <a href="\(ask.asked(proveWeekPath(), open: run.id).at("run-\(run.id)"))">Given, except …<span class="unseen"> \(run.name)</span></a></p></form>
            """
    }

    /// One press for several: nothing is ticked before somebody looks.
    private func several(_ ready: [WeekToProve]) -> HTML {
        if ready.count < 2 || ask.open != nil { return "" }
        let isFull = ready.allSatisfy { week in week.waiting.allSatisfy { week.register.away(from: $0).isEmpty } }
        let label: String = "All of these were given in full, and everybody was there\(isFull ? "" : " whom the register does not say was away")"
        let boxes: [Choice] = ready.map { Choice("\($0.whole.run.id)", $0.whole.run.name) }
        return Pages.card("Say it for several", id: "several", """
            <form method="post" action="\(ask.asked(proveWeekPath()))" novalidate>\(SendKey.field())\
            \(FormWriter(refused?.typed ?? FormValues(), refused?.problems ?? Problems()).checkboxes("run", label, boxes))<p class="actions"><button>Save for those ticked</button></p></form>
            """)
    }
}

/// The exceptions of a provision's week, session by session.
struct ExceptionForm {
    let week: WeekToProve
    let write: FormWriter
    let typed: FormValues?
    let address: Address
    let back: Address

    var html: HTML {
        let sessions: [HTML] = week.waiting.map(session)
        return """
            <form method="post" action="\(address)" novalidate>\(SendKey.field())<input type="hidden" name="run" value="\(week.whole.run.id.rawValue)">\(sessions)\
            <p class="actions"><button>Save: given, except these<span class="unseen">: \(week.whole.run.name)</span></button> <a href="\(back)">Go back without saving</a></p></form>
            """
    }

    private func session(_ session: PlannedSession) -> HTML {
        let field = { (name: String) in session.slot.field(name) }, there = Set(session.pupils)
        let results = [Choice("", "Given")] + [SessionResult.partly, .notGiven].map { Choice($0.rawValue, $0.label) }
        let register = week.register.away(from: session), pupils = week.pupils.filter { there.contains($0.id) }.map { Choice("\($0.id)", $0.name, hint: register[$0.id].map(SessionPupil.Away.byTheRegister)) }
        let asked = pupils.map(\.value).joined(separator: ",")
        let away: HTML = pupils.isEmpty ? "" : "\(write.checkboxes(field("pupils"), "Who was away?", pupils))<input type=\"hidden\" name=\"\(field("asked"))\" value=\"\(asked)\">"
        return """
            <fieldset><legend>\(session.day.withWeekday), \(session.time.startsAt.description)</legend><div class="row-fields">\(write.select(field("result"), "What happened?", results))\
            \(write.text(field("minutes"), "Minutes, if partly", type: "number"))\
            \(write.select(field("reason"), "Why?", [Choice("", "No reason")] + SessionReason.allCases.map { Choice($0.rawValue, $0.label) }))</div>\(away)</fieldset>
            """
    }
}

extension SessionSlot {
    /// A field of one session, by the name that the rule says.
    func field(_ name: String) -> String { "\(name)_\(time)_\(day)" }
}
