import Basics
@testable import People
@testable import Plans
import Testing

@Suite("From a draft to the next cycle")
struct PlanCycleTests {
    static let agreed = RecordAnswer(kind: .agreed, on: Sample.today)
    static let live = MakeLive(starts: Sample.today, reviewBy: Sample.today + 90, answer: agreed)

    struct Answer: Sendable {
        let words: String
        let act: RecordAnswer
        let wrong: [String]
    }

    static let answers = [
        Answer(words: "they agree", act: agreed, wrong: []),
        Answer(words: "nothing chosen", act: RecordAnswer(kind: nil, on: Sample.today), wrong: ["answer"]),
        Answer(words: "they disagree, without their words", act: RecordAnswer(kind: .disagreed, on: Sample.today), wrong: ["answer_words"]),
        Answer(words: "they disagree, in their words", act: RecordAnswer(kind: .disagreed, words: "Not another group", on: Sample.today), wrong: []),
        Answer(words: "no reply, without a try", act: RecordAnswer(kind: .noReply, on: Sample.today), wrong: ["first_try"]),
        Answer(words: "no reply, one try", act: RecordAnswer(kind: .noReply, on: Sample.today, firstTry: Sample.today - 5), wrong: ["first_try"]),
        Answer(words: "no reply, two tries on one day", act: RecordAnswer(kind: .noReply, on: Sample.today, firstTry: Sample.today, secondTry: Sample.today), wrong: ["second_try"]),
        Answer(words: "no reply, two tries", act: RecordAnswer(kind: .noReply, on: Sample.today, firstTry: Sample.today - 9, secondTry: Sample.today - 2), wrong: []),
        Answer(words: "a try to come", act: RecordAnswer(kind: .noReply, on: Sample.today, firstTry: Sample.today - 9, secondTry: Sample.today + 1), wrong: ["second_try"]),
        Answer(words: "tomorrow", act: RecordAnswer(kind: .agreed, on: Sample.today + 1), wrong: ["answered_on"]),
    ]

    @Test("What counts as the family’s answer", arguments: answers)
    func answer(_ line: Answer) {
        #expect(fields { _ = try line.act.applied(to: Sample.plan(), today: Sample.today) } == line.wrong, "\(line.words)")
    }

    struct Live: Sendable {
        let words: String
        var whole = Sample.whole(), act = live, previous: Plan?
        let wrong: [String]
    }

    static let lives = [
        Live(words: "a whole draft", wrong: []),
        Live(words: "a shared plan", whole: Sample.whole(.shared), wrong: []),
        Live(words: "one that is live", whole: Sample.whole(.live), wrong: [""]),
        Live(words: "nothing written", whole: WholePlan(plan: Sample.plan()), wrong: ["strengths", "pupil_view", "family_view", "barriers", "outcomes", "strategies"]),
        Live(words: "starts in two months", act: MakeLive(starts: Sample.today + 60, reviewBy: Sample.today + 90, answer: agreed), wrong: ["starts"]),
        Live(words: "reviewed before it starts", act: MakeLive(starts: Sample.today, reviewBy: Sample.today - 1, answer: agreed), wrong: ["review_by"]),
        Live(words: "reviewed in three years", act: MakeLive(starts: Sample.today, reviewBy: Sample.today + 1000, answer: agreed), wrong: ["review_by"]),
        Live(words: "starts before birth", act: MakeLive(starts: Sample.day(2016, 1, 1), reviewBy: Sample.day(2016, 9, 1), answer: agreed), wrong: ["starts"]),
        Live(words: "on a layer of support", act: MakeLive(starts: Sample.today, reviewBy: Sample.today + 90, answer: agreed, layer: "L1"), wrong: []),
        Live(words: "on a layer that is not there", act: MakeLive(starts: Sample.today, reviewBy: Sample.today + 90, answer: agreed, layer: "L9"), wrong: ["layer"]),
        Live(words: "without an answer", act: MakeLive(starts: Sample.today, reviewBy: Sample.today + 90, answer: RecordAnswer(kind: nil, on: Sample.today)), wrong: ["answer"]),
        Live(words: "before the plan it follows began", act: MakeLive(starts: Sample.today - 50, reviewBy: Sample.today + 90, answer: agreed), previous: Sample.plan(.live, id: 9), wrong: ["starts"]),
    ]

    @Test("What may be made live", arguments: lives)
    func makeLive(_ line: Live) {
        #expect(fields { _ = try line.act.applied(to: line.whole, previous: line.previous, born: Sample.pupil.birth, today: Sample.today) } == line.wrong, "\(line.words)")
    }

