import Access
@testable import Agencies
import AreaKit
import Basics
import Database
import Pages
import People
import Stage
import Testing

/// Early help on its pages, from the council's way to closing.
struct EarlyHelpPagesTests {
    /// Begins it for Sam, and gives the address of its page.
    private func begun(_ stage: AgenciesStage, _ changed: [String: String] = [:]) async throws -> (answer: Answer, path: String) {
        let answer = try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/early-help/start", as: stage.amira, typed: FormValues(usual.merging(changed) { $1 }.map { ($0.key, $0.value) }))
        return (answer, String((answer.next ?? "").split(separator: "?").first ?? ""))
    }

    private let usual = [
        "scheme": "", "started_on": "2026-11-18", "strengths": "Draws for hours", "needs": "Sleep, says the family", "wanted": "Calm evenings", "household": "Pat, mother\nLee, brother", "given_by": "Pat, mother", "way": "form",
        "given_on": "2026-11-18", "until": "2027-11-18", "consent_words": "All who help", "lead_name": "Priya Nair", "lead_organisation": "Family Help", "lead_contact": "01632 960170", "review_on": "2026-12-10",
    ]

    private func add(_ stage: AgenciesStage, _ name: String = "Family Help") async throws -> Answer {
        try await stage.stage.visit(.send, "/early-help/schemes/add", as: stage.amira, form: [
            "la_code": "999", "name": name, "assessment": "Family Help Assessment", "meeting": "Team around the Family", "steps": "Visit the family | 10\nWrite the plan", "review_days": "42", "form": "On the portal",
            "threshold": "", "website": "", "email": "", "phone": "", "note": "", "checked_on": "2026-11-01"])
    }

