import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The sessions of a day for whoever gives them, made for a phone: those that wait for this person first, each a card with
/// big buttons; then the others that they may log. Each card is a form of its own and works without the script.
let todaysSessionsRoutes: [Route] = [
    .read(todaysSessionsPath, .logSessions) { visit in
        try await visit.read { try TodaysSessionsPage(visit, $0, SessionsQuestion(visit)).answer() }
    },
]

/// Which day, which school, and which session of somebody else is opened.
struct SessionsQuestion: Sendable {
    var day: Day
    var school: SchoolID?
    var open: RowID?
    /// The one of which something was said just now.
    var said: RowID?

    init(day: Day, school: SchoolID? = nil, open: RowID? = nil) { (self.day, self.school, self.open) = (day, school, open) }

    init(_ visit: Visit) {
        let asked = Day(visit.request.query["day"]) ?? visit.today
        day = min(max(asked, visit.today - visit.viewer.daysBack), visit.today)
        (school, open) = (SchoolID(visit.request.query["school"]), RowID(visit.request.query["session"]))
        said = SessionSlot(pathText: visit.request.query["saved"])?.time
    }

    func asked(_ address: Address, on day: Day? = nil, open: RowID? = nil) -> Address {
        address.asking(["day": "\(day ?? self.day)", "school": school.map { "\($0)" }, "session": (open ?? self.open).map { "\($0)" }])
    }
}

struct TodaysSessionsPage {
    let visit: Visit
    let ask: SessionsQuestion
    private let day: DaySessions
    private let notices: SessionNotices
    /// The session that was refused, with what was typed and what is wrong.
    var refused: (slot: SessionSlot, typed: FormValues, problems: Problems)?

    init(_ visit: Visit, _ reader: Reader, _ ask: SessionsQuestion) throws {
        (self.visit, self.ask) = (visit, ask)
        day = try reader.daySessions(ask.day, at: ask.school, for: visit.viewer, today: visit.today)
        notices = try SessionNotices(visit, reader, day.school)
        visit.viewer.witness.saw(cards.flatMap(\.pupils).map(\.id))
    }

    /// So many cards fit a page. What is opened, or was said just now, is always among them; then come those to log.
    private static let most = 14

    /// Cards of the own; one of somebody else where it is asked for.
    private var cards: [DaySession] {
        let asked = { (one: DaySession) in [ask.open, ask.said].contains(one.session.time.id) }, all = day.sessions.filter { $0.isToLog || asked($0) }
        let first = all.filter(asked) + all.filter { !asked($0) && $0.log == nil } + all.filter { !asked($0) && $0.log != nil }
        let shown = Set(first.prefix(Self.most).map(\.session.slot))
        return all.filter { shown.contains($0.session.slot) }
    }

    private var rest: [DaySession] {
        let shown = Set(cards.map(\.session.slot))
        return day.sessions.filter { !shown.contains($0.session.slot) }
    }

    private var title: String { ask.day == visit.today ? "Sessions today" : "Sessions of \(ask.day.inWords)" }

    func answer(_ status: Int = 200) -> Answer {
        let write = refused.map { FormWriter($0.typed, $0.problems) } ?? FormWriter(FormValues())
        return visit.page(status == 200 ? title : "Problem: \(title)", at: "provision", status: status, """
            \(write.summary)\(visit.request.query["more"] == "yes" ? notice("The session is logged, beside those of the week.") : "")\(pageTitle(title, lead: "\(lead)", actions: actions))\(days)\(schools)\
            \(notSaved)\(day.isSchoolDay ? list : closed)\(others)\(beside)
            """)
    }

    private var actions: [HTML] {
        let map: [HTML] = visit.person.findsMap ? [linkButton("Provision map", mapPath(), aside: true)] : []
        return [linkButton("Prove a week", proveWeekPath(), aside: true)] + map
    }

    private var lead: String {
        let mine = day.sessions.filter(\.isToLog), done = mine.count { $0.log != nil }
        return mine.isEmpty ? ask.day.withWeekday : "\(ask.day.withWeekday): \(done) of \(count(mine.count, "session")) logged."
    }

