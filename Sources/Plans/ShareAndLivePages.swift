import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Shares a draft with the family.
let sharePlan = PlanAct(
    needs: .workOnPlans,
    start: { _, _, ask in [("on", ask.today.description)] },
    form: { _, seen, _, write in
        PlanForm(title: "Share with the family", button: "Share the plan", fields: """
            <p>From now on the family can read this plan in Trellis, where they have an account. Print it for those who have none.</p>\(write.day("on", "When did they get it?"))
            """)
    },
    save: { writer, seen, ask, typed in
        saved(try writer.save(try SharePlan(on: try typed.day("on")).applied(to: seen.whole, today: ask.today)).id, "shared")
    })

/// Makes a plan the one the school works by.
let makeLive = PlanAct(
    needs: .changeRegister,
    start: { reader, seen, ask in
        // What was agreed at the review before, while it is still to come.
        let agreed = seen.plan.reviewBy.flatMap { $0 > ask.today ? $0 : nil }
        let review = try agreed ?? reader.reviewBy(seen.plan.rhythm, from: ask.today, at: seen.plan.school)
        return [("starts", ask.today.description), ("review_by", review.description), ("answered_on", ask.today.description)]
    },
    form: { reader, seen, ask, write in
        let layer = try reader.layers(of: seen.plan.pupil).last { $0.spell.ends == nil }
        return PlanForm(title: "Make this plan live", button: "Make it live", fields: """
            <p>Its outcomes, views and barriers are locked from then on. Strategies and provision are not.</p>\
            \(missingParts(seen.whole, write))\(write.day("starts", "From which day do you work by it?"))\(write.day("review_by", "By when is it looked at again?"))\(layerField(write, layer))\(answerFields(write, ask.notice))
            """)
    },
    save: { writer, seen, ask, typed in
        let act = MakeLive(starts: try typed.day("starts"), reviewBy: try typed.day("review_by"), answer: try typed.familyAnswer(), layer: typed["layer"])
        // Who has left the roll gets no new plan here.
        _ = try writer.schoolForPlans(of: seen.pupil, on: ask.today)
        let previous = try seen.plan.follows.flatMap { try writer.one($0, of: Plan.self) }
        try writer.save(try act.applied(to: seen.whole, previous: previous, layers: try writer.layers(of: seen.plan.pupil), born: seen.pupil.birth, today: ask.today))
        return saved(seen.plan.id, "live")
    })

/// Adds what the family said to a plan that is live.
let answerPlan = PlanAct(
    needs: .workOnPlans,
    start: { _, _, ask in [("answered_on", ask.today.description)] },
    form: { _, _, ask, write in
        PlanForm(title: "Add the family’s answer", button: "Save the answer", fields: answerFields(write, ask.notice))
    },
    save: { writer, seen, ask, typed in
        try writer.save(try typed.familyAnswer().applied(to: seen.plan, today: ask.today))
        return saved(seen.plan.id, "answer")
    })

/// How much support the pupil gets, where it changes.
func layerField(_ write: FormWriter, _ now: LayerSpell?) -> HTML {
    let first = Choice("", now.map { "As it is: \(SupportLayer.label($0.layer))" } ?? "Not said")
    return write.select("layer", "Layer of support", [first] + SupportLayer.all.map { Choice($0.key, "\($0.label): \($0.about)") })
}

/// The parts that are still empty, each where its problem can stand.
private func missingParts(_ whole: WholePlan, _ write: FormWriter) -> HTML {
    let items: [HTML] = whole.missing.map { "<li id=\"\($0.key)\">\(write.problem($0.key))<a href=\"\(writePlanPath(whole.plan.id).at("part-\($0.key)"))\">Write: \($0.title)</a></li>" }
    return items.isEmpty ? "" : "<div class=\"field\"><p>These parts are still empty:</p><ul>\(items)</ul></div>"
}

private func answerFields(_ write: FormWriter, _ notice: ChildNotice) -> HTML {
    """
    \(write.radios("answer", "What did the family say to it?", FamilyAnswer.Kind.allCases.map { Choice($0.rawValue, $0.label) }))\
    \(write.longText("answer_words", "In their own words", hint: "Needed where they do not agree with all of it.", rows: 3, aboutChild: notice))\
    \(write.day("answered_on", "When did they answer?"))\
    <div class="grid">\(write.day("first_try", "No reply: first try on"))\(write.day("second_try", "No reply: second try on"))</div>
    """
}

extension FormValues {
    func familyAnswer() throws -> RecordAnswer {
        RecordAnswer(kind: FamilyAnswer.Kind(rawValue: self["answer"]), words: self["answer_words"], on: try day("answered_on"), firstTry: try dayIfAny("first_try"), secondTry: try dayIfAny("second_try"))
    }
}
