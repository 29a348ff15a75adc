import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// One review: what is next on top, then who is asked, what was said, and each step with its clock.
let reviewPageRoutes: [Route] = [
    .read(reviewPath, .seeRecord) { visit, pupil, row in
        try await visit.read { reader in
            let record = try reader.pupilRecord(pupil, for: visit.viewer, on: visit.today), review = try reader.annualReview(row, of: pupil, for: visit.viewer, on: visit.today)
            let works = try reader.powers(of: visit.person, over: pupil, on: visit.today).contains(.changeRegister)
            let fill = try fillCard(reader, review.council, .review, reviewFormPath(pupil, row), visit.today)
            let held = try reader.whole(review, on: visit.today), owed = try matterCard(reader, held.duties, visit.today)
            return page(visit, record, held, try reader.reviewContacts(of: pupil), works, fill, owed, isLookedAfter: try reader.isLookedAfter(pupil, on: review.heldOn ?? visit.today))
        }
    },
]

private func page(_ visit: Visit, _ record: PupilRecord, _ held: HeldReview, _ contacts: [Contact], _ works: Bool, _ fill: HTML, _ owed: HTML, isLookedAfter: Bool) -> Answer {
    let review = held.review, pupil = record.pupil
    let aligned = isLookedAfter ? alignment(held, works) : ""
    return visit.page("Review of \(pupil.name)", at: "reviews", """
        \(crumbs(("Annual reviews", reviewsPath()), (pupil.name, pupilPath(pupil.id))))\(saved(visit))\
        \(pageTitle("Annual review", lead: "\(pupil.fullCalledName) · \(review.kind.label) · complete by \(review.dueOn.inWords)"))\(aligned)\
        \(reviewNextCard(held, works, visit.today))<div class="columns"><aside>\(stagesCard(review, works, visit.today))\(meetingFacts(review, works))\(fill)</aside><div>\
        \(peopleCard(held, contacts, works, visit.today))\(recordCard(held, works))\(actionTable(held))\(circulationCard(held))\(owed)</div></div>
        """)
}

/// A child who is looked after on the day of the meeting, or today: the virtual school is asked, and the plan of the review and the
/// personal education plan are looked at beside each other.
private func alignment(_ held: HeldReview, _ works: Bool) -> HTML {
    let review = held.review, meeting = review.heldOn ?? review.meetingOn
    if review.isOpen, !held.people.contains(where: { $0.role == .virtualSchool }) {
        let add: HTML = works ? " <a href=\"\(reviewPeoplePath(review.pupil, review.id).asking(["role": ReviewRole.virtualSchool.rawValue]))\">Ask the virtual school</a>" : ""
        return notice("Looked after: the virtual school is not on the list yet.\(add)", warns: true)
    }
    guard let pep = review.pepOn else { return notice("Looked after: hold this review beside the personal education plan, so that both say the same. Write the day of its meeting down with this one’s.") }
    if let meeting, abs(pep - meeting) > AnnualReview.daysBesidePEP { return notice("Looked after: the meeting about the personal education plan is on \(pep.inWords), \(count(abs(pep - meeting), "day")) from this one. Hold them close together, so that both say the same.", warns: true) }
    return notice("Looked after: the meeting about the personal education plan is on \(pep.inWords), beside this one.")
}

private func saved(_ visit: Visit) -> HTML {
    switch visit.request.query["saved"] {
    case "started": notice("The review is begun. The family, the pupil and the head are on the list: add the others, and plan the meeting.")
    case "meeting": notice("The meeting is planned, and the days follow it.")
    case "person": notice("They are on the list.")
    case "removed": notice("They are off the list.")
    case "words": notice("Their words are saved.")
    case "link-ended": notice("The link no longer works.")
    case "pack": notice("It is written down who got the advice, and who was passed over.")
    case "report": notice("It is written down who got the report.")
    case "record": notice("The meeting is written down.")
    case "action": notice("It is on its owner’s list.")
    case "ended": notice("The review is ended.")
    case "step": notice("Saved.")
    case "back": notice("The decision is taken back. Write it down anew.")
    default: ""
    }
}

