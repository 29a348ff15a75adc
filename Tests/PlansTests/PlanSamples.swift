import Basics
@testable import People
@testable import Plans

// The plans that tests of rules begin from.

enum Sample {
    static let today = Day(number: 20_777)
    static let pupil = Pupil(id: PupilID(7), surname: "Whitlock", forename: "Sam", birth: Day(number: 17_600))

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year, month, day) ?? .distantPast }

    static func record(_ provision: String? = "K") -> RegisterRecord {
        let spells = provision.map { [ProvisionSpell(id: RowID(1), pupil: pupil.id, provision: $0, spell: Spell(starts: today - 300), decidedHere: true)] } ?? []
        return RegisterRecord(pupil: pupil, provisions: spells, needs: [])
    }

    static func plan(_ state: PlanState = .draft, kind: String = "support", id: Int = 1) -> Plan {
        var plan = Plan(id: PlanID(id), pupil: pupil.id, school: SchoolID(3), kind: kind, scheme: "code-2015", rhythm: "term", begunOn: today - 60)
        plan.state = state
        if state != .draft, state != .shared { (plan.starts, plan.reviewBy) = (today - 50, today + 30) }
        if state == .closed { plan.ends = today - 1 }
        return plan
    }

    static func outcome(_ id: Int = 1, words: String = "Sam reads 40 of 45 common words aloud", measure: String = "Word list, each Friday") -> Outcome {
        var outcome = Outcome(id: OutcomeID(id), plan: PlanID(1), pupil: pupil.id, position: id, words: words)
        (outcome.measure, outcome.baseline, outcome.target, outcome.due) = (measure, "12 of 45", "40 of 45", today + 30)
        return outcome
    }

    static func sections(_ parts: [PlanPart] = [.strengths, .pupilView, .familyView, .barriers, .strategies]) -> [PlanSection] {
        parts.enumerated().map { PlanSection(id: RowID($0 + 1), plan: PlanID(1), pupil: pupil.id, part: $1.key, area: $1.content == .barriers ? "C&L" : "",
                                             words: "Words of \($1.key)", state: .complete, savedBy: "Amira Khan", savedOn: today - 20) }
    }

    /// A plan in which everything needed is written.
    static func whole(_ state: PlanState = .draft, outcomes: [Outcome] = [outcome()], results: [OutcomeReview] = []) -> WholePlan {
        WholePlan(plan: plan(state), sections: sections(), outcomes: outcomes, results: results)
    }

    static func result(_ result: OutcomeReview.Result, of outcome: Int, evidence: String = "Read 25 of 45 on Friday") -> OutcomeReview {
        OutcomeReview(id: RowID(outcome), outcome: OutcomeID(outcome), plan: PlanID(1), pupil: pupil.id, result: result, evidence: evidence, nextStep: "", paper: nil, reviewedOn: today, reviewedBy: "Tom Reed")
    }
}

/// The fields at which a rule finds something wrong; empty where it finds nothing.
func fields(_ body: () throws -> Void) -> [String] {
    do { try body() } catch let problems as Problems { return problems.list.map(\.field) } catch { return ["\(error)"] }
    return []
}
