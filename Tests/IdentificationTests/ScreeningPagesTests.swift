import Access
import AreaKit
import Basics
import Database
import Files
@testable import Identification
import Measures
import Pages
@testable import People
import Stage
import Testing

@Suite("Screening on its pages")
struct ScreeningPagesTests {
    @Test("A SENCO plans a campaign for the own school, changes it, closes it and opens it again", arguments: StageEngine.here)
    func plan(engine: StageEngine) async throws {
        let people = try await ConcernStage(engine), amira = people.amira, link = try #require(try await people.stage.read { try $0.instrument(key: "language-link-junior") })
        #expect(try await people.stage.visit(.read, "/screening", as: amira).text.contains("No campaign is planned yet"))
        let form = try await people.stage.visit(.read, "/screening/plan", as: amira).text
        #expect(form.contains("Junior Language Link") && form.contains("Beech") && form.contains("Tom Reed") && !form.contains("Oak Primary"))
        let empty = try await people.send("/screening/plan", as: amira, [("starts", "2 Nov"), ("name", "Kept")])
        #expect(empty.status == 422 && empty.text.contains("value=\"Kept\"") && empty.text.contains("not a day we can read"))
        let whole = [("test", "\(link.id)"), ("starts", "2026-11-02"), ("ends", "2026-11-20"), ("testers", "All teachers")]
        let none = try await people.send("/screening/plan", as: amira, whole)
        #expect(none.status == 422 && none.text.contains("href=\"#years\""))
        let path = try #require(try await people.send("/screening/plan", as: amira, whole + [("classes", "\(people.beech.id)"), ("staff", "\(people.tomStaff.id)")]).next?.split(separator: "?").first).description
        let page = try await people.stage.visit(.read, path, as: amira).text
        #expect(page.contains("Junior Language Link, November 2026") && page.contains("Beech") && page.contains("All teachers") && page.contains("Running"))
        #expect(try await people.send(path + "/change", as: amira, [("name", "Language"), ("starts", "2026-11-02"), ("ends", "2026-11-19"), ("years", "4")]).next == path + "?saved=changed")
        #expect(try await people.stage.visit(.read, path, as: amira).text.contains("Window is over"))
        #expect(try await people.send(path + "/close", as: amira, []).status == 422, "two are untested")
        #expect(try await people.send(path + "/close", as: amira, [("words", "The laptop broke")]).next == path + "?saved=closed")
        #expect(try await people.send(path + "/change", as: amira, [("name", "Language"), ("starts", "2026-11-02"), ("ends", "2026-11-19"), ("years", "4")]).status == 422)
        #expect(try await people.send(path + "/close", as: amira, []).next == path + "?saved=opened")
        #expect(try await people.stage.store.check().isEmpty)
    }

