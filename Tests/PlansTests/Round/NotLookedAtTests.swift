import Access
import AreaKit
import Basics
import Database
import Pages
@testable import People
@testable import Plans
import Stage
import Testing

@Suite("Pupils whom nobody has looked at this half-term")
struct NotLookedAtTests {
    /// The half-term began on 31 October, three weeks before today.
    private func start(_ engine: StageEngine = .sqlite) async throws -> PlansStage {
        let stage = try await PlansStage(engine), elm = stage.elm.id
        try await stage.stage.act { writer in
            try writer.save(try AddTerm(name: "Autumn", starts: Day(2026, 9, 3) ?? .distantPast, ends: Day(2026, 12, 18) ?? .distantPast).applied(to: elm, beside: []))
            try writer.save(try AddClosure(kind: "holiday", name: "", starts: Day(2026, 10, 26) ?? .distantPast, ends: Day(2026, 10, 30) ?? .distantPast).applied(to: elm, beside: []))
        }
        return stage
    }

    private func found(_ stage: PlansStage, on day: Day? = nil, as viewer: Viewer = .operator, asking sources: [OneToOneSource] = []) async throws -> [Finding] {
        let sam = stage.sam.id, question = SafetyQuestion(viewer: viewer, day: day ?? stage.stage.today)
        return try await stage.stage.read { try notLookedAt(sources).find($0, question) }.filter { $0.pupil == sam }
    }

    private func change(_ stage: PlansStage, _ words: String, in plan: Plan) async throws {
        try await stage.stage.act { writer in
            guard let before = try writer.all(PlanSection.self, "WHERE plan_id = \(plan.id) AND part = 'provision'").first else { return }
            var after = before
            after.words = words
            try writer.save(Change("plan.written", from: before, to: after))
        }
    }

    @Test("A gap two weeks into the half-term, and each look and each review of this half-term ends it", arguments: StageEngine.here)
    func fires(engine: StageEngine) async throws {
        let stage = try await start(engine)
        #expect(try await found(stage, on: Day(2026, 11, 13)).isEmpty, "two weeks are fair")
        #expect(try await found(stage).map(\.since) == [Day(2026, 11, 14)])
        try await stage.look(stage.stage.today - 31)
        #expect(try await found(stage).first?.message.contains("The last look was on") == true, "a look of the half-term before")
        #expect(try await found(stage, as: stage.amira).first?.next.text == "/pupils/\(stage.sam.id)/look")
        #expect(try await found(stage, as: .amira(at: stage.oak.id)).isEmpty, "another school")
        try await stage.look(stage.stage.today - 18)
        #expect(try await found(stage).isEmpty)
    }

    @Test("A review counts as a look")
    func reviewed() async throws {
        let stage = try await start(), plan = try await stage.plan(.live)
        #expect(try await found(stage).count == 1)
        _ = try await stage.stage.visit(.send, "/plans/\(plan.id)/review", as: stage.amira, form: ["result-1": "met", "evidence-1": "All", "finish": "yes", "held_on": "2026-11-05", "decision": "exit", "because": "All is met"])
        #expect(try await found(stage).isEmpty)
    }

    @Test("Who has a line of provision for one pupil is not meant; a plan that ended says nothing")
    func oneToOne() async throws {
        let stage = try await start(), plan = try await stage.plan(.live)
        try await change(stage, "Phonics group, 3 times 20 minutes\nReading, 1:1, each day", in: plan)
        #expect(try await found(stage).isEmpty)
        try await change(stage, "Phonics group at 11:15", in: plan)
        #expect(try await found(stage).count == 1)
        let past = try await stage.plan(.closed)
        try await change(stage, "Reading 1:1", in: past)
        #expect(try await found(stage).count == 1)
    }

    @Test("Where areas tell who has an adult of their own, the words of the plan are not asked")
    func told() async throws {
        let stage = try await start(), plan = try await stage.plan(.live), sam = stage.sam.id
        try await change(stage, "Reading, 1:1, each day", in: plan)
        #expect(try await found(stage, asking: [{ _, _ in [] }]).count == 1, "said, and not given")
        try await change(stage, "Phonics group", in: plan)
        #expect(try await found(stage, asking: [{ _, _ in [] }, { _, day in day == stage.stage.today ? [sam] : [] }]).isEmpty)
    }

    @Test("Pupils with an EHC plan are looked at as well; those without SEN, and those who came just now, are not meant")
    func others() async throws {
        let stage = try await start()
        let plan = try await stage.stage.pupil("Ada", "Other", at: stage.elm, provision: "E"), none = try await stage.stage.pupil("Bo", "Other", at: stage.elm, provision: "N")
        let fresh = try await stage.stage.pupil("Cy", "Other", at: stage.elm, provision: "K", since: stage.stage.today - 10)
        let question = SafetyQuestion(viewer: .operator, day: stage.stage.today)
        let found = try await stage.stage.read { try notLookedAt([]).find($0, question).compactMap(\.pupil) }
        #expect(found.contains(plan.id) && !found.contains(none.id) && !found.contains(fresh.id))
    }

    @Test("Where the school’s year is not known, six weeks are the measure")
    func withoutYear() async throws {
        let stage = try await PlansStage()
        try await stage.look(stage.stage.today - 43)
        #expect(try await found(stage).count == 1)
        try await stage.look(stage.stage.today - 42)
        #expect(try await found(stage).isEmpty)
    }
}

extension PlansStage {
    /// Somebody looked at what is done for Sam.
    func look(_ day: Day) async throws {
        let sam = sam.id, elm = elm.id
        try await stage.act { try $0.save(try LookAtSupport().applied(to: sam, at: elm, plan: nil, earlier: nil, by: "Amira Khan", today: day)) }
    }
}
