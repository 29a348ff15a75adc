import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People
import Plans
import Provision

/// What a specialist advised, and what came of each recommendation.
let adviceRoutes: [Route] = [
    .read(advicePath, .seeRecord) { visit, pupil, row in
        try await visit.read { reader in
            let record = try reader.pupilRecord(pupil, for: visit.viewer, on: visit.today), held = try reader.advice(row, of: pupil, for: visit.viewer, on: visit.today)
            let works = try reader.powers(of: visit.person, over: pupil, on: visit.today).contains(.refer)
            let paper = try held.advice.paper.flatMap { id in try reader.papers(of: pupil, for: visit.viewer, on: visit.today).first { $0.id == id } }
            let steps = Dictionary(grouping: try reader.all(RecommendationStep.self, "WHERE recommendation_id IN \(held.recommendations.map(\.id)) ORDER BY id"), by: \.recommendation)
            let agency = try held.advice.agency.flatMap { try reader.one($0, of: Agency.self) }
            return page(AdviceSheet(visit: visit, pupil: record.pupil, held: held, agency: agency, paper: paper, steps: steps, works: works && held.advice.withdrawnOn == nil,
                                    answers: try reader.answers(to: held.advice), link: try reader.openLink(of: held.advice, on: visit.today)))
        }
    },
]

/// What the page is made from.
private struct AdviceSheet: Sendable {
    let visit: Visit
    let pupil: Pupil
    let held: AdviceRecord
    let agency: Agency?
    let paper: Paper?
    let steps: [RecommendationID: [RecommendationStep]]
    let works: Bool
    let answers: [AdviceAnswer]
    let link: AdviceLink?
}

private func page(_ sheet: AdviceSheet) -> Answer {
    let pupil = sheet.pupil, advice = sheet.held.advice
    let saved: HTML = sheet.visit.request.query["saved"].isEmpty ? "" : notice("Saved.")
    let gone: HTML = advice.withdrawnOn.map { notice("Taken out on \($0.inWords): “\(advice.withdrawnBecause)” It counts for nothing since.", warns: true) } ?? ""
    let mend = sheet.works ? [linkButton("Put it right", changeAdvicePath(pupil.id, advice.row), aside: true), linkButton("Take it out", withdrawAdvicePath(pupil.id, advice.row), aside: true)] : []
    let file: HTML = sheet.paper.map { $0.isWithdrawn ? "\($0.title) (withdrawn)" : "<a href=\"\(paperFilePath(pupil.id, $0.id))\">\($0.title)</a>" } ?? "Not in the record"
    let about: [(String, HTML)] = [
        ("From", sheet.agency.map { "<a href=\"\(agencyPath($0.id))\">\($0.name)</a>" } ?? ""), ("Written by", "\(advice.author), \(advice.writtenOn.inWords)"), ("Came on", "\(advice.receivedOn.inWords)"),
        ("Paper", file), ("For the referral", advice.referral.map { "<a href=\"\(referralPath(pupil.id, RowID($0.rawValue)))\">See the referral</a>" } ?? ""),
        ("What it says, in the school’s words", "\(advice.summary)"), ("Entered by", "\(advice.recordedBy)"),
    ]
    let items: [HTML] = sheet.held.recommendations.map { item($0, sheet) }
    let add: HTML = sheet.works ? "<p class=\"actions no-print\">\(linkButton("Add more recommendations", addRecommendationPath(pupil.id, advice.row), aside: true))</p>" : ""
    return sheet.visit.page("Advice about \(pupil.name)", at: "agencies", """
        \(crumbs(("Recommendations", recommendationsPath()), (pupil.name, pupilPath(pupil.id))))\(saved)\(gone)\(pageTitle("Advice about \(pupil.calledName)", lead: "\(pupil.fullCalledName) · \(advice.author)", actions: mend))\
        \(card("The advice", id: "advice", facts(about.filter { !$0.1.isEmpty })))\
        \(card("What they recommend", id: "recommendations", (items.isEmpty ? "<p>No recommendation is entered.</p>" : "<ol class=\"plain tall\">\(items)</ol>") + add))\(fairCard(advice, sheet.answers, sheet.link, works: sheet.works))
        """)
}

private func item(_ recommendation: Recommendation, _ sheet: AdviceSheet) -> HTML {
    let path = decideRecommendationPath(recommendation.pupil, recommendation.row), today = sheet.visit.today
    let late: HTML = recommendation.isOverdue(on: today) ? " <span class=\"tag tag-warn\">Overdue</span>" : ""
    let who = [recommendation.owner.name, recommendation.due.map { "by \($0.inWords)" } ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    let run: HTML = recommendation.run.map { " <a href=\"\(provisionPath($0))\">See the provision</a>" } ?? "", plan: HTML = recommendation.plan.map { " <a href=\"\(planPath($0))\">See the plan</a>" } ?? ""
    let name = String(recommendation.words.prefix(60)), first: HTML = recommendation.state.next.first.map { "\(quietLink($0.verb, name, path.asking(["to": $0.rawValue]))) \(quietLink("Answer it in another way", name, path))" } ?? ""
    let choices: HTML = sheet.works && !first.isEmpty ? "<p class=\"no-print\">\(first)</p>" : ""
    let past: [HTML] = (sheet.steps[recommendation.id, default: []]).filter { $0.state != .proposed }.map { step in
        "<li>\(step.happenedOn.inWords): \(step.state.label), \(step.who)\(step.words.isEmpty ? "" : ": “\(step.words)”")</li>"
    }
    let evidence: HTML = recommendation.evidence.isEmpty ? "" : "<p>What shows it: \(recommendation.evidence)</p>"
    return """
        <li id="r\(recommendation.row.rawValue)"><p><b>\(recommendation.words)</b><br>\(recommendation.state.label)\(late)\(who.isEmpty ? "" : " · \(who)")\(run)\(plan)</p>\(evidence)\
        \(past.isEmpty ? "" : "<ul class=\"quiet\">\(past)</ul>")\(choices)</li>
        """
}