    @Test("The trust SEND lead plans for many schools, which no SENCO then changes; who may not plan finds no form")
    func trust() async throws {
        let people = try await ConcernStage(), link = try #require(try await people.stage.read { try $0.instrument(key: "language-link-junior") })
        let sent = [("test", "\(link.id)"), ("starts", "2026-11-02"), ("ends", "2026-11-27"), ("years", "4"), ("schools", "\(people.elm.id)"), ("schools", "\(people.oak.id)")]
        let path = try #require(try await people.send("/screening/plan", as: .ruth, sent).next?.split(separator: "?").first).description
        for viewer in [Viewer.ruth, .dev, .peter] {
            let page = try await people.stage.visit(.read, path, as: viewer).text
            #expect(page.contains("Elm Primary School") && page.contains("Oak Primary School") && page.contains("Together"))
        }
        #expect(try await people.stage.visit(.read, path, as: people.amira).text.contains("Beech"), "a school sees its classes")
        #expect(try await people.stage.visit(.read, "\(path)/schools/\(people.oak.id)", as: people.amira).status == 404)
        for path in [path + "/change", path + "/close"] {
            #expect(try await people.stage.visit(.read, path, as: people.amira).status == 404)
            #expect(try await people.stage.visit(.read, path, as: .ruth).status == 200)
        }
        for viewer in [people.tom, .dev, .grace(at: people.elm.id), .peter] { #expect(try await people.stage.visit(.read, "/screening/plan", as: viewer).status == 404) }
        let one = try await people.stage.visit(.read, "/screening/plan?school=\(people.elm.id)", as: .ruth).text
        #expect(one.contains("Tom Reed") && !one.contains("Which schools?"))
    }

    @Test("Scores are entered; a wrong one is refused at its cell and the others are kept", arguments: StageEngine.here)
    func enter(engine: StageEngine) async throws {
        let stage = try await ScreeningStage(engine), tom = stage.people.tom, grid = "\(stage.school)/grid"
        let open = try await stage.stage.visit(.read, grid, as: tom).text
        #expect(open.contains(stage.cell(stage.sam)) && open.contains(stage.cell(stage.ned)))
        let half = try await stage.grid([(stage.cell(stage.sam), "101"), (stage.cell(stage.ned), "900")], as: tom)
        #expect(half.status == 422 && half.text.contains("1 score saved. The rest needs mending.") && half.text.contains("value=\"900\"") && half.text.contains("href=\"#\(stage.cell(stage.ned))\""))
        #expect(try await stage.results().map(\.score.number) == [101])
        #expect(try await stage.grid([(stage.cell(stage.ned), "70")], as: tom).status == 303)
        #expect(try await stage.coverage()[.tested] == 2)
        let out = try await stage.grid([(stage.cell(stage.ned), "70")], on: "2026-10-01")
        #expect(out.status == 422 && out.text.contains("is not in the weeks of this campaign"))
        #expect(try await stage.stage.visit(.read, grid + "?on=2026-11-16", as: tom).text.contains("70, 17 Nov 2026"), "what stands from another day")
        let paste = try await stage.people.send(grid + "/paste", as: tom, [("on", "2026-11-17"), ("pasted", "Sam Whitlock\t84\nNed Hurst\t3\nZoe Hart\t90")])
        #expect(paste.status == 422 && paste.text.contains("value=\"84\"") && paste.text.contains("value=\"3\"") && paste.text.contains("nobody of this list is “Zoe Hart”"))
        let wide = try await stage.people.send(grid + "/paste", as: tom, [("on", "2026-11-17"), ("pasted", "Sam Whitlock\t84\t5\t6\t7\t8")])
        #expect(wide.status == 422 && wide.text.contains("This has 6 columns"))
        _ = try await stage.people.send(stage.path + "/close", as: stage.amira, [])
        #expect(try await stage.grid([(stage.cell(stage.sam), "90")]).text.contains("This campaign is closed"))
    }

    @Test("Why somebody is not tested is said for several at once, and shows on the page", arguments: StageEngine.here)
    func untested(engine: StageEngine) async throws {
        let stage = try await ScreeningStage(engine), path = "\(stage.school)/untested"
        #expect(try await stage.coverage()[.notYet] == 2)
        #expect(try await stage.people.send(path, as: stage.people.tom, [("status", "absent")]).text.contains("Tick at least one child"))
        let unsaid = try await stage.people.send(path, as: stage.people.tom, [("pupil", "\(stage.sam.id)")])
        #expect(unsaid.status == 422 && unsaid.text.contains("checked"))
        #expect(try await stage.people.send(path, as: stage.people.tom, [("pupil", "\(stage.sam.id)"), ("pupil", "\(stage.ned.id)"), ("pupil", "\(stage.people.olga.id)"), ("status", "absent"), ("note", "A cold")]).next == path + "?saved=2")
        #expect(try await stage.coverage()[.absent] == 2)
        #expect(try await stage.stage.visit(.read, path, as: stage.people.tom).text.contains("A cold"))
        #expect(try await stage.people.send(path, as: stage.people.tom, [("pupil", "\(stage.sam.id)"), ("status", "opted_out")]).status == 303)
        let count = try await stage.coverage()
        #expect(count[.absent] == 1 && count[.optedOut] == 1)
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)", as: stage.amira).text.contains("family opted out"), "in the history")
        _ = try await stage.grid([(stage.cell(stage.sam), "100"), (stage.cell(stage.ned), "100")])
        #expect(try await stage.stage.visit(.read, path, as: stage.people.tom).text.contains("Every child is tested"))
    }

    @Test("Who joins in the window is to be tested; who leaves has moved", arguments: StageEngine.here)
    func moving(engine: StageEngine) async throws {
        let stage = try await ScreeningStage(engine), today = stage.stage.today
        _ = try await stage.stage.pupil("Joy", "New", at: stage.elm, since: today - 2)
        _ = try await stage.stage.pupil("Other", "Year", at: stage.elm, year: "5")
        let left = try await stage.stage.pupil("Lee", "Gone", at: stage.elm), before = try await stage.stage.pupil("Bea", "Before", at: stage.elm)
        try await stage.stage.enrolments(of: left, at: stage.elm) { $0.spell = Spell(starts: $0.spell.starts, ends: today - 5) }
        try await stage.stage.enrolments(of: before, at: stage.elm) { $0.spell = Spell(starts: $0.spell.starts, ends: today - 30) }
        let count = try await stage.coverage()
        #expect(count[.notYet] == 3 && count[.moved] == 1 && count.all == 4)
        #expect(try await stage.stage.visit(.read, stage.path, as: stage.amira).text.contains("In no class"))
        #expect(try await stage.coverage(as: stage.people.tom).all == 2, "a teacher counts the own pupils")
    }

