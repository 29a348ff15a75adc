import Access
import AreaKit
import Basics
import Database
import Files
import Measures
import Pages
@testable import People
@testable import Plans
import Stage
import Testing

@Suite("Plans from one house to another")
struct PlanExchangeTests {
    /// Sam at Elm with a reviewed plan and the next cycle, live with an amendment begun, a passport and layers.
    private func told(_ engine: StageEngine = .sqlite) async throws -> (PlansStage, Plan) {
        let stage = try await PlansStage(engine), plan = try await stage.plan(.live, outcomes: 2), today = stage.stage.today
        try await stage.plan(.live, kind: "profile")
        let next = try await stage.stage.act { writer in
            let whole = try writer.whole([plan])[0]
            try writer.save(RecordAnswer(kind: .partly, words: "More reading, please", on: today - 10).applied(to: plan, today: today))
            try writer.save(RecordAnswer(kind: .noReply, on: today - 5, firstTry: today - 9, secondTry: today - 6).applied(to: plan, today: today))
            if let change = try ReadPlan(giving: false).applied(to: whole, by: "Tom Reed", today: today) { try writer.save(change) }
            for (outcome, result) in zip(whole.outcomes, [OutcomeReview.Result.met, .notMet]) {
                try writer.save(ReviewOutcome(result: result, evidence: "Seen on Friday", nextStep: "Go on").applied(to: outcome, of: whole, by: "Amira Khan", today: today))
            }
            let held = HoldReview(heldOn: today, decision: .change, because: "One was too hard", pupilView: "“Fine”", people: "Amira Khan, Pat", layer: "L2")
            let next = try writer.save(held.applied(to: try writer.whole([plan])[0], reviewBy: today + 90, by: "Amira Khan", today: today))
            return try #require(next)
        }
        return (stage, next)
    }

    /// Another house, where Sam is on the roll of a school, and nothing else is known.
    private func elsewhere(_ engine: StageEngine = .sqlite) async throws -> PlansStage { try await PlansStage(engine) }

    private func export(_ stage: PlansStage, as viewer: Viewer? = nil) async throws -> String {
        let sam = stage.sam.id, viewer = viewer ?? stage.amira
        return try await stage.stage.act { try $0.exportPlans(of: sam, for: viewer) }
    }

    /// All of a file but when and by whom it was written.
    private func contents(_ text: String) throws -> [JSON?] {
        guard case .object(let values) = try JSON(reading: Array(text.utf8)) else { throw NotFound() }
        return ["pupil", "layers", "plans"].map { values[$0] }
    }

