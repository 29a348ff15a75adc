import Access
import AreaKit
import Basics
import Database
@testable import Measures
import Pages
@testable import People
import Stage
import Testing

@Suite("Entering results")
struct ResultPagesTests {
    @Test("A class’s grid is typed, saved with its trail, and shown again", arguments: StageEngine.here)
    func grid(engine: StageEngine) async throws {
        let (stage, elm, beech, sam, mia) = try await Stage.withBeech(engine), amira = Viewer.amira(at: elm.id), swst = try await stage.instrument("swst")
        let path = classResultsPath(beech.id, swst.id)
        let open = try await stage.visit(.read, path, as: amira)
        #expect(open.text.contains("name=\"c.\(sam.id).spelling\"") && open.text.contains("Mia Abbott, Spelling: age") && open.text.contains("value=\"Amira Khan\""))

        let saved = try await stage.visit(.send, path, as: amira, form: ["on": "2026-11-13", "tester": "Tia Lowe", "c.\(sam.id).spelling": "84", "c.\(sam.id).spelling-age": "7:02", "c.\(mia.id).spelling": ""])
        #expect(saved.status == 303 && saved.next == path.asking(["on": "2026-11-13", "saved": "2"]).text)
        let results = try await stage.results(of: sam)
        #expect(results.map(\.score) == [Score(84), Score(86)] && results.allSatisfy { $0.tester == "Tia Lowe" && $0.takenOn == Day(2026, 11, 13) && $0.school == elm.id })
        let events = try await stage.read { try $0.column("SELECT event FROM trail WHERE pupil_id = \(sam.id) AND subject = 'test_result'", as: String.self) }
        #expect(events == ["result.saved", "result.saved"])

        let again = try await stage.visit(.read, path.asking(["on": "2026-11-13"]), as: amira)
        #expect(again.text.contains("value=\"7:02\"") && again.text.contains("name=\"was.\(sam.id).spelling\" value=\"84\""))
    }

    @Test("A wrong cell is refused at its cell; the others are kept")
    func wrongCell() async throws {
        let (stage, elm, beech, sam, mia) = try await Stage.withBeech(), amira = Viewer.amira(at: elm.id), swst = try await stage.instrument("swst")
        let answer = try await stage.visit(.send, classResultsPath(beech.id, swst.id), as: amira, form: [
            "on": "2026-11-13", "c.\(sam.id).spelling": "184", "c.\(sam.id).spelling-age": "Oct-05", "c.\(mia.id).spelling": "92",
        ])
        #expect(answer.status == 422 && answer.text.contains("1 score saved. The rest needs mending.") && answer.text.contains("“184” is above 160"))
        #expect(answer.text.contains("value=\"184\" autocomplete=\"off\" aria-invalid=\"true\" aria-describedby=\"c.\(sam.id).spelling-problem\"") && answer.text.contains("value=\"Oct-05\""))
        #expect(try await stage.results(of: sam).isEmpty)
        #expect(try await stage.results(of: mia).map(\.score) == [Score(92)])
        let future = try await stage.visit(.send, classResultsPath(beech.id, swst.id), as: amira, form: ["on": "2027-01-01", "c.\(sam.id).spelling": "90", "c.\(mia.id).spelling": "92"])
        #expect(future.status == 422 && future.text.ranges(of: "This day is in the future").count == 1)
    }

    @Test("Of two people at the same cell the second is asked; whoever left it alone is not")
    func together() async throws {
        let (stage, elm, beech, sam, mia) = try await Stage.withBeech(), amira = Viewer.amira(at: elm.id), swst = try await stage.instrument("swst"), path = classResultsPath(beech.id, swst.id)
        try await stage.result("84", of: sam, with: swst, at: elm)
        let untouched = try await stage.visit(.send, path, as: amira, form: ["on": "2026-11-20", "c.\(sam.id).spelling": "", "c.\(mia.id).spelling": "92"])
        #expect(untouched.status == 303)
        let second = try await stage.visit(.send, path, as: amira, form: ["on": "2026-11-20", "c.\(sam.id).spelling": "95"])
        #expect(second.status == 422 && second.text.contains("Somebody else wrote 84 here meanwhile") && second.text.contains("value=\"95\""))
        let sure = try await stage.visit(.send, path, as: amira, form: ["on": "2026-11-20", "was.\(sam.id).spelling": "84", "c.\(sam.id).spelling": "95"])
        #expect(sure.status == 303)
        #expect(try await stage.results(of: sam).map(\.score) == [Score(95)])
        let emptied = try await stage.visit(.send, path, as: amira, form: ["on": "2026-11-20", "was.\(sam.id).spelling": "95", "c.\(sam.id).spelling": ""])
        #expect(emptied.status == 422 && emptied.text.contains("withdraw it"))
    }

