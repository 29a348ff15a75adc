import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Puts an outcome right, or takes it out, while its plan is being written.
let changeOutcome = PlanAct(
    needs: .workOnPlans,
    start: { _, seen, ask in try ask.outcome(of: seen).typed },
    form: { reader, seen, ask, write in
        let outcome = try ask.outcome(of: seen), others = try reader.classmates(of: seen.plan.pupil, on: ask.today)
        let advice = wordingAdvice(OutcomeReader(pupil: seen.pupil, others: others, today: ask.today).findings(in: outcome))
        let remove: HTML = """
            <form method="post" action="\(removeOutcomePath(seen.plan.id, outcome.id))"><input type="hidden" name="seen" value="\(seen.whole.mark)"><p class="actions"><button class="second grave">Take this outcome out of the plan</button></p></form>
            """
        return PlanForm(title: "Change an outcome", lead: "\(seen.pupil.name): \(outcome.words)", button: "Save the outcome",
                        fields: outcomeFields(write, seen.whole.scheme, ask.notice, help: advice), below: seen.plan.isBeingWritten ? remove : "")
    },
    save: { writer, seen, ask, typed in
        try writer.save(try typed.keepOutcome().applied(to: seen.whole, before: try ask.outcome(of: seen), born: seen.pupil.birth, today: ask.today))
        return writePlanPath(seen.plan.id).asking(["saved": "outcome"]).at("part-outcomes")
    })

let removeOutcomeRoutes: [Route] = [
    .send(removeOutcomePath, .workOnPlans) { visit, plan, id in
        let viewer = visit.viewer, today = visit.today
        try await visit.write { writer in
            let seen = try writer.plan(plan, for: viewer, who: .workOnPlans, on: today)
            guard let outcome = seen.whole.outcome(id) else { throw NotFound() }
            do { try seen.whole.refuseOvertaken(seen: visit.request.form["seen"]) } catch let overtaken as FormOvertaken { throw overtaken.problems }
            try RemoveOutcome().check(seen.whole)
            try writer.withdraw(outcome, event: "outcome.removed", because: nil)
        }
        return .goTo(writePlanPath(plan).asking(["saved": "outcome"]).at("part-outcomes"))
    },
]

/// The fields of one outcome.
/// - Parameter help: what stands beside the words while they are written, such as a search for examples or advice on
///   the wording.
func outcomeFields(_ write: FormWriter, _ scheme: NeedScheme, _ notice: ChildNotice, help: HTML = "") -> HTML {
    let areas = [Choice("", "Not said")] + scheme.areas.map { Choice($0.key, $0.label) }
    let lives = [Choice("", "Not said")] + AdultLife.allCases.map { Choice($0.rawValue, $0.label) }
    return """
        \(write.longText("words", "What will the pupil be able to do?", hint: "Such as: Sam reads 40 of the 45 first common words aloud, without help.", rows: 2, aboutChild: notice))\(help)\
        <div class="grid">\(write.text("measure", "How will one know?", hint: "What is counted or looked at, by whom, how often.", aboutChild: notice))\
        \(write.text("baseline", "Where is the pupil now?", hint: "Such as: 12 of 45, on 4 September.", aboutChild: notice))\
        \(write.text("target", "What counts as reached?", hint: "Such as: 40 of 45, three weeks running.", aboutChild: notice))\
        \(write.day("due", "By when?"))\(write.text("owner", "Who sees to it?"))\
        \(write.select("area", "Area of need", areas))\(write.select("adult_life", "Which part of adult life does it serve?", lives))</div>
        """
}

extension PlanQuestion {
    fileprivate func outcome(of seen: SeenPlan) throws -> Outcome {
        guard let outcome = outcome.flatMap(seen.whole.outcome) else { throw NotFound() }
        return outcome
    }
}

extension Outcome {
    fileprivate var typed: [(name: String, text: String)] {
        [("words", words), ("measure", measure), ("baseline", baseline), ("target", target), ("due", due?.description ?? ""), ("owner", owner), ("area", area),
         ("adult_life", adultLife?.rawValue ?? "")]
    }
}
