import Access
import AreaKit
import Basics
import Database
import Pages
import People

let plansAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/plans"), .seePlans, name: "listPlans", "Plans in sight, by their numbers", query: plansQuestions, item: planFields) { asked in
        try await asked.read { reader in
            var ask = PlansQuestion(day: asked.today)
            ask.school = try reader.school(asked: asked.query, for: asked.viewer)
            (ask.kind, ask.state) = (asked.query.text("kind"), PlanState(rawValue: asked.query.text("state")))
            let part = try asked.part(of: try reader.planNumbers(ask, for: asked.viewer), marks: 1) { [$0.rawValue] }
            let plans = try reader.all(Plan.self, "WHERE id IN \(part.items) ORDER BY id")
            asked.viewer.witness.saw(plans.map(\.pupil))
            let schools = try reader.urns(of: plans)
            return APIPart(items: plans, next: part.next).json { .object(JSON.KeyedValues(planPairs($0, schools))) }
        }
    },
    .item(PagePath<PlanID>("/api/v1/plans/*"), parts: ["plan"], .seePlans, name: "readPlan", "One plan with all that stands in it", gives: planFields + wholePlanFields) { reader, visit, id in
        let whole = try reader.plan(id, for: visit.viewer, on: visit.today).whole
        return .object(JSON.KeyedValues(planPairs(whole.plan, try reader.urns(of: [whole.plan])) + whole.jsonPairs))
    },
]

extension Reader {
    fileprivate func urns(of plans: [Plan]) throws -> [SchoolID: String] {
        Dictionary(try rows("SELECT id, urn FROM school WHERE id IN \(plans.map(\.school))") { try ($0.next(SchoolID.self), $0.next(String.self)) }) { $1 }
    }
}

private let plansQuestions: [APIField] = [
    .ofSchool, .maybe("kind", .text(least: 1, most: 40, .withoutNUL), "Only plans of this kind, by its key."),
    .maybe("state", .code(PlanState.allCases.map(\.rawValue)), "Only plans in this state; all but closed ones where it is left out."),
]

private let planFields: [APIField] = [
    APIField("plan", .id, "The plan's number in Trellis."), APIField("pupil", .id, "The pupil's number in Trellis."), APIField("school", .urn, "URN of the school."),
    APIField("kind", .anyText, "What kind of plan it is: \(PlanKind.all.map(\.key).joined(separator: ", ")), or a kind of the trust's own."), APIField("state", .code(PlanState.allCases.map(\.rawValue)), "How far it has come."),
    APIField("cycle", .number, "The number of the cycle."), APIField("follows", .orNull(.id), "The plan that it takes the place of."),
    APIField("amendment", .flag, "Whether it amends the plan that it follows."), APIField("starts", .orNull(.day), "The first day on which it holds."),
    APIField("review_by", .orNull(.day), "By when it is looked at."), APIField("ends", .orNull(.day), "The last day on which it held."),
]

private func planPairs(_ plan: Plan, _ schools: [SchoolID: String]) -> [(String, JSON)] {
    [
        ("plan", .integer(plan.id.rawValue)), ("pupil", .integer(plan.pupil.rawValue)), ("school", .text(schools[plan.school] ?? "")), ("kind", .text(plan.kind)),
        ("state", .text(plan.state.rawValue)), ("cycle", .integer(plan.cycle)), ("follows", plan.follows.map { .integer($0.rawValue) } ?? .null), ("amendment", .bool(plan.isAmendment)),
        ("starts", .optional(plan.starts?.description)), ("review_by", .optional(plan.reviewBy?.description)), ("ends", .optional(plan.ends?.description)),
    ]
}

private let wholePlanFields: [APIField] = [
    APIField("scheme", .anyText, "The scheme of areas of need by which it was written."), APIField("rhythm", .code(ReviewRhythm.all.map(\.key)), "How often it is looked at."),
    APIField("parts", .list(.object([
        APIField("part", .anyText, "Which part."), APIField("title", .anyText, "Its heading."), APIField("area", .anyText, "The area of need; empty for parts that are not told by area."),
        APIField("words", .anyText, "What is written; one thing on each line in lists."), APIField("state", .code(PlanSection.State.allCases.map(\.rawValue)), "How far it is."),
    ])), "What is written in each part."),
    APIField("outcomes", .list(.object([
        APIField("outcome", .id, "The outcome's number in Trellis."), APIField("words", .anyText, "What the pupil will be able to do."), APIField("measure", .anyText, "How one will know."),
        APIField("baseline", .anyText, "Where it began."), APIField("target", .anyText, "What counts as reached."), APIField("due", .orNull(.day), "By when."),
        APIField("owner", .anyText, "Who sees to it."), APIField("area", .anyText, "The area of need; empty where none is said."),
        APIField("adult_life", .orNull(.code(AdultLife.allCases.map(\.rawValue))), "The part of adult life that it serves."),
        APIField("carried_from", .orNull(.id), "The outcome of the plan before that it goes on with."),
        APIField("result", .orNull(.code(OutcomeReview.Result.allCases.map(\.rawValue))), "How it went, once it was reviewed."),
        APIField("evidence", .anyText, "How one knows."), APIField("next_step", .anyText, "What comes next."),
    ])), "What is to be reached."),
    APIField("answer", .orNull(.code(FamilyAnswer.Kind.allCases.map(\.rawValue))), "What the family said last."), APIField("answer_words", .anyText, "In their own words."),
    APIField("decision", .orNull(.code(PlanReview.Decision.allCases.map(\.rawValue))), "What the review decided."), APIField("decision_because", .anyText, "Why."),
]

extension WholePlan {
    /// All that stands in the plan, as programs and files hold it.
    public var jsonPairs: [(String, JSON)] {
        [
            ("scheme", .text(plan.scheme)), ("rhythm", .text(plan.rhythm)), ("parts", .list(sections.map(\.json))), ("outcomes", .list(outcomes.map { $0.json(result(of: $0)) })),
            ("answer", .optional(answer?.kind.rawValue)), ("answer_words", .text(answer?.words ?? "")),
            ("decision", .optional(review?.decision.rawValue)), ("decision_because", .text(review?.because ?? "")),
        ]
    }
}

extension PlanSection {
    fileprivate var json: JSON {
        .object(["part": .text(part), "title": .text(PlanPart.named(part)?.title ?? part), "area": .text(area), "words": .text(words), "state": .text(state.rawValue)])
    }
}

extension Outcome {
    fileprivate func json(_ result: OutcomeReview?) -> JSON {
        .object([
            "outcome": .integer(id.rawValue), "words": .text(words), "measure": .text(measure), "baseline": .text(baseline), "target": .text(target), "due": .optional(due?.description),
            "owner": .text(owner), "area": .text(area), "adult_life": .optional(adultLife?.rawValue), "carried_from": carriedFrom.map { .integer($0.rawValue) } ?? .null,
            "result": .optional(result?.result.rawValue), "evidence": .text(result?.evidence ?? ""), "next_step": .text(result?.nextStep ?? ""),
        ])
    }
}
