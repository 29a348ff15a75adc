import Access
import AreaKit
import Basics
import Database
@testable import People
@testable import Plans
import Stage
import Testing

@Suite("Safety-net rules of plans")
struct PlanSafetyTests {
    /// Something put on the stage, and what the rules must say to Sam's record.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let expected: [String]
        let plant: @Sendable (PlansStage) async throws -> Void

        init(_ words: String, finds expected: String..., plant: @escaping @Sendable (PlansStage) async throws -> Void) {
            (testDescription, self.expected, self.plant) = (words, expected, plant)
        }
    }

    static func found(_ stage: PlansStage, as viewer: Viewer = .operator, school: SchoolID? = nil) async throws -> [String] {
        let sam = stage.sam.id, question = SafetyQuestion(viewer: viewer, school: school, day: stage.stage.today)
        return try await stage.stage.read { reader in
            try plansSafetyRules(asking: []).flatMap { rule in try rule.find(reader, question).filter { $0.pupil == sam }.map { _ in rule.id } }
        }.sorted()
    }

    static let cases = [
        Case("SEN support and nothing", finds: "plan-missing") { _ in },
        Case("SEN support and a draft", finds: "plan-missing") { try await $0.plan(.draft) },
        Case("a live plan that was read") { try await $0.live() },
        Case("a plan that starts tomorrow", finds: "plan-missing") { try await $0.plan(.live, starts: 1) },
        Case("a plan that starts tomorrow in the place of one that holds until today") { stage in
            let before = try await stage.plan(.live), sam = stage.sam
            try await stage.read(before)
            try await stage.stage.act { writer in
                let today = writer.act.today, copy = try AmendPlan(reason: "New words").applied(to: try writer.whole([before])[0], follower: nil, by: "Amira", today: today)
                let next = try writer.whole([try writer.save(copy)])[0], agreed = RecordAnswer(kind: .agreed, on: today)
                try writer.save(try MakeLive(starts: today + 1, reviewBy: today + 90, answer: agreed).applied(to: next, previous: before, born: sam.birth, today: today))
            }
        },
        Case("a passport is not enough", finds: "plan-missing") { try await $0.plan(.live, kind: "profile") },
        Case("a plan that nobody has read", finds: "plan-not-read") { try await $0.plan(.live) },
        Case("one that is two weeks old") { try await $0.plan(.live, starts: -14) },
        Case("a plan to be reviewed today") { try await $0.live(reviewIn: 0) },
        Case("a plan past its review", finds: "plan-review-late") { try await $0.live(reviewIn: -1) },
        Case("a passport past its review", finds: "plan-review-late") { stage in
            try await stage.live()
            try await stage.plan(.live, kind: "profile", reviewIn: -1)
        },
        Case("reviewed two weeks ago: it still holds") { try await $0.reviewed(14) },
        Case("reviewed longer ago, and none follows", finds: "plan-review-late") { try await $0.reviewed(15) },
        Case("an outcome without a measure", finds: "outcome-incomplete") { stage in
            try await stage.live()
            try await stage.change { $0.measure = "" }
        },
        Case("an outcome without a date", finds: "outcome-incomplete") { stage in
            try await stage.live()
            try await stage.change { $0.due = nil }
        },
        Case("twice not met, and it goes on as it was", finds: "no-progress") { try await $0.cycles(.notMet, .notMet) },
        Case("once not met") { try await $0.cycles(.partly, .notMet) },
        Case("twice not met, and something was changed") { try await $0.cycles(.notMet, .notMet, decision: .change) },
        Case("twice not met, and the words are others") { stage in
            try await stage.cycles(.notMet, .notMet)
            try await stage.change { $0.words = "Something else" }
        },
    ]

    @Test("Each fires on its fault, and only on it", arguments: cases)
    func fires(_ planted: Case) async throws {
        let stage = try await PlansStage()
        // Whether somebody looked has tests of its own.
        try await stage.look(stage.stage.today - 1)
        try await planted.plant(stage)
        #expect(try await Self.found(stage) == planted.expected)
        #expect(try await Self.found(stage, as: stage.amira, school: stage.elm.id) == planted.expected, "asked of the school")
        #expect(try await Self.found(stage, as: .amira(at: stage.oak.id)).isEmpty, "another school")
    }

    @Test("They say the same on both engines", arguments: StageEngine.here)
    func engines(engine: StageEngine) async throws {
        let stage = try await PlansStage(engine)
        try await stage.look(stage.stage.today - 1)
        try await stage.cycles(.notMet, .notMet)
        try await stage.plan(.live, kind: "profile", reviewIn: -9)
        #expect(try await Self.found(stage) == ["no-progress", "plan-review-late"])
    }

    @Test("With an EHC plan, that is the plan; without SEN there is none")
    func others() async throws {
        let stage = try await PlansStage()
        for code in ["E", "N"] {
            let pupil = try await stage.stage.pupil("Ada\(code)", "Other", at: stage.elm, provision: code)
            let question = SafetyQuestion(viewer: .operator, day: stage.stage.today)
            let found = try await stage.stage.read { try planMissing.find($0, question) }
            #expect(!found.contains { $0.pupil == pupil.id })
        }
    }
}

