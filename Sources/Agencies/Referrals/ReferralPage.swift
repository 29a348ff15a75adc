import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

/// One referral: where it stands, the next step as a button, its words, its consent, its steps.
let referralRoutes: [Route] = [
    .read(referralPath, .seeRecord) { visit, pupil, row in
        try await visit.read { reader in
            let record = try reader.pupilRecord(pupil, for: visit.viewer, on: visit.today), held = try reader.referral(row, of: pupil, for: visit.viewer, on: visit.today)
            let works = try reader.powers(of: visit.person, over: pupil, on: visit.today).contains(.refer)
            let papers = try reader.papers(of: pupil, for: visit.viewer, on: visit.today).filter { held.papers.contains($0.id) }
            return page(visit, record.pupil, held, papers, works)
        }
    },
]

private func page(_ visit: Visit, _ pupil: Pupil, _ held: ReferralRecord, _ papers: [Paper], _ works: Bool) -> Answer {
    let referral = held.referral
    return visit.page("Referral of \(pupil.name)", at: "agencies", """
        \(crumbs(("Referrals", referralsPath()), (pupil.name, pupilPath(pupil.id))))\(saved(visit))\(closedNotice(held, visit.today))\
        \(pageTitle("Referral to \(held.agency.name)", lead: "\(pupil.fullCalledName) · \(referral.state.label) since \(referral.since.inWords)\(lateTag(held, visit.today))"))\
        <div class="columns"><aside>\(works ? nextCard(pupil.id, held, visit.today) : "")\(consentCard(pupil.id, held, works, visit.today))</aside><div>\
        \(wordsCard(pupil.id, held, papers, works))\(stepsCard(held))</div></div>
        """)
}

private func saved(_ visit: Visit) -> HTML {
    switch visit.request.query["saved"] {
    case "drafted": notice("Kept as a draft. Nothing has left the school.")
    case "changed": notice("Saved.")
    case "consent": notice("The consent is written down.")
    case "step": notice("Saved.")
    default: ""
    }
}

func lateTag(_ held: ReferralRecord, _ today: Day) -> HTML {
    held.referral.unansweredSince(held.agency.answerDays, on: today) == nil ? "" : " <span class=\"tag tag-warn\">No answer in time</span>"
}

/// That an agency is closed, while a referral to it runs.
func closedTag(_ ends: Day?, _ referral: Referral, _ today: Day) -> HTML {
    guard let ends, ends < today, !referral.state.isOver else { return "" }
    return " <span class=\"tag tag-warn\">Agency closed</span>"
}

private func closedNotice(_ held: ReferralRecord, _ today: Day) -> HTML {
    guard !held.agency.isOpen(on: today), !held.referral.state.isOver, let ends = held.agency.ends else { return "" }
    return notice("\(held.agency.name) closed after \(ends.inWords). \(held.agency.endedBecause) Ask them who goes on with this referral; nothing more can be sent to them.", warns: true)
}

/// The usual next step as a button, the rest beside it.
private func nextCard(_ pupil: PupilID, _ held: ReferralRecord, _ today: Day) -> HTML {
    let referral = held.referral, isOpen = held.agency.isOpen(on: today)
    let steps = referral.state.next.filter { isOpen || $0 != .sent }, path = referralStepPath(pupil, referral.row)
    guard let first = steps.first else {
        return card("What comes next", id: "next", printed: false, "<p>This referral is over.</p><p class=\"actions\">\(linkButton("Draft a new one", startReferralPath(pupil).asking(["agency": isOpen ? "\(referral.agency)" : nil]), aside: true))</p>")
    }
    let rest: [HTML] = steps.dropFirst().map { "<li><a href=\"\(path.asking(["to": $0.rawValue]))\">\($0.verb(from: referral.state))</a></li>" }
    let advice: HTML = [.seen, .reported].contains(referral.state) ? "<li><a href=\"\(addAdvicePath(pupil).asking(["referral": "\(referral.id)"]))\">Enter what they advise</a></li>" : ""
    let change: HTML = referral.state.isInside ? "<li><a href=\"\(changeReferralPath(pupil, referral.row))\">Change the draft</a></li>" : ""
    return card("What comes next", id: "next", printed: false, """
        <p class="actions">\(linkButton(first.verb(from: referral.state), path.asking(["to": first.rawValue])))</p><ul class="plain tall">\(rest)\(advice)\(change)</ul>
        """)
}

