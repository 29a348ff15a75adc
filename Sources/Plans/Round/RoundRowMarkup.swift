import Basics
import Pages
import People

/// One row of a round: a plan, its outcomes each with how it went, and what is decided.
struct RoundRowMarkup {
    let row: RoundRow
    let write: FormWriter
    /// What was typed and refused.
    let typed: FormValues?
    let notice: ChildNotice
    let address: Address
    let today: Day
    /// Whether it was saved just now.
    let saved: Bool

    private var plan: Plan { row.plan }

    var html: HTML {
        let done: HTML = row.isReviewed || row.look != nil ? " data-done" : ""
        return """
            <li class="card" id="plan-\(plan.id.rawValue)" data-row="\(row.name)"\(done)><h2>\(row.name) <span class="quiet">\(row.className)</span></h2>\
            <p><a href="\(planPath(plan.id))">\(plan.title)<span class="unseen"> of \(row.name)</span></a> \(tags)</p>\
            <p class="row-says" data-says>\(saved ? savedWords : "")</p>\(row.isReviewed ? reviewed : form)</li>
            """
    }

    private var savedWords: String {
        if row.isReviewed { return "Saved: reviewed." }
        return row.look == nil ? "Saved. Choose what happens now when you are ready." : "Saved: looked at, nothing to change."
    }

    private var tags: HTML {
        let due: HTML = plan.reviewBy.map { $0 < today ? "<span class=\"tag tag-warn\">Review was due \($0.short)</span>" : "<span class=\"quiet\">review by \($0.short)</span>" } ?? ""
        let alone: HTML = row.hasOneToOne == false ? " <span class=\"tag tag-none\">No 1:1 support</span>" : ""
        let look: HTML = row.look == nil ? "" : " <span class=\"tag tag-good\">Looked at today</span>"
        return due + alone + look
    }

    private var reviewed: HTML {
        let next: HTML = row.next.map { "<a href=\"\(planPath($0))\">Go on with the next cycle<span class=\"unseen\"> of \(row.name)</span></a>" } ?? ""
        return "<p><span class=\"tag tag-good\">Reviewed today</span> \(row.whole.review?.decision.label) \(next)</p>\(notSaved)"
    }

    /// Somebody else finished the review meanwhile: one's own words stay to be read, and to be copied elsewhere.
    private var notSaved: HTML {
        let names = row.whole.outcomes.flatMap { [ReviewOutcome.field("evidence", $0.id), ReviewOutcome.field("next", $0.id)] } + [plan.id.roundField("because")]
        let words = names.compactMap { typed?[$0].nonEmpty }
        return words.isEmpty ? "" : "<p>What you had typed is not saved:</p>\(lineList(words))"
    }

    private var form: HTML {
        let outcomes: [HTML] = row.whole.outcomes.map(outcome), decisions = [Choice("", "Not decided yet")] + PlanReview.Decision.allCases.map { Choice($0.rawValue, $0.label) }
        let field = plan.id.roundField
        return """
            <form method="post" action="\(address)" novalidate>\(write.hidden("seen"))\(SentForm.field)\(outcomes)<div class="row-fields">\
            \(write.select(field("decision"), "What happens now?", decisions))\(write.longText(field("because"), "Why? Or a note", rows: 1, aboutChild: notice))\
            \(write.day(field("review_by"), "Next review by"))</div>\
            <p class="actions"><button name="save" value="yes">Save this row<span class="unseen">: \(row.name)</span></button> \
            <button class="second" name="looked" value="yes">Looked at, nothing to change<span class="unseen">: \(row.name)</span></button> \(notice.button)</p></form>
            """
    }

    private func outcome(_ outcome: Outcome) -> HTML {
        let results = [Choice("", "Choose")] + OutcomeReview.Result.allCases.map { Choice($0.rawValue, $0.label) }
        let way = [outcome.baseline, outcome.target].filter { !$0.isEmpty }.joined(separator: " → ")
        return """
            <fieldset><legend>\(outcome.words)</legend>\(way.isEmpty ? "" : "<p class=\"hint\">\(way)</p>")\(kept(outcome))<div class="row-fields">\
            \(write.select(ReviewOutcome.field("result", outcome.id), "How did it go?", results))\(write.longText(ReviewOutcome.field("evidence", outcome.id), "How do you know?", rows: 1, aboutChild: notice))\
            \(write.longText(ReviewOutcome.field("next", outcome.id), "Next step", rows: 1, aboutChild: notice))</div></fieldset>
            """
    }

    /// What somebody else has kept about it, where it differs from what is typed.
    private func kept(_ outcome: Outcome) -> HTML {
        guard let result = row.whole.result(of: outcome) else { return "" }
        return "<p class=\"hint\">\(resultTag(result.result)) \(result.evidence) <span class=\"quiet\">\(result.reviewedBy), \(result.reviewedOn.short)</span></p>"
    }
}

extension PlanID {
    /// A field of one row bears the plan's number, for many rows stand on one page.
    func roundField(_ name: String) -> String { "\(name)-p\(self)" }
}

extension RoundRow {
    /// What stands in a row when it is opened.
    var typed: FormValues {
        var values = FormValues(whole.results.flatMap { result in
            [(name: ReviewOutcome.field("result", result.outcome), text: result.result.rawValue), (ReviewOutcome.field("evidence", result.outcome), result.evidence), (ReviewOutcome.field("next", result.outcome), result.nextStep)]
        })
        values.set("seen", whole.mark)
        values.set(plan.id.roundField("review_by"), reviewBy.description)
        return values
    }
}