    @Test("What is pasted fills the grid, and saves nothing")
    func paste() async throws {
        let (stage, elm, beech, sam, mia) = try await Stage.withBeech(), amira = Viewer.amira(at: elm.id), swst = try await stage.instrument("swst"), path = pasteResultsPath(beech.id, swst.id)
        let right = try await stage.visit(.send, path, as: amira, form: ["on": "2026-11-13", "pasted": "Whitlock, Sam\t84\t7:02\nAbbott, Mia\t<70\t"])
        #expect(right.status == 200 && right.text.contains("3 scores filled in below") && right.text.contains("name=\"c.\(mia.id).spelling\" value=\"&lt;70\""))
        #expect(try await stage.results(of: sam).isEmpty)
        let wide = try await stage.visit(.send, path, as: amira, form: ["on": "2026-11-13", "pasted": "Sam Whitlock\t84\t7:02\t4\t5\t6"])
        #expect(wide.status == 422 && wide.text.contains("This has 6 columns. It needs 2 scores in each row") && wide.text.contains("Sam Whitlock\t84"))
        let damaged = try await stage.visit(.send, path, as: amira, form: ["on": "2026-11-13", "pasted": "Sam Whitlock\t84\t07:02:00\nZoe Hart\t90\t8:00"])
        #expect(damaged.status == 422 && damaged.text.contains("time of day") && damaged.text.contains("nobody of this list is “Zoe Hart”") && damaged.text.contains("value=\"84\""))
    }

    @Test("What was typed stays when rows are pasted; a cell left alone shows what somebody else wrote")
    func pasteKeeps() async throws {
        let (stage, elm, beech, sam, mia) = try await Stage.withBeech(), amira = Viewer.amira(at: elm.id), swst = try await stage.instrument("swst")
        try await stage.result("77", of: mia, with: swst, at: elm, on: Day(2026, 11, 13))
        let answer = try await stage.visit(.send, pasteResultsPath(beech.id, swst.id), as: amira, form: [
            "on": "2026-11-13", "tester": "Tia Lowe", "c.\(sam.id).spelling": "84", "c.\(sam.id).spelling-age": "", "c.\(mia.id).spelling": "", "pasted": "Mia Abbott\t\t8:00",
        ])
        #expect(answer.text.contains("name=\"c.\(sam.id).spelling\" value=\"84\"") && answer.text.contains("name=\"c.\(mia.id).spelling\" value=\"77\"") && answer.text.contains("value=\"8:00\""))
        #expect(answer.text.contains("value=\"Tia Lowe\"") && !answer.text.contains("Mia Abbott\t"))
    }

    /// Another area, in which something may be begun from a result.
    private struct Beside: Area {
        let name = "Beside"
        var starts: [Start] { [Start("Raise a concern", from: [.result], needs: .raiseConcern) { pupil, _, row in PagePath<PupilID>("/begin/*")(pupil).asking(["result": "\(row)"]) }] }
    }

    @Test("From a score below the cut-off something may be begun, by those who may begin it")
    func starts() async throws {
        let measures = MeasuresArea(beside: [Beside()]), stage = try await Stage(areas: [PeopleArea(beside: [measures]), measures])
        let elm = try await stage.school(), sam = try await stage.pupil(at: elm), swst = try await stage.instrument("swst")
        let fine = try await stage.result("101", of: sam, with: swst, at: elm, on: stage.today - 20), low = try await stage.result("70", of: sam, with: swst, at: elm)
        let page = try await stage.visit(.read, pupilResultsPath(sam.id), as: .amira(at: elm.id)).text
        #expect(page.contains("/begin/\(sam.id)?result=\(low.id)\">Raise a concern</a>") && !page.contains("result=\(fine.id)\""))
        #expect(try await stage.visit(.read, pupilResultsPath(sam.id), as: .dev).text.contains("Raise a concern") == false)
    }

    @Test("A test with many scores is entered part by part")
    func parts() async throws {
        let (stage, elm, beech, sam, _) = try await Stage.withBeech(), amira = Viewer.amira(at: elm.id), boxall = try await stage.instrument("boxall-2017")
        let first = try await stage.visit(.read, classResultsPath(beech.id, boxall.id), as: amira), last = try await stage.visit(.read, classResultsPath(beech.id, boxall.id).asking(["part": "4"]), as: amira)
        #expect(first.text.contains("Part 1 of 4") && first.text.contains("c.\(sam.id).a\"") && !first.text.contains("c.\(sam.id).z\"") && last.text.contains("c.\(sam.id).z\""))
    }

