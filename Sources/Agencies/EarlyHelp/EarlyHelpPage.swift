import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People
import Plans

/// One episode of early help: what comes next, the family's words, who does what, what was said.
/// - Parameter fillForm: where the council's form is filled; nil where no area does that.
func earlyHelpRoutes(_ fillForm: EarlyHelpForm?) -> [Route] { [
    .read(earlyHelpPath, .seeRecord) { visit, pupil, row in
        try await visit.read { reader in
            let record = try reader.pupilRecord(pupil, for: visit.viewer, on: visit.today), held = try reader.earlyHelp(row, of: pupil, for: visit.viewer, on: visit.today)
            let works = try reader.powers(of: visit.person, over: pupil, on: visit.today).contains(.refer), papers = held.steps.contains { $0.paper != nil } ? try reader.papers(of: pupil, for: visit.viewer, on: visit.today) : []
            let plans = try reader.plans(of: pupil, for: visit.viewer, on: visit.today).filter { $0.state == .live }
            return page(EarlyHelpSheet(visit: visit, pupil: record.pupil, held: held, papers: Dictionary(papers.map { ($0.id, $0) }) { $1 }, plans: plans, works: works, form: fillForm?(pupil, row)))
        }
    },
    .send(reopenEarlyHelpPath, .refer) { visit, pupil, row in
        try await visit.write { writer in
            guard try writer.powers(of: visit.person, over: pupil, on: visit.today).contains(.refer) else { throw NotFound() }
            let held = try writer.earlyHelp(row, of: pupil, for: visit.viewer, on: visit.today)
            try writer.save(CloseEarlyHelp.reopened(held.episode, beside: writer.earlyHelp(of: pupil, for: visit.viewer, on: visit.today)))
        }
        return .goTo(earlyHelpPath(pupil, row).asking(["saved": "reopened"]))
    },
] }

/// What the page is made from.
struct EarlyHelpSheet: Sendable {
    let visit: Visit
    let pupil: Pupil
    let held: HeldEarlyHelp
    let papers: [PaperID: Paper]
    let plans: [Plan]
    let works: Bool
    /// Where the council's form is filled from it.
    let form: Address?

    var episode: EarlyHelpEpisode { held.episode }
    var today: Day { visit.today }
    /// Whether this person may go on with it.
    var goesOn: Bool { works && episode.isOpen }
}

private func page(_ sheet: EarlyHelpSheet) -> Answer {
    let episode = sheet.episode, stands = episode.closedOn.map { "closed \($0.inWords)" } ?? "since \(episode.startedOn.inWords)"
    return sheet.visit.page("Early help for \(sheet.pupil.name)", at: "agencies", """
        \(crumbs(("Early help", earlyHelpListPath()), (sheet.pupil.name, pupilPath(sheet.pupil.id))))\(saved(sheet.visit))\(noConsent(sheet))\
        \(pageTitle("\(episode.name) for \(sheet.pupil.calledName)", lead: "\(sheet.pupil.fullCalledName) · \(stands)", actions: [printButton("Print it")]))\
        <div class="columns"><aside>\(nextCard(sheet))\(formCard(sheet))\(leadCard(sheet))\(consentCard(sheet))</aside><div>\(wordsCard(sheet))\(closedCard(sheet))\(stepsCard(sheet))\(actionsCard(sheet))\(meetingsCard(sheet))</div></div>
        """)
}

private func saved(_ visit: Visit) -> HTML {
    switch visit.request.query["saved"] {
    case "": ""
    case "begun": notice("Begun. Next: the first step below.")
    case "ended": notice("Their consent has ended. Close early help next, and tell the others.", warns: true)
    case "closed": notice("Closed.")
    default: notice("Saved.")
    }
}

private func noConsent(_ sheet: EarlyHelpSheet) -> HTML {
    guard sheet.episode.isOpen, sheet.held.consent(on: sheet.today) == nil else { return "" }
    let ways: HTML = sheet.works ? " <a href=\"\(earlyHelpConsentPath(sheet.pupil.id, sheet.episode.row))\">Write down that they agree</a>, or <a href=\"\(closeEarlyHelpPath(sheet.pupil.id, sheet.episode.row))\">close it</a>." : ""
    return notice("The family’s consent does not hold today. Early help is voluntary: nothing is shared and no meeting is held without it.\(ways)", warns: true)
}

private func formCard(_ sheet: EarlyHelpSheet) -> HTML {
    guard let form = sheet.form else { return "" }
    return card("The council’s form", id: "form", printed: false, "<p>Filled from what stands here and in the record.</p><p class=\"actions\">\(linkButton("Fill the form", form, aside: true))</p>")
}

/// The usual next thing as a button, the rest beside it.
private func nextCard(_ sheet: EarlyHelpSheet) -> HTML {
    let episode = sheet.episode, pupil = sheet.pupil.id, row = episode.row
    guard episode.isOpen else {
        let again: HTML = sheet.works ? "<p class=\"actions\">\(linkButton("Begin again", startEarlyHelpPath(pupil), aside: true))</p><form method=\"post\" action=\"\(reopenEarlyHelpPath(pupil, row))\"><p class=\"actions\"><button class=\"second\">It was closed by mistake: open it</button></p></form>" : ""
        return card("What comes next", id: "next", printed: false, "<p>This is closed.</p>\(again)")
    }
    let late = episode.lateSince(on: sheet.today) != nil, when: HTML = "<p>\(episode.meeting): <b>\(meetingWords(episode, sheet.today))</b></p>"
    guard sheet.works else { return card("What comes next", id: "next", printed: false, when) }
    let meet = "Write down the meeting", step = sheet.held.steps.first { $0.state == .open }
    let isMeeting = late || episode.reviewOn == sheet.today || step == nil
    let first: HTML = isMeeting ? linkButton(meet, earlyHelpMeetingPath(pupil, row)) : step.map { linkButton("Say what became of the next step", earlyHelpStepPath(pupil, $0.id)) } ?? ""
    let others: [(String, Address)] = (isMeeting ? [] : [(meet, earlyHelpMeetingPath(pupil, row))]) + [
        (episode.reviewOn == nil ? "Set the day of the next meeting" : "Move the next meeting", earlyHelpNextPath(pupil, row)), ("Write down who does what", earlyHelpActionPath(pupil, row)), ("Close early help", closeEarlyHelpPath(pupil, row)),
    ]
    let rest: [HTML] = others.map { "<li><a href=\"\($0.1)\">\($0.0)</a></li>" }
    return card("What comes next", id: "next", printed: false, "\(when)<p class=\"actions\">\(first)</p><ul class=\"plain tall\">\(rest)</ul>")
}
