import Access
import Basics
import Database
@testable import Impact
import Measures
import Pages
@testable import People
import Provision
import Stage
import Testing

@Suite("Pages of data drops")
struct DropPagesTests {
    @Test("A drop is opened for a half-term, a test and a group, with three people; what is wrong stands beside its field", arguments: StageEngine.here)
    func opens(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), house = stage.stage
        for viewer in [stage.helen, stage.grace, stage.tom, stage.analyst] { #expect(try await house.visit(.read, "/drops/start", as: viewer).status == 404) }
        #expect(try await house.visit(.read, "/drops/start?school=\(stage.oak.id)", as: stage.amira).status == 404)
        let form = try await stage.page("/drops/start", as: stage.amira)
        #expect(form.contains("Autumn 2, 2026/27") && form.contains("Ruth Adeyemi, ") && form.contains("Sees figures, and no names."))
        let wrong = try await house.visit(.send, "/drops/start", as: stage.amira, typed: FormValues(stage.startForm.map { ($0.0, ["as_of": "2026-09-01", "measure": "", "governor": "102"][$0.0] ?? $0.1) }))
        for field in ["measure", "as_of", "governor"] { #expect(wrong.status == 422 && wrong.text.contains("id=\"\(field)-problem\""), "\(field)") }
        #expect(wrong.text.contains("value=\"2026-09-01\""))
        let both = try await house.visit(.send, "/drops/start", as: stage.amira, typed: FormValues(stage.startForm.map { $0.0 == "group" ? ("group", "k") : $0 } + [("group", "e")]))
        #expect(both.status == 422 && both.text.contains("Nobody has SEN support and an EHC plan at once"))
        let path = try await stage.open()
        #expect(path.hasPrefix("/drops/"))
        #expect(try await stage.page("/drops", as: stage.amira).contains("Autumn 2, 2026/27: Reading test, Reading"))
        let second = try await house.visit(.send, "/drops/start", as: stage.amira, typed: FormValues(stage.startForm))
        #expect(second.status == 422 && second.text.contains("There is a data drop of this half-term by this test already"))
        #expect(try await stage.events("drop.%") == ["drop.started", "drop.reviewerNamed", "drop.reviewerNamed", "drop.reviewerNamed"])
        for viewer in [stage.otherSENCO, stage.tom] { #expect(try await house.visit(.read, path, as: viewer).status == 404) }
    }

    @Test("The way of a drop: explained, sent, signed by three, a question answered, closed", arguments: StageEngine.here)
    func whole(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), house = stage.stage
        let pupils = try await stage.dropped([(90, 95), (90, 90), (90, 84), (90, 92), (90, 80), (90, nil)]), path = try await stage.open()
        let page = try await stage.page(path, as: stage.amira)
        #expect(page.contains("The SENCO says why 2 pupils are below") && page.contains("Explain who is below") && page.contains("No score yet") && page.contains("60 % of those"))
        #expect(try await house.visit(.send, path + "/send", as: stage.amira).status == 422)
        #expect(try await stage.sign(path, as: stage.helenWhoSigns).text.contains("has not been sent to the three"))
        // Somebody says why, with an action on the list; nothing half is saved.
        let form = try await stage.page(path + "/explain", as: stage.amira)
        #expect(form.contains("1 more pupil after this") && form.contains("Do not write it here"))
        let empty = try await stage.explain(pupils[2], in: path, ["reason-\(pupils[2].id)": "", "action-\(pupils[2].id)": "", "words-\(pupils[2].id)": "Away a lot"])
        #expect(empty.status == 422 && empty.text.contains("id=\"reason-\(pupils[2].id)-problem\"") && empty.text.contains("id=\"action-\(pupils[2].id)-problem\"") && empty.text.contains("Away a lot"))
        let past = try await stage.explain(pupils[2], in: path, ["due": "\(stage.today - 1)"])
        #expect(past.status == 422 && past.text.contains("id=\"due-problem\""))
        #expect(try await stage.explain(pupils[1], in: path).status == 422, "as expected: nothing to explain")
        #expect(try await stage.explain(pupils[2], in: path).next == path + "/explain?saved=explained")
        #expect(try await stage.explain(pupils[2], in: path).status == 409, "somebody was faster")
        #expect(try await stage.explain(pupils[4], in: path).next == path + "?saved=explained")
        #expect(try await house.visit(.send, path + "/explain", as: stage.amira, form: ["pupil": "99999"]).status == 404)
        let left = try await stage.explain(try await house.pupil("Nell", "Zed", at: stage.elm), in: path)
        #expect(left.status == 409 && left.text.contains("no longer in the data drop") && left.text.contains("Away for two weeks"))
        #expect(try await house.visit(.read, path + "/explain", as: stage.amira).status == 303, "everybody is explained")
        #expect(try await stage.stage.read { try $0.all(Action.self, "WHERE source = 'drop_answer'") }.map(\.what) == ["Read three times a week", "Read three times a week"])
        #expect(try await stage.page(path, as: stage.amira).contains("Read three times a week"))
        // It is sent: from now on the figures stand still.
        #expect(try await house.visit(.send, path + "/send", as: stage.helen).status == 404)
        #expect(try await house.visit(.send, path + "/send", as: stage.amira).status == 303)
        try await stage.score(pupils[5], 70, on: stage.today - 1)
        #expect(try await stage.page(path, as: stage.amira).contains("No score yet"))
        #expect(try await stage.page("/drops", as: stage.grace).contains("3 of 5 pupils"))
        let said = try #require(try await stage.stage.read { try $0.all(DropAnswer.self, "WHERE pupil_id = \(pupils[2].id)") }.first)
        #expect(try await stage.explain(pupils[2], in: path, ["seen": "\(said.id).\(said.version)"]).text.contains("lies with the three who sign"))
        #expect(try await house.visit(.send, path + "/take-back", as: stage.amira).status == 303)
        #expect(try await stage.page(path, as: stage.amira).contains("The SENCO says why 1 pupil is below"))
        #expect(try await stage.explain(pupils[5], in: path).status == 303)
        #expect(try await house.visit(.send, path + "/send", as: stage.amira).status == 303)
        // Three sign; one asks, and it closes with the answer.
        #expect(try await stage.sign(path, as: stage.amira).status == 422, "not one of the three")
        let old = try await house.visit(.send, path + "/sign", as: stage.helenWhoSigns, form: ["comment": "Of the figures before.", "seen": "2"])
        #expect(old.status == 409 && old.text.contains("Of the figures before.") && old.text.contains("Read it again"), "taken back and sent anew meanwhile")
        let wordless = try await stage.sign(path, as: stage.helenWhoSigns, "")
        #expect(wordless.status == 422 && wordless.text.contains("id=\"comment-problem\""))
        #expect(try await stage.sign(path, as: stage.helenWhoSigns, "Teachers say the same.", asking: "What of attendance?").status == 303)
        #expect(try await house.visit(.send, path + "/take-back", as: stage.amira).status == 422)
        #expect(try await stage.sign(path, as: stage.ruthWhoSigns).status == 303)
        #expect(try await stage.sign(path, as: stage.graceWhoSigns, "Clear figures.").status == 303)
        #expect(try await stage.sign(path, as: stage.graceWhoSigns).status == 422, "twice")
        let asked = try await stage.page(path, as: stage.amira), answer = try #require(asked.firstMatch(of: /href="(\/drops\/\d+\/answer\/\d+)"/).map { String($0.1) })
        #expect(asked.contains("Signed by 3 of 3") && asked.contains("The SENCO answers what Helen Marsh asked"))
        #expect(try await house.visit(.send, answer, as: stage.amira, form: ["answer": ""]).text.contains("id=\"answer-problem\""))
        #expect(try await house.visit(.send, answer, as: stage.amira, form: ["answer": "x", "seen": "1"]).status == 409, "it was signed meanwhile")
        #expect(try await house.visit(.send, answer, as: stage.amira, form: ["answer": "It was 93 %."]).status == 303)
        let closed = try await stage.page(path, as: stage.amira)
        #expect(try await house.visit(.send, answer, as: stage.amira, form: ["answer": "It was 95 %."]).text.contains("stays as it is"))
        #expect(closed.contains("Closed") && closed.contains("It was 93 %.") && !closed.contains("Sign the data drop"))
        #expect(try await stage.events("drop.closed") == ["drop.closed"])
        #expect(try await stage.events("drop.lineHeld").count == 12)
    }

    @Test("A governor signs without seeing a name; the SEND lead who is named sees pupils, another does not", arguments: StageEngine.here)
    func sight(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.dropped([(90, 95), (90, 90), (90, 84), (90, 92), (90, 91)]), path = try await stage.open()
        #expect(try await stage.explain(pupils[2], in: path).status == 303)
        #expect(try await stage.stage.visit(.send, path + "/send", as: stage.amira).status == 303)
        let governor = try await stage.page(path, as: stage.graceWhoSigns)
        #expect(governor.contains("80 % of those") && governor.contains("Sign the data drop") && !governor.contains("Ruth Adeyemi") && !governor.contains("Kit") && !governor.contains("Away for two weeks"))
        let other = try await stage.page(path, as: stage.grace)
        #expect(other.contains("80 % of those") && !other.contains("Sign the data drop") && !other.contains("Ruth Adeyemi") && !other.contains("Kit"))
        #expect(try await stage.page(path, as: stage.ruthWhoSigns).contains("Number One"))
        #expect(try await !(stage.page(path, as: .ruth)).contains("Number One"))
        #expect(try await stage.page(path, as: stage.helenWhoSigns).contains("Away for two weeks"))
        for viewer in [stage.graceWhoSigns, .ruth] { #expect(try await stage.stage.visit(.read, path + "/file?format=csv", as: viewer).status == 404) }
    }

    @Test("Of few no figure is shown without names, nor one from which few could be worked out", arguments: StageEngine.here)
    func few(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), today = stage.today, pupils = try await stage.dropped(Array(repeating: (90, 95), count: 8)), path = try await stage.open()
        try await stage.stage.act { writer in
            for pupil in pupils.prefix(6) { try writer.save(Change("flag.started", to: ContextFlag(id: .new, pupil: pupil.id, kind: .pupilPremium, spell: Spell(starts: today - 200)))) }
        }
        let early = try await stage.page(path, as: stage.grace)
        #expect(early.contains("Figures are shown once") && !early.contains("8 pupils"), "an open one changes with each result")
        #expect(try await stage.stage.visit(.send, path + "/send", as: stage.amira).status == 303)
        let page = try await stage.page(path, as: stage.grace), own = try await stage.page(path, as: stage.amira)
        #expect(page.contains("8 pupils") && page.contains("Too few to show") && own.contains("<td class=\"number\" data-label=\"Pupils\">6</td>"), "six of eight would tell of the other two")
        #expect(!page.contains("Look at any group") && own.contains("Look at any group"))
        #expect(try await stage.page(path + "?group=pp", as: stage.grace).contains("8 pupils"), "figures are of fixed groups")
        #expect(try await stage.page(path + "?group=send&group=pp", as: stage.amira).contains("SEND + Pupil premium: 6 pupils"))
        let small = try await ImpactStage(engine)
        try await small.dropped([(90, 80), (90, 95)])
        let few = try await small.open(), governor = try await small.page(few, as: small.grace)
        #expect(governor.contains("Figures are shown once") && governor.contains("says why pupils are below") && !governor.contains("1 pupil"))
    }

    @Test("What was signed stays when a score is corrected or something else is expected; what is new stands beside it", arguments: StageEngine.here)
    func frozen(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.dropped([(90, 95), (90, 90), (90, 92), (90, 91), (90, 93)]), path = try await stage.open()
        #expect(try await stage.stage.visit(.send, path + "/send", as: stage.amira).status == 303)
        try await stage.stage.act { writer in
            let results = try writer.all(TestResult.self, "WHERE pupil_id = \(pupils[0].id) ORDER BY taken_on")
            var after = try #require(results.last)
            after.score = Score(71)
            try writer.save(Change("result.corrected", from: results.last, to: after))
            for expected in try writer.all(ExpectedProgress.self, "WHERE 1 = 1") { try writer.save(EndExpectation(lastDay: expected.starts + 1).applied(to: expected)) }
        }
        let page = try await stage.page(path, as: stage.amira)
        #expect(page.contains(">95<br><span class=\"quiet\">Corrected since: 71</span>") && page.contains("Every year: the same score again") && page.contains("100 % of those"))
        let governor = try await stage.page(path, as: stage.grace)
        #expect(!governor.contains("Corrected since") && governor.contains("100 % of those"))
        #expect(try await stage.stage.visit(.send, path + "/take-back", as: stage.amira).status == 303)
        #expect(try await stage.page(path, as: stage.amira).contains("Nobody has said what is expected"))
    }

    @Test("Three who sign at once close it once", arguments: StageEngine.here)
    func atOnce(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine)
        try await stage.dropped([(90, 95), (90, 90)])
        let path = try await stage.open()
        #expect(try await stage.stage.visit(.send, path + "/send", as: stage.amira).status == 303)
        async let ruth = stage.sign(path, as: stage.ruthWhoSigns), helen = stage.sign(path, as: stage.helenWhoSigns), grace = stage.sign(path, as: stage.graceWhoSigns)
        let answers = try await [ruth, helen, grace]
        #expect(answers.allSatisfy { $0.status == 303 })
        #expect(try await stage.events("drop.closed") == ["drop.closed"])
        #expect(try await stage.stage.read { try $0.all(DataDrop.self, "WHERE 1 = 1") }.map(\.state) == [.signed])
    }

