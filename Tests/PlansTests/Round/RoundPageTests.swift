import Access
import AreaKit
import Basics
import Database
import Pages
@testable import People
@testable import Plans
import Stage
import Testing

@Suite("The review round")
struct RoundPageTests {
    /// Sam's live plan with two outcomes and one of Ned's, who is in no class.
    private func start(_ engine: StageEngine = .sqlite) async throws -> (stage: PlansStage, sam: Plan, ned: Plan) {
        let stage = try await PlansStage(engine), ned = try await stage.stage.pupil("Ned", "Young", at: stage.elm, year: "5", provision: "K")
        return (stage, try await stage.plan(.live, reviewIn: 10, outcomes: 2), try await stage.plan(.live, of: ned, reviewIn: 40))
    }

    private func looks(_ stage: PlansStage) async throws -> [SupportLook] { try await stage.stage.read { try $0.all(SupportLook.self, "ORDER BY id") } }

    @Test("It shows the plans of a school, a class or a year, due by a day; to those who decide there alone", arguments: StageEngine.here)
    func shown(engine: StageEngine) async throws {
        let (stage, sam, ned) = try await start(engine), far = try await stage.plan(.live, of: stage.olga)
        for viewer in [stage.tom, stage.helen, stage.tia, stage.pat, .dev, .ruth] { #expect(try await stage.stage.visit(.read, "/plans/round", as: viewer).status == 404, "\(viewer.name)") }
        for (query, shown) in [("", [sam]), ("?by=all", [sam, ned]), ("?by=2026-11-30", [sam]), ("?by=2026-11-29", []), ("?by=all&year=5", [ned]), ("?by=all&class=\(stage.beech.id)", [sam]), ("?plan=\(ned.id)", [ned]), ("?after=\(sam.id)&by=all", [ned])] {
            let page = try await stage.stage.visit(.read, "/plans/round\(query)", as: stage.amira)
            #expect(page.status == 200)
            for plan in [sam, ned, far] { #expect(page.text.contains("id=\"plan-\(plan.id)\"") == shown.contains(plan), "\(query)") }
        }
        for hidden in ["?school=\(stage.oak.id)", "?plan=\(far.id)", "?plan=999"] { #expect(try await stage.stage.visit(.read, "/plans/round\(hidden)", as: stage.amira).status == 404) }
    }

    @Test("Whether an adult of their own supports a pupil is told by provision where it knows, and else by the words of the plan", arguments: StageEngine.here)
    func oneToOne(engine: StageEngine) async throws {
        let (stage, sam, ned) = try await start(engine), nedID = ned.pupil, amira = stage.amira, ask = RoundQuestion(day: stage.stage.today)
        #expect(try await stage.stage.visit(.read, "/plans/round?by=all", as: amira).text.split(separator: "No 1:1 support").count == 3)
        try await stage.stage.act { try $0.execute("UPDATE plan_section SET words = 'Reading, 1:1, daily' WHERE plan_id = \(sam.id) AND part = 'provision'") }
        #expect(try await stage.stage.visit(.read, "/plans/round?by=all", as: amira).text.split(separator: "No 1:1 support").count == 2)
        let alone = { (sources: [OneToOneSource]) in try await stage.stage.read { try $0.round(ask, sources, for: amira).rows.map { "\($0.plan.id) \($0.hasOneToOne == true)" } } }
        #expect(try await alone([]) == ["\(sam.id) true", "\(ned.id) false"])
        #expect(try await alone([{ _, _ in [nedID] }]) == ["\(sam.id) false", "\(ned.id) true"], "what runs counts, and not what was once written")
    }

    @Test("A row is saved by the same rule as a review, and the browser goes on to the next row", arguments: StageEngine.here)
    func saved(engine: StageEngine) async throws {
        let (stage, sam, ned) = try await start(engine), path = "/plans/\(sam.id)/round?by=all"
        let sent = try await stage.stage.visit(.send, path, as: stage.amira, form: [
            "result-1": "met", "evidence-1": "Read 41 of 45", "result-2": "partly", "evidence-2": "Half of it", "next-2": "Smaller steps",
            "decision-p\(sam.id)": "continue", "review_by-p\(sam.id)": "2027-02-12",
        ])
        #expect(sent.status == 303 && sent.next?.hasSuffix("#plan-\(ned.id)") == true)
        let whole = try await stage.whole(sam.id)
        #expect(whole.plan.state == .reviewed && whole.plan.reviewedOn == stage.stage.today && whole.results.map(\.evidence) == ["Read 41 of 45", "Half of it"] && whole.review?.decision == .goOn)
        let next = try #require(try await stage.stage.read { try $0.follower(of: sam.id) })
        #expect(next.reviewBy == Day(2027, 2, 12))
        let page = try await stage.stage.visit(.read, try #require(sent.next), as: stage.amira).text
        #expect(page.contains("Saved: reviewed.") && page.contains("1 of 2 plans looked at today") && page.contains("href=\"/plans/\(next.id)\""))
        #expect(try await stage.events().contains("plan.reviewHeld"))
        let live = try await stage.stage.visit(.read, "/plans/\(next.id)/live", as: stage.amira).text
        #expect(live.contains("name=\"review_by\" value=\"2027-02-12\""), "the day that was agreed stands in the form that makes it live")
    }

    @Test("Without a decision what was written is kept, and the row stays open")
    func notDecided() async throws {
        let (stage, sam, _) = try await start()
        #expect(try await stage.stage.visit(.send, "/plans/\(sam.id)/round", as: stage.amira, form: ["result-1": "met", "evidence-1": "All"]).status == 303)
        let whole = try await stage.whole(sam.id)
        #expect(whole.plan.state == .live && whole.results.count == 1)
        #expect(try await stage.stage.visit(.read, "/plans/round?saved=\(sam.id)", as: stage.amira).text.contains("Saved. Choose what happens now"))
    }

    @Test("What is wrong stands beside the fields of its row, what was typed stays, and nothing is saved")
    func refused() async throws {
        let (stage, sam, ned) = try await start(), before = try await stage.events(), path = "/plans/\(sam.id)/round?by=all"
        let refused = try await stage.stage.visit(.send, path, as: stage.amira, form: ["result-1": "met", "evidence-1": "", "decision-p\(sam.id)": "step_up", "review_by-p\(sam.id)": "2027-02-12", "next-2": "Typed words"])
        #expect(refused.status == 422 && refused.text.contains("Typed words") && refused.text.contains("id=\"evidence-1-problem\"") && refused.text.contains("id=\"plan-\(ned.id)\""))
        let late = try await stage.stage.visit(.send, path, as: stage.amira, form: [
            "result-1": "met", "evidence-1": "All", "result-2": "met", "evidence-2": "All", "decision-p\(sam.id)": "step_up", "review_by-p\(sam.id)": "2026-11-20", "row": "only",
        ])
        for field in ["because", "review_by"] { #expect(late.status == 422 && late.text.contains("href=\"#\(field)-p\(sam.id)\"") && late.text.contains("id=\"\(field)-p\(sam.id)-problem\""), "\(field)") }
        #expect(!late.text.contains("id=\"plan-\(ned.id)\""), "the script asks for its row alone")
        let empty = try await stage.stage.visit(.send, path, as: stage.amira, form: ["review_by-p\(sam.id)": "2027-02-12"])
        #expect(empty.status == 422 && empty.text.contains("Nothing is written in this row yet"))
        #expect(try await stage.events() == before)
    }

    @Test("Where somebody else changed the plan meanwhile, their words stand beside one’s own, and nothing is saved")
    func overtaken() async throws {
        let (stage, sam, _) = try await start(), page = try await stage.stage.visit(.read, "/plans/round?plan=\(sam.id)", as: stage.amira), seen = try #require(page.hidden("seen"))
        _ = try await stage.stage.visit(.send, "/plans/\(sam.id)/review", as: stage.tom, form: ["result-1": "partly", "evidence-1": "Tom counted thirty"])
        let second = try await stage.stage.visit(.send, "/plans/\(sam.id)/round", as: stage.amira, form: ["seen": seen, "result-1": "met", "evidence-1": "Amira counted forty", "row": "only"])
        #expect(second.status == 409 && second.text.contains("Tom counted thirty") && second.text.contains("Amira counted forty"))
        #expect(try await stage.whole(sam.id).results.map(\.evidence) == ["Tom counted thirty"])
        let again = try await stage.stage.visit(.send, "/plans/\(sam.id)/round", as: stage.amira, form: ["seen": second.hidden("seen") ?? "", "result-1": "met", "evidence-1": "Both counted forty"])
        #expect(again.status == 303)
    }

    @Test("Where somebody else has finished the review, one’s own words stay to be read")
    func finishedByAnother() async throws {
        let (stage, sam, _) = try await start(), seen = try #require(try await stage.stage.visit(.read, "/plans/round?plan=\(sam.id)", as: stage.amira).hidden("seen"))
        _ = try await stage.stage.visit(.send, "/plans/\(sam.id)/round", as: stage.amira, form: ["result-1": "met", "evidence-1": "All", "result-2": "met", "evidence-2": "All", "decision-p\(sam.id)": "exit", "because-p\(sam.id)": "All is met"])
        let second = try await stage.stage.visit(.send, "/plans/\(sam.id)/round", as: stage.amira, form: ["seen": seen, "result-1": "partly", "evidence-1": "My own words", "row": "only"])
        #expect(second.status == 409 && second.text.contains("My own words") && second.text.contains("Reviewed today"))
    }

    @Test("Rows of others, of other schools and of no plan are not found")
    func notFound() async throws {
        let (stage, sam, _) = try await start(), far = try await stage.plan(.live, of: stage.olga)
        for viewer in [stage.tom, stage.helen, stage.tia, stage.pat, .dev, .ruth] { #expect(try await stage.stage.visit(.send, "/plans/\(sam.id)/round", as: viewer, form: ["looked": "yes"]).status == 404, "\(viewer.name)") }
        for path in ["/plans/\(far.id)/round", "/plans/999/round"] { #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["looked": "yes"]).status == 404) }
        #expect(try await looks(stage).isEmpty)
    }

    @Test("“Looked at, nothing to change” is one press, with a note if one likes; a second press adds nothing", arguments: StageEngine.here)
    func looked(engine: StageEngine) async throws {
        let (stage, sam, ned) = try await start(engine)
        for _ in 1...2 { #expect(try await stage.stage.visit(.send, "/plans/\(sam.id)/round?by=all", as: stage.amira, form: ["looked": "yes", "because-p\(sam.id)": "Moves on well"]).next?.hasSuffix("#plan-\(ned.id)") == true) }
        let looks = try await looks(stage)
        #expect(looks.map(\.note) == ["Moves on well"] && looks.first?.plan == sam.id && looks.first?.lookedOn == stage.stage.today)
        #expect(try await stage.stage.visit(.read, "/plans/round?by=all", as: stage.amira).text.contains("Looked at today"))
    }

    @Test("A pupil without a plan can be looked at, too")
    func withoutPlan() async throws {
        let stage = try await PlansStage(), path = "/pupils/\(stage.sam.id)/look"
        for viewer in [stage.tom, stage.helen, stage.tia, stage.pat, .dev, .ruth] {
            #expect(try await stage.stage.visit(.read, path, as: viewer).status == 404)
            #expect(try await stage.stage.visit(.send, path, as: viewer).status == 404)
        }
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.olga.id)/look", as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).status == 200)
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["because": String(repeating: "a", count: 1001)]).status == 422)
        let saved = try await stage.stage.visit(.send, path, as: stage.amira, form: ["because": "Looked at the books"])
        #expect(saved.status == 303)
        #expect(try await looks(stage).map(\.plan) == [nil])
        #expect(try await stage.stage.visit(.read, try #require(saved.next), as: stage.amira).text.contains("you looked at what is done for Sam"))
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("Looked at the books"))
    }

    @Test("Ten rows come at once, and each part leads to the next")
    func parts() async throws {
        let stage = try await PlansStage()
        for number in 10..<35 { try await stage.plan(.live, of: try await stage.stage.pupil("Ada", "Other\(number)", at: stage.elm, provision: "K"), outcomes: 3) }
        var path: String? = "/plans/round?by=all", seen: [String] = []
        while let here = path {
            let page = try await stage.stage.visit(.read, here, as: stage.amira).text
            seen += page.matches(of: /<li class="card" id="(plan-[0-9]+)"/).map { String($0.1) }
            path = page.firstMatch(of: /href="([^"]*)" rel="next"/).map { String($0.1).replacing("&amp;", with: "&") }
        }
        #expect(seen.count == 25 && Set(seen).count == 25)
    }

    @Test("Only a browser that nobody else uses is told to keep what is typed, under a key that names nobody")
    func kept() async throws {
        let (stage, _, _) = try await start(), account = AccountID(7)
        let own = Viewer(name: "Amira Khan", account: account, parts: stage.amira.parts).with(device: "Firefox", isOwn: true)
        let shared = own.with(device: "Firefox"), other = Viewer(name: "Una", account: AccountID(8), parts: stage.amira.parts).with(device: "", isOwn: true)
        let page = try await stage.stage.visit(.read, "/plans/round", as: own).text
        let key = try #require(page.firstMatch(of: /data-keeps="([0-9a-f]{20})"/)).1
        #expect(try await !stage.stage.visit(.read, "/plans/round", as: shared).text.contains("data-keeps"))
        #expect(try await !stage.stage.visit(.read, "/plans/round", as: stage.amira).text.contains("data-keeps"))
        #expect(try await !stage.stage.visit(.read, "/plans/round", as: other).text.contains(String(key)))
        #expect(own.doing(.changeRegister).isOnOwnDevice && own.visiting().isOnOwnDevice && own.inStaffParts.isOnOwnDevice)
    }

    @Test("What is sent twice under one mark is saved once; under the same mark other words are refused", arguments: StageEngine.here)
    func once(engine: StageEngine) async throws {
        let (stage, sam, _) = try await start(engine), amira = Viewer(name: "Amira Khan", account: AccountID(7), parts: stage.amira.parts), una = Viewer(name: "Una", account: AccountID(8), parts: stage.amira.parts)
        let seen = try #require(try await stage.stage.visit(.read, "/plans/round?plan=\(sam.id)", as: amira).hidden("seen")), path = "/plans/\(sam.id)/round"
        let form: KeyValuePairs = ["seen": seen, "once": "aa11", "result-1": "met", "evidence-1": "All"]
        #expect(try await stage.stage.visit(.send, path, as: amira, form: form).status == 303)
        let events = try await stage.events()
        #expect(try await stage.stage.visit(.send, path, as: amira, form: form).status == 303, "not “somebody else was here first”")
        #expect(try await stage.events() == events)
        #expect(try await stage.stage.visit(.send, path, as: amira, form: ["seen": seen, "once": "aa11", "result-1": "met", "evidence-1": "Other words"]).status == 422)
        #expect(try await stage.stage.visit(.send, path, as: una, form: form).status == 409, "a mark is one person’s own")
        #expect(try await stage.events() == events)
    }

    @Test("A form that was refused leaves its mark free, and an old mark is forgotten")
    func markIsFree() async throws {
        let (stage, sam, _) = try await start(), amira = Viewer(name: "Amira Khan", account: AccountID(7), parts: stage.amira.parts), path = "/plans/\(sam.id)/round", now = stage.stage.now
        #expect(try await stage.stage.visit(.send, path, as: amira, form: ["once": "bb22"]).status == 422)
        #expect(try await stage.stage.read { try $0.value("SELECT COUNT(*) FROM sent_form", as: Int.self) } == 0)
        try await stage.stage.act { _ = try $0.execute("INSERT INTO sent_form (account_id, mark, request, sent_at) VALUES (7, 'old', '', \(now.adding(seconds: -9 * 24 * 3600)))") }
        #expect(try await stage.stage.visit(.send, path, as: amira, form: ["once": "bb22", "looked": "yes"]).status == 303)
        #expect(try await stage.stage.read { try $0.column("SELECT mark FROM sent_form") } == ["bb22"])
    }
}
