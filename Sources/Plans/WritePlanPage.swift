import Access
import AreaKit
import Basics
import Database
import Pages
import People

// A plan is written on one long page. Each part has its own button; every button saves all that was typed on the page,
// so that nothing is lost, and leads on to the part after its own.

let writePlanRoutes: [Route] = [
    .read(writePlanPath, .workOnPlans) { visit, id in
        try await visit.read { reader in
            let seen = try reader.planToWrite(id, visit)
            let taken = try reader.bankEntry(visit.request.query["bank"], for: visit.viewer)
            return try writePage(visit, reader, seen, FormValues(seen.whole.typed).taking(taken, seen, today: visit.today), Problems(), [:])
        }
    },
    .send(writePlanPath, .workOnPlans) { visit, id in
        let typed = visit.request.form, today = visit.today, who = visit.viewer.name
        do {
            try await visit.write { writer in
                let seen = try writer.planToWrite(id, visit)
                let written = WrittenPlan(typed, seen.whole)
                if !written.met.isEmpty { throw PartsMet(parts: written.met) }
                try writer.save(written, seen, by: who, today: today)
                try writer.countUse(in: typed, of: seen.plan, by: visit.viewer)
            }
            if let kind = BankEntry.Kind(rawValue: typed["look"]) { return .goTo(bankPath(for: id, kind)) }
            return .goTo(writePlanPath(id).asking(["saved": "written"]).at(PlanPart.nextAnchor(after: typed["save"])))
        } catch let problems as Problems {
            return try await again(visit, id, typed, problems, [])
        } catch let met as PartsMet {
            return try await again(visit, id, typed, Problems(), met.parts)
        }
    },
]

/// Somebody else wrote in the same parts meanwhile.
private struct PartsMet: Error { let parts: [PlanPart] }

private func again(_ visit: Visit, _ id: PlanID, _ typed: FormValues, _ problems: Problems, _ met: [PlanPart]) async throws -> Answer {
    try await visit.read { reader in
        let seen = try reader.planToWrite(id, visit)
        var values = FormValues(seen.whole.typed.filter { !typed.has($0.name) && !$0.name.hasPrefix("later-") && !$0.name.hasPrefix("none-") } + typed.pairs)
        // Whoever has seen the other's words may save over them.
        for part in met { values.set(part.markField, seen.whole.mark(of: part)) }
        return try writePage(visit, reader, seen, values, problems, Dictionary(met.map { ($0, partBody(seen.whole, $0)) }) { $1 })
    }
}

extension Reader {
    fileprivate func planToWrite(_ id: PlanID, _ visit: Visit) throws -> SeenPlan {
        let seen = try plan(id, for: visit.viewer, who: .workOnPlans, on: visit.today)
        if seen.plan.paper != nil || !seen.plan.isOpen { throw NotFound() }
        return seen
    }
}

extension Writer {
    /// Saves what came back from the long page: all of it or nothing.
    func save(_ written: WrittenPlan, _ seen: SeenPlan, by who: String, today: Day) throws {
        var problems = Problems(), sections: [Change<PlanSection>] = []
        for act in written.sections {
            do { sections += try act.applied(to: seen.whole, by: who, today: today) } catch let wrong as Problems { wrong.list.forEach { problems.add($0.field, $0.message) } }
        }
        var outcome: Change<Outcome>?
        do { outcome = try written.outcome()?.applied(to: seen.whole, born: seen.pupil.birth, today: today) } catch let wrong as Problems { wrong.list.forEach { problems.add($0.field, $0.message) } }
        try problems.check()
        for change in sections { try save(change) }
        if let outcome { try save(outcome) }
    }
}

private func writePage(_ visit: Visit, _ reader: Reader, _ seen: SeenPlan, _ values: FormValues, _ problems: Problems, _ met: [PlanPart: HTML]) throws -> Answer {
    let whole = seen.whole, id = seen.plan.id
    let notice = try visit.childNotice(reader, seen.plan.pupil, form: writePlanPath(id))
    let others = try reader.classmates(of: seen.plan.pupil, on: visit.today), look = OutcomeReader(pupil: seen.pupil, others: others, today: visit.today)
    let write = FormWriter(values, problems), status = problems.isEmpty ? met.isEmpty ? 200 : 409 : 422
    let parts: [HTML] = whole.kind.parts.map { partCard(whole, $0, write, notice, met[$0.part], look) }
    let title = "Write: \(seen.plan.title)"
    let steps: [HTML] = whole.kind.parts.map { "<li><a href=\"#part-\($0.part.key)\">\($0.part.title)</a> \(stateTag(whole.state($0.part)))</li>" }
    return visit.page(status == 200 ? title : "Problem: \(title)", at: "plans", status: status, """
        \(planCrumbs(seen))\(write.summary)\(metNotice(met))\(visit.request.query.has("saved") ? Pages.notice("Saved.") : "")\
        \(pageTitle(title, lead: "\(stateTag(seen.plan, on: visit.today)) \(seen.pupil.name)"))<ul class="jump no-print">\(steps)</ul>\
        <form method="post" action="\(writePlanPath(id))" data-long novalidate>\(parts)\(write.hidden("bank"))\
        <p class="actions next"><button name="save" value="all">Save the whole page</button> \(notice.button) <a href="\(planPath(id))">Go to the plan</a></p></form>
        """)
}

