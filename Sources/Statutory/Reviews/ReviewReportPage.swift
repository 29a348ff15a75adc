import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The report of the meeting, made from its record, to be read and printed.
let reviewReportRoutes: [Route] = [
    .read(reviewReportPath, .seeRecord) { visit, pupil, row in
        try await visit.read { reader in
            let record = try reader.pupilRecord(pupil, for: visit.viewer, on: visit.today), review = try reader.annualReview(row, of: pupil, for: visit.viewer, on: visit.today)
            let held = try reader.whole(review, on: visit.today), school = try reader.one(review.school, of: School.self)
            return visit.page("Report of the review of \(record.pupil.calledName)", at: "reviews", """
                \(crumbs(("Annual reviews", reviewsPath()), ("The review", reviewPath(pupil, row))))\
                \(pageTitle("Report of the annual review", lead: "\(record.pupil.fullCalledName), born \(record.pupil.birth.inWords). \(school?.name ?? "").", actions: [printButton("Print the report")]))\
                \(reportBody(held, of: record.pupil, try reader.redaction(of: pupil)))
                """)
        }
    },
]

private func reportBody(_ held: HeldReview, of pupil: Pupil, _ redaction: Redaction) -> HTML {
    guard let record = held.record else { return notice("The meeting is not written down yet.", warns: true) }
    func part(_ title: String, _ words: String) -> HTML { words.isEmpty ? "" : card(title, asTyped(redaction.applied(to: words))) }
    let review = held.review
    let days: [(String, HTML)] = [("Reviewed", "\(review.kind.label)"), ("Meeting", "\(review.heldOn?.inWords ?? "")"), ("Led by", "\(review.chair)"), ("Council decides by", "\(held.decideBy?.inWords ?? "")")]
    return """
        \(card("The review", facts(days.filter { !$0.1.isEmpty })))\(peopleTable(held))\(outcomeTable(held, redaction))\(part("What \(pupil.calledName) says", record.pupilView))\(part("How this was gathered", record.viewsHow))\(part("What the family says", record.familyView))\
        \(part("What the school says", record.schoolView))\(part("What others say", record.otherView))\(part("Where people did not agree", record.differences.nonEmpty ?? "Nobody disagreed."))\
        \(part("Preparation for adulthood", record.adulthood))\(part("Travel", record.travel))\(part("Personal budget", record.budget))\(card("What the meeting recommends", "<p><b>\(record.conclusion?.label ?? "")</b></p>" + asTyped(redaction.applied(to: record.changes))))\(actionTable(held, redaction))
        """
}

private func peopleTable(_ held: HeldReview) -> HTML {
    card("Who was asked", table("Who was asked, who came, who wrote", [head("Name"), head("Part"), head("At the meeting"), head("Advice")], held.people.map { person in
        """
        <tr><th scope="row">\(person.name)</th><td data-label="Part">\(person.role.label)</td><td data-label="At the meeting">\(person.attended.label)</td>\
        <td data-label="Advice">\(held.contributions[person.id].map { $0.givenOn.short } ?? "None")</td></tr>

        """
    }))
}

func outcomeTable(_ held: HeldReview, _ redaction: Redaction) -> HTML {
    if held.outcomes.isEmpty { return "" }
    return card("Progress towards the outcomes", id: "outcomes", table("Progress towards the outcomes", [head("Outcome"), head("How far"), head("What shows it")], held.outcomes.map { line in
        """
        <tr><th scope="row">\(redaction.applied(to: line.outcome))</th><td data-label="How far">\(line.progress.label)</td><td data-label="What shows it">\(redaction.applied(to: line.words))</td></tr>

        """
    }))
}

func actionTable(_ held: HeldReview, _ redaction: Redaction = .none) -> HTML {
    if held.actions.isEmpty { return "" }
    return card("What is to be done", id: "actions", table("What is to be done", [head("What"), head("Who"), head("By"), head("Where it stands")], held.actions.map { action in
        let stands: HTML = action.ending.map { $0 == .done ? "Done: \(redaction.applied(to: action.result))" : "No longer needed: \(redaction.applied(to: action.result))" } ?? "Open"
        return """
            <tr><th scope="row"><a href="\(actionPath(action.id))">\(redaction.applied(to: action.what))</a></th><td data-label="Who">\(redaction.applied(to: action.owner.name))</td><td class="date" data-label="By">\(action.due.short)</td><td data-label="Where it stands">\(stands)</td></tr>

            """
    }))
}

extension HeldReview {
    var decideBy: Day? { review.stages.first { $0.step == .decided }?.by }
}