    @Test("What goes out comes in as the same plans, field by field", arguments: StageEngine.here)
    func round(engine: StageEngine) async throws {
        let (stage, _) = try await told(engine), there = try await elsewhere(engine), papers = StagePapers()
        let text = try await export(stage), file = try papers.file(Array(text.utf8), named: "plan.json")
        let act = Act(who: "Operator", at: there.stage.now, way: .command)
        let dry = try await there.stage.store.importPlans(file.path, of: nil, as: .operator, act, dryRun: true)
        #expect(dry.report.count(.new) == 3 && dry.receipt == nil)
        #expect(try await there.stage.read { try $0.value("SELECT COUNT(*) FROM plan", as: Int.self) } == 0)
        let result = try await there.stage.store.importPlans(file.path, of: nil, as: .operator, act, dryRun: false)
        #expect(try contents(try await export(there)) == contents(text))
        await #expect(throws: Problems.self) { try await there.stage.store.importPlans(file.path, of: nil, as: .operator, act, dryRun: false) }
        try await there.stage.store.undoImport(try #require(result.receipt), as: .operator, act)
        #expect(try await there.stage.read { try $0.value("SELECT COUNT(*) FROM plan", as: Int.self) } == 0)
    }

    @Test("To write a plan to a file stands in the trail, with the pupil; only who may do both does")
    func exported() async throws {
        let (stage, next) = try await told(), path = "/plans/\(next.id)/export"
        let answer = try await stage.stage.visit(.read, path, as: stage.amira)
        #expect(answer.status == 200 && answer.header("Content-Disposition")?.contains("plan-\(next.id).json") == true && answer.header("Content-Type") == "application/json")
        let file = try PlanFile(checking: JSON(reading: Array(answer.text.utf8)))
        #expect(file.entries.map(\.whole.plan.cycle) == [1, 2] && file.child.upn == stage.sam.upn, "with the cycle that it follows")
        let sam = stage.sam.id
        #expect(try await stage.stage.read { try $0.column("SELECT event FROM trail WHERE pupil_id = \(sam) AND event = 'plan.exported'", as: String.self) }.count == 1)
        for viewer in [stage.tom, stage.pat, stage.tia, .amira(at: stage.oak.id), .dev] { #expect(try await stage.stage.visit(.read, path, as: viewer).status == 404) }
        #expect(try await stage.stage.visit(.read, "/plans/\(next.id)", as: stage.amira).text.contains("Download this plan as an open file (JSON)"))
        #expect(try await stage.stage.visit(.read, "/plans/\(next.id)", as: stage.tom).text.contains("open file") == false)
    }

    @Test("On the page: chosen, looked at, taken in, and taken back")
    func page() async throws {
        let (stage, _) = try await told(), there = try await elsewhere(), papers = StagePapers(), text = try await export(stage)
        let path = "/pupils/\(there.sam.id)/plans/import", amira = there.amira
        for viewer in [there.tom, there.helen, .dev, .amira(at: there.oak.id)] { #expect(try await there.stage.visit(.read, path, as: viewer).status == 404) }
        #expect(try await there.stage.visit(.read, "/pupils/\(there.sam.id)/plans/start", as: amira).text.contains("Bring a plan from another school"))
        #expect(try await there.stage.visit(.send, path, as: amira).text.contains("Choose a file."))
        let broken = try await there.stage.visit(.send, path, as: amira, files: [papers.file(Array(text.replacing("\"state\":\"live\"", with: "\"state\":\"gone\"").utf8), named: "plan.json")])
        #expect(broken.status == 422 && broken.text.contains("<code>plans["))
        let sent = try await there.stage.visit(.send, path, as: amira, files: [papers.file(Array(text.utf8), named: "plan.json")]), preview = try #require(sent.next)
        let shown = try await there.stage.visit(.read, preview, as: amira).text
        #expect(shown.contains("3 plans will be saved.") && shown.contains("Elm Primary School") && !shown.contains("name=\"same\""))
        #expect(try await there.stage.visit(.read, preview, as: there.helen).status == 404)
        let done = try await there.stage.visit(.send, preview + "/apply", as: amira), receipt = try #require(done.next)
        #expect(receipt.hasPrefix("/receipts/") && done.status == 303)
        #expect(try await there.stage.visit(.read, receipt, as: amira).text.contains("Plans from another school"))
        #expect(try await there.events().contains("plan.imported"))
        let again = try await there.stage.visit(.send, path, as: amira, files: [papers.file(Array(text.utf8), named: "plan.json")])
        let refused = try await there.stage.visit(.read, try #require(again.next), as: amira)
        #expect(refused.status == 422 && refused.text.contains("has this plan already"))
        #expect(try await there.stage.visit(.send, try #require(again.next) + "/drop", as: amira).next == path)
        #expect(try await there.stage.visit(.send, receipt + "/undo", as: amira).status == 303)
        #expect(try await there.stage.read { try $0.value("SELECT COUNT(*) FROM plan", as: Int.self) } == 0)
    }

    @Test("Where no number says who it is, a person ticks that it is the same child; another child is never taken")
    func child() async throws {
        let (stage, _) = try await told(), there = try await elsewhere(), papers = StagePapers()
        let text = try await export(stage).replacing("\"upn\":\"\(stage.sam.upn ?? "")\",", with: "")
        let sent = try await there.stage.visit(.send, "/pupils/\(there.sam.id)/plans/import", as: there.amira, files: [papers.file(Array(text.utf8), named: "plan.json")])
        let preview = try #require(sent.next), refused = try await there.stage.visit(.send, preview + "/apply", as: there.amira)
        #expect(refused.status == 422 && refused.text.contains("tick that it is") && refused.text.contains("name=\"same\""))
        #expect(try await there.stage.visit(.send, preview + "/apply", as: there.amira, form: ["same": "yes"]).status == 303)
        let zoe = try await there.stage.pupil("Zoe", "Hart", at: there.elm, born: Stage.inYear4 + 40)
        let other = try await there.stage.visit(.send, "/pupils/\(zoe.id)/plans/import", as: there.amira, files: [papers.file(Array(text.utf8), named: "plan.json")])
        let wrong = try await there.stage.visit(.read, try #require(other.next), as: there.amira)
        #expect(wrong.status == 422 && wrong.text.contains("Check whose plans these are."))
    }

    @Test("Programs take it out and bring it in, all of it or nothing")
    func programs() async throws {
        let (stage, next) = try await told(), there = try await elsewhere()
        func ask(_ stage: PlansStage, _ path: String, _ body: String, as viewer: Viewer) async throws -> Answer {
            let request = PageRequest(method: .send, path: path, headers: ["content-type": "application/json"], body: Array(body.utf8))
            return try await stage.stage.house.answer(request, for: viewer.visiting(), now: stage.stage.now)
        }
        let out = try await ask(stage, "/api/v1/plans/\(next.id)/export", "{}", as: stage.amira), path = "/api/v1/pupils/\(there.sam.id)/plans/import"
        #expect(out.status == 200)
        let broken = try await ask(there, path, out.text.replacing("\"cycle\":2", with: "\"cycle\":0"), as: there.amira)
        #expect(broken.status == 422 && broken.text.contains("plans[1].cycle"))
        let future = try await ask(there, path, out.text.replacing("\"held_on\":\"2026", with: "\"held_on\":\"2027"), as: there.amira)
        #expect(future.status == 422 && future.text.contains("plans[0].review.held_on"))
        #expect(try await there.stage.read { try $0.value("SELECT COUNT(*) FROM plan", as: Int.self) } == 0)
        #expect(try await ask(there, path, out.text, as: there.helen).status == 404)
        #expect(try await ask(there, path, out.text, as: there.amira).status == 201)
        #expect(try await there.stage.read { try $0.value("SELECT COUNT(*) FROM plan", as: Int.self) } == 2)
    }

    @Test("The table of plans has a row for each outcome, in every format, and none of another school")
    func table() async throws {
        let (stage, _) = try await told(), elm = stage.elm.id
        try await stage.plan(.live, of: stage.olga)
        let (csv, number) = try await stage.stage.read { reader in
            var text = ""
            let number = try PlanTable(school: elm, day: stage.stage.today).write(.csv, for: .operator, reader) { text += $0 }
            return (text, number)
        }
        #expect(number == 3 && csv.contains("urn,upn,admission_number,plan,kind") && csv.contains("Seen on Friday") && !csv.contains("999002"))
        let json = try await stage.stage.read { reader in
            var text = ""
            _ = try PlanTable(school: nil, day: stage.stage.today).write(.json, for: .operator, reader) { text += $0 }
            return text
        }
        guard case .list(let items) = try JSON(reading: Array(json.utf8)) else { throw NotFound() }
        #expect(items.count == 5, "two outcomes, one that goes on, a passport without one, Olga’s")
    }
}