private func consentCard(_ pupil: PupilID, _ held: ReferralRecord, _ works: Bool, _ today: Day) -> HTML {
    let items: [HTML] = held.consents.map { consentItem($0, pupil, works, today) }
    let none: HTML = held.consent(on: today) == nil ? "<p><span class=\"tag tag-warn\">No consent today</span> Nothing may be sent to them.</p>" : ""
    let add: HTML = works && held.agency.isOpen(on: today) ? "<p class=\"actions no-print\">\(linkButton("Write down consent", giveConsentPath(pupil).asking(["agency": "\(held.agency.id)"]), aside: true))</p>" : ""
    return card("Consent", id: "consent", "\(none)<ul class=\"plain tall\">\(items)</ul>\(add)")
}

/// One consent in words, with the way to end it.
func consentItem(_ consent: AgencyConsent, _ pupil: PupilID, _ works: Bool, _ today: Day) -> HTML {
    let state: HTML = consent.endedOn.map { "<span class=\"tag tag-none\">Ended</span> \($0.inWords): “\(consent.endedBecause)”" }
        ?? (consent.until < today ? "<span class=\"tag tag-none\">Run out</span> \(consent.until.inWords)" : "until \(consent.until.inWords)")
    let end: HTML = works && consent.endedOn == nil && consent.until >= today ? " <a class=\"no-print\" href=\"\(endConsentPath(pupil, consent.id))\">End it</a>" : ""
    let words: HTML = consent.words.isEmpty ? "" : "<br>“\(consent.words)”"
    return "<li><b>\(consent.basis.label)</b>, \(consent.givenBy), \(consent.givenOn.inWords), \(state)\(end)\(words)</li>"
}

private func wordsCard(_ pupil: PupilID, _ held: ReferralRecord, _ papers: [Paper], _ works: Bool) -> HTML {
    let referral = held.referral
    let files: [HTML] = papers.map { $0.isWithdrawn ? "<li>\($0.title) <span class=\"quiet\">withdrawn since</span></li>" : "<li><a href=\"\(paperFilePath(pupil, $0.id))\">\($0.title)</a></li>" }
    let list: [(String, HTML)] = [
        ("Agency", "<a href=\"\(agencyPath(held.agency.id))\">\(held.agency.name)</a>"), ("What is seen", "\(referral.reason)"), ("What is asked for", "\(referral.wanted)"),
        ("Papers that go along", files.isEmpty ? "" : "<ul>\(files)</ul>"), ("Begun from", "\(referral.origin.label)"), ("Sent", "\(referral.sentOn?.inWords ?? "")"),
        ("They expect to see the pupil", "\(referral.expectedOn?.inWords ?? "")"), ("First seen", "\(referral.seenOn?.inWords ?? "")"), ("Drafted by", "\(referral.draftedBy)"),
    ]
    return card("What is asked", id: "asked", facts(list.filter { !$0.1.isEmpty }))
}

private func stepsCard(_ held: ReferralRecord) -> HTML {
    let items: [HTML] = held.steps.reversed().enumerated().map { place, step in
        let words: HTML = step.words.isEmpty ? "" : "<p>“\(step.words)”</p>"
        return "<li class=\"\(place == 0 ? "milestone" : "step")\"><time datetime=\"\(step.happenedOn.description)\">\(step.happenedOn.inWords)</time><p><b>\(step.state.label)</b> <span class=\"quiet\">written down by \(step.who)</span></p>\(words)</li>"
    }
    return card("What happened", id: "steps", "<ol class=\"timeline\">\(items)</ol>")
}

extension Referral.Origin {
    var label: String {
        switch self {
        case .none: ""
        case .concern: "A concern"
        case .result: "A result"
        case .review: "A review"
        }
    }
}
