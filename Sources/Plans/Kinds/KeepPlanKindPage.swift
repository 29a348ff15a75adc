import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Changes a kind of plan from a day on, or adds one of the trust's own.
let addPlanKindPath = PagePath< >("/plans/kinds/add")
let changePlanKindPath = PagePath<String>("/plans/kinds/*/change")

let keepPlanKindRoutes: [Route] = [
    .read(addPlanKindPath, .seePlans) { visit in
        guard visit.viewer.keepsPlanKinds else { throw NotFound() }
        return page(visit, nil, FormValues([("from", visit.today.description), ("rhythm", "three"), ("begun", "yes")]), Problems())
    },
    .send(addPlanKindPath, .seePlans) { visit in try await send(visit, nil) },
    .read(changePlanKindPath, .seePlans) { visit, key in
        let (kind, latest) = try await visit.read { try $0.planKindToKeep(key, visit.viewer, visit.today) }
        return page(visit, kind, kind.form(from: max(visit.today, latest ?? visit.today), visit.today), Problems())
    },
    .send(changePlanKindPath, .seePlans) { visit, key in try await send(visit, key) },
]

private func send(_ visit: Visit, _ key: String?) async throws -> Answer {
    let typed = visit.request.form, today = visit.today
    guard visit.viewer.keepsPlanKinds else { throw NotFound() }
    do {
        let kind = try await visit.write { writer in
            let versions = try writer.planKindVersions(), before = try key.map { try writer.planKindToKeep($0, visit.viewer, today) }
            if let before, typed.has("seen"), typed["seen"] != before.kind.mark { throw Problems("", "Somebody else changed this kind while you had it open. Look at it again before you save.") }
            // Names of kinds that are still to come are taken, too.
            let beside = versions.kinds(on: today) + versions.filter { $0.fromDay > today }.map(\.planKind)
            return try writer.save(try typed.planKind(before?.kind).applied(to: before?.kind, latest: before?.latest, beside: beside, by: visit.viewer.name, today: today)).kind
        }
        return .goTo(planKindsPath().asking(["saved": "kind"]).at(kind))
    } catch let problems as Problems {
        let kind = try await visit.read { reader in try key.map { try reader.planKindToKeep($0, visit.viewer, today).kind } }
        return page(visit, kind, typed, problems)
    }
}

extension Reader {
    /// A kind that this viewer may change, as it is after all that is planned, and from when its last change holds.
    fileprivate func planKindToKeep(_ key: String, _ viewer: Viewer, _ day: Day) throws -> (kind: PlanKind, latest: Day?) {
        let versions = try planKindVersions().filter { $0.kind == key }
        guard viewer.keepsPlanKinds, let kind = versions.last?.planKind ?? PlanKind.named(key), !kind.isProposal else { throw NotFound() }
        return (kind, versions.last?.fromDay)
    }
}

extension PlanKind {
    /// By which a form knows what it was opened with.
    fileprivate var mark: String { version.map { "\($0)" } ?? "" }

    fileprivate func form(from day: Day, _ today: Day) -> FormValues {
        var values = FormValues([("name", name), ("about", about), ("rhythm", rhythm(on: day).key), ("source", source(on: day)), ("from", day.description), ("begun", isRetired ? "no" : "yes"), ("seen", mark)])
        if isSupportPlan { values.set("support", "yes") }
        for part in parts { values.set(partField(part.part), part.isNeeded ? "needed" : "possible") }
        return values
    }
}

private func partField(_ part: PlanPart) -> String { "part-\(part.key)" }

extension FormValues {
    fileprivate func planKind(_ before: PlanKind?) throws -> KeepPlanKind {
        let chosen = { (word: String) in PlanPart.all.filter { self[partField($0)] == word }.map(\.key) }
        return KeepPlanKind(name: self["name"], about: self["about"], rhythm: self["rhythm"], source: self["source"], needed: chosen("needed"), possible: chosen("possible"),
                            from: try day("from"), isSupportPlan: has("support"), isRetired: self["begun"] == "no")
    }
}

private func page(_ visit: Visit, _ kind: PlanKind?, _ values: FormValues, _ problems: Problems) -> Answer {
    let write = FormWriter(values, problems), title = kind.map { "Change a kind of plan: \($0.name)" } ?? "Add a kind of plan"
    let choices = [Choice("", "Not in it"), Choice("needed", "Needed"), Choice("possible", "May be left out")]
    let parts: [HTML] = PlanPart.all.map { write.select(partField($0), $0.title, choices) }
    let rhythms = ReviewRhythm.all.map { Choice($0.key, $0.label.prefix(1).uppercased() + $0.label.dropFirst()) }
    let support: HTML = kind?.isShipped == true ? "" : write.checkbox("support", Choice("yes", "It is a plan for SEN support: a pupil with SEN support who has one of these needs no other"))
    let shipped: HTML = kind.flatMap { PlanKind.named($0.key) }.map { "<p class=\"quiet\">As it comes with Trellis: looked at \($0.rhythm(on: visit.today).label) (\($0.source(on: visit.today))).</p>" } ?? ""
    let body: HTML = """
        \(crumbs(("Plans", plansPath()), ("Kinds of plan", planKindsPath())))\(write.summary)\
        \(pageTitle(title, lead: "It holds for every school of the trust. Plans that are there keep the kind as it was when they were made."))\
        \(form(kind.map { changePlanKindPath($0.key) } ?? addPlanKindPath(), button: kind == nil ? "Add this kind" : "Save this kind", back: planKindsPath(), """
            \(write.text("name", "What do you call it?"))\(write.text("about", "What is it for?", hint: "A sentence for whoever chooses it."))\(support)\
            \(write.select("rhythm", "How often is it looked at?", rhythms, hint: "For SEN support the school meets the parents at least three times a year (SEND Code of Practice 2015, 6.65)."))\
            \(write.text("source", "Where does that stand?", hint: "Such as: our SEND policy, 2026."))\(shipped)\
            <fieldset id="parts"><legend>Which parts does it have?</legend>\(write.problem("parts"))<div class="grid">\(parts)</div></fieldset>\
            \(write.radios("begun", "May plans of this kind be begun?", [Choice("yes", "Yes"), Choice("no", "No, it is retired", hint: "Plans that are there go on.")]))\
            \(write.day("from", "From which day is it so?"))\(write.hidden("seen"))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "plans", body) : visit.formAgain(title, at: "plans", body)
}