    @Test("Who does not work with the class finds no grid")
    func sight() async throws {
        let (stage, elm, beech, sam, mia) = try await Stage.withBeech(), swst = try await stage.instrument("swst"), path = classResultsPath(beech.id, swst.id)
        let oak = try await stage.school("Oak Primary School", urn: "999002"), ash = try await stage.schoolClass("Ash", at: elm)
        for viewer in [Viewer.amira(at: oak.id), .helen(at: elm.id), .grace(at: elm.id), .ruth, .tom(of: ash.id, at: elm.id)] {
            #expect(try await stage.visit(.read, path, as: viewer).status == 404, "\(viewer.name)")
            #expect(try await stage.visit(.send, path, as: viewer, form: ["c.\(sam.id).spelling": "90"]).status == 404, "\(viewer.name)")
        }
        let half = try await stage.schoolClass("Group", at: elm, of: [mia])
        #expect(try await stage.visit(.read, path, as: .tom(of: half.id, at: elm.id)).text.contains("Sam") == false)
        _ = try await stage.visit(.send, path, as: .tom(of: half.id, at: elm.id), form: ["on": "2026-11-20", "c.\(sam.id).spelling": "90", "c.\(mia.id).spelling": "91"])
        #expect(try await stage.results(of: sam).isEmpty)
        #expect(try await stage.results(of: mia).count == 1)
    }

    @Test("The way to a grid: school, class, test, day")
    func choose() async throws {
        let (stage, elm, beech, _, _) = try await Stage.withBeech(), swst = try await stage.instrument("swst")
        let page = try await stage.visit(.read, "/results", as: .amira(at: elm.id))
        #expect(page.text.contains(">Beech</option>") && page.text.contains("Single Word Spelling Test"))
        let go = try await stage.visit(.read, "/results?class=\(beech.id)&test=\(swst.id)&on=2026-11-13&open=yes", as: .amira(at: elm.id))
        #expect(go.next == classResultsPath(beech.id, swst.id).asking(["on": "2026-11-13"]).text)
        _ = try await stage.school("Oak Primary School", urn: "999002")
        let all = try await stage.visit(.read, "/results", as: .dev)
        #expect(all.text.contains("Choose a school") && !all.text.contains("Beech"))
        #expect(try await stage.visit(.read, "/results?school=\(elm.id)", as: .dev).text.contains("Beech"))
    }

    @Test("One pupil’s results: added, shown with what they mean, put right, withdrawn", arguments: StageEngine.here)
    func onePupil(engine: StageEngine) async throws {
        let (stage, elm, _, sam, _) = try await Stage.withBeech(engine), amira = Viewer.amira(at: elm.id), swst = try await stage.instrument("swst"), path = addResultPath(sam.id)
        #expect(try await stage.visit(.read, path, as: amira).text.contains("Which test?"))
        #expect(try await stage.visit(.read, path.asking(["test": "\(swst.id)"]), as: amira).text.contains("Save the results"))

        let nothing = try await stage.visit(.send, path, as: amira, form: ["test": "\(swst.id)", "on": "2026-11-13"])
        #expect(nothing.status == 422 && nothing.text.contains("Type at least one score."))
        let badDay = try await stage.visit(.send, path, as: amira, form: ["test": "\(swst.id)", "on": "13 Nov", "c.\(sam.id).spelling": "84"])
        #expect(badDay.status == 422 && badDay.text.contains("value=\"84\"") && badDay.text.contains("not a day we can read"))
        let half = try await stage.visit(.send, path, as: amira, form: ["test": "\(swst.id)", "on": "2026-11-13", "c.\(sam.id).spelling": "84", "c.\(sam.id).spelling-age": "7.2"])
        #expect(half.status == 422)
        #expect(try await stage.results(of: sam).isEmpty)
        let saved = try await stage.visit(.send, path, as: amira, form: ["test": "\(swst.id)", "on": "13/11/2026", "c.\(sam.id).spelling": "84", "c.\(sam.id).spelling-age": "7:02", "note": "Had a reader"])
        #expect(saved.next == "/pupils/\(sam.id)/results?saved=2")

        try await stage.act { writer in
            let national = StageResult(id: .new, pupil: sam.id, stage: "KS1", year: "2025", subject: "PHO", method: "TT", component: "", status: "R", qualifier: "NM", result: "34")
            try writer.save(Change("result.noted", to: national))
        }
        let list = try await stage.visit(.read, pupilResultsPath(sam.id), as: amira).text
        #expect(list.contains("percentile 14") && list.contains("18 months below own age, 8:08") && list.contains("Had a reader") && list.contains(">Low</span>"))
        let page = try await stage.visit(.read, pupilPath(sam.id), as: amira).text
        #expect(page.contains("See all 2 results") && page.contains("Single Word Spelling Test (SWST):") && page.contains("Spelling 84, Spelling: age 7:02"))

        let result = try #require(try await stage.results(of: sam).first), out = withdrawResultPath(sam.id, result.id)
        #expect(try await stage.visit(.send, out, as: amira, form: ["reason": ""]).status == 422)
        #expect(try await stage.visit(.send, out, as: amira, form: ["reason": "Another pupil’s"]).status == 303)
        #expect(try await stage.results(of: sam).count == 1)
        #expect(try await stage.visit(.read, out, as: amira).status == 404)
        let anew = try await stage.visit(.send, path, as: amira, form: ["test": "\(swst.id)", "on": "2026-11-13", "c.\(sam.id).spelling": "90"])
        #expect(anew.status == 303)
    }