    @Test("A second drop of other pupils tells nobody of the few between the two", arguments: StageEngine.here)
    func besideEachOther(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), today = stage.today, pupils = try await stage.dropped(Array(repeating: (90, 95), count: 8)), path = try await stage.open()
        try await stage.stage.act { writer in
            for pupil in pupils.prefix(6) { try writer.save(Change("flag.started", to: ContextFlag(id: .new, pupil: pupil.id, kind: .pupilPremium, spell: Spell(starts: today - 200)))) }
            for pupil in pupils {
                for (day, score) in [(today - 75, 90), (today - 3, 95)] {
                    try writer.save(Change("result.saved", to: TestResult(id: .new, pupil: pupil.id, school: stage.elm.id, instrument: stage.test.id, scale: "reading-age", takenOn: day, score: Score(score))))
                }
            }
            try writer.save(Change("expectation.set", to: ExpectedProgress(instrument: stage.test.id, scale: "reading-age", starts: today - 400, course: .holds, source: "Checked locally")))
        }
        let second = try await stage.open(stage.startForm.map { $0.0 == "measure" ? ("measure", "\(stage.test.id):reading-age") : $0 } + [("group", "pp")])
        for each in [path, second] { #expect(try await stage.stage.visit(.send, each + "/send", as: stage.amira).status == 303) }
        let first = try await stage.page(path, as: stage.grace), other = try await stage.page(second, as: stage.grace), list = try await stage.page("/drops", as: stage.grace)
        #expect(first.contains("8 pupils") && !other.contains("6 pupils") && list.contains("8 of 8 pupils") && !list.contains("6 of 6"))
        #expect(try await stage.page(second, as: stage.amira).contains("6 pupils"))
    }

