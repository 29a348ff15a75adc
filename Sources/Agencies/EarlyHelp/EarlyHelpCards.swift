import Access
import AreaKit
import Basics
import Pages
import Papers
import People
import Plans

// The cards of the page of early help.

func leadCard(_ sheet: EarlyHelpSheet) -> HTML {
    let now: HTML = sheet.held.lead.map { "<p><b>\($0.inWords)</b><br><span class=\"quiet\">\($0.contact.isEmpty ? "" : "\($0.contact) · ")since \($0.starts.inWords)</span></p>" } ?? (sheet.episode.isOpen ? "<p><span class=\"tag tag-warn\">Nobody yet</span></p>" : "")
    let before: [HTML] = sheet.held.leads.filter { $0.ends != nil }.map { "<li>\($0.inWords), \($0.starts.short) to \($0.ends?.short ?? "")</li>" }
    let change: HTML = sheet.goesOn ? "<p class=\"actions no-print\">\(linkButton("Name the lead practitioner", earlyHelpLeadPath(sheet.pupil.id, sheet.episode.row), aside: true))</p>" : ""
    return card("Lead practitioner", id: "lead", "\(now)\(before.isEmpty ? "" : "<ul class=\"plain quiet\">\(before)</ul>")\(change)")
}

func consentCard(_ sheet: EarlyHelpSheet) -> HTML {
    let items: [HTML] = sheet.held.consents.map { consent in
        let state: HTML = consent.endedOn.map { "<span class=\"tag tag-none\">Taken back</span> \($0.inWords): “\(consent.endedBecause)”" }
            ?? (consent.until < sheet.today ? "<span class=\"tag tag-none\">Run out</span> \(consent.until.inWords)" : "until \(consent.until.inWords)")
        let end: HTML = sheet.goesOn && consent.endedOn == nil && consent.until >= sheet.today ? " \(quietLink("They take it back", consent.givenBy, endEarlyHelpConsentPath(sheet.pupil.id, consent.id)))" : ""
        return "<li><b>\(consent.givenBy)</b>, \(consent.givenOn.inWords), \(state)<br><span class=\"quiet\">\(consent.way.label)</span>\(consent.words.isEmpty ? "" : "<br>“\(consent.words)”")<span class=\"no-print\">\(end)</span></li>"
    }
    let add: HTML = sheet.goesOn ? "<p class=\"actions no-print\">\(linkButton("Write down consent", earlyHelpConsentPath(sheet.pupil.id, sheet.episode.row), aside: true))</p>" : ""
    return card("The family’s consent", id: "consent", "<ul class=\"plain tall\">\(items)</ul>\(add)")
}

func wordsCard(_ sheet: EarlyHelpSheet) -> HTML {
    let episode = sheet.episode, plans: [HTML] = sheet.plans.map { "<li><a href=\"\(planPath($0.id))\">\($0.title)</a></li>" }
    let list: [(String, HTML)] = [
        ("What goes well", lines(episode.strengths)), ("What help is needed with", lines(episode.needs)), ("What the family hopes for", lines(episode.wanted)), ("The family and the home", lines(episode.household)),
        ("The school’s plan", plans.isEmpty ? "" : "<ul class=\"plain\">\(plans)</ul>"), ("Begun by", "\(episode.startedBy), \(episode.startedOn.inWords)"),
    ]
    let change: HTML = sheet.goesOn ? "<p class=\"no-print\"><a href=\"\(changeEarlyHelpPath(sheet.pupil.id, episode.row))\">Change these words</a></p>" : ""
    return card("The child and the family", id: "family", facts(list.filter { !$0.1.isEmpty }) + change)
}

func closedCard(_ sheet: EarlyHelpSheet) -> HTML {
    guard let day = sheet.episode.closedOn else { return "" }
    return card("Closed", id: "closed", "<p><b>\(sheet.episode.ending?.label ?? "")</b>, \(day.inWords), written down by \(sheet.episode.closedBy).</p>\(lines(sheet.episode.closedWords))")
}

