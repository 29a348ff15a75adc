import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

/// Looks at each outcome of a live plan, and decides what happens now. What was written about the outcomes can be
/// saved before the review is finished.
let reviewPlan = PlanAct(
    needs: .workOnPlans,
    start: { _, seen, ask in seen.whole.results.flatMap(\.typed) + [("held_on", ask.today.description)] },
    form: { reader, seen, ask, write in
        let layer = try reader.layers(of: seen.plan.pupil).last { $0.spell.ends == nil }
        let papers = seen.powers.contains(.seeRecord) ? try reader.standingPapers(of: seen.pupil) : []
        let outcomes: [HTML] = seen.whole.outcomes.map { reviewFields($0, seen.whole, papers, write, ask.notice) }
        let none: HTML = outcomes.isEmpty ? "<p>This plan has no outcomes.</p>" : ""
        return PlanForm(title: "Review this plan", button: "Save what I wrote about the outcomes", fields: "\(none)\(outcomes)\(seen.decides ? decisionFields(write, layer, ask.notice) : "")")
    },
    save: { writer, seen, ask, typed in
        try writer.saveResults(typed, of: seen, by: ask.who, today: ask.today)
        if !typed.has("finish") { return saved(seen.plan.id, "results") }
        guard seen.decides else { throw NotFound() }
        let next = try writer.finishReview(typed, of: seen.plan.id, for: ask.viewer, by: ask.who, today: ask.today)
        return saved(next, next == seen.plan.id ? "exit" : "reviewed")
    })

extension Reader {
    /// The papers of a pupil that may show how an outcome went. Of a sealed record none: they may hold a former name.
    func standingPapers(of pupil: Pupil) throws -> [Paper] { pupil.sealed ? [] : try papers(of: pupil.id).filter { !$0.isWithdrawn } }
}

extension Writer {
    /// Keeps what was written about the outcomes, leaving out those about which nothing was.
    func saveResults(_ typed: FormValues, of seen: SeenPlan, by who: String, today: Day) throws {
        var problems = Problems(), changes: [Change<OutcomeReview>] = []
        let papers = Set(try standingPapers(of: seen.pupil).map(\.id))
        for outcome in seen.whole.outcomes {
            let act = typed.reviewOutcome(outcome.id, kept: seen.whole.result(of: outcome)?.paper, among: papers)
            if act.isEmpty { continue }
            do { changes.append(try act.applied(to: outcome, of: seen.whole, by: who, today: today)) } catch let wrong as Problems { wrong.list.forEach { problems.add($0.field, $0.message) } }
        }
        try problems.check()
        for change in changes where change.isWorthWriting { try save(change) }
    }

    /// Ends the cycle, whose outcomes were all looked at, and begins the next.
    /// - Returns: the plan that follows; the same one where none does.
    func finishReview(_ typed: FormValues, of id: PlanID, for viewer: Viewer, by who: String, today: Day) throws -> PlanID {
        let seen = try plan(id, for: viewer, who: .changeRegister, on: today)
        let act = HoldReview(heldOn: try typed.day("held_on"), decision: PlanReview.Decision(rawValue: typed["decision"]), because: typed["because"], pupilView: typed["pupil_view"],
                             familyView: typed["family_view"], people: typed["people"], layer: typed["layer"])
        let reviewBy = try typed.dayIfAny("review_by") ?? reviewBy(seen.plan.rhythm, from: today, at: seen.plan.school)
        let kind = try planKinds(on: today).named(seen.plan.kind), layers = try layers(of: seen.plan.pupil)
        let next = try save(try act.applied(to: seen.whole, layers: layers, kind: kind, follower: try follower(of: id), reviewBy: reviewBy, by: who, today: today))
        return next?.id ?? id
    }
}

extension Change<OutcomeReview> {
    /// Whether more changed than who pressed the button.
    fileprivate var isWorthWriting: Bool {
        guard let before else { return true }
        return before.result != after.result || before.evidence != after.evidence || before.nextStep != after.nextStep || before.paper != after.paper
    }
}