private func metNotice(_ met: [PlanPart: HTML]) -> HTML {
    if met.isEmpty { return "" }
    let names = PlanPart.all.filter { met[$0] != nil }.map { $0.title.lowercased() }.joined(separator: ", ")
    return """
        <div class="problems" role="alert" id="problems" tabindex="-1"><h2>Somebody else wrote here while you did: \(names)</h2>\
        <p>Nothing of yours is saved yet. Their words stand above yours. Put together what is right in the box, then save: what is in the box is kept.</p></div>
        """
}

/// One part: its words, how far it is, and its button.
private func partCard(_ whole: WholePlan, _ part: PlanKind.Part, _ write: FormWriter, _ notice: ChildNotice, _ theirs: HTML?, _ look: OutcomeReader) -> HTML {
    let one = part.part, section = whole.section(one)
    let who: HTML = section.map { $0.savedBy.isEmpty ? "" : " <span class=\"quiet\">\($0.savedBy), \($0.savedOn.inWords)</span>" } ?? ""
    let need: HTML = part.isNeeded ? "" : " <span class=\"quiet\">May be left out.</span>"
    let head: HTML = "<p>\(stateTag(whole.state(one)))\(who)\(need)</p>"
    guard whole.canWrite(one) else {
        return card(one.title, id: "part-\(one.key)", "\(head)<p class=\"quiet\">Locked, because the plan is live. It changes by an amendment from a day on.</p>\(partBody(whole, one))")
    }
    let other: HTML = theirs.map { "<div class=\"notice\"><p><b>What stands there now:</b></p>\($0)</div>" } ?? ""
    return card(one.title, id: "part-\(one.key)", """
        \(head)\(other)\(partFields(whole, one, write, notice, look))\(bankButton(one))\(stateFields(part, write))\(write.hidden(one.markField))\
        <p class="actions"><button class="second" name="save" value="\(one.key)">Save<span class="unseen">: \(one.title)</span></button></p>
        """)
}

private func partFields(_ whole: WholePlan, _ part: PlanPart, _ write: FormWriter, _ notice: ChildNotice, _ look: OutcomeReader) -> HTML {
    switch part.content {
    case .words: write.longText(part.field(), part.title, hint: part.hint, rows: 3, aboutChild: notice)
    case .lines where part == .provision:
        "\(write.longText(part.field(), part.title, hint: part.hint, rows: 5, aboutChild: notice))\(wordingAdvice(look.findings(inProvision: whole.words(part)), about: "the provision", id: "wording-provision"))"
    case .lines: write.longText(part.field(), part.title, hint: part.hint, rows: 5, aboutChild: notice)
    case .barriers: "<p class=\"hint\">\(part.hint)</p>\(whole.scheme.areas.map { write.longText(part.field($0.key), $0.label, rows: 2, aboutChild: notice) })"
    case .outcomes: outcomesFields(whole, write, notice, look)
    }
}

private func stateFields(_ part: PlanKind.Part, _ write: FormWriter) -> HTML {
    let one = part.part
    let none: HTML = part.isNeeded ? "" : "<div id=\"\(one.noneField)\">\(write.problem(one.noneField))\(write.checkbox(one.noneField, Choice("yes", "Not needed in this plan")))</div>"
    return "<div id=\"\(one.laterField)\">\(write.problem(one.laterField))\(write.checkbox(one.laterField, Choice("yes", "Not finished yet")))</div>\(none)"
}

/// The outcomes that are there, each to be changed, and room for one more.
private func outcomesFields(_ whole: WholePlan, _ write: FormWriter, _ notice: ChildNotice, _ look: OutcomeReader) -> HTML {
    let items: [HTML] = whole.outcomes.map { outcome in
        """
        <li class="finding"><p><b>\(outcome.words)</b> \(outcome.lacks.isEmpty ? "" : "<span class=\"quiet\">Not written yet: \(outcome.lacks.joined(separator: ", ")).</span>")</p>\
        \(look.summary(of: outcome))<p class="actions">\(quietLink("Change", outcome.words, changeOutcomePath(whole.plan.id, outcome.id)))</p></li>
        """
    }
    let list: HTML = items.isEmpty ? "" : "<ul class=\"findings\">\(items)</ul>"
    return "<p class=\"hint\">\(PlanPart.outcomes.hint)</p>\(list)<h3>Add \(items.isEmpty ? "an outcome" : "another outcome")</h3>\(outcomeFields(write, whole.scheme, notice))"
}