    private var closed: HTML { "<p>The school has no pupils in on \(ask.day.withWeekday), so no sessions are planned.</p>" }

    /// What was typed about a session that is no longer there to be logged, as on a day that was closed meanwhile.
    private var notSaved: HTML {
        guard let refused, !cards.contains(where: { $0.session.slot == refused.slot }), let note = refused.typed["note-\(refused.slot.time)"].nonEmpty else { return "" }
        return "<p>Your note is not saved: “\(note)”</p>"
    }

    private var days: HTML {
        let before = ask.day - (ask.day.weekday == 1 ? 3 : 1), after = ask.day + (ask.day.weekday == 5 ? 3 : 1)
        let back: HTML = before >= visit.today - visit.viewer.daysBack ? "<li><a href=\"\(ask.asked(todaysSessionsPath(), on: before))\" rel=\"prev\">\(before.withWeekday)</a></li>" : ""
        let on: HTML = after <= visit.today ? "<li><a href=\"\(ask.asked(todaysSessionsPath(), on: after))\" rel=\"next\">\(after == visit.today ? "Today" : after.withWeekday)</a></li>" : ""
        return "<nav class=\"pager\" aria-label=\"Days\"><ul>\(back)\(on)</ul></nav>"
    }

    private var schools: HTML {
        guard day.schools.count > 1 else { return "" }
        let write = FormWriter(FormValues([("school", day.school.map { "\($0)" } ?? "")]))
        return """
            <form class="filters no-print" method="get" action="\(todaysSessionsPath())"><input type="hidden" name="day" value="\(ask.day.description)">\
            \(write.select("school", "School", day.schools.map { Choice("\($0.id)", $0.name) }))<p class="actions"><button>Show this school</button></p></form>
            """
    }

    private var list: HTML {
        if cards.isEmpty { return "<p>You give no session that is logged one by one on this day.</p>" }
        let rows: [HTML] = cards.map(card), keeps: HTML = visit.viewer.browserKey.map { " data-keeps=\"\($0)\"" } ?? ""
        let kept: HTML = visit.viewer.browserKey == nil ? "" : " Without a signal, what you press waits in this browser and is sent later, once; names and notes are not kept."
        return """
            <p class="hint">\(ticked)</p>\
            <ol class="rows sessions" data-rows="sessions-say" data-row-word="logged" data-first="button" data-without-words data-rests data-sends-to="/provision/slots/"\(keeps)>\(rows)</ol>\
            <p class="hint">\(register)\(kept)</p>\
            <div class="says no-print"><p id="sessions-say" role="status" tabindex="-1"></p><button class="second" type="button" data-sends hidden>Send what is kept now</button></div>
            """
    }

    private var ticked: String {
        if cards.allSatisfy(\.away.isEmpty) { return "Everybody is ticked. Take away the tick of whoever is not there." }
        return "Everybody is ticked but those whom the attendance register says are away. You were there: change what is not so."
    }

    /// What is known of who is in, so that nobody takes a tick for more than it is.
    private var register: String {
        let halves = Set(cards.map(\.session.time.startsAt.halfDay)), read = Set(cards.filter { $0.register.isRead($0.session) }.map(\.session.time.startsAt.halfDay))
        if read == halves { return "The attendance register of this day was read in: whoever it says is away has no tick at first." }
        guard let half = read.first else { return "No attendance register of this day was read in, so no tick is taken away for you." }
        return "The attendance register was read in of the \(half.label.lowercased()) only. In the other half of the day no tick is taken away for you."
    }

    private func card(_ session: DaySession) -> HTML {
        let mine = refused.flatMap { $0.slot == session.session.slot ? $0 : nil }
        let write = FormWriter(mine?.typed.ticking(newcomersOf: session) ?? session.typed, mine?.problems ?? Problems())
        let address = ask.asked(logSessionPath(session.session.slot), open: session.isToLog ? nil : session.session.time.id)
        return SessionCard(session: session, write: write, typed: mine?.typed, problems: mine?.problems, address: address, notice: notices.of(session), viewer: visit.viewer, today: visit.today,
                           saved: visit.request.query["saved"] == session.session.slot.pathText).html
    }