    @Test("The plan before it ends the day before, and nothing else of it changes")
    func replaces() throws {
        let before = Sample.plan(.reviewed, id: 9)
        let change = try Self.live.applied(to: Sample.whole(), previous: before, born: Sample.pupil.birth, today: Sample.today)
        let (fresh, old) = (change.plans[0].after, change.plans[1].after)
        #expect(fresh.state == .live && fresh.starts == Sample.today && change.answer?.after.kind == .agreed)
        var expected = before
        (expected.state, expected.ends) = (.closed, Sample.today - 1)
        #expect(old == expected && change.plans[1].event == "plan.replaced")
    }

    @Test("Each state leads only where it may", arguments: PlanState.allCases)
    func states(from: PlanState) {
        let whole = Sample.whole(from, results: [Sample.result(.partly, of: 1)])
        #expect(fields { _ = try SharePlan(on: Sample.today).applied(to: whole, today: Sample.today) }.isEmpty == from.next.contains(.shared))
        #expect(fields { _ = try Self.live.applied(to: whole, born: Sample.pupil.birth, today: Sample.today) }.isEmpty == from.next.contains(.live))
        let review = HoldReview(heldOn: Sample.today, decision: .goOn, because: "")
        #expect(fields { _ = try review.applied(to: whole, reviewBy: Sample.today + 90, by: "A", today: Sample.today) }.isEmpty == from.next.contains(.reviewed))
        #expect(fields { _ = try ClosePlan(on: Sample.today, reason: "Moved").applied(to: whole.plan, today: Sample.today) }.isEmpty == from.next.contains(.closed))
        #expect(fields { _ = try AmendPlan(reason: "A new school").applied(to: whole, follower: nil, by: "A", today: Sample.today) }.isEmpty == (from == .live))
    }

    @Test("Nothing is shared, closed or amended on a wrong day or without a reason")
    func days() {
        #expect(fields { _ = try SharePlan(on: Sample.today + 1).applied(to: Sample.whole(), today: Sample.today) } == ["on"])
        #expect(fields { _ = try SharePlan(on: Sample.today - 61).applied(to: Sample.whole(), today: Sample.today) } == ["on"])
        #expect(fields { _ = try SharePlan(on: Sample.today).applied(to: WholePlan(plan: Sample.plan()), today: Sample.today) } == [""])
        #expect(fields { _ = try ClosePlan(on: Sample.today + 1, reason: "").applied(to: Sample.plan(.live), today: Sample.today) } == ["on", "reason"])
        #expect(fields { _ = try ClosePlan(on: Sample.today - 51, reason: "x").applied(to: Sample.plan(.live), today: Sample.today) } == ["on"])
        #expect(fields { _ = try AmendPlan(reason: " ").applied(to: Sample.whole(.live), follower: Sample.plan(id: 2), by: "A", today: Sample.today) } == ["", "reason"])
    }

    @Test("An outcome is reviewed with a result and evidence, and once more where somebody knows better")
    func outcome() throws {
        let whole = Sample.whole(.live, results: [Sample.result(.partly, of: 1)])
        #expect(fields { _ = try ReviewOutcome(result: nil, evidence: "").applied(to: whole.outcomes[0], of: whole, by: "A", today: Sample.today) } == ["evidence-1", "result-1"])
        let again = try ReviewOutcome(result: .met, evidence: "Reads 41").applied(to: whole.outcomes[0], of: whole, by: "B", today: Sample.today)
        #expect(again.before?.result == .partly && again.after.result == .met && again.after.id == RowID(1))
        #expect(fields { _ = try ReviewOutcome(result: .met, evidence: "x").applied(to: whole.outcomes[0], of: Sample.whole(), by: "A", today: Sample.today) } == [""])
    }

    struct Held: Sendable {
        let words: String
        var act = HoldReview(heldOn: Sample.today, decision: .goOn, because: ""), results = [Sample.result(.met, of: 1), Sample.result(.notMet, of: 2)]
        let wrong: [String]
    }

    static let held = [
        Held(words: "all outcomes looked at", wrong: []),
        Held(words: "one was not", results: [Sample.result(.met, of: 1)], wrong: ["result-2"]),
        Held(words: "no decision", act: HoldReview(heldOn: Sample.today, decision: nil, because: ""), wrong: ["decision"]),
        Held(words: "a change without a reason", act: HoldReview(heldOn: Sample.today, decision: .stepUp, because: " "), wrong: ["because"]),
        Held(words: "tomorrow", act: HoldReview(heldOn: Sample.today + 1, decision: .goOn, because: ""), wrong: ["held_on"]),
        Held(words: "before the plan", act: HoldReview(heldOn: Sample.today - 51, decision: .goOn, because: ""), wrong: ["held_on"]),
        Held(words: "a layer that is not there", act: HoldReview(heldOn: Sample.today, decision: .goOn, because: "", layer: "L9"), wrong: ["layer"]),
    ]

