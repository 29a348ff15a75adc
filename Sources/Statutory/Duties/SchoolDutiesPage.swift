import Access
import AreaKit
import Basics
import Database
import Pages
import People

let schoolDutiesRoutes: [Route] = [
    .read(schoolDutiesPath, .seeSafetyNet) { visit, school in try await visit.read { try schoolPage(visit, $0.schoolInSight(school, of: visit.viewer.atDuties), $0) } },
    .read(recordOwnDayPath, .seeSafetyNet) { visit, school in
        try await visit.read { reader in
            let school = try reader.schoolToKeep(school, visit), event = try askedEvent(visit.request.query)
            return try form(visit, school, event, FormValues([("event", event.rawValue), ("day", visit.today.description)]), Problems(), 200, reader)
        }
    },
    .send(recordOwnDayPath, .seeSafetyNet) { visit, school in
        let typed = visit.request.form, event = try askedEvent(typed)
        return try await visit.save { writer in
            let school = try writer.schoolToKeep(school, visit), matter = Matter.school(school.id)
            try writer.refuseOvertaken(typed["seen"], matter)
            try writer.save(RecordOwnDay(event, on: typed.dayIfAny("day"), words: typed["words"], putsRight: typed["why"] == "wrong"), of: matter)
            return schoolDutiesPath(school.id).asking(["saved": "day"])
        } again: { problems, status in
            try await visit.read { try form(visit, $0.schoolToKeep(school, visit), event, typed, problems, status, $0) }
        }
    },
]

private func askedEvent(_ values: FormValues) throws -> StatutoryEvent {
    guard let event = StatutoryEvent(rawValue: values["event"]), RecordOwnDay.ofSchools.contains(event) else { throw NotFound() }
    return event
}

extension Reader {
    fileprivate func schoolToKeep(_ school: SchoolID, _ visit: Visit) throws -> School {
        guard visit.viewer.keepingDuties.may(.seeSafetyNet) else { throw NotFound() }
        return try schoolInSight(school, of: visit.viewer.keepingDuties)
    }

    /// What stands of a matter, as a form carries it.
    fileprivate func mark(of matter: Matter) throws -> String { "\(try events(of: matter).map(\.id.rawValue).max() ?? 0)" }
}

extension Writer {
    fileprivate func refuseOvertaken(_ seen: String, _ matter: Matter) throws {
        guard !seen.isEmpty, try seen != mark(of: matter), let last = try events(of: matter).max(by: { $0.id < $1.id }) else { return }
        throw FormOvertaken("\(last.recordedBy) wrote down \(last.happenedOn.inWords) for “\(last.event.title)” while you had this open. Nothing of yours is saved yet. Save again if it is still right.")
    }
}

extension StatutoryEvent {
    /// What the day is that a school writes down about itself.
    fileprivate var ownDayLabel: String { self == .inclusionStrategy ? "The day it was published, or looked at for a new year" : dayLabel }

    /// What one writes down where a day stands: the next one, or the same put right.
    fileprivate var newDayLabel: String {
        switch self {
        case .sencoAppointed: "Write down a new SENCO’s day"
        case .informationReport: "Write down the new report’s day"
        case .inclusionStrategy: "Write down the new strategy’s day"
        default: "Write down the new plan’s day"
        }
    }
}

private func schoolPage(_ visit: Visit, _ school: School, _ reader: Reader) throws -> Answer {
    let matter = Matter.school(school.id), events = try reader.events(of: matter), duties = try reader.duties(of: matter).filter { $0.droppedBecause.isEmpty }
    let keeping = visit.viewer.keepingDuties, mayKeep = keeping.may(.seeSafetyNet) && keeping.sees(school.id)
    let saved: HTML = visit.request.query["saved"].isEmpty ? "" : notice("Saved: what is owed next is reckoned from that day.")
    let cards = RecordOwnDay.ofSchools.map { event in
        let last = RecordOwnDay.written(event, events), ids = Set(events.filter { $0.event == event }.map(\.id)), own = duties.filter { $0.isOpen && ids.contains($0.event) }
        let nothing: HTML = own.isEmpty ? "<p>No day is written down, so nothing is reckoned.</p>" : "<p>No day is written down yet.</p>"
        let line: HTML = last.map { "<p>\(event.ownDayLabel): \($0.happenedOn.inWords).</p>" } ?? nothing
        let button: HTML = mayKeep ? "<p class=\"actions no-print\">\(linkButton(last == nil ? "Write down the day" : event.newDayLabel, recordOwnDayPath(school.id).asking(["event": event.rawValue]), aside: true))</p>" : ""
        return card(event.title, line + list(own, visit.today, mayKeep) + button)
    }
    let standing = StandingDuty.all.filter { $0.id.hasPrefix("SD-") }.map { duty -> HTML in
        "<li>\(duty.what) <span class=\"quiet\">\(duty.when). \(duty.source.citation).\(duty.mark == .memory ? " Check locally." : "")</span></li>"
    }
    return visit.page("Own duties of \(school.name)", at: "duties", """
        \(crumbs(("What is due", dutiesPath())))\(saved)\(pageTitle("Own duties of \(school.name)", lead: "What the school owes of itself. Give the days, and Trellis says what is due next."))\(cards)\
        \(card("Owed without a day", "<ul>\(standing)</ul>"))
        """)
}

private func list(_ duties: [OwedDuty], _ today: Day, _ mayKeep: Bool) -> HTML {
    if duties.isEmpty { return "" }
    let items: [HTML] = duties.map { "<li><strong>\($0.what)</strong>: \($0.when(today, isExcused: false))<br>\($0.why)\(mayKeep && RecordOwnDay.event(renewing: $0.rule) == nil ? "<br>\($0.steps)" : "")</li>" }
    return "<ul class=\"plain tall\">\(items)</ul>"
}

private func form(_ visit: Visit, _ school: School, _ event: StatutoryEvent, _ typed: FormValues, _ problems: Problems, _ status: Int, _ reader: Reader) throws -> Answer {
    var values = typed
    let matter = Matter.school(school.id)
    if status != 422 || !values.has("seen") { values.set("seen", try reader.mark(of: matter)) }
    let write = FormWriter(values, problems), last = RecordOwnDay.written(event, try reader.events(of: matter)), title = "Write down a day: \(event.title)"
    let why: HTML = last == nil ? "" : write.radios("why", "What is it?", [Choice("again", "It happened anew"), Choice("wrong", "The day that stands is wrong")])
    let stands: HTML = last.map { "<p>What stands: \($0.happenedOn.inWords).</p>" } ?? ""
    return visit.page(status == 200 ? title : "Problem: \(title)", at: "duties", status: status, """
        \(crumbs(("What is due", dutiesPath()), (school.name, schoolDutiesPath(school.id))))\(write.summary)\(pageTitle(event.title, lead: "\(school.name)"))\(stands)\
        \(Pages.form(recordOwnDayPath(school.id), button: "Save this day", back: schoolDutiesPath(school.id), """
            \(write.hidden("seen"))\(write.hidden("event"))\(why)\(write.day("day", event.ownDayLabel))\
            \(write.longText("words", "Anything to add?", hint: "Such as the page on the school’s website. No child’s name belongs here.", rows: 2, aboutNobody: ()))
            """))
        """)
}