    @Test("Who may know what a pupil scored")
    func mayKnow() async throws {
        let (stage, elm, beech, sam, _) = try await Stage.withBeech(), swst = try await stage.instrument("swst")
        try await stage.result("84", of: sam, with: swst, at: elm)
        let parent = Viewer(name: "Pat Whitlock", role: .parent, sight: .pupils([sam.id]), family: [sam.id]), cover = Viewer(name: "Cy Fox", role: .cover, sight: .classes([beech.id], at: elm.id))
        for viewer in [Viewer.amira(at: elm.id), .helen(at: elm.id), .tom(of: beech.id, at: elm.id), .dev] {
            #expect(try await stage.visit(.read, pupilResultsPath(sam.id), as: viewer).status == 200, "\(viewer.name)")
            #expect(try await stage.visit(.read, pupilPath(sam.id), as: viewer).text.contains("Results of tests"), "\(viewer.name)")
        }
        for viewer in [parent, cover, .ruth, .grace(at: elm.id)] {
            #expect(try await stage.visit(.read, pupilResultsPath(sam.id), as: viewer).status == 404, "\(viewer.name)")
            #expect(try await stage.visit(.read, pupilPath(sam.id), as: viewer).text.contains("Spelling") == false, "\(viewer.name)")
        }
    }

    @Test("A school’s results of some days, as far as a viewer sees its pupils", arguments: StageEngine.here)
    func ofSchool(engine: StageEngine) async throws {
        let (stage, elm, _, sam, mia) = try await Stage.withBeech(engine), swst = try await stage.instrument("swst"), today = stage.today
        try await stage.result("70", of: sam, with: swst, at: elm, on: today - 30)
        try await stage.result("101", of: mia, with: swst, at: elm, on: today - 3)
        let half = try await stage.schoolClass("Group", at: elm, of: [mia])
        let found = { (viewer: Viewer, from: Day) in try await stage.read { try $0.results(at: elm.id, from: from, to: today, for: viewer, on: today).map(\.pupil) } }
        #expect(try await found(.amira(at: elm.id), today - 40) == [sam.id, mia.id])
        #expect(try await found(.amira(at: elm.id), today - 10) == [mia.id])
        #expect(try await found(.tom(of: half.id, at: elm.id), today - 40) == [mia.id])
        #expect(try await found(.amira(at: SchoolID(99)), today - 40) == [])
    }

    @Test("A former school of the trust reads results and withdraws none")
    func formerSchool() async throws {
        let (stage, elm, _, sam, _) = try await Stage.withBeech(), swst = try await stage.instrument("swst"), oak = try await stage.school("Oak Primary School", urn: "999002"), today = stage.today
        _ = try await stage.visit(.send, addResultPath(sam.id), as: .amira(at: elm.id), form: ["test": "\(swst.id)", "on": "2026-11-20", "c.\(sam.id).spelling": "84"])
        let path = withdrawResultPath(sam.id, try #require(try await stage.read { try $0.value("SELECT id FROM test_result", as: RowID.self) }))
        try await stage.enrolments(of: sam, at: elm) { $0.spell = Spell(starts: $0.spell.starts, ends: today - 1) }
        try await stage.enrolment(of: sam, at: oak, Spell(starts: today))
        let page = try await stage.visit(.read, pupilResultsPath(sam.id), as: .amira(at: elm.id))
        #expect(page.status == 200 && page.text.contains("84") && !page.text.contains("\(path)"))
        #expect(try await stage.visit(.send, path, as: .amira(at: elm.id), form: ["reason": "Wrong child"]).status == 404)
        #expect(try await stage.visit(.send, path, as: .amira(at: oak.id), form: ["reason": "Wrong child"]).status == 303)
    }

    @Test("Somebody who has left gets no results, and the page says why")
    func leaver() async throws {
        let (stage, elm, _, sam, _) = try await Stage.withBeech(), swst = try await stage.instrument("swst")
        let today = stage.today
        try await stage.enrolments(of: sam, at: elm) { $0.spell = Spell(starts: $0.spell.starts, ends: today - 3) }
        let answer = try await stage.visit(.send, addResultPath(sam.id), as: .amira(at: elm.id), form: ["test": "\(swst.id)", "on": "2026-11-20", "c.\(sam.id).spelling": "84"])
        #expect(answer.status == 422 && answer.text.contains("on the roll of none of your schools"))
    }
}
