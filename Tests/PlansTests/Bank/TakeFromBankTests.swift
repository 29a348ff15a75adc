import Access
import Basics
import Database
import Measures
import Pages
@testable import People
@testable import Plans
import Stage
import Testing

@Suite("From the bank into a plan")
struct TakeFromBankTests {
    @Test("The page saves what is typed and leads to the bank, which leads back to it")
    func thereAndBack() async throws {
        let place = try await PlansStage(), plan = try await place.plan(outcomes: 0), stage = place.stage
        let page = try await stage.visit(.read, "/plans/\(plan.id)/write", as: place.amira).text
        #expect(page.contains("name=\"look\" value=\"outcome\"") && page.contains("name=\"look\" value=\"strategy\""))
        let gone = try await stage.visit(.send, "/plans/\(plan.id)/write", as: place.amira, form: ["look": "strategy"])
        #expect(gone.next == "/plans/bank?kind=strategy&for=%2Fplans%2F\(plan.id)%2Fwrite")
        let bank = try await stage.visit(.read, "/plans/bank?kind=strategy&words=sand+timer&for=/plans/\(plan.id)/write", as: place.amira).text
        #expect(bank.contains("/plans/\(plan.id)/write?bank=countdown-to-end#part-strategies"))
    }

    @Test("An outcome fills the fields of a new one, with the pupil's name, the day and the area; saved, it counts")
    func outcome() async throws {
        let place = try await PlansStage(), plan = try await place.plan(outcomes: 0), stage = place.stage, amira = place.amira
        let page = try await stage.visit(.read, "/plans/\(plan.id)/write?bank=now-and-next", as: amira)
        let due = stage.today + 56
        #expect(page.text.contains("Sam moves from one activity to the following one") && page.text.contains("value=\"\(due)\"") && page.text.contains("value=\"C&amp;I\" selected"))
        #expect(page.hidden("bank") == "now-and-next")
        let form: KeyValuePairs = ["bank": "now-and-next", "words": "Sam moves on within two minutes.", "save": "outcomes"]
        #expect(try await stage.visit(.send, "/plans/\(plan.id)/write", as: amira, form: form).status == 303)
        #expect(try await place.whole(plan.id).outcomes.map(\.words) == ["Sam moves on within two minutes."])
        #expect(try await stage.read { try $0.bank(for: amira) }.first { $0.key == "now-and-next" }?.uses == 1)
    }

    @Test("A strategy becomes one more line below what is there; what was taken out again does not count")
    func strategy() async throws {
        let place = try await PlansStage(), plan = try await place.plan(), stage = place.stage, amira = place.amira
        let field = PlanPart.strategies.field(), bank = try await stage.read { try $0.bank(for: amira) }
        let line = try #require(bank.first { $0.key == "visual-timetable" }?.line)
        let page = try await stage.visit(.read, "/plans/\(plan.id)/write?bank=visual-timetable", as: amira)
        #expect(page.text.contains("Words of strategies\n\(line)"))
        let path = "/plans/\(plan.id)/write", seen = page.hidden("seen-strategies") ?? ""
        _ = try await stage.visit(.send, path, as: amira, form: ["bank": "visual-timetable", field: "Words of strategies\nAnother", "seen-strategies": seen, "save": "all"])
        #expect(try await stage.read { try $0.bank(for: amira) }.allSatisfy { $0.uses == 0 })
        let again = try await stage.visit(.read, "\(path)?bank=visual-timetable", as: amira)
        _ = try await stage.visit(.send, path, as: amira, form: ["bank": "visual-timetable", field: line, "seen-strategies": again.hidden("seen-strategies") ?? "", "save": "all"])
        #expect(try await stage.read { try $0.bank(for: amira) }.first { $0.key == "visual-timetable" }?.uses == 1)
    }

    @Test("What somebody else keeps for themselves, or what is not there, fills nothing")
    func notThere() async throws {
        let place = try await PlansStage(), plan = try await place.plan(outcomes: 0)
        for key in ["own-1", "none"] {
            let page = try await place.stage.visit(.read, "/plans/\(plan.id)/write?bank=\(key)", as: place.amira)
            #expect(page.status == 200 && !page.text.contains("Sam moves"), "\(key)")
        }
    }

    @Test("The advice on the wording stands with each outcome, and knows the names of the class", arguments: StageEngine.here)
    func advice(engine: StageEngine) async throws {
        let place = try await PlansStage(engine), stage = place.stage, elm = place.elm, sam = place.sam, amira = place.amira
        let noor = try await stage.pupil("Noor", "Aziz", at: elm, provision: "N"), will = try await stage.pupil("Will", "Hale", at: elm, provision: "N")
        let gone = try await stage.pupil("Gus", "Gone", at: elm, provision: "N")
        let today = stage.today, beech = place.beech
        try await stage.act { writer in
            for pupil in [noor, will] { try writer.execute("INSERT INTO class_member (class_id, pupil_id, starts) VALUES (\(beech.id), \(pupil.id), \(Stage.september))") }
            try writer.execute("INSERT INTO class_member (class_id, pupil_id, starts, ends) VALUES (\(beech.id), \(gone.id), \(Stage.september), \(today - 1))")
        }
        #expect(try await stage.read { try $0.classmates(of: sam.id, on: today) } == ["Noor", "Will"])
        let plan = try await place.plan(outcomes: 0)
        _ = try await stage.visit(.send, "/plans/\(plan.id)/write", as: amira, form: ["words": "Noor regularly has access to books.", "save": "outcomes"])
        let page = try await stage.visit(.read, "/plans/\(plan.id)/write", as: amira).text
        #expect(page.contains("another child’s name stands here") && page.contains("it has no measure"))
        let outcome = try #require(try await place.whole(plan.id).outcomes.first)
        let change = try await stage.visit(.read, "/plans/\(plan.id)/outcomes/\(outcome.id)/change", as: amira).text
        #expect(change.contains("id=\"wording\"") && change.contains("(“regularly”)") && change.contains("This is advice"))
    }
}
