import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// One thing a person does about a plan: a form that is opened, filled in and saved. What is wrong stands beside its
/// field and what was typed stays (422); where somebody else changed the plan meanwhile, nothing is saved and their
/// words stand above one's own (409).
struct PlanAct: Sendable {
    /// What it takes beyond seeing the plan.
    let needs: Permission
    /// What stands in the form when it is opened.
    var start: @Sendable (Reader, SeenPlan, PlanQuestion) throws -> [(name: String, text: String)] = { _, _, _ in [] }
    let form: @Sendable (Reader, SeenPlan, PlanQuestion, FormWriter) throws -> PlanForm
    /// - Returns: where to go on.
    let save: @Sendable (Writer, SeenPlan, PlanQuestion, FormValues) throws -> Address
}

/// Who asks, about which outcome, on which day.
struct PlanQuestion: Sendable {
    let viewer: Viewer
    let today: Day
    /// Under which name the record shows who it was.
    let who: String
    var outcome: OutcomeID?
    /// What stands above each box in which somebody may write about the pupil.
    var notice = ChildNotice()

    init(_ visit: Visit, outcome: OutcomeID? = nil) { (viewer, today, who, self.outcome) = (visit.viewer, visit.today, visit.viewer.name, outcome) }
}

/// What a form shows.
struct PlanForm: Sendable {
    let title: String
    var lead: HTML = ""
    let button: String
    let fields: HTML
    /// What stands under the form.
    var below: HTML = ""
}

extension PlanAct {
    func routes(_ path: PagePath<PlanID>) -> [Route] {
        [
            .read(path, needs) { visit, plan in try await open(visit, plan, path(plan), PlanQuestion(visit)) },
            .send(path, needs) { visit, plan in try await send(visit, plan, path(plan), PlanQuestion(visit)) },
        ]
    }

    func routes(_ path: PagePath<PlanID, OutcomeID>) -> [Route] {
        [
            .read(path, needs) { visit, plan, outcome in try await open(visit, plan, path(plan, outcome), PlanQuestion(visit, outcome: outcome)) },
            .send(path, needs) { visit, plan, outcome in try await send(visit, plan, path(plan, outcome), PlanQuestion(visit, outcome: outcome)) },
        ]
    }

    private func open(_ visit: Visit, _ plan: PlanID, _ address: Address, _ ask: PlanQuestion) async throws -> Answer {
        try await visit.read { reader in
            let seen = try reader.plan(plan, for: ask.viewer, who: needs, on: ask.today)
            return try page(visit, reader, seen, address, ask, FormValues(start(reader, seen, ask)), Problems(), 200)
        }
    }

    private func send(_ visit: Visit, _ plan: PlanID, _ address: Address, _ ask: PlanQuestion) async throws -> Answer {
        let typed = visit.request.form
        return try await visit.save { writer in
            let seen = try writer.plan(plan, for: ask.viewer, who: needs, on: ask.today)
            try seen.whole.refuseOvertaken(seen: typed["seen"])
            return try save(writer, seen, ask, typed)
        } again: { try await again(visit, plan, address, ask, typed, $0, $1) }
    }

    private func again(_ visit: Visit, _ plan: PlanID, _ address: Address, _ ask: PlanQuestion, _ typed: FormValues, _ problems: Problems, _ status: Int) async throws -> Answer {
        try await visit.read { reader in
            let seen = try reader.plan(plan, for: ask.viewer, who: needs, on: ask.today)
            var values = typed
            if status == 409 { values.set("seen", seen.whole.mark) }
            return try page(visit, reader, seen, address, ask, values, problems, status)
        }
    }

    private func page(_ visit: Visit, _ reader: Reader, _ seen: SeenPlan, _ address: Address, _ ask: PlanQuestion, _ typed: FormValues, _ problems: Problems, _ status: Int) throws -> Answer {
        var ask = ask, values = typed
        ask.notice = try visit.childNotice(reader, seen.plan.pupil, form: address)
        if !values.has("seen") { values.set("seen", seen.whole.mark) }
        let write = FormWriter(values, problems), form = try form(reader, seen, ask, write)
        let lead: HTML = form.lead.isEmpty ? "\(seen.pupil.name) · \(seen.plan.title)" : form.lead
        return visit.page(status == 200 ? form.title : "Problem: \(form.title)", at: "plans", status: status, """
            \(planCrumbs(seen))\(write.summary)\(pageTitle(form.title, lead: lead))\
            \(Pages.form(address, button: form.button, back: planPath(seen.plan.id), aboutChild: ask.notice, write.hidden("seen") + form.fields))\(form.below)
            """)
    }
}

/// The plan's page, which says what was saved just now.
func saved(_ plan: PlanID, _ what: String) -> Address { planPath(plan).asking(["saved": what]) }

extension WholePlan {
    /// What one must have seen of a plan to decide about it: its own version, those of its outcomes, and of how they went.
    var mark: String {
        let parts = outcomes.map { "\($0.id)-\($0.version)" } + results.map { "\($0.outcome)r\($0.version)" }
        return "\(plan.version).\(parts.joined(separator: "."))"
    }

    /// - Parameter seen: the mark as the form carried it; empty from a program that did not look first.
    func refuseOvertaken(seen: String) throws {
        if seen.isEmpty || seen == mark { return }
        throw FormOvertaken("Somebody else changed this plan while you had it open. It is now: \(plan.state.label.lowercased()), with \(count(outcomes.count, "outcome")). Nothing of yours is saved yet; what you typed is below. Look at the plan in another window, then save again if it is still right.")
    }
}

/// Where a page about a plan lies.
func planCrumbs(_ seen: SeenPlan) -> HTML {
    crumbs(("Plans", plansPath()), (seen.pupil.name, pupilPath(seen.pupil.id)), (seen.plan.title, planPath(seen.plan.id)))
}