    @Test("Results below the cut-off are decided, several in one form; a wrong one keeps no other from being saved", arguments: StageEngine.here)
    func followUps(engine: StageEngine) async throws {
        let stage = try await ScreeningStage(engine), path = "\(stage.school)/follow-ups", sam = stage.sam.id, ned = stage.ned.id
        try await stage.stage.act { try $0.execute("UPDATE pupil SET eal = TRUE WHERE id = \(ned)") }
        _ = try await stage.grid([(stage.cell(stage.sam), "70"), (stage.cell(stage.ned), "<70")])
        let open = try await stage.stage.visit(.read, path, as: stage.amira).text
        #expect(open.contains("Sam Whitlock") && open.contains("How is the home language?") && open.contains("2 pupils to decide about"))
        #expect(try await stage.people.send(path, as: stage.amira, []).status == 422)
        let half = try await stage.people.send(path, as: stage.amira, [
            ("outcome.\(sam)", "concern"), ("words.\(sam)", "Watches the others"), ("known_school.\(sam)", "no"), ("known_family.\(sam)", "no"),
            ("outcome.\(ned)", "nothing"), ("words.\(ned)", "Fine"), ("known_school.\(ned)", "no"), ("known_family.\(ned)", "yes"),
        ])
        #expect(half.status == 422 && half.text.contains("Saved for 1 pupil. The rest needs mending.") && half.text.contains("href=\"#home.\(ned)\"") && half.text.contains("value=\"Fine\""))
        #expect(try await stage.people.events(of: sam).contains("concern.raised"))
        let page = try await stage.stage.visit(.read, "/pupils/\(sam)", as: stage.amira).text
        #expect(page.contains("A concern is opened") && page.contains("/concerns/"))
        #expect(try await stage.people.send(path, as: stage.amira, [
            ("outcome.\(ned)", "nothing"), ("words.\(ned)", "Fine"), ("home.\(ned)", "english"), ("known_school.\(ned)", "no"), ("known_family.\(ned)", "yes"),
        ]).next == path + "?saved=1")
        let whole = try await stage.stage.visit(.read, stage.path, as: stage.amira).text
        #expect(whole.contains("<dt>Not known before to the school</dt><dd>2</dd>") && whole.contains("<dt>Not known before to the family</dt><dd>1</dd>"))
        let again = try await stage.stage.visit(.read, "\(path)?again=\(ned)", as: stage.amira).text
        #expect(again.contains("value=\"Fine\"") && again.contains("name=\"again\""))
        #expect(try await stage.people.send(path, as: stage.amira, [
            ("again", "\(ned)"), ("outcome.\(ned)", "referral"), ("words.\(ned)", "Therapist"), ("begins.\(ned)", "18/11/2026"), ("home.\(ned)", "both"), ("known_school.\(ned)", "no"), ("known_family.\(ned)", "yes"),
        ]).status == 303)
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("Referred, 18 November 2026: Therapist"))
        #expect(try await stage.people.events(of: ned).suffix(1) == ["screening.follow_up_changed"])
    }

    @Test("Support that was there before the test is known to the school; a later result above the cut-off is what counts")
    func known() async throws {
        let stage = try await ScreeningStage()
        try await stage.stage.act { try $0.execute("UPDATE provision_spell SET provision = 'K' WHERE pupil_id = \(stage.sam.id)") }
        _ = try await stage.grid([(stage.cell(stage.sam), "70"), (stage.cell(stage.ned), "70")], on: "2026-11-10")
        _ = try await stage.grid([(stage.cell(stage.ned), "95")], on: "2026-11-17")
        let page = try await stage.stage.visit(.read, "\(stage.school)/follow-ups", as: stage.amira).text
        #expect(page.contains("<option value=\"yes\" selected>Yes</option>") && page.contains("1 pupil to decide about") && !page.contains("Ned Hurst"))
    }

    @Test("Who may not see pupils sees no small number; who has nothing to do with screening finds nothing")
    func sight() async throws {
        let stage = try await ScreeningStage(), elm = stage.elm.id
        for viewer in [Viewer.grace(at: elm), .peter] {
            let page = try await stage.stage.visit(.read, stage.path, as: viewer).text
            #expect(page.contains(">hidden<") && !page.contains("Whitlock"))
            for path in ["grid", "untested", "follow-ups"] { #expect(try await stage.stage.visit(.read, "\(stage.school)/\(path)", as: viewer).status == 404) }
        }
        #expect(try await stage.stage.visit(.read, "\(stage.school)/follow-ups", as: stage.people.tom).status == 404)
        for viewer in [Viewer.amira(at: stage.people.oak.id), Viewer(name: "Pat", role: .parent, sight: .pupils([stage.sam.id])), Viewer(name: "Sue", role: .specialist, sight: .pupils([stage.sam.id]))] {
            #expect(try await stage.stage.visit(.read, stage.path, as: viewer).status == 404)
            #expect(try await stage.grid([(stage.cell(stage.sam), "90")], as: viewer).status == 404)
        }
        #expect(try await stage.stage.visit(.read, "/screening", as: Viewer(name: "Pat", role: .parent, sight: .pupils([stage.sam.id]))).status == 404)
    }

    @Test("Those who test and those who decide find it under Today")
    func today() async throws {
        let stage = try await ScreeningStage(), day = stage.stage.today
        func lines(_ viewer: Viewer) async throws -> [String] { try await stage.stage.read { reader in try IdentificationArea().todayItems.flatMap { try $0.find(reader, viewer, day) }.map(\.text) } }
        #expect(try await lines(stage.people.tom).contains("Language in Year 4: 2 children are not tested yet. It ends on 20 November 2026."))
        #expect(try await lines(stage.people.mia).isEmpty)
        _ = try await stage.grid([(stage.cell(stage.sam), "70"), (stage.cell(stage.ned), "90")])
        #expect(try await lines(stage.people.tom).isEmpty)
        #expect(try await lines(stage.amira) == ["1 pupil is below the cut-off of a screening, and waits for your decision."])
    }

    @Test("A campaign of last year finds its children though the school has their years only since")
    func lastYear() async throws {
        let stage = try await ScreeningStage(.sqlite, starts: Stage.november - 390, ends: Stage.november - 370), today = stage.stage.today
        #expect(try await stage.coverage().all == 0, "Year 4 of today was Year 3")
        let third = PlanCampaign(name: "Then Year 3", starts: today - 390, ends: today - 370, schools: [stage.elm.id], years: [YearGroup("3")])
        let link = stage.link, id = try await stage.stage.act { try $0.save(third, of: nil, with: link, by: "Amira Khan").id }
        #expect(try await stage.stage.read { try $0.coverage(of: $0.screening(id, for: .operator), for: .operator, on: today).values.reduce(CoverageCount(), +) }.all == 2)
    }

    @Test("No large table is read from end to end")
    func plans() async throws {
        let stage = try await ScreeningStage(), today = stage.stage.today, elm = stage.elm.id, id = stage.campaign
        let plan = try await stage.stage.read { reader in
            let screening = try reader.screening(id, for: .operator)
            return try reader.plan(of: "SELECT \(reader.standing(screening, today)) \(reader.screened(screening, [elm], today))")
        }
        for table in ["y", "e", "l", "r", "st"] { #expect(!plan.contains("SCAN \(table)\n") && !plan.hasSuffix("SCAN \(table)"), "\(plan)") }
        #expect(plan.contains("pupil_year_by_year") && plan.contains("SEARCH r USING INDEX test_result_by_pupil") && !plan.contains("enrolment_by_school"), "\(plan)")
    }

    @Test("The file has a row for each pupil, in the three formats' order")
    func file() async throws {
        let stage = try await ScreeningStage(), day = stage.stage.today, elm = stage.elm.id
        _ = try await stage.grid([(stage.cell(stage.sam), "70")])
        let text = try await stage.stage.read { reader in
            var text = ""
            let number = try ScreeningFile(school: elm, day: day).write(.csv, for: .operator, reader) { text += $0 }
            #expect(number == 2)
            return text
        }
        #expect(text.hasPrefix("campaign,instrument,starts,ends") && text.contains("language-link-junior") && text.contains("tested,,70,2026-11-17") && text.contains("not_yet"))
        let json = try await stage.stage.read { reader in
            var text = ""
            _ = try ScreeningFile(school: nil, day: day).write(.json, for: .operator, reader) { text += $0 }
            return text
        }
        #expect(json.contains("\"status\":\"not_yet\"") || json.contains("\"status\": \"not_yet\""))
    }
}