    @Test("What ends a cycle", arguments: held)
    func hold(_ line: Held) {
        let whole = Sample.whole(.live, outcomes: [Sample.outcome(1), Sample.outcome(2)], results: line.results)
        #expect(fields { _ = try line.act.applied(to: whole, reviewBy: Sample.today + 90, by: "A", today: Sample.today) } == line.wrong, "\(line.words)")
    }

    @Test("While an amendment is being written, no cycle ends: two plans would follow, and both be live")
    func holdBesideAmendment() {
        let whole = Sample.whole(.live, results: [Sample.result(.met, of: 1)]), act = HoldReview(heldOn: Sample.today, decision: .goOn, because: "")
        #expect(fields { _ = try act.applied(to: whole, follower: Sample.plan(id: 2), reviewBy: Sample.today + 90, by: "A", today: Sample.today) } == [""])
    }

    @Test("The next cycle takes over what was not met, from where the review found the pupil")
    func next() throws {
        let whole = Sample.whole(.live, outcomes: [Sample.outcome(1), Sample.outcome(2)], results: [Sample.result(.met, of: 1), Sample.result(.partly, of: 2)])
        let change = try HoldReview(heldOn: Sample.today, decision: .stepUp, because: "Slow", layer: "L2").applied(to: whole, layers: [
            LayerSpell(id: RowID(1), pupil: Sample.pupil.id, layer: "L1", spell: Spell(starts: Sample.today - 200)),
        ], reviewBy: Sample.today + 90, by: "Amira Khan", today: Sample.today)
        let next = try #require(change.next)
        #expect(change.plans.map(\.after.state) == [.reviewed] && change.plans[0].after.isInForce, "it goes on until the next is live")
        #expect(next.plan.cycle == 2 && next.plan.follows == PlanID(1) && next.plan.state == .draft && !next.plan.isAmendment)
        #expect(next.outcomes.map(\.carriedFrom) == [OutcomeID(2)] && next.outcomes[0].baseline == "Read 25 of 45 on Friday" && next.outcomes[0].due == Sample.today + 90)
        #expect(next.sections.allSatisfy { $0.state == .inProgress && $0.savedBy == "Amira Khan" } && next.sections.count == whole.sections.count)
        #expect(change.layers.map(\.after.layer) == ["L1", "L2"] && change.layers[0].after.spell.ends == Sample.today - 1)
    }

    @Test("A plan that is no longer needed is closed, and none follows")
    func exit() throws {
        let whole = Sample.whole(.live, results: [Sample.result(.met, of: 1)])
        let change = try HoldReview(heldOn: Sample.today, decision: .exit, because: "Met").applied(to: whole, reviewBy: Sample.today + 90, by: "A", today: Sample.today)
        #expect(change.plans[0].after.state == .closed && change.plans[0].after.ends == Sample.today && change.next == nil)
    }

    @Test("An amendment is a copy that keeps its number; the plan stays as it was")
    func amend() throws {
        let whole = Sample.whole(.live), copy = try AmendPlan(reason: "New hearing aids").applied(to: whole, follower: nil, by: "A", today: Sample.today)
        #expect(copy.plan.isAmendment && copy.plan.cycle == 1 && copy.plan.follows == whole.plan.id && copy.plan.state == .draft)
        #expect(copy.outcomes.map(\.words) == whole.outcomes.map(\.words) && copy.outcomes[0].carriedFrom == OutcomeID(1))
        #expect(copy.sections.allSatisfy { $0.state == .complete })
    }

    @Test("A plan that comes as a file needs a kind, a day it holds from and a review", arguments: [
        ("support", 0, 90, []), ("individual", 0, 90, ["kind"]), ("support", 1, 90, ["starts"]), ("support", -10, -10, ["review_by"]), ("support", -4000, 0, ["starts", "review_by"]),
    ] as [(String, Int, Int, [String])])
    func bring(_ line: (kind: String, starts: Int, review: Int, wrong: [String])) {
        let act = BringPlan(kind: line.kind, starts: Sample.today + line.starts, reviewBy: Sample.today + line.review)
        #expect(fields { _ = try act.applied(to: Sample.record(), at: SchoolID(3), paper: PaperID(4), plans: [], today: Sample.today) } == line.wrong)
        #expect(fields { _ = try act.applied(to: Sample.record(), at: SchoolID(3), paper: PaperID(4), plans: [Sample.plan(.live)], today: Sample.today) }.contains("kind"))
    }
}
