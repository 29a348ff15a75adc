import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The demonstration trust's plans: two years of cycles for everybody with SEN support, told through the same rules
/// and saves that people's clicks call, with a few things left undone on purpose.
func plansChapter(asking oneToOne: [OneToOneSource]) -> DemonstrationChapter {
    DemonstrationChapter(planted: { try plantedInPlans($0, $1, oneToOne) }, tellPlansChapter)
}

@Sendable private func tellPlansChapter(_ store: Store, _ today: Day) async throws {
    for (place, school) in try await store.read({ try $0.schools(for: .operator) }).enumerated() {
        let cast = try await store.read { try $0.planCast(at: school, place, on: today) }
        let senco = try await store.read { try $0.staffName(withRole: "SENCO", at: school.id) } ?? "The SENCO"
        try await PlanStory(school: school, senco: senco, cast: cast, today: today).tell(store)
        try await RoundStory(school: school, senco: senco, today: today, overlooked: Set(cast.filter { $0.gap == .overlooked }.map(\.pupil.id))).tell(store)
    }
}

/// Whom another chapter has given an adult of their own is not overlooked.
private func plantedInPlans(_ reader: Reader, _ today: Day, _ oneToOne: [OneToOneSource]) throws -> [PlantedGap] {
    let alone = try reader.pupilsWithOneToOne(oneToOne, on: today)
    return try reader.schools(for: .operator).enumerated().flatMap { place, school in
        try reader.planCast(at: school, place, on: today).compactMap { role in
            role.gap.flatMap { $0 == .overlooked && alone.contains(role.pupil.id) ? nil : PlantedGap(rule: $0.rawValue, urn: school.urn, upn: role.pupil.upn ?? "") }
        }
    }
}

/// What happened to the plans of one school.
private struct PlanStory: Sendable {
    let school: School, senco: String, cast: [PlanRole], today: Day

    /// The days on which cycles began, as days before today; the last is still running.
    private static let cycles = [700, 560, 430, 310, 190, 70]
    /// When a plan must be reviewed: in four months, and for the last one after today.
    private static let length = 130

    func tell(_ store: Store) async throws {
        for (cycle, daysAgo) in Self.cycles.enumerated() {
            try await act(store, daysAgo) { writer, day in
                for role in cast where role.gap != .missing && isIn(role, daysAgo) { try begin(role, cycle, day, writer) }
            }
        }
        // Those who came later have their first plan within days.
        try await act(store, 2) { writer, day in
            for role in cast where role.gap != .missing && !isIn(role, Self.cycles[Self.cycles.count - 1]) { try begin(role, Self.cycles.count, max(day, role.since), writer) }
        }
        try await act(store, 45) { writer, day in
            for role in cast where role.order % 4 == 1 && role.since < day { try passport(role, day, writer) }
        }
    }

    private func isIn(_ role: PlanRole, _ daysAgo: Int) -> Bool { role.since <= today - daysAgo }

    private func act(_ store: Store, _ daysAgo: Int, _ body: @escaping @Sendable (Writer, Day) throws -> Void) async throws {
        let day = today - daysAgo
        try await store.write(Act(who: "\(senco) (SENCO)", at: Instant(day, hour: 15, minute: 30), way: .demonstration)) { try body($0, day) }
    }

    /// Reviews what runs, and makes the next plan live; or writes the first.
    private func begin(_ role: PlanRole, _ cycle: Int, _ day: Day, _ writer: Writer) throws {
        let before = try writer.all(Plan.self, "WHERE pupil_id = \(role.pupil.id) AND kind = 'support' AND state = 'live'").first
        let plan = try before.map { try review($0, role, cycle, day, writer) } ?? first(role, day, writer)
        try makeLive(plan, before: before, role, day, writer)
    }