    /// Sessions that are none of the week, such as those that make up another.
    private var beside: HTML {
        if day.beside.isEmpty { return "" }
        let rows: [HTML] = day.beside.map { one in
            let log = one.log, name: HTML = "<span class=\"unseen\">: \(log.startsAt.description) \(one.name)</span>"
            let act: HTML = visit.viewer.corrects(log, today: visit.today) ? "<a href=\"\(takeBackSessionPath(log.id))\">Take back\(name)</a>" : ""
            let what: HTML = one.missedOn.map { "Makes up \($0.withWeekday)" } ?? "One more"
            return """
                <tr><th scope="row">\(log.startsAt.description) \(one.name)</th><td data-label="What">\(what)</td><td data-label="How long">\(count(log.minutes, "minute")), \(count(log.pupils.count, "pupil"))</td>\
                <td data-label="Said by">\(log.loggedBy)</td><td class="no-print">\(act)</td></tr>
                """
        }
        return Pages.card("Sessions beside the week", id: "beside", table("Sessions beside the week on \(ask.day.inWords)", [head("Time and provision"), head("What"), head("How long"), head("Said by"), head("")], rows))
    }

    private var others: HTML {
        if rest.isEmpty { return "" }
        let rows: [HTML] = rest.map { session in
            let time = session.session.time, here = ask.asked(todaysSessionsPath(), open: time.id).at("session-\(time.id)")
            let state: HTML = session.log.map(resultTag) ?? (session.session.proof == .weekly ? "<span class=\"tag tag-none\">Proved once a week</span>" : "<span class=\"tag tag-warn\">Not logged</span>")
            return """
                <tr><th scope="row">\(time.startsAt.description) <a href="\(here)">\(session.run.name)<span class="unseen"> at \(time.startsAt.description), \(session.log == nil ? "log it" : "look at it")</span></a></th>\
                <td>\(session.adults)</td><td>\(count(session.session.pupils.count, "pupil"))</td><td>\(state)</td></tr>
                """
        }
        return Pages.card(cards.isEmpty ? "Sessions of this day" : "Other sessions of this day", id: "others", table("Sessions of \(ask.day.inWords)", [head("Time and provision"), head("Given by"), head("For"), head("Said")], rows))
    }
}

/// What stands above the boxes for notes: whom to tell of a worry. It is folded away with them, so that a phone shows the sessions first.
struct SessionNotices {
    private let lead: String?
    private let form: Address

    init(_ visit: Visit, _ reader: Reader, _ school: SchoolID?) throws {
        lead = try school.flatMap { try visit.safeguardingLead(reader, $0, visit.today) }
        form = todaysSessionsPath()
    }

    /// Words about one pupil can go to the lead from here; of a group one must first say about whom they are.
    func of(_ session: DaySession) -> ChildNotice {
        let one = session.session.pupils.count == 1 ? session.pupils.first : nil
        return ChildNotice(lead: lead, handOver: one.map { handOverPath($0.id).asking(["form": form.text]) })
    }
}

extension DaySession {
    /// What stands in a card when it is opened: everybody is there whom the register does not say is away.
    var typed: FormValues {
        FormValues(pupils.filter { away[$0.id] == nil }.map { (session.time.field("there"), "\($0.id)") })
    }
}

extension FormValues {
    /// With those ticked who joined while the card was open.
    fileprivate func ticking(newcomersOf session: DaySession) -> FormValues {
        var values = self
        let time = session.session.time, shown = shown(time)
        for pupil in session.pupils where shown.map({ !$0.contains(pupil.id) }) ?? false { values.add(time.field("there"), "\(pupil.id)") }
        return values
    }
}

extension WeeklyTime {
    /// A field of one card bears the number of its time, for many cards stand on one page.
    func field(_ name: String) -> String { "\(name)-\(id)" }
}