/// What is next, by when, and whose turn it is.
func reviewNextCard(_ held: HeldReview, _ works: Bool, _ today: Day) -> HTML {
    let review = held.review
    guard let next = review.next(on: today) else {
        let words = review.endedOn.map { "Ended on \($0.inWords): \(review.endedBecause)" } ?? "Complete. The council decided on \(review.decidedOn?.inWords ?? "a day that nobody wrote down"): \(review.decision?.label.lowercased() ?? "")."
        return card("What is next", id: "next", "<p>\(words)</p>\(back(review, works))")
    }
    let late: HTML = next.isLate(on: today) ? " <span class=\"tag tag-warn\">\(count(today - (next.by ?? today), "day")) late</span>" : ""
    let by: HTML = next.by.map { "by \($0.inWords)" } ?? "as soon as there is a day"
    let ends: HTML = works ? "<li><a href=\"\(endReviewPath(review.pupil, review.id))\">End it without a decision</a></li>" : ""
    let early: HTML = switch next.step {
    case _ where !works: ""
    case .invited, .circulated: "<li><a href=\"\(ReviewStep.held.form(review))\">Write down the meeting</a></li>"
    case .commented: "<li><a href=\"\(ReviewStep.finished.form(review))\">Write down the final plan</a></li>"
    default: ""
    }
    let button: HTML = works ? "<p class=\"actions\">\(linkButton(next.step.verb, next.step.form(review)))</p><ul class=\"plain\">\(early)\(ends)</ul>\(back(review, works))" : ""
    return "<section class=\"card\" id=\"next\"><h2>What is next</h2><p><b>\(next.step.verb)</b>, \(by): \(next.step.owner.label).\(late)</p><p class=\"quiet\">Why this day: \(next.why).</p>\(button)</section>"
}

/// The way to put a slip in the council’s decision right.
private func back(_ review: AnnualReview, _ works: Bool) -> HTML {
    works && review.decidedOn != nil && review.endedOn == nil ? "<p class=\"no-print\"><a href=\"\(takeBackDecisionPath(review.pupil, review.id))\">Put the decision right</a></p>" : ""
}

private func stagesCard(_ review: AnnualReview, _ works: Bool, _ today: Day) -> HTML {
    let forgotten = works ? review.forgotten(on: today) : []
    let rows: [HTML] = review.stages.map { stage in
        let stands: HTML = stage.doneOn.map { day in
            let late: HTML = stage.isEstimated ? " <span class=\"quiet\">Day estimated</span>" : stage.wasLate ? " <span class=\"tag tag-warn\">Late</span>" : ""
            return "\(stage.step == .planned ? "for \(day.short)" : day.short)\(late)"
        } ?? (stage.isLate(on: today) ? "<span class=\"tag tag-warn\">Late</span> by \(stage.by?.short ?? "")" : stage.by.map { "by \($0.short)" } ?? "")
        let add: HTML = forgotten.contains(stage.step) ? " <a class=\"no-print\" href=\"\(stage.step.form(review))\">\(stage.step.verb)</a>" : ""
        return "<tr><th scope=\"row\">\(stage.step.label)<p class=\"quiet\">\(stage.step.owner.label)</p></th><td data-label=\"When\">\(stands)\(add)</td></tr>"
    }
    return card("Its steps", id: "steps", table("Its steps", [head("Step"), head("When")], rows))
}

private func meetingFacts(_ review: AnnualReview, _ works: Bool) -> HTML {
    let list: [(String, HTML)] = [("Day", "\(review.meetingOn?.inWords ?? "Not planned. At the latest \(review.latestMeeting.inWords)")"), ("Time", "\(review.meetingAt)"), ("Place", "\(review.place)"), ("Led by", "\(review.chair)"), ("Personal education plan", "\(review.pepOn?.inWords ?? "")"), ("How the day is reckoned", "\(review.basis)")]
    let move: HTML = works && review.isOpen && review.heldOn == nil && review.meetingOn != nil ? "<p class=\"no-print\"><a href=\"\(reviewMeetingPath(review.pupil, review.id))\">Move the meeting</a></p>" : ""
    return card("The meeting", id: "meeting", facts(list.filter { !$0.1.isEmpty }) + move)
}

private func recordCard(_ held: HeldReview, _ works: Bool) -> HTML {
    let review = held.review
    guard review.heldOn != nil, let record = held.record else { return "" }
    let change: HTML = works && review.reportedOn == nil ? " \(linkButton("Change what was written down", reviewRecordPath(review.pupil, review.id), aside: true))" : ""
    let act: HTML = works ? " \(linkButton("Add something to do", reviewActionPath(review.pupil, review.id), aside: true))" : ""
    return card("What came of the meeting", id: "record", "<p>Recommended: <b>\(record.conclusion?.label ?? "")</b></p>\(asTyped(record.changes))<p class=\"actions\">\(linkButton("Read the report", reviewReportPath(review.pupil, review.id), aside: true))\(change)\(act)</p>")
}

private func circulationCard(_ held: HeldReview) -> HTML {
    if held.circulations.isEmpty { return "" }
    let names = Dictionary(held.people.map { ($0.id, $0.name) }) { $1 }
    let rows: [HTML] = held.circulations.map { sent in
        "<tr><th scope=\"row\">\(names[sent.person] ?? "Somebody who is off the list now")</th><td data-label=\"What\">\(sent.what.label)</td><td data-label=\"When\">\(sent.sentOn.short)</td><td data-label=\"Outcome\">\(sent.skippedBecause.isEmpty ? "Sent" : "Passed over: \(sent.skippedBecause)")</td></tr>"
    }
    return card("Who got what", id: "sent", table("Who got what, and when", [head("Who"), head("What"), head("When"), head("Outcome")], rows))
}