func stepsCard(_ sheet: EarlyHelpSheet) -> HTML {
    let rows: [HTML] = sheet.held.steps.map { step in
        let late: HTML = sheet.episode.isOpen && step.isLate(on: sheet.today) ? " <span class=\"tag tag-warn\">Late</span>" : ""
        let tag: HTML = step.state == .done ? "<span class=\"tag tag-good\">Done</span>" : step.state == .notNeeded ? "<span class=\"tag tag-none\">Not needed</span>" : "Still to do\(late)"
        let when = step.happenedOn.map { "\($0.short), \(step.who)" } ?? step.due.map { "by \($0.short)" } ?? ""
        let paper: HTML = step.paper.flatMap { sheet.papers[$0] }.map { $0.isWithdrawn ? "" : "<br><a href=\"\(paperFilePath(sheet.pupil.id, $0.id))\">\($0.title)</a>" } ?? ""
        let go: HTML = sheet.goesOn ? " <span class=\"no-print\">\(quietLink(step.state == .open ? "Say what became of it" : "Change", step.name, earlyHelpStepPath(sheet.pupil.id, step.id)))</span>" : ""
        return "<tr><th scope=\"row\">\(step.name)</th><td data-label=\"Stands at\">\(tag)\(go)</td><td data-label=\"When\">\(when)\(step.words.isEmpty ? "" : "<br>“\(step.words)”")\(paper)</td></tr>"
    }
    return card("The council’s steps", id: "steps", "\(councilsWay(sheet.held.scheme))\(table("The council’s steps", [head("Step"), head("Stands at"), head("When")], rows))")
}

/// Where the council's form lies and whom one rings, as it is now; the steps stay as they were when this began.
private func councilsWay(_ scheme: EarlyHelpScheme?) -> HTML {
    guard let scheme else { return "<p class=\"quiet\">The parts that all councils have. <a class=\"no-print\" href=\"\(earlyHelpSchemesPath())\">See how each council does it</a></p>" }
    let reach = [scheme.form.isEmpty ? "" : "Form: \(scheme.form)", scheme.phone, scheme.email].filter { !$0.isEmpty }.joined(separator: " · ")
    let site: HTML = scheme.website.isEmpty ? "" : " · <a href=\"\(scheme.website)\" rel=\"noreferrer\">Portal</a>"
    return "<p class=\"quiet\">As the council’s own way was when this began. \(reach)\(site)</p>"
}

func actionsCard(_ sheet: EarlyHelpSheet) -> HTML {
    let back = earlyHelpPath(sheet.pupil.id, sheet.episode.row).at("actions"), items: [HTML] = sheet.held.actions.map { actionItem(ActionLine(action: $0), sheet.today, back: back) }
    let add: HTML = sheet.goesOn ? "<p class=\"actions no-print\">\(linkButton("Write down who does what", earlyHelpActionPath(sheet.pupil.id, sheet.episode.row), aside: true))</p>" : ""
    return card("Who does what", id: "actions", (items.isEmpty ? "<p>Nothing is agreed yet.</p>" : "<ul class=\"plain findings\">\(items)</ul>") + add)
}

func meetingsCard(_ sheet: EarlyHelpSheet) -> HTML {
    let items: [HTML] = sheet.held.meetings.enumerated().map { place, meeting in
        let list: [(String, HTML)] = [("There", lines(meeting.people)), ("The child says", lines(meeting.childView)), ("The family says", lines(meeting.familyView)), ("What has changed, and what was agreed", lines(meeting.progress)), ("Next", "\(meeting.nextOn?.inWords ?? "No other meeting follows")")]
        let change: HTML = sheet.goesOn ? " <span class=\"no-print\">\(quietLink("Change", "the meeting of \(meeting.heldOn.inWords)", changeEarlyHelpMeetingPath(sheet.pupil.id, meeting.id)))</span>" : ""
        return "<li class=\"\(place == 0 ? "milestone" : "step")\"><p><b><time datetime=\"\(meeting.heldOn.description)\">\(meeting.heldOn.inWords)</time></b> <span class=\"quiet\">written down by \(meeting.recordedBy)</span>\(change)</p>\(facts(list.filter { !$0.1.isEmpty }))</li>"
    }
    return card("Meetings", id: "meetings", items.isEmpty ? "<p>None yet.</p>" : "<ol class=\"timeline\">\(items)</ol>")
}

/// Words as they were typed, line by line.
private func lines(_ words: String) -> HTML { words.split(whereSeparator: \.isNewline).map { HTML("\(String($0))") }.joined("<br>") }