    private func first(_ role: PlanRole, _ day: Day, _ writer: Writer) throws -> Plan {
        let record = RegisterRecord(pupil: role.pupil, provisions: [], needs: []), texts = PlanTexts.of(role.area)
        let plan = try writer.save(try StartPlan(kind: "support").applied(to: record, at: school.id, plans: [], today: day))
        let name = role.pupil.calledName, area = NeedScheme.current(on: day).areas.contains { $0.key == texts.area } ? texts.area : ""
        try write(.strengths, role.one(of: texts.strengths), in: plan, day, writer)
        try write(.pupilView, role.one(of: texts.pupilViews), in: plan, day, writer)
        try write(.familyView, role.one(of: texts.familyViews), in: plan, day, writer)
        try write(.barriers, texts.barriers.prefix(2 + role.order % 2).joined(separator: "\n"), area: area, in: plan, day, writer)
        try write(.strategies, texts.strategies.joined(separator: "\n"), in: plan, day, writer)
        try write(.provision, texts.provision.prefix(role.gap == .overlooked ? 1 : 1 + role.order % 2).joined(separator: "\n"), in: plan, day, writer)
        for (place, goal) in texts.goals.prefix(2 + role.order % 2).enumerated() {
            let kept = KeepOutcome(words: goal.words.replacing("{}", with: name), measure: role.lacksMeasure(place) ? "" : goal.measure, baseline: goal.steps[0], target: goal.target,
                                   due: day + Self.length, owner: goal.owner, area: area, adultLife: AdultLife.allCases[(role.order + place) % 4])
            try writer.save(try kept.applied(to: try writer.whole([plan])[0], born: role.pupil.birth, today: day))
        }
        try takeFromBank(.strategy, for: role, into: plan, record, day, writer)
        if role.order % 3 == 0, role.gap == nil { try takeFromBank(.outcome, for: role, into: plan, record, day, writer) }
        return plan
    }

    /// Takes what fits the pupil's need and age from the bank, as is done on the page: it goes into the form, its gaps are
    /// filled in, and the page is saved.
    private func takeFromBank(_ kind: BankEntry.Kind, for role: PlanRole, into plan: Plan, _ record: RegisterRecord, _ day: Day, _ writer: Writer) throws {
        let whole = try writer.whole([plan])[0], area = PlanTexts.of(role.area).area, age = BankAge(role.pupil.birth.age(on: day))
        let fitting = Bank.shipped.filter { $0.kind == kind && $0.need.areas[whole.scheme.key] == area && $0.ages.contains(age) }
        guard !fitting.isEmpty else { return }
        let seen = SeenPlan(whole: whole, record: record, powers: [])
        var form = FormValues(whole.typed).taking(fitting[role.order % fitting.count], seen, today: day)
        if kind == .outcome {
            form.set("baseline", form["baseline"].replacing("__", with: "2").replacing("[date]", with: day.inWords))
            form.set("target", form["target"].replacing("__", with: "8"))
            if form["due"].isEmpty { form.set("due", (day + Self.length).description) }
            form.set("owner", "Class teacher")
        }
        try writer.save(WrittenPlan(form, whole), seen, by: senco, today: day)
        try writer.countUse(in: form, of: plan, by: .operator)
    }

    private func write(_ part: PlanPart, _ words: String, area: String = "", in plan: Plan, _ day: Day, _ writer: Writer) throws {
        for change in try WriteSection(part, [area: words]).applied(to: WholePlan(plan: plan), by: senco, today: day) { try writer.save(change) }
    }

    /// - Returns: the plan of the next cycle.
    private func review(_ plan: Plan, _ role: PlanRole, _ cycle: Int, _ day: Day, _ writer: Writer) throws -> Plan {
        let whole = try writer.whole([plan])[0]
        for outcome in whole.outcomes {
            let result = role.result(of: outcome, cycle), step = role.step(of: outcome, plan.cycle, result)
            try writer.save(try ReviewOutcome(result: result, evidence: step, nextStep: result == .met ? "" : "Smaller steps, and the same words in every lesson.").applied(to: outcome, of: whole, by: senco, today: day))
        }
        let after = try writer.whole([plan])[0], decision = role.decision(after)
        let held = HoldReview(heldOn: day, decision: decision, because: decision == .goOn ? "" : "Some of it works; the rest is done in another way from now on.",
                              familyView: role.one(of: PlanTexts.of(role.area).familyViews), people: "\(senco), class teacher, family", layer: plan.cycle == 1 ? "L1" : "")
        let next = try writer.save(try held.applied(to: after, layers: try writer.layers(of: role.pupil.id), reviewBy: day + Self.length, by: senco, today: day))
        return try addOutcome(next ?? plan, role, day, writer)
    }

