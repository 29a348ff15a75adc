import Access
import Basics
import Database
import People

extension Writer {
    /// Begins a case, with its first step.
    @discardableResult
    func begin(_ keep: KeepCase, about record: PupilRecord, for viewer: Viewer) throws -> AssessmentCase {
        let pupil = record.pupil.id, school = try schoolOfRoll(record, for: viewer, on: act.today)
        let others = try all(AssessmentCase.self, "WHERE pupil_id = \(pupil)"), plan = try all(EHCPlan.self, "WHERE pupil_id = \(pupil) AND ended_on IS NULL").first
        let held = try save(keep.applied(about: pupil, at: school.id, beside: others, hasPlan: plan?.finalOn != nil, by: viewer.name, today: act.today))
        try save(Change("ehcCase.begun", to: CaseStep(.begun, of: held, on: act.today, stated: .ours, words: "", by: viewer.name)))
        return held
    }

    /// Saves a step: what the law’s clock makes of it, which duties it fulfils and which it ends.
    /// - Parameter about: what the family said about mediation, what a concession or an order is about, by the clock’s own word.
    func save(_ take: TakeCaseStep, of case: HeldCase, about: String = "", for viewer: Viewer) throws {
        let taken = try take.applied(to: `case`.held, after: `case`.steps, by: viewer.name, today: act.today), step = taken.step
        let event = step.kind.legalEvent(`case`.held.kind)
        let details = try details(of: event, about: about)
        let held = try save(taken.held), matter = held.matter
        try save(Change(taken.held.event, to: step))
        try meet(step.kind.meets, of: matter, on: step.happenedOn, stated: step.stated, words: step.words, paper: step.paper)
        if let reason = step.kind.ends { try dropDuties(of: matter, because: reason) }
        if let event { try record(event, on: step.happenedOn, details, of: matter, stated: step.stated, words: step.words, paper: step.paper) }
        try reckonWhatItChanges(step, matter, `case`)
        if step.kind == .final { try finish(held, step, isFirst: !`case`.steps.contains { $0.kind == .final }) }
    }

    /// Steps that set no clock going of their own, and lengthen or move what an earlier one set going.
    private func reckonWhatItChanges(_ step: CaseStep, _ matter: Matter, _ case: HeldCase) throws {
        switch step.kind {
        // The fourteen weeks of a reassessment run from the day on which the council said yes (regulation 27(2)).
        case .assessing where `case`.held.kind == .reassessment:
            guard let asked = `case`.steps.last(where: { $0.kind == .asked }) else { return }
            try record(.reassessment, on: asked.happenedOn, EventDetails(days: [.notified: step.happenedOn]), of: matter, stated: step.stated == .estimated ? .estimated : asked.stated, words: asked.words, paper: asked.paper)
        // With a certificate the family has a month from it, where that is later.
        case .certificate:
            guard let decision = `case`.steps.last(where: \.kind.mayBeAppealed) else { return }
            try record(.decisionLetter, on: decision.happenedOn, EventDetails(days: [.certificate: step.happenedOn]), of: matter, stated: decision.stated, words: decision.words, paper: decision.paper)
        default: return
        }
    }

    private func details(of event: StatutoryEvent?, about: String) throws -> EventDetails {
        guard let event, event.options.contains(.about), case .choice(let choices) = DateOption.about.kind(for: event) else { return EventDetails() }
        guard let choice = choices.first(where: { $0.key == about }) else { throw Problems("about", "Choose what it is about.") }
        return EventDetails(choices: [.about: choice])
    }

    /// The final plan came: the pupil has a plan from that day on, and the clock of the first review runs. What an appeal changes in it
    /// makes it no plan made for the first time.
    private func finish(_ held: AssessmentCase, _ step: CaseStep, isFirst: Bool) throws {
        let before = try all(EHCPlan.self, "WHERE pupil_id = \(held.pupil) AND ended_on IS NULL").first
        var plan = before ?? EHCPlan(pupil: held.pupil, school: held.school)
        (plan.finalOn, plan.council, plan.paper) = (step.happenedOn, held.council, step.paper ?? plan.paper)
        if !held.officer.isEmpty { plan.officer = held.officer }
        let saved = try save(Change(before == nil ? "ehcPlan.added" : "ehcPlan.changed", from: before, to: plan))
        guard isFirst, held.kind == .request, try !events(of: saved.matter).contains(where: { $0.event == .firstPlan }), let born = try one(held.pupil, of: Pupil.self)?.birth else { return }
        try record(.firstPlan, on: step.happenedOn, EventDetails(ticked: born.age(on: step.happenedOn) < 5 ? [.underFive] : []), of: saved.matter, stated: step.stated, paper: step.paper)
    }
}
