import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Stage
@testable import Statutory
import Testing

/// What is due, on its pages.
struct DutyPagesTests {
    /// Sam's request of 7 September (NA-3 is 32 days late), Olga's advice (NA-5, in five days), Elm's report (11 days left).
    private func full(_ engine: StageEngine = .sqlite) async throws -> StatutoryStage {
        let stage = try await StatutoryStage(engine)
        try await stage.record(.needsAssessment, on: "2026-09-07")
        try await stage.record(.adviceRequest, on: "2026-10-14", of: Matter(.plan, row: RowID(9), pupil: stage.olga.id, school: stage.oak.id, council: "998"))
        try await stage.record(.informationReport, on: "2025-12-01", of: .school(stage.elm.id), stated: .ours)
        return stage
    }

    private func row(_ rule: String, _ stage: StatutoryStage) async throws -> RowID {
        try #require(try await stage.stage.read { try $0.value("SELECT id FROM statutory_duty WHERE rule = \(rule)", as: RowID.self) })
    }

    @Test("A SENCO sees what is late first, with why and who; the trust lead sees all schools; nobody else any")
    func list() async throws {
        let stage = try await full(), page = try await stage.stage.visit(.read, "/duties", as: stage.amira).text
        #expect(page.contains("32 days late") && page.contains("11 days left") && page.contains("6 weeks after 7 September 2026") && page.contains("reg 5(1)") && page.contains("Check locally"))
        #expect(page.contains("2 duties, what is latest first. 1 late.") && !page.contains("Birch"))
        let first = try await row("NA-3", stage)
        #expect(page.contains("/duties/\(first)/done"))
        let trust = try await stage.stage.visit(.read, "/duties?owner=school", as: .ruth).text
        #expect(!trust.contains("Olga Birch") && trust.contains("About a pupil") && trust.contains("Oak Primary School") && !trust.contains("/done") && !trust.contains("NA-3"))
        #expect(try await stage.stage.visit(.read, "/duties?days=90", as: stage.amira).text.contains("NA-6"))
        #expect(try await stage.stage.visit(.read, "/duties?school=\(stage.oak.id)", as: stage.amira).status == 404)
        let teacher = Viewer(name: "Tom Reed", role: .teacher, sight: .schools([stage.elm.id])), parent = Viewer(name: "Pat", role: .parent, sight: .pupils([stage.sam.id]))
        for viewer in [teacher, parent, .grace(at: stage.elm.id)] { #expect(try await stage.stage.visit(.read, "/duties", as: viewer).status == 404, "\(viewer.name)") }
    }

    @Test("A duty is marked as done on a day, is put right and is opened again; a later save than one's own is shown", arguments: StageEngine.here)
    func done(engine: StageEngine) async throws {
        let stage = try await full(engine), row = try await row("NA-3", stage), path = "/duties/\(row)/done"
        for viewer in [Viewer.amira(at: stage.oak.id), .ruth, .dev] {
            #expect(try await stage.stage.visit(.read, path, as: viewer).status == 404, "\(viewer.name)")
            #expect(try await stage.stage.visit(.send, path, as: viewer, form: ["done_on": "2026-11-01"]).status == 404, "\(viewer.name)")
        }
        #expect(try await stage.stage.visit(.read, "/duties/999/done", as: stage.amira).status == 404)
        let form = try await stage.stage.visit(.read, path, as: stage.amira)
        #expect(form.text.contains("Decide whether to assess") && form.text.contains("Sam Whitlock"))
        let refused = try await stage.stage.visit(.send, path, as: stage.amira, form: ["done_on": "2026-12-01", "words": "By letter", "seen": "1"])
        #expect(refused.status == 422 && refused.text.contains("This day is still to come") && refused.text.contains("By letter"))
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["done_on": "2026-10-28", "words": "By letter", "seen": "1"]).next == "/duties?school=\(stage.elm.id)&saved=done")
        #expect(try await stage.duties().one("NA-3")?.standing(today: stage.stage.today) == .metLate(days: 9))
        let second = try await stage.stage.visit(.send, path, as: .helen(at: stage.elm.id), form: ["done_on": "2026-10-29", "words": "My own", "seen": "1"])
        #expect(second.status == 409 && second.text.contains("My own") && second.text.contains("done on 28 October 2026"))
        #expect(try await stage.stage.visit(.send, path, as: .helen(at: stage.elm.id), form: ["done_on": "", "words": "", "seen": "2"]).status == 303)
        #expect(try await stage.duties().one("NA-3")?.isOpen == true)
        let sam = stage.sam.id
        let events = try await stage.stage.read { try $0.column("SELECT event FROM trail WHERE pupil_id = \(sam) AND event IN ('duty.met', 'duty.reopened') ORDER BY id", as: String.self) }
        #expect(events == ["duty.met", "duty.reopened"])
        let matter = stage.matter
        try await stage.stage.act { try $0.dropDuties(of: matter, because: "It was taken back") }
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["done_on": "2026-10-28"]).text.contains("owed no more: It was taken back"))
    }

    @Test("Only an excuse that the rule lists can be written down, with what shows it; the day stays and is no more counted", arguments: StageEngine.here)
    func excuse(engine: StageEngine) async throws {
        let stage = try await full(engine), path = "/duties/\(try await row("NA-3", stage))/excuse"
        let form = try await stage.stage.visit(.read, path, as: stage.amira).text
        #expect(form.contains("reg 5(4)(a)") && !form.contains("EX-APPT"))
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["ground": "EX-APPT", "evidence": "Letter"]).text.contains("The law knows no such excuse"))
        let empty = try await stage.stage.visit(.send, path, as: stage.amira, form: ["ground": "EX-SCH", "evidence": ""])
        #expect(empty.status == 422 && empty.text.contains("href=\"#evidence\""))
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["ground": "EX-SCH", "evidence": "Letter of 20 July"]).status == 303)
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["ground": "EX-SCH", "evidence": "Again"]).text.contains("written down already"))
        let page = try await stage.stage.visit(.read, "/duties", as: stage.amira).text
        #expect(page.contains("Excuse written down") && page.contains("None is late"))
        #expect(try await found("duty-late-la", stage).isEmpty)
        #expect(try await stage.stage.visit(.read, "/duties/\(try await row("SD-5", stage))/excuse", as: stage.amira).text.contains("Nothing excuses this duty"))
    }

    private func found(_ rule: String, _ stage: StatutoryStage, as viewer: Viewer = .operator, later: Int = 0) async throws -> [Finding] {
        let day = stage.stage.today + later
        return try await stage.stage.read { reader in try StatutoryArea().safetyRules.filter { $0.id == rule }.flatMap { try $0.find(reader, SafetyQuestion(viewer: viewer, day: day)) } }
    }

    @Test("The safety net finds late duties by owner, one for a pupil; what is estimated it never counts", arguments: StageEngine.here)
    func safetyNet(engine: StageEngine) async throws {
        let stage = try await full(engine)
        let council = try await found("duty-late-la", stage)
        #expect(council.map(\.pupil) == [stage.sam.id] && council.first?.since == day("2026-10-20"))
        #expect(try await found("duty-late-school", stage).isEmpty)
        #expect(try await found("duty-late-school", stage, later: 30).map(\.urn) == ["999002", "999001"])
        #expect(try await found("duty-late-la", stage, later: 70).first?.message.contains("So is one thing more") == true)
        #expect(try await found("duty-late-la", stage, as: .amira(at: stage.oak.id)).isEmpty)
        try await stage.record(.needsAssessment, on: "2026-09-07", stated: .estimated)
        #expect(try await found("duty-late-la", stage, later: 60).isEmpty)
        #expect(try await stage.stage.visit(.read, "/duties", as: stage.amira).text.contains("From an estimated day: not counted"))
    }

    @Test("A school writes down its own days: this year's report is what last year's asked for, and a wrong day is put right", arguments: StageEngine.here)
    func ownDays(engine: StageEngine) async throws {
        let stage = try await full(engine), school = "/schools/\(stage.elm.id)/duties", record = "\(school)/record", helen = Viewer.helen(at: stage.elm.id)
        #expect(try await stage.stage.visit(.read, school, as: .ruth).text.contains("No day is written down"))
        #expect(try await stage.stage.visit(.read, "\(record)?event=informationReport", as: helen).status == 404)
        #expect(try await stage.stage.visit(.read, "\(record)?event=information-report", as: .ruth).status == 404)
        #expect(try await stage.stage.visit(.read, school, as: .amira(at: stage.oak.id)).status == 404)
        #expect(try await stage.stage.visit(.read, "\(record)?event=information-report", as: helen).text.contains("What stands: 1 December 2025."))
        let early = try await stage.stage.visit(.send, record, as: helen, form: ["event": "information-report", "day": "2025-11-01", "why": "again"])
        #expect(early.status == 422 && early.text.contains("Give a later one"))
        #expect(try await stage.stage.visit(.send, record, as: helen, form: ["event": "information-report", "day": "2026-11-12", "why": "again", "words": "On the website"]).next == "\(school)?saved=day")
        #expect(try await stage.duties(of: .school(stage.elm.id)).lines == ["SD-5 2026-12-01, done 2026-11-12", "SD-5 2027-11-12"])
        let stale = try await stage.stage.visit(.send, record, as: stage.amira, form: ["event": "information-report", "day": "2026-11-13", "why": "wrong", "seen": "1"])
        #expect(stale.status == 409 && stale.text.contains("Helen Marsh"))
        #expect(try await stage.stage.visit(.send, record, as: stage.amira, form: ["event": "information-report", "day": "2026-11-13", "why": "wrong"]).status == 303)
        #expect(try await stage.duties(of: .school(stage.elm.id)).lines == ["SD-5 2026-12-01, done 2026-11-13", "SD-5 2027-11-13"])
        for (event, on) in [("senco-appointed", "2025-09-01")] {
            #expect(try await stage.stage.visit(.send, record, as: helen, form: ["event": event, "day": on, "why": "again"]).status == 303, "\(event)")
        }
        let lines = try await stage.duties(of: .school(stage.elm.id)).lines
        #expect(lines.contains("SD-3c 2026-11-01") && lines.contains("SD-3 2028-09-01"))
        #expect(try await stage.stage.visit(.read, school, as: helen).text.contains("19 days late"))
    }

    @Test("A healthcare plan's day is written down for a pupil, and stands on the pupil's page with what is owed", arguments: StageEngine.here)
    func healthcare(engine: StageEngine) async throws {
        let stage = try await full(engine), path = "/pupils/\(stage.sam.id)/duties/record"
        for viewer in [Viewer.ruth, .amira(at: stage.oak.id), .helen(at: stage.elm.id)] { #expect(try await stage.stage.visit(.read, path, as: viewer).status == 404, "\(viewer.name)") }
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["day": "2026-12-24"]).status == 422)
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["day": "2025-11-03", "words": "With the nurse"]).next == "/pupils/\(stage.sam.id)?saved=duty#duties")
        let page = try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)?saved=duty", as: stage.amira).text
        #expect(page.contains("Saved. What is due is reckoned from that day.") && page.contains("Review the individual healthcare plan") && page.contains("17 days late") && page.contains("Decide whether to assess"))
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["day": "2026-11-17", "why": "again"]).status == 303)
        #expect(try await stage.duties(of: .school(stage.elm.id, pupil: stage.sam.id)).lines == ["SD-12 2026-11-03, done 2026-11-17", "SD-12 2027-11-17"])
        let teacher = Viewer(name: "Tom Reed", role: .teacher, sight: .schools([stage.elm.id]))
        #expect(try await !stage.stage.visit(.read, "/pupils/\(stage.sam.id)", as: teacher).text.contains("Legal duties"))
    }

    @Test("Today says what is late at one's own school and what comes next; programs read the same without names")
    func todayAndPrograms() async throws {
        let stage = try await full(), amira = stage.amira, today = stage.stage.today
        let lines = try await stage.stage.read { reader in try StatutoryArea().todayItems.flatMap { try $0.find(reader, amira, today) } }
        #expect(lines.map(\.text).filter { !$0.contains("inclusion strategy") } == ["1 thing that the council owes is late.", "1 legal duty of the school is due within two weeks."])
        let parent = Viewer(name: "Pat", role: .parent, sight: .pupils([stage.sam.id]))
        #expect(try await stage.stage.read { reader in try StatutoryArea().todayItems.flatMap { try $0.find(reader, parent, today) } }.isEmpty)
        let answer = try await stage.stage.visit(.read, "/api/v1/duties?days=60&owner=la", as: amira).text
        #expect(answer.contains(#""id":"NA-3""#) && answer.contains(#""late_days":32"#) && answer.contains(#""id":"NA-6""#) && !answer.contains("Whitlock") && !answer.contains("SD-5"))
        #expect(try await stage.stage.visit(.read, "/api/v1/duties?owner=council", as: amira).status == 422)
    }

    @Test("The list is read from its index, however many are done")
    func plan() async throws {
        let stage = try await full()
        let plan = try await stage.stage.read { try $0.plan(of: "SELECT d.id FROM statutory_duty d WHERE d.done_on IS NULL AND d.dropped_because = '' AND d.due_on <= \(day("2026-12-20")) ORDER BY d.due_on") }
        #expect(plan.contains("statutory_duty_open"), "\(plan)")
    }
}