    /// Where all was met, something new is begun.
    private func addOutcome(_ plan: Plan, _ role: PlanRole, _ day: Day, _ writer: Writer) throws -> Plan {
        let whole = try writer.whole([plan])[0], goal = PlanTexts.of(role.area).goals[(plan.cycle + role.order) % 3], words = goal.words.replacing("{}", with: role.pupil.calledName)
        guard whole.outcomes.count < 2, !whole.outcomes.contains(where: { $0.words == words }) else { return plan }
        let kept = KeepOutcome(words: words, measure: goal.measure, baseline: goal.steps[1], target: goal.target, due: day + Self.length, owner: goal.owner)
        try writer.save(try kept.applied(to: whole, born: role.pupil.birth, today: day))
        return plan
    }

    private func makeLive(_ plan: Plan, before: Plan?, _ role: PlanRole, _ day: Day, _ writer: Writer) throws {
        let shared = try writer.save(try SharePlan(on: day).applied(to: try writer.whole([plan])[0], today: day))
        let previous = try before.flatMap { try writer.one($0.id, of: Plan.self) }, isLast = day > today - 100
        let reviewBy = role.gap == .late && isLast ? today - 9 : isLast ? today + 20 + role.order % 12 : day + Self.length
        let live = MakeLive(starts: day, reviewBy: reviewBy, answer: role.answer(on: day))
        try writer.save(try live.applied(to: try writer.whole([shared])[0], previous: previous, born: role.pupil.birth, today: day))
        guard role.gap != .unread || !isLast, let read = try writer.one(plan.id, of: Plan.self) else { return }
        if let change = try ReadPlan(giving: role.order % 3 == 0).applied(to: try writer.whole([read])[0], by: senco, today: day) { try writer.save(change) }
    }

    /// One page that tells every adult how to help.
    private func passport(_ role: PlanRole, _ day: Day, _ writer: Writer) throws {
        let record = RegisterRecord(pupil: role.pupil, provisions: [], needs: []), texts = PlanTexts.of(role.area)
        let plan = try writer.save(try StartPlan(kind: "profile").applied(to: record, at: school.id, plans: [], today: day))
        try write(.important, "My family, my friends and knowing what comes next.", in: plan, day, writer)
        try write(.strengths, role.one(of: texts.strengths), in: plan, day, writer)
        try write(.hard, role.one(of: texts.barriers).replacing("“", with: "").replacing("”", with: ""), in: plan, day, writer)
        try write(.help, texts.strategies.joined(separator: "\n"), in: plan, day, writer)
        try write(.avoid, "Surprises without a warning.\nAsking me to read aloud without a look at it first.", in: plan, day, writer)
        let live = MakeLive(starts: day, reviewBy: day.adding(months: 12), answer: RecordAnswer(kind: .agreed, on: day))
        try writer.save(try live.applied(to: try writer.whole([plan])[0], born: role.pupil.birth, today: day))
    }
}

extension PlanRole {
    fileprivate func one(of texts: [String]) -> String { texts[order % texts.count] }

    /// One outcome of the plan that is left without its measure.
    fileprivate func lacksMeasure(_ place: Int) -> Bool { gap == .incomplete && place == 0 }

    /// How an outcome went: most move on. What is stuck on purpose, or left without a measure, never does.
    fileprivate func result(of outcome: Outcome, _ cycle: Int) -> OutcomeReview.Result {
        if gap == .stuck { return .notMet }
        if outcome.measure.isEmpty { return .partly }
        return [.partly, .met, .partly, .notMet, .met][(order + cycle + outcome.position) % 5]
    }

    /// Where the review found the pupil: at the end of the way only where the outcome is met.
    fileprivate func step(of outcome: Outcome, _ cycle: Int, _ result: OutcomeReview.Result) -> String {
        let goals = PlanTexts.of(area).goals.first { $0.words.replacing("{}", with: pupil.calledName) == outcome.words }
        return goals?.steps[gap == .stuck ? 0 : result == .met ? 3 : min(cycle, 2)] ?? "Better than at the start."
    }

    /// Whatever was not met is done in another way, but where the story leaves it on purpose.
    fileprivate func decision(_ whole: WholePlan) -> PlanReview.Decision {
        gap != .stuck && whole.results.contains { $0.result == .notMet } ? .change : .goOn
    }

    /// Most families agree; a few do so in part, or are not reached.
    fileprivate func answer(on day: Day) -> RecordAnswer {
        switch order % 9 {
        case 4: RecordAnswer(kind: .partly, words: "Yes to all, but not during PE.", on: day)
        case 7: RecordAnswer(kind: .noReply, on: day, firstTry: day - 8, secondTry: day - 3)
        default: RecordAnswer(kind: .agreed, on: day)
        }
    }
}
