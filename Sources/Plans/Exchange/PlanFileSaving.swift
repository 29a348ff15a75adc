import Access
import Basics
import Database
import Papers
import People

/// A file of plans that is to be taken into one pupil's record.
struct PlanFileImport: Sendable {
    let file: PlanFile
    let pupil: PupilID
    /// A person says that it is the same child.
    let isSameChild: Bool

    /// - Throws: `Problems` with all that is wrong; then nothing is saved.
    func take(_ writer: Writer, _ viewer: Viewer) throws -> ImportReport {
        let record = try writer.planRecord(of: pupil, for: viewer)
        let intake = try TakeInPlans(file: file, isSameChild: isSameChild).applied(to: record, today: writer.act.today)
        try writer.save(intake)
        var report = ImportReport()
        report.notes = intake.notes
        for (place, incoming) in intake.entries.enumerated() { report.add(ImportLine(row: place + 1, name: incoming.whole.plan.title, pupil: pupil, outcome: .new, differences: incoming.differences)) }
        return report
    }
}

extension IncomingPlan {
    fileprivate var differences: [Difference] {
        let plan = whole.plan
        return [
            Difference("State", "", plan.state.label), Difference("Days", "", daysInWords(plan)), Difference("Outcomes", "", "\(whole.outcomes.count)"),
            Difference("Parts written", "", "\(Set(whole.sections.filter { !$0.words.isEmpty }.map(\.part)).count)"),
        ]
    }
}

extension Reader {
    /// What the record holds that plans of another house must fit to.
    /// - Throws: `NotFound` where the viewer writes no plans about the pupil.
    func planRecord(of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> TakeInPlans.Record {
        let found = try recordForPlans(pupil, viewer, day).pupil
        let former: [String] = found.sealed ? [] : try column("SELECT upn FROM former_upn WHERE pupil_id = \(pupil)")
        let papers = Dictionary(try standingPapers(of: found).map { ($0.sha256, $0.id) }) { $1 }
        return TakeInPlans.Record(pupil: found, former: former, school: try schoolForPlans(of: found, on: day), plans: try plans(of: pupil), layers: try layers(of: pupil),
                                  kinds: try planKinds(on: day), papers: papers)
    }
}

extension Writer {
    fileprivate func planRecord(of pupil: PupilID, for viewer: Viewer) throws -> TakeInPlans.Record { try planRecord(of: pupil, for: viewer, on: act.today) }

    /// Saves what came in, each plan after the one that it follows.
    @discardableResult
    func save(_ intake: PlanIntake) throws -> [PlanID] {
        var plans: [PlanID: PlanID] = [:], outcomes: [OutcomeID: OutcomeID] = [:], saved: [PlanID] = []
        for incoming in intake.entries {
            var plan = incoming.whole.plan
            let place = plan.id
            (plan.id, plan.follows) = (.new, plan.follows.flatMap { plans[$0] })
            plan = try save(Change("plan.imported", to: plan))
            plans[place] = plan.id
            saved.append(plan.id)
            try save(incoming.whole, as: plan, &outcomes)
        }
        for layer in intake.layers { try save(Change("layer.chosen", to: layer)) }
        return saved
    }

    private func save(_ whole: WholePlan, as plan: Plan, _ outcomes: inout [OutcomeID: OutcomeID]) throws {
        for var section in whole.sections {
            (section.plan, section.pupil) = (plan.id, plan.pupil)
            try save(Change("plan.written", to: section))
        }
        for var outcome in whole.outcomes {
            let place = outcome.id
            (outcome.id, outcome.plan, outcome.pupil, outcome.carriedFrom) = (.new, plan.id, plan.pupil, outcome.carriedFrom.flatMap { outcomes[$0] })
            outcomes[place] = try save(Change("outcome.added", to: outcome)).id
        }
        for var result in whole.results {
            (result.outcome, result.plan, result.pupil) = (outcomes[result.outcome] ?? result.outcome, plan.id, plan.pupil)
            try save(Change("outcome.reviewed", to: result))
        }
        for var answer in whole.answers {
            (answer.plan, answer.pupil) = (plan.id, plan.pupil)
            try save(Change("plan.answered", to: answer))
        }
        if var review = whole.review {
            (review.plan, review.pupil) = (plan.id, plan.pupil)
            try save(Change("plan.reviewHeld", to: review))
        }
        for var reading in whole.readings {
            (reading.plan, reading.pupil) = (plan.id, plan.pupil)
            try save(Change("plan.read", to: reading))
        }
    }
}
