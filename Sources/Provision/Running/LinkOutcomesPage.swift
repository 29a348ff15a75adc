import Access
import Basics
import Database
import Pages
import Plans

/// Ties a provision to outcomes of its pupils' plans.
let linkOutcomes = ProvisionAct(
    needs: .workOnProvision,
    form: { reader, seen, ask, write in
        let ticks = try reader.freeOutcomes(of: seen, ask), none: HTML = "<p>There is no outcome of a live plan that is not linked already. Write a plan for the pupil first.</p>"
        return ProvisionForm(title: "Link outcomes", button: "Link these outcomes", fields: """
            <p>Tick the outcomes that this provision serves.</p><div id="outcomes" tabindex="-1">\(write.problem("outcomes"))</div>\(ticks.isEmpty ? none : ticks.fields(write))
            """)
    },
    save: { writer, seen, ask, typed in
        let ticked = try writer.freeOutcomes(of: seen, ask).ticked(typed).flatMap { pupil, outcomes in outcomes.map { LinkOutcome($0, of: pupil) } }
        if ticked.isEmpty { throw Problems("outcomes", "Tick at least one outcome.") }
        var change = ProvisionChange()
        change.outcomes = try ticked.sorted { $0.outcome < $1.outcome }.map { do { return try $0.applied(to: seen.whole) } catch let problems as Problems { throw Problems("outcomes", problems.description) } }
        try writer.save(change, of: seen.run)
        return "linked"
    })

extension Reader {
    fileprivate func freeOutcomes(of seen: SeenProvision, _ ask: ProvisionQuestion) throws -> OutcomeTicks {
        try outcomeTicks(of: seen.workedPupils(on: ask.today), without: Set(seen.whole.outcomes.map(\.outcome)), for: ask.viewer, on: ask.today)
    }
}

/// Takes a link to an outcome back, with a reason.
let unlinkOutcome = ProvisionAct(
    needs: .workOnProvision,
    about: { seen, ask in try ask.link(of: seen).pupil },
    form: { reader, seen, ask, write in
        let link = try ask.link(of: seen), words = try reader.linkedOutcomes(of: seen, for: ask.viewer, on: ask.today).first { $0.id == link.outcome }?.words
        return ProvisionForm(title: "Unlink an outcome", button: "Unlink it", fields: """
            <p>\(words.map { "“\($0)”" } ?? "This outcome") is not served by \(seen.run.name) any more. The outcome stays in the plan.</p>\(write.longText("reason", "Why?", rows: 2, aboutChild: ask.notice))
            """)
    },
    save: { writer, seen, ask, typed in
        let link = try ask.link(of: seen)
        guard let reason = typed["reason"].nonEmpty else { throw Problems("reason", "Say why, in a few words. It is kept with the record.") }
        try writer.withdraw(link, event: "provision.outcomeUnlinked", because: reason)
        return "unlinked"
    })

extension ProvisionQuestion {
    fileprivate func link(of seen: SeenProvision) throws -> ProvisionOutcome {
        guard let link = seen.whole.outcomes.first(where: { $0.id == row }), seen.worked.contains(link.pupil) else { throw NotFound() }
        return link
    }
}
