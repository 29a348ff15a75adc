import Access
import Basics
import Database
@testable import Impact
import Measures
import Pages
import People
import Plans
import Provision
import Stage
import Statistics
import Testing

@Suite("Pages of impact")
struct ImpactPagesTests {
    /// What is shown of so many pupils: figures, and the effect.
    static let sizes = [(0, false, false), (4, false, false), (5, true, false), (9, true, false), (10, true, true)]

    @Test("Of few pupils no figure is shown to anybody, and no effect of fewer than ten; names only to those who see them all", arguments: sizes)
    func suppressed(number: Int, figures: Bool, effect: Bool) async throws {
        let stage = try await ImpactStage(), pupils = try await stage.measured(ImpactStage.pairs(number)), path = "/impact/\(stage.club.id)"
        if number > 0 { try await stage.outcome(.met, of: pupils[0], in: stage.ended([pupils[0]])) }
        for viewer in [stage.amira, stage.grace, stage.analyst] {
            let page = try await stage.page(path + "?school=\(stage.elm.id)", as: viewer), list = try await stage.page("/impact?school=\(stage.elm.id)", as: viewer), sees = viewer.may(.seeRecord)
            #expect(page.contains("Mean change") == figures, "\(viewer.name), \(number)")
            #expect(page.contains(ImpactWords.effectName) == effect, "\(viewer.name), \(number)")
            #expect(page.contains("Number One") == (sees && number > 0), "\(viewer.name), \(number)")
            #expect(list.contains("points on average") == figures, "\(viewer.name), \(number)")
            #expect(number == 0 || page.contains("What this can tell, and what not"), "it stands open")
            #expect(page.contains("1 of 1 outcome met") == false, "one pupil’s outcome is no figure")
            if !sees, number == 4 { #expect(page.contains("fewer than 5 pupils") && !page.contains("4 pupils")) }
        }
        for path in [path, "/impact"] { #expect(try await stage.stage.visit(.read, path, as: stage.tom).status == 404, "a teacher has no figures") }
    }

    @Test("Of many pupils eighty have a line on a page, and all count")
    func many() async throws {
        let stage = try await ImpactStage(), path = "/impact/\(stage.club.id)?school=\(stage.elm.id)"
        try await stage.measured(ImpactStage.pairs(103))
        let lines = { (page: String) in page.ranges(of: "data-label=\"Before\"").count }, page = try await stage.page(path, as: stage.amira)
        #expect(lines(page) == 80 && page.contains("Lines 1 to 80 of 103") && page.contains("of 103 pupils") && page.contains("from=80") && !page.contains("those before"))
        for from in ["80", "102", "9223372036854775807"] {
            let rest = try await stage.page(path + "&from=\(from)", as: stage.amira)
            #expect(lines(rest) == 23 && rest.contains("Lines 81 to 103 of 103") && rest.contains("those before") && !rest.contains("those after"), "\(from)")
        }
        #expect(try await lines(stage.page(path + "&from=-5", as: stage.amira)) == 80)
    }

    @Test("The page’s figures are those of the statistics on the same numbers", arguments: StageEngine.here)
    func exact(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pairs = ImpactStage.pairs(12)
        try await stage.measured(pairs)
        let sample = PairedSample(pairs.map { (Double($0.before), Double($0.after)) }), effect = try #require(StandardisedMeanChange(sample)), interval = try #require(effect.interval)
        let page = try await stage.page("/impact/\(stage.club.id)", as: stage.amira)
        #expect(page.contains("\(signed(try #require(sample.changes.mean))) points, of 12 pupils"))
        #expect(page.contains("\(ImpactWords.exact(effect.effect)), likely between \(ImpactWords.exact(interval.low)) and \(ImpactWords.exact(interval.high))"))
        #expect(page.contains("\(ImpactWords.rounded(try #require(sample.changes.standardDeviation))) points"))
    }

    @Test("Outcomes of plans come first, and are counted once for each", arguments: StageEngine.here)
    func outcomes(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.pupils(6), run = try await stage.ended(pupils)
        for (pupil, result) in zip(pupils, [.met, .met, .partly, .notMet, .met, nil] as [OutcomeReview.Result?]) { try await stage.outcome(result, of: pupil, in: run) }
        let page = try await stage.page("/impact/\(stage.club.id)", as: stage.amira)
        #expect(page.contains("3 of 5 outcomes met, 1 partly, 1 not. 1 not reviewed yet."))
        let first = try #require(page.firstRange(of: "id=\"outcomes\"")), given = try #require(page.firstRange(of: "id=\"given\""))
        #expect(first.lowerBound < given.lowerBound)
        #expect(try await stage.page("/impact", as: stage.grace).contains("3 of 5 outcomes met"))
    }

    @Test("Over the trust nothing is shown from which a school with few pupils could be worked out")
    func pooled() async throws {
        let stage = try await ImpactStage()
        try await stage.measured(ImpactStage.pairs(6))
        try await stage.measured(ImpactStage.pairs(3), at: stage.oak)
        let page = try await stage.page("/impact/\(stage.club.id)", as: stage.analyst)
        #expect(!page.contains("Mean change") && page.contains("Oak Primary School"))
        #expect(page.contains("5 or more pupils") && page.contains("A part of it has too few pupils"), "nine are not called fewer than five")
        #expect(try await stage.page("/impact/\(stage.club.id)?school=\(stage.elm.id)", as: stage.analyst).contains("Mean change"))
        try await stage.measured(ImpactStage.pairs(3), at: stage.oak)
        #expect(try await stage.page("/impact/\(stage.club.id)", as: stage.analyst).contains("Mean change"), "six at each school")
    }

    @Test("Another school, another’s intervention and another age are not found")
    func notFound() async throws {
        let stage = try await ImpactStage()
        for path in ["/impact?school=\(stage.oak.id)", "/impact/\(stage.club.id)?school=\(stage.oak.id)", "/impact/999", "/impact?year=1999"] {
            #expect(try await stage.stage.visit(.read, path, as: stage.amira).status == 404, "\(path)")
        }
    }

    @Test("Somebody decides, with the reason in the trail; what is wrong stands beside its field, and a second is told of the first", arguments: StageEngine.here)
    func decides(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine)
        try await stage.measured(ImpactStage.pairs(5))
        let path = "/impact/\(stage.club.id)/decide", school = "\(stage.elm.id)", year = "\(AcademicYear(containing: stage.today).starting)", house = stage.stage
        for viewer in [stage.helen, stage.grace, stage.tom] { #expect(try await house.visit(.read, path + "?school=\(school)", as: viewer).status == 404) }
        #expect(try await house.visit(.read, path + "?school=\(school)", as: stage.otherSENCO).status == 404)
        #expect(try await house.visit(.read, "/impact/999/decide", as: stage.amira).status == 404)
        let form = try await house.visit(.read, path + "?school=\(school)", as: stage.amira)
        #expect(form.status == 200 && form.text.contains("Save the decision"))
        let wrong = try await house.visit(.send, path, as: stage.amira, form: ["school": school, "year": year, "seen": "0", "verdict": "adapt", "because": "Half gained", "change": "", "decided_on": "\(stage.today)", "look_again": "nonsense"])
        #expect(wrong.status == 422 && wrong.text.contains("Half gained") && wrong.text.contains("id=\"look_again-problem\""))
        let saved = try await house.visit(.send, path, as: stage.amira, form: ["school": school, "year": year, "seen": "0", "verdict": "keep", "because": "Most gained", "change": "", "decided_on": "\(stage.today)", "look_again": ""])
        #expect(saved.status == 303 && saved.next?.hasPrefix("/impact/\(stage.club.id)?school=\(school)&year=\(year)") == true)
        #expect(try await stage.events("impact.%") == ["impact.decided"])
        let second = try await house.visit(.send, path, as: stage.amira, form: ["school": school, "year": year, "seen": "0", "verdict": "stop", "because": "I think not", "change": "", "decided_on": "\(stage.today)", "look_again": ""])
        #expect(second.status == 409 && second.text.contains("I think not") && second.text.contains("Amira Khan decided"))
        #expect(try await stage.page("/impact/\(stage.club.id)", as: stage.amira).contains("Most gained"))
        let governor = try await stage.page("/impact/\(stage.club.id)", as: stage.grace)
        #expect(governor.contains("Keep it as it is") && !governor.contains("Most gained"), "why may name a child")
    }

    @Test("Nothing is judged before the day that was said at the start, but it can be stopped")
    func early() async throws {
        let stage = try await ImpactStage(), pupils = try await stage.pupils(2)
        try await stage.ended(pupils, judgeFrom: stage.today + 30)
        let path = "/impact/\(stage.club.id)/decide", year = "\(AcademicYear(containing: stage.today).starting)", elm = "\(stage.elm.id)"
        #expect(try await stage.page("/impact/\(stage.club.id)", as: stage.amira).contains("Not to be judged before"))
        let form = { (verdict: String) -> KeyValuePairs<String, String> in ["school": elm, "year": year, "verdict": verdict, "because": "Seen", "decided_on": "\(Stage.november)"] }
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: form("keep")).status == 422)
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: form("stop")).status == 303)
    }

    @Test("A decision made before the last run was over is about those before it", arguments: StageEngine.here)
    func decidedBefore(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.pupils(5), today = stage.today
        try await stage.ended(pupils, joined: today - 80, left: today - 40)
        let subject = DecideImpact.Subject(intervention: stage.club.id, school: stage.elm.id, from: today - 90, to: today - 30)
        try await stage.stage.act { try $0.save(DecideImpact(verdict: .keep, because: "Most gained", decidedOn: today - 30).applied(to: subject, by: "Amira Khan", today: today)) }
        let list = "/impact?school=\(stage.elm.id)"
        #expect(try await !stage.page(list, as: stage.amira).contains("Not decided<"))
        try await stage.ended(pupils, joined: today - 35, left: today - 5)
        #expect(try await stage.page(list, as: stage.amira).contains("Not decided<"))
        #expect(try await stage.page("/impact/\(stage.club.id)", as: stage.amira).contains("Most gained"), "what was decided before can still be read")
    }

    @Test("A decision is about the runs that were shown: a day before the last of them ended is refused, and so is one made while another ended", arguments: StageEngine.here)
    func decidedAboutShown(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.pupils(5), path = "/impact/\(stage.club.id)/decide", elm = "\(stage.elm.id)", year = "\(AcademicYear(containing: stage.today).starting)"
        try await stage.ended(pupils)
        let seen = try #require(try await stage.stage.visit(.read, path + "?school=\(elm)", as: stage.amira).hidden("runs"))
        let form = { (day: Day, runs: String) -> KeyValuePairs<String, String> in ["school": elm, "year": year, "seen": "0", "runs": runs, "verdict": "keep", "because": "Most gained", "decided_on": "\(day)"] }
        let early = try await stage.stage.visit(.send, path, as: stage.amira, form: form(stage.left - 1, seen))
        #expect(early.status == 422 && early.text.contains("id=\"decided_on-problem\"") && early.text.contains("The last run that you look at ended on \(stage.left.inWords)"))
        try await stage.ended(try await stage.pupils(1), left: stage.today - 2)
        let late = try await stage.stage.visit(.send, path, as: stage.amira, form: form(stage.today, seen))
        #expect(late.status == 409 && late.text.contains("it is 2 runs of 6 pupils now") && late.text.contains("Most gained"))
        let again = try #require(late.hidden("runs"))
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: form(stage.today, again)).status == 303)
        #expect(try await !stage.page("/impact", as: stage.amira).contains("Not decided<"))
    }

    @Test("A decision about another year’s runs is none about these")
    func anotherYear() {
        let day = Day(number: 20_000), decision = ImpactDecision(id: .new, intervention: InterventionID(1), school: SchoolID(1), from: day - 100, to: day, verdict: .keep, because: "", change: "", decidedOn: day + 10, decidedBy: "Amira Khan")
        for (last, isAbout) in [(day - 101, false), (day - 100, true), (day, true), (day + 1, false), (day + 11, false)] { #expect(decision.isAbout(lastEnd: last) == isAbout, "\(last)") }
    }

    @Test("What a school made of a programme is not the difference between the programme and both", arguments: [(3, false), (5, true)])
    func adapted(number: Int, shown: Bool) async throws {
        let stage = try await ImpactStage(), elm = stage.elm.id, root = stage.club.id
        let own = try await stage.stage.act { writer in
            var entry = Intervention(name: "Reading club, ours", kind: .targeted, areas: ["C&L"], groupSize: 10, minutes: 30, sessionsAWeek: 2, weeks: 10, role: "ta", school: elm)
            entry.adapts = root
            return try writer.save(Change("intervention.adapted", to: entry))
        }
        try await stage.measured(ImpactStage.pairs(6))
        let pupils = try await stage.pupils(number), run = try await stage.ended(pupils, of: own)
        try await stage.judge(run)
        for pupil in pupils {
            try await stage.score(pupil, 80, on: stage.joined + 2)
            try await stage.score(pupil, 90, on: stage.left)
            try await stage.outcome(.met, of: pupil, in: run)
        }
        for pupil in try await stage.pupils(5) { try await stage.outcome(.notMet, of: pupil, in: stage.ended([pupil])) }
        #expect(try await stage.page("/impact/\(root)?school=\(elm)", as: stage.analyst).contains("Mean change"), "the programme by itself")
        let all = try await stage.page("/impact/\(root)", as: stage.analyst), list = try await stage.page("/impact", as: stage.analyst)
        #expect(all.contains("Mean change") == shown && list.contains("points on average") == shown && all.contains("outcomes met,") == shown, "both, and school by school")
        #expect(try await stage.page("/impact/\(own.id)?school=\(elm)", as: stage.amira).contains("Number One"), "who sees the pupils sees them")
    }

    @Test("A pupil who was in it twice has one change, from the first score before to the last after", arguments: StageEngine.here)
    func twice(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.measured([(80, 84), (80, 84), (80, 84), (80, 84), (80, 84)])
        let again = try await stage.ended([pupils[0]], joined: stage.today - 8, left: stage.today - 1)
        try await stage.judge(again)
        try await stage.score(pupils[0], 99, on: stage.today)
        let page = try await stage.page("/impact/\(stage.club.id)", as: stage.grace)
        // Four gained 4 points, and one 19.
        #expect(page.contains("+7.0 points, of 5 pupils"))
        #expect(try await stage.page("/impact", as: stage.grace).contains("+7.0 points on average, of 5 pupils"))
    }

    @Test("Where there are too few pupils for a figure, no sentence has one")
    func sentencesOfFew() async throws {
        let stage = try await ImpactStage(), pupils = try await stage.measured([(80, 84), (82, 84)]), more = try await stage.pupils(1)
        let run = try await stage.ended(more)
        try await stage.judge(run, chosenLow: true)
        for viewer in [stage.analyst, stage.grace] {
            let page = try await stage.page("/impact/\(stage.club.id)?school=\(stage.elm.id)", as: viewer)
            #expect(page.contains("What this can tell, and what not") && page.contains("by chance alone") && !page.contains("Not counted"), "\(viewer.name), \(pupils.count)")
        }
    }

    @Test("A run is judged by a scale, and a result is named in place of the nearest", arguments: StageEngine.here)
    func judged(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.pupils(1), run = try await stage.ended(pupils), path = "/provisions/\(run.id)/measure", house = stage.stage
        for viewer in [stage.helen, stage.otherSENCO] { #expect(try await house.visit(.read, path, as: viewer).status == 404) }
        #expect(try await house.visit(.read, "/provisions/999/measure", as: stage.amira).status == 404)
        let wrong = try await house.visit(.send, path, as: stage.amira, form: ["measure": ""])
        #expect(wrong.status == 422 && wrong.text.contains("id=\"measure-problem\""))
        #expect(try await house.visit(.send, path, as: stage.amira, form: ["measure": "\(stage.test.id):reading", "chosen_low": "yes"]).status == 303)
        try await stage.score(pupils[0], 80, on: stage.joined)
        try await stage.score(pupils[0], 84, on: stage.joined - 30)
        try await stage.score(pupils[0], 90, on: stage.left)
        let page = try await stage.page(path, as: stage.amira)
        #expect(page.contains("The nearest: 80 on") && page.contains("The nearest: 90 on") && page.contains("84 on"))
        let other = try #require(try await stage.stage.read { try $0.value("SELECT id FROM test_result WHERE number = 84", as: Int.self) })
        let form: KeyValuePairs<String, String> = ["measure": "\(stage.test.id):reading", "baseline-\(pupils[0].id)": "\(other)", "exit-\(pupils[0].id)": ""]
        #expect(try await house.visit(.send, path, as: stage.amira, form: form).status == 303)
        #expect(try await stage.page("/impact/\(stage.club.id)", as: stage.amira).contains("84, "))
        #expect(try await house.visit(.send, path, as: stage.amira, form: ["measure": "\(stage.test.id):reading", "baseline-\(pupils[0].id)": "99999"]).status == 422)
        let ids = try await house.read { reader in try [84, 80, 90].map { try reader.value("SELECT id FROM test_result WHERE number = \($0)", as: Int.self) ?? 0 } }
        for (before, after, field) in [(ids[1], ids[0], "exit"), (ids[1], ids[1], "exit"), (ids[2], 0, "baseline"), (0, ids[0], "exit")] {
            let form: KeyValuePairs<String, String> = ["measure": "\(stage.test.id):reading", "baseline-\(pupils[0].id)": before == 0 ? "" : "\(before)", "exit-\(pupils[0].id)": after == 0 ? "" : "\(after)"]
            let said = try await house.visit(.send, path, as: stage.amira, form: form)
            #expect(said.status == 422 && said.text.contains("id=\"\(field)-\(pupils[0].id)-problem\""), "\(before) then \(after)")
        }
        #expect(try await house.visit(.send, path, as: stage.amira, form: ["seen": "0.0.", "measure": "\(stage.test.id):reading"]).status == 409)
        #expect(try await house.visit(.send, path, as: stage.amira, form: ["measure": "\(stage.test.id):reading", "baseline-\(pupils[0].id)": ""]).status == 303)
        #expect(try await stage.events("run.%") == ["run.measured", "run.measured", "run.resultChosen", "run.resultLeft"])
    }
}
