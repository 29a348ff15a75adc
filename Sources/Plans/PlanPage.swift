import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

let planRoutes: [Route] = [
    .read(planPath, .seePlans) { visit, id in
        try await visit.read { reader in
            let seen = try reader.plan(id, for: visit.viewer, on: visit.today)
            let others = try reader.plans(of: seen.plan.pupil, for: visit.viewer, on: visit.today).filter { $0.kind == seen.plan.kind }
            let papers = seen.opensEvidence ? try reader.standingPapers(of: seen.pupil).map(\.id) : []
            return planPage(visit, seen, others, try reader.layers(of: seen.plan.pupil), Set(papers))
        }
    },
]

private func planPage(_ visit: Visit, _ seen: SeenPlan, _ others: [Plan], _ layers: [LayerSpell], _ papers: Set<PaperID>) -> Answer {
    let whole = seen.whole, plan = seen.plan
    let beside: HTML = "\(answerCard(whole))\(seen.isStaff ? sectionsCard(whole) : "")\(layerCard(layers, visit.today))\(seen.isStaff ? readersCard(seen) : "")"
    let lead: HTML = "\(stateTag(plan, on: visit.today)) \(seen.pupil.name) · \(daysInWords(plan))"
    return visit.page("\(plan.title), \(seen.pupil.name)", at: "plans", """
        \(crumbs(("Plans", plansPath()), (seen.pupil.name, pupilPath(seen.pupil.id))))\(savedNotice(visit))\(pageTitle(plan.title, lead: lead))\(waits(seen))\
        <div class="columns"><aside>\(actsCard(visit, seen))</aside><div>\(fileCard(seen))\(partCards(whole, whole.kind.parts.map(\.part), papers: papers))\(reviewCard(whole))\(othersCard(plan, others, visit.today))</div>\
        <aside>\(beside)</aside></div>
        """)
}

/// `from 7 September 2026, review by 18 December 2026`.
func daysInWords(_ plan: Plan) -> String {
    var words: [String] = []
    if let starts = plan.starts { words.append("from \(starts.inWords)") } else { words.append("begun on \(plan.begunOn.inWords)") }
    if let ends = plan.ends { words.append("until \(ends.inWords)") } else if let review = plan.reviewBy { words.append("review by \(review.inWords)") }
    if let rhythm = ReviewRhythm.named(plan.rhythm), plan.isOpen { words.append("looked at \(rhythm.label)") }
    return words.joined(separator: ", ")
}

/// What is still missing of a plan that is being written.
private func waits(_ seen: SeenPlan) -> HTML {
    guard seen.plan.isBeingWritten, seen.isStaff else { return "" }
    let missing = seen.whole.missing.map { $0.title.lowercased() }
    let words = missing.isEmpty ? "Everything that is needed is written." : "Before it can be live, write: \(missing.joined(separator: ", "))."
    return notice("\(words)", warns: !missing.isEmpty)
}

private func savedNotice(_ visit: Visit) -> HTML {
    let words: [String: String] = [
        "begun": "The plan is begun.", "written": "The plan is up to date.", "outcome": "The outcome is up to date.", "shared": "The plan is shared. The family can read it now.",
        "live": "The plan is live. Its outcomes are locked.", "answer": "The family’s answer is kept.", "results": "What you wrote about the outcomes is kept. The review is not finished yet.",
        "reviewed": "The review is finished. Below is the next cycle, to be written.", "exit": "The review is finished, and the plan is closed.",
        "amended": "This is the amendment. The plan as it was agreed stays live until this one is.", "closed": "The plan is closed.",
        "read": "It is noted that this plan was read.", "brought": "The plan is taken in. It is live.",
    ]
    return words[visit.request.query["saved"]].map { notice("Saved. \($0)") } ?? ""
}

/// What this person can do about the plan, the next step first.
private func actsCard(_ visit: Visit, _ seen: SeenPlan) -> HTML {
    let plan = seen.plan, id = plan.id
    var links: [HTML] = []
    if seen.writes, plan.isBeingWritten { links.append(linkButton("Write the plan", writePlanPath(id))) }
    if seen.writes, plan.state == .live { links.append(linkButton("Review this plan", reviewPlanPath(id))) }
    if seen.decides, plan.isBeingWritten { links.append(linkButton("Make it live", makeLivePath(id), aside: !seen.whole.missing.isEmpty)) }
    if seen.writes, plan.state == .draft { links.append(linkButton("Share with the family", sharePlanPath(id), aside: true)) }
    if seen.writes, plan.isInForce, plan.paper == nil { links.append(linkButton("Change strategies and provision", writePlanPath(id), aside: true)) }
    if seen.writes, plan.isInForce { links.append(linkButton("Add the family’s answer", answerPlanPath(id), aside: true)) }
    if seen.decides, plan.state == .live { links.append(linkButton("Amend from a day", amendPlanPath(id), aside: true)) }
    if seen.decides, plan.isOpen { links.append("<a href=\"\(closePlanPath(id))\">Close this plan</a>") }
    if seen.isStaff, plan.isInForce { links.append("<a href=\"\(profilePath(plan.pupil))\">See the one-page profile</a>") }
    links.append(printButton("Print this plan"))
    if plan.paper == nil { links.append("<a href=\"\(planPDFPath(id))\">Download as PDF</a>") }
    if visit.viewer.inStaffParts.may(.exportRegister), seen.powers.contains(.exportRegister), !seen.pupil.sealed || seen.powers.contains(.seeRecord) {
        links.append("<a href=\"\(exportPlanPath(id))\">Download this plan as an open file (JSON)</a>")
    }
    return card("What you can do", printed: false, "<p class=\"actions\">\(links.joined(" "))</p>\(readForm(seen))")
}