    @Test("A council's way brings names, steps and days; a SENCO takes it from beginning to end", arguments: StageEngine.here)
    func whole(engine: StageEngine) async throws {
        let stage = try await AgenciesStage(engine), here = stage.stage
        #expect(try await add(stage).status == 303)
        let scheme = try #require(try await here.read { try $0.value("SELECT id FROM early_help_scheme", as: RowID.self) })
        let form = try await here.visit(.read, "/pupils/\(stage.sam.id)/early-help/start", as: stage.amira).text
        #expect(form.contains("<option value=\"\(scheme)\" selected>Family Help, "), "the council's way is chosen already")
        let (answer, path) = try await begun(stage, ["scheme": "\(scheme)", "review_on": ""])
        #expect(answer.status == 303)
        let page = try await here.visit(.read, path, as: stage.amira).text
        for words in ["Family Help for Sam", "Draws for hours", "Priya Nair, Family Help", "Visit the family", "Still to do", "by 28 Nov 2026", "Team around the Family: <b>30 Dec 2026", "Pat, mother"] { #expect(page.contains(words), "\(words)") }
        let step = try #require(try await here.read { try $0.value("SELECT id FROM early_help_step ORDER BY position", as: RowID.self) })
        #expect(try await here.visit(.send, "/pupils/\(stage.sam.id)/early-help-steps/\(step)", as: stage.amira, form: ["state": "done", "happened_on": "2026-11-19", "words": "Tea and cake"]).status == 303)
        #expect(try await here.visit(.send, "\(path)/action", as: stage.amira, form: ["what": "Ring the clinic", "owner": "family", "owner_words": "", "due": "2026-12-01"]).status == 303)
        #expect(try await here.visit(.send, "\(path)/lead", as: stage.amira, form: ["lead_name": "Joan Fyfe", "lead_organisation": "this school", "lead_contact": "", "from": "2026-11-20"]).status == 303)
        #expect(try await here.visit(.send, "\(path)/next", as: stage.amira, form: ["review_on": "2026-12-15"]).status == 303)
        let meeting: KeyValuePairs<String, String> = ["held_on": "2026-11-20", "people": "Pat, mother\nJoan Fyfe", "child_view": "I sleep", "family_view": "It is calmer", "progress": "Four nights of seven", "next_on": "2027-01-08"]
        #expect(try await here.visit(.send, "\(path)/meeting", as: stage.amira, form: meeting).status == 303)
        let row = try #require(try await here.read { try $0.value("SELECT id FROM early_help_meeting", as: RowID.self) })
        #expect(try await here.visit(.send, "/pupils/\(stage.sam.id)/early-help-meetings/\(row)", as: stage.amira, form: ["held_on": "2026-11-20", "people": "Pat, mother", "progress": "Five nights of seven", "next_on": "2027-01-15"]).status == 303)
        let after = try await here.visit(.read, path, as: .helen(at: stage.elm.id)).text
        for words in ["Tea and cake", "Ring the clinic", "Joan Fyfe, this school", "Priya Nair, Family Help, 18 Nov 2026 to 20 Nov 2026", "Five nights of seven", "15 Jan 2027"] { #expect(after.contains(words), "\(words)") }
        #expect(!after.contains("\(path)/close"), "a head reads it, and does not act")
        #expect(try await here.visit(.read, "/early-help", as: stage.amira).text.contains("Joan Fyfe"))
        #expect(try await here.visit(.send, "\(path)/close", as: stage.amira, form: ["ending": "met", "closed_on": "2026-11-20", "closed_words": "They go on alone"]).status == 303)
        let pupil = try await here.visit(.read, "/pupils/\(stage.sam.id)", as: stage.amira).text
        #expect(pupil.contains("Family Help begun.") && pupil.contains("Team around the Family held.") && pupil.contains("Family Help closed.") && pupil.contains("Begin early help"))
        #expect(try await here.visit(.read, "/early-help?state=closed", as: stage.amira).text.contains("Whitlock"))
        #expect(try await here.visit(.send, "\(path)/reopen", as: stage.amira).status == 303)
        let events = try await stage.events(of: stage.sam.id)
        for event in ["earlyHelp.started", "earlyHelpConsent.given", "earlyHelpLead.named", "earlyHelpLead.ended", "earlyHelpStep.done", "earlyHelpMeeting.held", "earlyHelpMeeting.changed", "earlyHelp.meetingSet", "earlyHelp.closed", "earlyHelp.reopened"] { #expect(events.contains(event), "\(event)") }
        #expect(try await here.store.check().isEmpty)
    }

    @Test("What is missing stands beside its field, what was typed stays, and nothing is half saved", arguments: StageEngine.here)
    func refused(engine: StageEngine) async throws {
        let stage = try await AgenciesStage(engine)
        let (wrong, _) = try await begun(stage, ["given_by": "", "until": "2040-01-01", "strengths": ""])
        for field in ["given_by", "until", "strengths"] { #expect(wrong.status == 422 && wrong.text.contains("href=\"#\(field)\""), "\(field)") }
        #expect(wrong.text.contains("Sleep, says the family") && wrong.text.contains("Lee, brother"))
        let counts: [SQL] = ["SELECT COUNT(*) FROM early_help", "SELECT COUNT(*) FROM early_help_consent", "SELECT COUNT(*) FROM early_help_step", "SELECT COUNT(*) FROM early_help_lead"]
        for count in counts { #expect(try await stage.stage.read { try $0.value(count, as: Int.self) } == 0) }
        #expect(try await begun(stage, ["scheme": "77"]).answer.status == 422)
        #expect(try await begun(stage).answer.status == 303)
        let second = try await begun(stage).answer
        #expect(second.status == 422 && second.text.contains("open already"))
    }

    @Test("A step of another pupil, another school's pupil and those who don't see the record find nothing")
    func sight() async throws {
        let stage = try await AgenciesStage(), here = stage.stage, (_, path) = try await begun(stage), helen = Viewer.helen(at: stage.elm.id)
        let teacher = Viewer(name: "Tom Reed", role: .teacher, sight: .pupils([stage.sam.id])), parent = Viewer(name: "Pat", role: .parent, sight: .pupils([stage.sam.id]))
        for viewer in [teacher, parent, .ruth, .grace(at: stage.elm.id), .amira(at: stage.oak.id)] {
            for place in [path, "\(path)/meeting", "\(path)/close", "/pupils/\(stage.sam.id)/early-help/start"] { #expect(try await here.visit(.read, place, as: viewer).status == 404, "\(viewer.name) \(place)") }
        }
        for place in ["meeting", "close", "lead", "consent", "next", "action", "change"] { #expect(try await here.visit(.read, "\(path)/\(place)", as: helen).status == 404, "\(place)") }
        #expect(try await here.visit(.send, "\(path)/close", as: helen, form: ["ending": "met", "closed_on": "2026-11-20", "closed_words": "No"]).status == 404)
        #expect(try await here.visit(.send, "\(path)/reopen", as: helen).status == 404)
        let step = try #require(try await here.read { try $0.value("SELECT id FROM early_help_step", as: RowID.self) })
        #expect(try await here.visit(.read, "/pupils/\(stage.olga.id)/early-help-steps/\(step)", as: .operator).status == 404)
        #expect(try await here.visit(.read, path.replacing("/pupils/\(stage.sam.id)", with: "/pupils/\(stage.olga.id)"), as: .operator).status == 404)
        #expect(try await !here.visit(.read, "/early-help", as: .amira(at: stage.oak.id)).text.contains("Whitlock"))
        #expect(try await here.visit(.read, "/early-help?school=\(stage.oak.id)", as: stage.amira).status == 404)
        let others = try await here.visit(.read, "/pupils/\(stage.sam.id)", as: teacher).text
        #expect(!others.contains("Early help"), "who does not read the record does not learn of it")
    }

    @Test("Where the family takes their yes back, the page says so and what to do", arguments: StageEngine.here)
    func takenBack(engine: StageEngine) async throws {
        let stage = try await AgenciesStage(engine), here = stage.stage, (_, path) = try await begun(stage)
        let consent = try #require(try await here.read { try $0.value("SELECT id FROM early_help_consent", as: RowID.self) })
        #expect(try await here.visit(.send, "/pupils/\(stage.sam.id)/early-help-consents/\(consent)/end", as: stage.amira, form: ["ended_on": "2026-11-20", "reason": "They told us so"]).status == 303)
        let page = try await here.visit(.read, path, as: stage.amira).text
        #expect(page.contains("consent does not hold today") && page.contains("\(path)/consent") && page.contains("\(path)/close"))
        #expect(try await here.visit(.send, "\(path)/consent", as: stage.amira, form: ["given_by": "Pat, mother", "way": "spoken", "given_on": "2026-11-20", "until": "2027-05-01", "consent_words": ""]).status == 303)
        #expect(try await !here.visit(.read, path, as: stage.amira).text.contains("consent does not hold today"))
    }

    @Test("The council's way is kept by a SENCO and the trust, refused with what is wrong, overtaken with the other's words, and closed")
    func schemes() async throws {
        let stage = try await AgenciesStage(), here = stage.stage
        let wrong = try await here.visit(.send, "/early-help/schemes/add", as: stage.amira, form: ["la_code": "99", "name": "Family Help", "steps": "Visit | soon"])
        #expect(wrong.status == 422 && wrong.text.contains("href=\"#la_code\"") && wrong.text.contains("href=\"#steps\"") && wrong.text.contains("Visit | soon"))
        _ = try await add(stage)
        #expect(try await add(stage).status == 422, "the same name twice")
        let row = try #require(try await here.read { try $0.value("SELECT id FROM early_help_scheme", as: RowID.self) }), change = "/early-help/schemes/\(row)"
        for viewer in [Viewer.helen(at: stage.elm.id), .grace(at: stage.elm.id)] { #expect(try await here.visit(.read, change, as: viewer).status == 404) }
        let opened = try await here.visit(.read, change, as: stage.amira).text
        #expect(opened.contains("Visit the family | 10"))
        let seen = opened.split(separator: "name=\"seen\" value=\"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) } ?? ""
        #expect(try await here.visit(.send, change, as: .operator, form: ["la_code": "999", "name": "Family Help", "steps": "Visit", "seen": seen]).status == 303)
        #expect(try await here.visit(.send, change, as: stage.amira, form: ["la_code": "999", "name": "Family Help", "steps": "My own step", "seen": seen]).status == 409)
        #expect(try await here.visit(.send, "\(change)/close", as: stage.amira, form: ["last_day": "2026-11-19", "reason": "The council changed it"]).status == 303)
        #expect(try await here.visit(.read, "/early-help/schemes", as: .helen(at: stage.elm.id)).text.contains("The council changed it"))
        #expect(try await !here.visit(.read, "/pupils/\(stage.sam.id)/early-help/start", as: stage.amira).text.contains("Family Help, "))
    }

    @Test("The net finds a late meeting, none set, consent that ended, and that nobody leads; only for those who read the record", arguments: StageEngine.here)
    func net(engine: StageEngine) async throws {
        let stage = try await AgenciesStage(engine), here = stage.stage, (_, path) = try await begun(stage, ["until": "2026-12-20", "lead_name": "", "lead_organisation": "", "lead_contact": ""])
        for (rule, days) in [("early-help-meeting-late", 20), ("early-help-unled", 12), ("early-help-without-consent", 30)] { #expect(try await stage.found(rule, later: days).isEmpty, "\(rule)") }
        let late = try #require(try await stage.found("early-help-meeting-late", later: 21).first)
        #expect(late.since == Day("2026-12-11") && late.next.text == path && late.subject.hasPrefix("early-help-"))
        #expect(try await stage.found("early-help-unled", later: 13).first?.since == Day("2026-12-03"))
        #expect(try await stage.found("early-help-without-consent", later: 31).count == 1)
        for rule in ["early-help-meeting-late", "early-help-unled", "early-help-without-consent"] {
            #expect(try await stage.found(rule, as: stage.amira, later: 40).count == 1, "\(rule)")
            for viewer in [Viewer.ruth, .amira(at: stage.oak.id)] { #expect(try await stage.found(rule, as: viewer, later: 40).isEmpty, "\(rule)") }
        }
        _ = try await here.visit(.send, "\(path)/meeting", as: stage.amira, form: ["held_on": "2026-11-20", "people": "Pat", "progress": "Well", "is_last": "yes"])
        #expect(try await stage.found("early-help-meeting-late", later: 14).isEmpty)
        #expect(try await stage.found("early-help-meeting-late", later: 15).first?.message == "No day is set for a meeting.")
        _ = try await here.visit(.send, "\(path)/close", as: stage.amira, form: ["ending": "declined", "closed_on": "2026-11-20", "closed_words": "They go on alone"])
        for rule in ["early-help-meeting-late", "early-help-unled", "early-help-without-consent"] { #expect(try await stage.found(rule, later: 60).isEmpty) }
    }

    @Test("Today and the daily letter say what is late and what comes in the next week")
    func today() async throws {
        let stage = try await AgenciesStage()
        _ = try await begun(stage)
        func lines(_ later: Int) async throws -> [String] {
            let day = stage.stage.today + later
            return try await stage.stage.read { reader in try AgenciesArea().todayItems.flatMap { try $0.find(reader, stage.amira, day) }.map(\.text).filter { $0.contains("early help") } }
        }
        #expect(try await lines(5).isEmpty)
        #expect(try await lines(14) == ["1 early help meeting in the next week."])
        #expect(try await lines(21) == ["1 early help meeting is late."])
    }

    @Test("A copy of the record has all of it, in words, and marks what tells of others")
    func copy() async throws {
        let stage = try await AgenciesStage()
        _ = try await begun(stage)
        let rows = try await stage.stage.read { reader in try AgenciesArea().subjectSources.flatMap { try $0.find(reader, .pupil(stage.sam.id)) } }
        for table in ["early_help", "early_help_consent", "early_help_lead", "early_help_step"] { #expect(rows.contains { $0.table == table }, "\(table)") }
        #expect(rows.filter { $0.table == "early_help" }.allSatisfy { !$0.hints.isEmpty })
    }
}