private func reviewFields(_ outcome: Outcome, _ whole: WholePlan, _ papers: [Paper], _ write: FormWriter, _ notice: ChildNotice) -> HTML {
    let results = OutcomeReview.Result.allCases.map { Choice($0.rawValue, $0.label) }
    return """
        <section class="card"><h2>\(outcome.words)</h2>\(outcomeNow(outcome))\(keptSoFar(whole.result(of: outcome)))\(write.radios(ReviewOutcome.field("result", outcome.id), "How did it go?", results))\
        \(write.longText(ReviewOutcome.field("evidence", outcome.id), "How do you know?", hint: "What you saw, a score, a piece of work.", rows: 2, aboutChild: notice))\
        \(write.longText(ReviewOutcome.field("next", outcome.id), "What is the next step?", rows: 2, aboutChild: notice))\
        \(papers.isEmpty ? "" : write.select(ReviewOutcome.field("paper", outcome.id), "Does a paper of the pupil show it?", [Choice("", "No")] + papers.map { Choice("\($0.id)", $0.title) }))</section>
        """
}

/// What somebody has kept about it already, beside what is typed now.
private func keptSoFar(_ result: OutcomeReview?) -> HTML {
    guard let result else { return "" }
    return "<p>\(resultTag(result.result)) \(result.evidence) <span class=\"quiet\">Kept so far by \(result.reviewedBy), \(result.reviewedOn.inWords)</span></p>"
}

private func outcomeNow(_ outcome: Outcome) -> HTML {
    let list = [("How we will know", outcome.measure), ("Where it began", outcome.baseline), ("What counts as reached", outcome.target), ("By", outcome.due?.inWords ?? "")].filter { !$0.1.isEmpty }
    return list.isEmpty ? "" : facts(list.map { ($0.0, "\($0.1)") })
}

private func decisionFields(_ write: FormWriter, _ layer: LayerSpell?, _ notice: ChildNotice) -> HTML {
    """
        <section class="card"><h2>What happens now</h2>\(write.radios("decision", "What do you decide?", PlanReview.Decision.allCases.map { Choice($0.rawValue, $0.label) }))\
        \(write.longText("because", "Why?", hint: "Needed for everything but “Continue as it is”.", rows: 2, aboutChild: notice))\(layerField(write, layer))\
        \(write.longText("pupil_view", "What did the pupil say?", rows: 2, aboutChild: notice))\(write.longText("family_view", "What did the family say?", rows: 2, aboutChild: notice))\
        \(write.text("people", "Who took part?"))\(write.day("held_on", "When did you meet?"))\
        <p class="actions"><button name="finish" value="yes">Finish the review</button></p></section>
        """
}

extension OutcomeReview {
    fileprivate var typed: [(name: String, text: String)] {
        [(ReviewOutcome.field("result", outcome), result.rawValue), (ReviewOutcome.field("evidence", outcome), evidence), (ReviewOutcome.field("next", outcome), nextStep), (ReviewOutcome.field("paper", outcome), paper.map { "\($0)" } ?? "")]
    }
}

extension FormValues {
    /// - Parameters:
    ///   - kept: the paper that was named before, for a form that does not ask for one.
    ///   - papers: those that may be named.
    func reviewOutcome(_ outcome: OutcomeID, kept: PaperID? = nil, among papers: Set<PaperID> = []) -> ReviewOutcome {
        let field = ReviewOutcome.field("paper", outcome), named = PaperID(self[field]).flatMap { papers.contains($0) ? $0 : nil }
        return ReviewOutcome(result: OutcomeReview.Result(rawValue: self[ReviewOutcome.field("result", outcome)]), evidence: self[ReviewOutcome.field("evidence", outcome)],
                             nextStep: self[ReviewOutcome.field("next", outcome)], paper: has(field) ? named : kept)
    }
}
