import Access
import AreaKit
import Basics
import Database
import Pages

/// Saves one row of a round, and goes on to the next. What is wrong stands beside its field, with what was typed (422);
/// where somebody else changed the plan meanwhile, their words stand beside one's own and nothing is saved (409).
func saveRoundRow(_ visit: Visit, _ plan: PlanID, _ oneToOne: [OneToOneSource]) async throws -> Answer {
    let typed = visit.request.form.ofRow(plan, on: visit.today), ask = RoundQuestion(visit)
    do {
        try await visit.writeOnce { writer in try writer.saveRow(typed, of: plan, for: visit.viewer, today: visit.today) }
        return .goTo(try await visit.read { try $0.placeAfter(plan, ask, for: visit.viewer) })
    } catch let problems as Problems {
        return try await again(visit, plan, ask, oneToOne, visit.request.form, problems.ofRow(plan), 422)
    } catch let overtaken as FormOvertaken {
        return try await again(visit, plan, ask, oneToOne, visit.request.form, overtaken.problems, 409)
    }
}

private func again(_ visit: Visit, _ plan: PlanID, _ ask: RoundQuestion, _ oneToOne: [OneToOneSource], _ typed: FormValues, _ problems: Problems, _ status: Int) async throws -> Answer {
    try await visit.read { reader in
        var screen = try RoundScreen(visit, reader, ask, oneToOne), values = typed
        if status == 409 { values.set("seen", try reader.plan(plan, for: visit.viewer, who: .changeRegister, on: visit.today).whole.mark) }
        screen.refused = (plan, values, problems)
        return screen.answer(status)
    }
}

extension Writer {
    /// By the same rules as the page of one review: how the outcomes went, then what is decided; or that somebody looked.
    fileprivate func saveRow(_ typed: FormValues, of id: PlanID, for viewer: Viewer, today: Day) throws {
        let seen = try plan(id, for: viewer, who: .changeRegister, on: today)
        guard seen.decides else { throw NotFound() }
        try seen.whole.refuseOvertaken(seen: typed["seen"])
        if typed.has("looked") { return try look(at: seen, note: typed["because"], today: today) }
        let isEmpty = typed["decision"].isEmpty && seen.whole.outcomes.allSatisfy { typed.reviewOutcome($0.id).isEmpty }
        if isEmpty { throw Problems("decision", "Nothing is written in this row yet. Say how an outcome went, or what happens now.") }
        try saveResults(typed, of: seen, by: viewer.name, today: today)
        if !typed["decision"].isEmpty { _ = try finishReview(typed, of: id, for: viewer, by: viewer.name, today: today) }
    }

    private func look(at seen: SeenPlan, note: String, today: Day) throws {
        let earlier = try all(SupportLook.self, "WHERE plan_id = \(seen.plan.id) AND looked_on = \(today) ORDER BY id DESC LIMIT 1").first
        try save(try LookAtSupport(note: note).applied(to: seen.plan.pupil, at: seen.plan.school, plan: seen.plan, earlier: earlier, by: act.who, today: today))
    }
}

extension Reader {
    /// Where the browser goes on: the next row that nobody has looked at; for the script, the row itself.
    fileprivate func placeAfter(_ plan: PlanID, _ ask: RoundQuestion, for viewer: Viewer) throws -> Address {
        if ask.plan != nil { return roundPath().asking(["plan": "\(plan)", "saved": "\(plan)"]) }
        let places = try roundPlaces(ask, for: viewer), here = places.firstIndex { $0.plan == plan } ?? 0
        let start = places.firstIndex { $0.plan == ask.after }.map { $0 + 1 } ?? 0
        guard let next = places.indices.dropFirst(here + 1).first(where: { !places[$0].isDone }) else { return ask.asked(of: roundPath()).asking(["saved": "\(plan)"]).at("plan-\(plan)") }
        let isHere = next < start + RoundQuestion.size, after = isHere ? ask.after : places[next - 1].plan
        return ask.starting(after: after).asked(of: roundPath()).asking(["saved": "\(plan)"]).at("plan-\(places[next].plan)")
    }
}

extension FormValues {
    private static let rowFields = ["decision", "because", "review_by"]

    /// The fields of one row by the names of the page of one review. The round is held today.
    fileprivate func ofRow(_ plan: PlanID, on day: Day) -> FormValues {
        let names = Dictionary(uniqueKeysWithValues: Self.rowFields.map { (plan.roundField($0), $0) })
        var values = FormValues(pairs.map { (names[$0.name] ?? $0.name, $0.text) })
        values.set("held_on", day.description)
        return values
    }
}

extension Problems {
    /// The same beside the fields of a row.
    fileprivate func ofRow(_ plan: PlanID) -> Problems {
        var problems = Problems()
        for problem in list {
            let isOfRow = ["decision", "because", "review_by"].contains(problem.field)
            problems.add(isOfRow ? plan.roundField(problem.field) : problem.field, problem.message)
        }
        return problems
    }
}