/// A teacher says that they have read the plan, a SENCO that the teachers have it.
private func readForm(_ seen: SeenPlan) -> HTML {
    guard seen.isStaff, seen.plan.state == .live, seen.powers.contains(.workOnPlans) else { return "" }
    return "<form method=\"post\" action=\"\(readPlanPath(seen.plan.id))\"><p class=\"actions\"><button class=\"second\">\(seen.decides ? "The teachers have it" : "I have read this plan")</button></p></form>"
}

func answerCard(_ whole: WholePlan) -> HTML {
    guard let answer = whole.answer else { return "" }
    let words: HTML = answer.words.isEmpty ? "" : "<p>“\(answer.words)”</p>"
    let tries: HTML = answer.firstTry.flatMap { first in answer.secondTry.map { "<p class=\"quiet\">Tried on \(first.inWords) and on \($0.inWords).</p>" } } ?? ""
    return card("The family’s answer", id: "answer", "<p><b>\(answer.kind.label)</b></p>\(words)<p class=\"quiet\">\(answer.answeredOn.inWords)</p>\(tries)")
}

/// How far each part is, by whom and when.
private func sectionsCard(_ whole: WholePlan) -> HTML {
    if whole.plan.paper != nil { return "" }
    let items: [HTML] = whole.kind.parts.map { part in
        let section = whole.section(part.part)
        let who: HTML = section.map { $0.savedBy.isEmpty ? "" : " <span class=\"quiet\">\($0.savedBy), \($0.savedOn.short)</span>" } ?? ""
        return "<li>\(stateTag(whole.state(part.part))) \(part.part.title)\(who)</li>"
    }
    return card("How far each part is", printed: false, "<ul class=\"plain\">\(items)</ul>")
}

func layerCard(_ layers: [LayerSpell], _ day: Day) -> HTML {
    if layers.isEmpty { return "" }
    let items: [HTML] = layers.reversed().map { "<li>\(SupportLayer.label($0.layer)) <span class=\"quiet\">\($0.spell.inWords)</span></li>" }
    return card("Layer of support", "<ul class=\"plain\">\(items)</ul>")
}

private func readersCard(_ seen: SeenPlan) -> HTML {
    guard seen.plan.isInForce else { return "" }
    let items: [HTML] = seen.whole.readings.map { "<li>\($0.name) <span class=\"quiet\">\($0.readOn.inWords)</span></li>" }
    let list: HTML = items.isEmpty ? "<p>Nobody has said so yet. Teachers of the pupil press “I have read this plan”.</p>" : "<ul class=\"plain\">\(items)</ul>"
    return card("Who has read it", printed: false, list)
}

private func fileCard(_ seen: SeenPlan) -> HTML {
    guard seen.plan.paper != nil else { return "" }
    return card("The plan as a file", "<p>This plan was written elsewhere.</p><p class=\"actions\">\(linkButton("Download the plan", planFilePath(seen.plan.id)))</p>")
}

func reviewCard(_ whole: WholePlan) -> HTML {
    guard let review = whole.review else { return "" }
    var list: [(String, HTML)] = [("Held on", "\(review.heldOn.inWords)"), ("Decided", "\(review.decision.label)")]
    for (label, text) in [("Why", review.because), ("The pupil said", review.pupilView), ("The family said", review.familyView), ("Who took part", review.people)] where !text.isEmpty {
        list.append((label, "\(text)"))
    }
    return card("The review", id: "review", facts(list))
}

/// The other cycles and amendments, each to be read or compared with this one.
private func othersCard(_ plan: Plan, _ others: [Plan], _ day: Day) -> HTML {
    let rest = others.filter { $0.id != plan.id }
    if rest.isEmpty { return "" }
    let items: [HTML] = rest.map { other in
        """
        <li><a href="\(planPath(other.id))">\(other.title)\(other.isAmendment ? ", amended" : "")<span class="unseen">, plan \(other.id.rawValue)</span></a> \(stateTag(other, on: day)) <span class="quiet">\(daysInWords(other))</span> \
        \(other.paper == nil && plan.paper == nil ? quietLink("Compare", "with \(other.title), plan \(other.id)", comparePlanPath(min(plan.id, other.id), max(plan.id, other.id))) : "")</li>
        """
    }
    return card("Other cycles", id: "cycles", printed: false, "<ul class=\"plain\">\(items)</ul>")
}