extension PlansStage {
    /// A live plan that a teacher has read.
    func live(reviewIn days: Int = 60) async throws {
        let plan = try await plan(.live, reviewIn: days)
        try await read(plan)
    }

    func reviewed(_ daysAgo: Int) async throws {
        let plan = try await plan(.reviewed), today = stage.today
        try await stage.act { writer in
            var after = plan
            after.reviewedOn = today - daysAgo
            try writer.save(Change("plan.reviewed", from: plan, to: after))
        }
    }

    /// Two cycles with these results, and a third that is live.
    func cycles(_ first: OutcomeReview.Result, _ second: OutcomeReview.Result, decision: PlanReview.Decision = .goOn) async throws {
        var plan = try await plan(.live, starts: -25)
        for (result, day) in [(first, 20), (second, 15)] { plan = try await cycle(plan, result, decision, endingDaysAgo: day) }
        try await read(plan)
    }

    private func cycle(_ plan: Plan, _ result: OutcomeReview.Result, _ decision: PlanReview.Decision, endingDaysAgo daysAgo: Int) async throws -> Plan {
        let sam = sam, today = stage.today - daysAgo
        return try await stage.act { writer in
            let whole = try writer.whole([plan])[0]
            try writer.save(try ReviewOutcome(result: result, evidence: "Seen").applied(to: whole.outcomes[0], of: whole, by: "Tom", today: today))
            let held = try HoldReview(heldOn: today, decision: decision, because: "Seen").applied(to: try writer.whole([plan])[0], reviewBy: today + 90, by: "Amira", today: today)
            guard let next = try writer.save(held) else { return plan }
            let agreed = RecordAnswer(kind: .agreed, on: today), before = try writer.one(plan.id, of: Plan.self)
            try writer.save(try MakeLive(starts: today, reviewBy: today + 90, answer: agreed).applied(to: try writer.whole([next])[0], previous: before, born: sam.birth, today: today))
            return try writer.one(next.id, of: Plan.self) ?? next
        }
    }

    func read(_ plan: Plan) async throws {
        try await stage.act { writer in
            if let change = try ReadPlan(giving: false).applied(to: try writer.whole([plan])[0], by: "Tom Reed", today: writer.act.today) { try writer.save(change) }
        }
    }

    /// Changes the last outcome.
    func change(_ body: @escaping @Sendable (inout Outcome) -> Void) async throws {
        try await stage.act { writer in
            guard let before = try writer.all(Outcome.self, "ORDER BY id DESC LIMIT 1").first else { return }
            var after = before
            body(&after)
            try writer.save(Change("outcome.changed", from: before, to: after))
        }
    }
}