    @Test("A drop does not wait for a child of the SENCO's own family, and its list tells them nothing of that child", arguments: StageEngine.here)
    func ownFamily(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.dropped(Array(repeating: (90, 95), count: 7) + [(90, 84)]), path = try await stage.open()
        let mother = Viewer(name: "Amira Khan", account: stage.amira.account, role: .senco, sight: .schools([stage.elm.id]), family: [pupils[7].id])
        let open = try await stage.page(path, as: mother), other = try await stage.page(path, as: stage.amira)
        #expect(open.contains("Somebody below is not in your sight") && open.contains("Send it to the three") && !open.contains("Explain who is below"))
        #expect(!other.contains("not in your sight") && other.contains("Explain who is below"))
        #expect(try await stage.stage.visit(.send, path + "/send", as: stage.amira).status == 422)
        #expect(try await stage.stage.visit(.send, path + "/send", as: mother).status == 303)
        let own = try await stage.page("/drops", as: mother), governor = try await stage.page("/drops", as: stage.grace)
        #expect(own.contains("Too few to say") && !own.contains("7 of 8") && governor.contains("7 of 8 pupils"))
        #expect(try await stage.page(path, as: stage.helenWhoSigns).contains("Nothing is said of somebody below"))
    }

    @Test("Who signs is changed until it is signed off, and nobody is overwritten", arguments: StageEngine.here)
    func reviewers(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), path = try await stage.open(), house = stage.stage
        #expect(try await house.visit(.read, path + "/reviewers", as: stage.helen).status == 404)
        let page = try await stage.page(path + "/reviewers", as: stage.amira), seen = try #require(page.firstMatch(of: /name="seen" value="([^"]*)"/).map { String($0.1) })
        let twice = try await house.visit(.send, path + "/reviewers", as: stage.amira, form: ["seen": seen, "send-lead": "101", "head": "101", "governor": "103"])
        #expect(twice.status == 422 && twice.text.contains("id=\"head-problem\""))
        #expect(try await house.visit(.send, path + "/reviewers", as: stage.amira, form: ["seen": seen, "send-lead": "104", "head": "102", "governor": "103"]).status == 303)
        #expect(try await house.visit(.send, path + "/reviewers", as: stage.amira, form: ["seen": seen, "send-lead": "101", "head": "102", "governor": "103"]).status == 409)
        #expect(try await stage.page(path, as: stage.amira).contains("Amira Khan, not signed yet"))
        #expect(try await house.visit(.send, path + "/reviewers", as: stage.amira, form: ["send-lead": "102", "head": "104", "governor": "103"]).status == 303, "two change places")
        let seats = try await house.read { try $0.all(DropReviewer.self, "WHERE 1 = 1") }.sorted { $0.account < $1.account }
        #expect(seats.map(\.seat) == [.sendLead, .governor, .head] && seats.allSatisfy { $0.recordAt == stage.elm.id })
    }

    @Test("What is expected is set, changed from a day on, and ended", arguments: StageEngine.here)
    func expectations(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), house = stage.stage, measure = "\(stage.test.id):reading"
        for viewer in [stage.helen, stage.grace, stage.tom] { #expect(try await house.visit(.read, "/expectations/set", as: viewer).status == 404) }
        #expect(try await stage.page("/expectations", as: stage.grace).contains("Nobody has said yet"))
        #expect(try await house.visit(.read, "/expectations", as: stage.tom).status == 404)
        let wrong = try await house.visit(.send, "/expectations/set", as: stage.amira, form: ["measure": measure, "way": "per_term", "number": "lots", "starts": "2026-09-01", "source": ""])
        #expect(wrong.status == 422 && wrong.text.contains("id=\"number-problem\"") && wrong.text.contains("id=\"source-problem\"") && wrong.text.contains("value=\"lots\""))
        #expect(try await house.visit(.send, "/expectations/set", as: stage.amira, form: ["measure": measure, "way": "with_calendar", "starts": "2026-09-01", "source": "Checked"]).text.contains("id=\"way-problem\""))
        let form: KeyValuePairs<String, String> = ["measure": measure, "way": "per_term", "number": "1", "years": "R", "starts": "2026-09-01", "source": "Checked locally by Amira"]
        #expect(try await house.visit(.send, "/expectations/set", as: stage.amira, form: form).status == 303)
        #expect(try await house.visit(.send, "/expectations/set", as: stage.amira, form: form).text.contains("id=\"starts-problem\""), "the same day twice")
        let page = try await stage.page("/expectations", as: stage.amira), id = try #require(page.firstMatch(of: /expectations\/(\d+)\/end/).map { String($0.1) })
        #expect(page.contains("3 points in a school year") && page.contains("Reception") && page.contains("Checked locally by Amira"))
        #expect(try await stage.page("/expectations/set?from=\(id)", as: stage.amira).contains("value=\"3\""))
        for viewer in [stage.otherSENCO, stage.helen] { #expect(try await house.visit(.read, "/expectations/\(id)/end", as: viewer).status == 404) }
        #expect(try await house.visit(.send, "/expectations/\(id)/end", as: stage.amira, form: ["last_day": "2026-08-01"]).text.contains("id=\"last_day-problem\""))
        #expect(try await house.visit(.send, "/expectations/\(id)/end", as: stage.amira, form: ["last_day": "2026-11-01"]).status == 303)
        #expect(try await house.visit(.send, "/expectations/\(id)/end", as: stage.amira, form: ["last_day": "2026-11-01"]).status == 422)
        #expect(try await stage.page("/expectations", as: stage.amira).contains("Show what has ended, too"))
        #expect(try await stage.page("/expectations?over=yes", as: stage.amira).contains("1 Nov 2026"))
        #expect(try await stage.events("expectation.%") == ["expectation.set", "expectation.ended"])
        #expect(try await house.visit(.send, "/expectations/set", as: .dev, form: ["measure": measure, "way": "holds", "starts": "2026-09-01", "source": "Checked for the trust"]).status == 303)
        #expect(try await stage.page("/expectations", as: stage.otherSENCO).contains("The whole trust"))
    }

    @Test("The file holds each pupil; programs get figures, and of few none", arguments: StageEngine.here)
    func taken(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.dropped([(90, 95), (90, 90), (90, 84), (90, 92), (90, 91)]), path = try await stage.open()
        #expect(try await stage.explain(pupils[2], in: path).status == 303)
        let csv = try await stage.page(path + "/file?format=csv", as: stage.amira)
        #expect(csv.contains("urn,half_term,as_of,test,") && csv.contains("90,84,90,below,attendance,Away for two weeks,Work in books"))
        #expect(try await stage.page(path + "/file?format=json", as: stage.helen).contains("\"standing\":\"above\""))
        #expect(try await stage.stage.visit(.read, path + "/file?format=xlsx", as: stage.amira).status == 200)
        #expect(try await stage.stage.visit(.read, path + "/file?format=doc", as: stage.amira).status == 404)
        #expect(try await stage.events("drop.exported").count == 3)
        let list = try await stage.page("/api/v1/drops?school=999001", as: stage.grace)
        #expect(list.contains(#""half_term":2"#) && list.contains(#""state":"open","signed":0,"judged":null"#))
        #expect(try await stage.page("/api/v1" + path, as: stage.amira).contains(#"{"group":"all","pupils":null,"above":null"#), "while it is open no program is told figures")
        #expect(try await stage.stage.visit(.send, path + "/send", as: stage.amira).status == 303)
        let one = try await stage.page("/api/v1" + path, as: stage.amira)
        #expect(one.contains(#"{"group":"all","pupils":5,"above":3,"expected":1,"below":1,"missing":0,"unjudged":0,"on_track":80}"#) && one.contains(#"{"group":"eal","pupils":null"#) && !one.contains("Kit"))
        #expect(try await stage.stage.visit(.read, "/api/v1" + path, as: stage.otherSENCO).status == 404)
        #expect(try await stage.stage.visit(.read, "/api/v1/drops", as: stage.tom).status == 404)
    }
}
