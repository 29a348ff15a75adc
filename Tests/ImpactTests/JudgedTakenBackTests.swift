import Access
import Basics
import Database
@testable import Impact
import Pages
import People
import Provision
import Stage
import Testing

@Suite("Taking back a provision that impact names")
struct JudgedTakenBackTests {
    private func sent(_ stage: ImpactStage, _ run: ProvisionRun) async throws -> Answer {
        try await stage.stage.visit(.send, "/provisions/\(run.id)/take-back", as: stage.amira, form: ["because": "Begun twice"])
    }

    @Test("What is judged by a test is not taken back: that is said in plain words, and nothing is lost", arguments: StageEngine.here)
    func judged(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.pupils(1), run = try await stage.run(pupils, joined: stage.today - 3, left: nil)
        try await stage.judge(run)
        let refused = try await sent(stage, run)
        #expect(refused.status == 422 && refused.text.contains("how it is judged, a daily practice, or a recommendation") && refused.text.contains("End it instead") && refused.text.contains("Begun twice"))
        #expect(try await stage.runs().count == 1)
        #expect(try await stage.events("provision.withdrawn").isEmpty)
    }

    @Test("A daily practice holds it, too", arguments: StageEngine.here)
    func practised(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.pupils(1), run = try await stage.run(pupils, joined: stage.today - 3, left: nil)
        let series = ProbeSeries(pupil: pupils[0].id, school: stage.elm.id, run: run.id, skill: "Reads CVC words aloud", starts: stage.today - 2, aimCorrect: 40, aimIncorrect: 2, aimOn: stage.today + 30)
        try await stage.stage.act { try $0.save(Change("practice.begun", to: series)) }
        #expect(try await sent(stage, run).status == 422)
    }

    @Test("What has ended and was decided about stays; what nothing names goes")
    func decided() async throws {
        let stage = try await ImpactStage(), over = try await stage.ended(try await stage.pupils(5)), free = try await stage.run(try await stage.pupils(1), joined: stage.today - 3, left: nil)
        let subject = DecideImpact.Subject(intervention: stage.club.id, school: stage.elm.id, from: stage.today - 90, to: stage.today), today = stage.today
        try await stage.stage.act { try $0.save(DecideImpact(verdict: .keep, because: "Most gained", decidedOn: today).applied(to: subject, by: "Amira Khan", today: today)) }
        let refused = try await sent(stage, over)
        #expect(refused.status == 422 && refused.text.contains("ended"))
        #expect(try await sent(stage, free).status == 303)
        #expect(try await stage.runs().map(\.id) == [over.id])
    }
}
