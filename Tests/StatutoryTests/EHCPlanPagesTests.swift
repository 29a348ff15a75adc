import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Provision
import Stage
@testable import Statutory
import Testing

/// EHC plans on their pages: one by one, by the grid, from a file, section by section.
struct EHCPlanPagesTests {
    private func status(_ code: String, of pupil: Pupil, _ stage: Stage) async throws {
        try await stage.act { try $0.execute("UPDATE provision_spell SET provision = \(code) WHERE pupil_id = \(pupil.id)") }
    }

    @discardableResult
    private func keep(_ stage: StatutoryStage, _ facts: KeyValuePairs<String, String> = ["final_on": "2025-02-03", "la": "999", "top_up": "5,200 a year", "placement": "mainstream"]) async throws -> Answer {
        try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/ehc/keep", as: stage.amira, form: facts)
    }

    private func events(_ stage: StatutoryStage) async throws -> [String] { let sam = stage.sam.id; return try await stage.stage.read { try $0.column("SELECT event FROM trail WHERE pupil_id = \(sam) ORDER BY id") } }

    @Test("A plan is written down, found again, put right and ended; what is wrong stands beside its field", arguments: StageEngine.here)
    func whole(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = "/pupils/\(stage.sam.id)/ehc"
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("has no EHC plan here"))
        let wrong = try await keep(stage, ["final_on": "2030-02-03", "top_up": "5200", "officer": "Jo Hill"])
        #expect(wrong.status == 422 && wrong.text.contains("href=\"#final_on\"") && wrong.text.contains("href=\"#top_up\"") && wrong.text.contains("Jo Hill"))
        #expect(try await keep(stage).next == "\(path)?saved=plan")
        let page = try await stage.stage.visit(.read, path, as: .helen(at: stage.elm.id)).text
        #expect(page.contains("3 February 2025") && page.contains("£5,200.00 a year") && page.contains("Larkshire (999)") && page.contains("does not say E") && !page.contains("/ehc/keep"))
        #expect(try await stage.stage.visit(.read, "/ehc", as: stage.amira).text.contains("Whitlock"))
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)", as: stage.amira).text.contains("final plan of 3 February 2025"))
        #expect(try await keep(stage, ["final_on": "2025-02-03", "la": "999", "officer": "Jo Hill"]).status == 303)
        #expect(try await stage.stage.visit(.send, "\(path)/end", as: stage.amira, form: ["ended_on": "2026-11-01", "end_reason": ""]).status == 422)
        #expect(try await stage.stage.visit(.send, "\(path)/end", as: stage.amira, form: ["ended_on": "2026-11-01", "end_reason": "2"]).status == 303)
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("Needs are met without a plan"))
        #expect(try await stage.stage.visit(.read, "\(path)/end", as: stage.amira).status == 404)
        #expect(try await events(stage).filter { $0.hasPrefix("ehcPlan") } == ["ehcPlan.added", "ehcPlan.changed", "ehcPlan.ended"])
        #expect(try await stage.stage.store.check().isEmpty)
    }

    @Test("Nobody out of sight finds a plan; who reads and does not decide finds no form")
    func sight() async throws {
        let stage = try await StatutoryStage(), path = "/pupils/\(stage.sam.id)/ehc"
        try await keep(stage)
        let teacher = Viewer(name: "Tom Reed", role: .teacher, sight: .pupils([stage.sam.id])), parent = Viewer(name: "Pat", role: .parent, sight: .pupils([stage.sam.id]))
        for viewer in [teacher, parent, .ruth, .dev, .grace(at: stage.elm.id), .amira(at: stage.oak.id)] {
            for place in [path, "\(path)/keep", "\(path)/end", "\(path)/transfer", "\(path)/versions/add"] { #expect(try await stage.stage.visit(.read, place, as: viewer).status == 404, "\(viewer.name) \(place)") }
        }
        #expect(try await stage.stage.visit(.send, "\(path)/keep", as: .helen(at: stage.elm.id), form: ["band": "4"]).status == 404)
        #expect(try await !stage.stage.visit(.read, "/ehc", as: .amira(at: stage.oak.id)).text.contains("Whitlock"))
        #expect(try await stage.stage.visit(.read, "/ehc?school=\(stage.oak.id)", as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.read, "/ehc/grid?school=\(stage.oak.id)", as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.read, "/ehc/file", as: .dev).status == 404, "a data manager reads no plans")
    }

    @Test("Many plans come in by one grid: all of it or nothing, what is wrong beside its cell, pasted rows placed by UPN", arguments: StageEngine.here)
    func grid(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), ned = try await stage.stage.pupil("Ned", "Hurst", at: stage.elm, provision: "E"), mia = try await stage.stage.pupil("Mia", "Stone", at: stage.elm, provision: "E")
        let open = try await stage.stage.visit(.read, "/ehc/grid", as: stage.amira).text
        #expect(open.contains("Ned Hurst") && open.contains("Mia Stone") && !open.contains("Whitlock"), "those with E on the register")
        let cell = { (pupil: Pupil, fact: PlanFact) in PlanGrid.field(pupil.id, fact) }
        var typed = FormValues([("school", "\(stage.elm.id)"), ("part", "1"), (cell(ned, .finalOn), "3/2/2025"), (cell(ned, .topUp), "100 a week"), (cell(mia, .finalOn), "soon"), (cell(mia, .band), "4")])
        let wrong = try await stage.stage.visit(.send, "/ehc/grid", as: stage.amira, typed: typed)
        #expect(wrong.status == 422 && wrong.text.contains("“soon” is no day") && wrong.text.contains("100 a week"))
        #expect(try await stage.stage.read { try $0.value("SELECT COUNT(*) FROM ehc_plan", as: Int.self) } == 0, "nothing is half saved")
        typed.set(cell(mia, .finalOn), "4/3/2025")
        #expect(try await stage.stage.visit(.send, "/ehc/grid", as: stage.amira, typed: typed).next == "/ehc?school=\(stage.elm.id)&saved=2")
        let plans = try await stage.stage.read { try $0.all(EHCPlan.self, "WHERE 1 = 1 ORDER BY final_on") }
        #expect(plans.map(\.council) == ["999", "999"] && plans.first?.topUp == EHCPlan.TopUp(Pence(10_000), .week))
        let late = try await stage.stage.visit(.send, "/ehc/grid", as: stage.amira, typed: typed)
        #expect(late.status == 303, "the same again changes nothing")
        typed.set(cell(ned, .finalOn), "5/2/2025")
        let overtaken = try await stage.stage.visit(.send, "/ehc/grid", as: stage.amira, typed: typed)
        #expect(overtaken.status == 422 && overtaken.text.contains("Somebody else changed this plan meanwhile"))
        let pasted = FormValues([("school", "\(stage.elm.id)"), ("part", "1"), ("pasted", "UPN\tBand\tOfficer\n\(ned.upn ?? "")\tBand 7\tJo Hill")])
        let filled = try await stage.stage.visit(.send, "/ehc/grid/paste", as: stage.amira, typed: pasted)
        #expect(filled.status == 200 && filled.text.contains("value=\"Band 7\"") && filled.text.contains("2 cells filled in below"))
        let lost = FormValues([("school", "\(stage.elm.id)"), ("part", "1"), ("pasted", "UPN\tBand\nZ999\t4")])
        #expect(try await stage.stage.visit(.send, "/ehc/grid/paste", as: stage.amira, typed: lost).status == 422)
    }

    @Test("A plan goes section by section and line by line; versions are compared; section F is counted by provision", arguments: StageEngine.here)
    func sections(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = "/pupils/\(stage.sam.id)/ehc"
        try await keep(stage)
        let added = try await stage.stage.visit(.send, "\(path)/versions/add", as: stage.amira, form: ["kind": "final", "dated_on": "2026-09-01"]).next ?? "", version = String(added.split(separator: "?").first ?? "")
        #expect(version.hasPrefix("\(path)/versions/"))
        #expect(try await stage.stage.visit(.send, "\(version)/sections", as: stage.amira, form: ["section-B": "Words are hard to find", "outcomes": "Tells a story in five sentences | July 2027\nAsks for help"]).status == 303)
        #expect(try await stage.stage.visit(.send, "\(version)/lines", as: stage.amira, form: ["words": "Access to regular speech therapy\nA teaching assistant reads with Sam"]).status == 303)
        let page = try await stage.stage.visit(.read, version, as: .helen(at: stage.elm.id)).text
        #expect(page.contains("Tells a story in five sentences") && page.contains("To have access is not to get it") && !page.contains("It does not say how often") && page.contains("Not entered yet") && page.contains("No provision counts it") && page.contains("Section A is missing"))
        let sam = stage.sam.id, lines = try await stage.stage.read { try $0.all(SectionFLine.self, "WHERE pupil_id = \(sam) ORDER BY position") }, line = try #require(lines.last)
        let change = "\(path)/lines/\(line.id)/change", count = "\(path)/lines/\(line.id)/count"
        #expect(try await stage.stage.visit(.send, change, as: stage.amira, form: ["words": line.words, "times": "many", "per": "week"]).status == 422)
        #expect(try await stage.stage.visit(.send, change, as: stage.amira, form: ["words": line.words, "who": "Teaching assistant", "times": "2", "per": "week", "minutes": "20", "group_size": "1"]).status == 303)
        #expect(try await stage.stage.visit(.send, change, as: stage.amira, form: ["words": line.words, "who": "", "times": "2", "per": "week", "minutes": "20", "group_size": "1"]).status == 303)
        #expect(try await stage.stage.visit(.read, version, as: stage.amira).text.contains("It does not say who gives it"))
        #expect(try await stage.stage.visit(.read, count, as: stage.amira).text.contains("value=\"40\""), "what the line comes to is filled in")
        #expect(try await stage.stage.visit(.send, count, as: stage.amira, form: ["minutes": "40", "per": "week", "from": "2026-09-01"]).status == 303)
        let owed = try await stage.stage.read { try $0.owedLines(of: sam) }
        #expect(owed.count == 1 && owed[0].isSectionF && owed[0].isAlone && owed[0].minutes == 40)
        #expect(try await stage.stage.visit(.read, version, as: stage.amira).text.contains("minutes short"))
        let note = try await stage.stage.visit(.read, "\(path)/note", as: stage.amira).text
        #expect(note.contains("A teaching assistant reads with Sam") && note.contains("0 given") && note.contains("Nothing is sent from here"))
        let next = try await stage.stage.visit(.send, "\(path)/versions/add", as: stage.amira, form: ["kind": "amended", "dated_on": "2026-11-10", "copies": "yes"]).next ?? "", amended = String(next.split(separator: "?").first ?? "")
        #expect(try await stage.stage.visit(.send, "\(amended)/sections", as: stage.amira, form: ["section-B": "Words are hard to find and to say", "outcomes": "Asks for help"]).status == 303)
        let compared = try await stage.stage.visit(.read, "\(amended)/compare", as: stage.amira).text
        #expect(compared.contains("<ins>and to say</ins>") && compared.contains("<del>Tells a story in five sentences (July 2027)</del>"))
        #expect(try await stage.stage.read { try $0.ehcPlan(of: sam, for: .operator, on: day("2026-11-20"))?.plan.finalOn } == day("2026-11-10"))
        #expect(try await stage.stage.read { try $0.all(SectionFLine.self, "WHERE pupil_id = \(sam) AND owed_line_id IS NOT NULL").count } == 2, "the copy stays joined")
        #expect(try await stage.stage.visit(.send, "\(version)/sections", as: stage.amira, form: ["section-B": "Else"]).status == 404, "older versions stay as they were")
        #expect(try await stage.stage.visit(.send, change, as: stage.amira, form: ["words": "Else", "per": ""]).status == 404)
        #expect(try await stage.stage.visit(.read, "\(version)/compare", as: stage.amira).status == 404)
        #expect(try await stage.stage.store.check().isEmpty)
    }

    @Test("A file of plans shows what it would do, saves what is right, and is taken back")
    func file() async throws {
        let stage = try await StatutoryStage(), papers = StagePapers(), text = "UPN,Final plan,Last meeting,Top-up,LA\n\(stage.sam.upn ?? ""),3/2/2025,20/1/2026,5200 a year,\nZ1,1/1/2025,,,\n"
        let file = try papers.file(Array(text.utf8), named: "plans.csv")
        let sent = try await stage.stage.visit(.send, "/ehc/file", as: stage.amira, typed: FormValues([("school", "\(stage.elm.id)")]), files: [file])
        let path = try #require(sent.next), preview = try await stage.stage.visit(.read, path, as: stage.amira).text
        #expect(preview.contains("1 plan will be saved") && preview.contains("Nobody on the school’s roll"))
        #expect(try await stage.stage.read { try $0.value("SELECT COUNT(*) FROM ehc_plan", as: Int.self) } == 0, "a preview saves nothing")
        let receipt = try await stage.stage.visit(.send, "\(path)/apply", as: stage.amira).next ?? ""
        let sam = stage.sam.id, plan = try await stage.stage.read { try $0.all(EHCPlan.self, "WHERE pupil_id = \(sam)").first }
        #expect(plan?.metOn == day("2026-01-20") && plan?.council == "999")
        let number = try #require(ReceiptID(receipt.split(separator: "/").last.map { String($0.split(separator: "?")[0]) } ?? "")), now = stage.stage.now
        try await stage.stage.store.undoImport(number, as: stage.amira, Act(who: "Stage", at: now, way: .command))
        #expect(try await stage.stage.read { try $0.value("SELECT COUNT(*) FROM ehc_plan", as: Int.self) } == 0)
    }

    @Test("A move to another council’s area starts both clocks; the planner starts that of a change of phase")
    func moves() async throws {
        let stage = try await StatutoryStage(), path = "/pupils/\(stage.sam.id)/ehc", sam = stage.sam.id
        try await keep(stage)
        let moved = try await stage.stage.visit(.send, "\(path)/transfer", as: stage.amira, form: ["moved_on": "2026-11-02", "la": "331", "transferred_on": "2026-11-09", "stated": "council"])
        #expect(moved.next == "\(path)?saved=moved")
        let plan = try #require(try await stage.stage.read { try $0.all(EHCPlan.self, "WHERE pupil_id = \(sam)").first }), duties = try await stage.duties(of: plan.matter)
        #expect(plan.council == "331" && duties.one("TR-1")?.doneOn == day("2026-11-09") && duties.one("TR-2")?.dueOn == day("2026-12-21"))
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("What is owed by law"))
        try await stage.stage.act { try $0.execute("UPDATE school SET high_age = 9") }
        let list = try await stage.stage.visit(.read, "/ehc/transfers", as: stage.amira).text
        #expect(list.contains("Whitlock") && list.contains("14 Feb 2027 (PT-1)") && list.contains("Not started"))
        #expect(try await stage.stage.visit(.send, "/ehc/transfers", as: stage.amira, form: ["pupils": "\(sam)"]).next?.contains("saved=1") == true)
        #expect(try await stage.duties(of: plan.matter).one("PT-1")?.dueOn == day("2027-02-14"))
        #expect(try await stage.stage.visit(.send, "/ehc/transfers", as: stage.amira, form: ["pupils": "\(sam)"]).next?.contains("saved=0") == true, "the clock is started once")
        #expect(try await stage.stage.visit(.send, "/ehc/transfers", as: .helen(at: stage.elm.id), form: ["pupils": "\(sam)"]).status == 404)
    }

    @Test("The safety net finds E without a plan, a plan without its day, and section F that nothing counts", arguments: StageEngine.here)
    func safety(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine)
        let found = { (viewer: Viewer) async throws -> [String] in
            try await stage.stage.read { reader in try planSafetyRules.flatMap { rule in try rule.find(reader, SafetyQuestion(viewer: viewer, day: stage.stage.today)).map { "\(rule.id) \($0.upn)" } } }
        }
        #expect(try await found(.operator) == [])
        try await status("E", of: stage.sam, stage.stage)
        let upn = stage.sam.upn ?? ""
        #expect(try await found(stage.amira) == ["ehc-plan-missing \(upn)"])
        try await keep(stage, ["la": "999"])
        #expect(try await found(.operator) == ["ehc-plan-undated \(upn)"])
        try await keep(stage)
        #expect(try await found(.operator) == [])
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)/ehc", as: stage.amira).text.contains("nobody has begun it"))
        try await keep(stage, ["final_on": "2025-02-03", "met_on": "2026-09-03", "la": "999"])
        #expect(try await found(.operator) == [])
        let added = try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/ehc/versions/add", as: stage.amira, form: ["kind": "final", "dated_on": "2026-09-01"]).next ?? ""
        _ = try await stage.stage.visit(.send, "\(added.split(separator: "?")[0])/lines", as: stage.amira, form: ["words": "One\nTwo"])
        #expect(try await found(stage.amira) == ["section-f-uncounted \(upn)"])
        #expect(try await found(.amira(at: stage.oak.id)) == [])
    }
}
