import Access
import AreaKit
import Basics
import Database
import Pages
@testable import People
import Stage
@testable import Statutory
import Testing

/// Annual reviews on their pages, from the beginning to the final plan.
struct ReviewPagesTests {
    /// Elm's Sam with a review whose meeting is on 20 January 2027, and a health professional who is asked.
    private struct Setting {
        let stage: StatutoryStage
        let path: String

        var sam: PupilID { stage.sam.id }

        func send(_ place: String, _ form: KeyValuePairs<String, String>, as viewer: Viewer? = nil) async throws -> Answer {
            try await stage.stage.visit(.send, path + place, as: viewer ?? stage.amira, form: form)
        }

        func page(_ place: String = "", as viewer: Viewer? = nil) async throws -> Answer { try await stage.stage.visit(.read, path + place, as: viewer ?? stage.amira) }

        func person(_ name: String) async throws -> RowID {
            let sam = sam
            return try #require(try await stage.stage.read { try $0.value("SELECT id FROM review_person WHERE pupil_id = \(sam) AND name = \(name)", as: RowID.self) })
        }

        func events() async throws -> [String] {
            let sam = sam
            return try await stage.stage.read { try $0.column("SELECT event FROM trail WHERE pupil_id = \(sam) ORDER BY id", as: String.self) }
        }

        /// The link and the code that a press made.
        func link(_ name: String) async throws -> (path: String, code: String) {
            let answer = try await stage.stage.visit(.send, "/pupils/\(sam)/reviewers/\(try await person(name))/link", as: stage.amira)
            let codes = answer.text.matches(of: /<code class="link">([^<]*)<\/code>/).map { String($0.1) }
            return (codes.first ?? "", codes.last ?? "")
        }

        func duties() async throws -> [String] {
            let sam = sam
            return try await stage.stage.read { reader in
                try reader.all(OwedDuty.self, "WHERE pupil_id = \(sam) ORDER BY rule, due_on").map { "\($0.rule) \($0.droppedBecause.isEmpty ? $0.doneOn == nil ? "open" : "done" : "dropped")" }
            }
        }
    }

    private func begun(_ engine: StageEngine = .sqlite, kind: String = "plan") async throws -> Setting {
        let stage = try await StatutoryStage(engine), start = "/pupils/\(stage.sam.id)/reviews/start"
        let answer = try await stage.stage.visit(.send, start, as: stage.amira, form: ["kind": kind, "met_on": "2026-02-18", "final_on": "", "own_day": kind == "plan" ? "" : "2027-02-17", "la": ""])
        let setting = Setting(stage: stage, path: String((answer.next ?? "").split(separator: "?").first ?? ""))
        _ = try await setting.send("/meeting", ["meeting_on": "2027-01-20", "meeting_at": "14:00", "place": "Library", "chair": "Amira Khan"])
        _ = try await setting.send("/people", ["role": "health", "name": "Dr Ahmed", "email": "ahmed@example.org"])
        return setting
    }

    private let meeting: KeyValuePairs<String, String> = [
        "held_on": "2026-11-20", "pupil_view": "Likes art", "family_view": "Calmer mornings", "school_view": "Joins in", "other_view": "", "differences": "The family wants therapy each week", "conclusion": "amend",
        "changes": "Section F: four times a week", "outcome_0": "Asks for help", "progress_0": "on-track", "words_0": "Six of eight visits",
    ]

    @Test("Programs read the days of reviews in their sight, and no words", arguments: StageEngine.here)
    func api(engine: StageEngine) async throws {
        let setting = try await begun(engine), stage = setting.stage, list = "/api/v1/annual-reviews"
        let found = try await stage.stage.visit(.read, list, as: stage.amira).text
        #expect(found.contains("\"due_on\":\"2027-02-17\"") && found.contains("\"latest_meeting\":\"2027-01-20\"") && found.contains("\"held_on\":null"))
        for words in ["Sam", "Ahmed", "Library"] { #expect(!found.contains(words)) }
        #expect(try await !stage.stage.visit(.read, list, as: .amira(at: stage.oak.id)).text.contains("2027-02-17"))
        #expect(try await stage.stage.visit(.read, list, as: .nobody).status != 200)
    }

    @Test("From the beginning to the final plan, each day met or dropped as the law has it", arguments: StageEngine.here)
    func whole(engine: StageEngine) async throws {
        let setting = try await begun(engine), page = try await setting.page().text
        #expect(page.contains("complete by 17 February 2027") && page.contains("Say that everybody is invited") && page.contains("9 December 2026") && page.contains("Regulation 20(2) names them"))
        #expect(try await setting.duties() == ["AR-5 open", "AR-6 open"], "a meeting that is only planned makes the council owe nothing")
        #expect(try await setting.send("/invited", ["happened_on": "2026-11-20"]).status == 303)
        let words = "/pupils/\(setting.sam)/reviewers/\(try await setting.person("Sam"))/words"
        #expect(try await setting.stage.stage.visit(.send, words, as: setting.stage.amira, form: ["well": "I like art", "hard": "", "wanted": "", "more": ""]).status == 303)
        #expect(try await setting.page("/pack").text.contains("I like art"))
        let people = [try await setting.person("Sam"), try await setting.person("Dr Ahmed")]
        let typed = FormValues([("happened_on", "2026-11-20")] + people.map { ("to", "\($0)") })
        #expect(try await setting.stage.stage.visit(.send, setting.path + "/circulate", as: setting.stage.amira, typed: typed).status == 303)
        #expect(try await setting.page().text.contains("Who got what"))
        #expect(try await setting.send("/record", meeting).next == setting.path + "?saved=record")
        #expect(try await setting.duties() == ["AR-2 open", "AR-5 done", "AR-6 done", "AR-8 open", "AR-9 open"], "held on another day: what was done stays done, and what is owed only for changes is not there")
        #expect(try await setting.send("/action", ["what": "Train two assistants", "owner": "me", "owner_words": "", "due": "2027-01-10"]).status == 303)
        let report = try await setting.page("/report").text
        for said in ["The family wants therapy each week", "Asks for help", "On the way, in time", "Train two assistants", "Section F: four times a week", "Change it"] { #expect(report.contains(said), "\(said)") }
        #expect(try await setting.stage.stage.visit(.send, setting.path + "/report/send", as: setting.stage.amira, typed: typed).status == 303)
        #expect(try await setting.send("/record", meeting).status == 422)
        for (to, more) in [("decided", ("decision", "amend")), ("noticed", ("words", "By post")), ("commented", ("words", "A letter")), ("finished", ("ending", "changed"))] {
            #expect(try await setting.send("/council", ["to": to, "happened_on": "2026-11-20", "stated": "council", more.0: more.1]).status == 303, "\(to)")
        }
        #expect(try await setting.page().text.contains("Complete. The council decided on 20 November 2026: change it."))
        let duties = try await setting.duties()
        for rule in ["AR-5", "AR-6", "AR-8", "AR-9", "AR-10", "AR-12", "AR-14"] { #expect(duties.contains("\(rule) done"), "\(rule) in \(duties)") }
        #expect(duties.contains("AR-13 dropped") && duties.contains("AR-2 open"))
        let events = try await setting.events()
        for event in ["annualReview.started", "annualReview.planned", "reviewPerson.asked", "annualReview.invited", "reviewContribution.given", "reviewCirculation.sent", "annualReview.circulated", "annualReview.held",
                      "reviewRecord.written", "reviewOutcome.seen", "action.made", "annualReview.reported", "annualReview.decided", "annualReview.noticed", "annualReview.finished"] { #expect(events.contains(event), "\(event)") }
        #expect(try await setting.stage.stage.store.check().isEmpty)
    }

    @Test("Where the plan stays, nothing more is owed but the next review, and the review before is complete", arguments: StageEngine.here)
    func keeps(engine: StageEngine) async throws {
        let setting = try await begun(engine), sam = setting.sam, elm = setting.stage.elm.id
        let before = Matter(.plan, row: RowID(77), pupil: sam, school: elm, council: "999")
        try await setting.stage.record(.firstPlan, on: "2026-02-18", of: before)
        _ = try await setting.send("/record", meeting)
        _ = try await setting.send("/council", ["to": "decided", "happened_on": "2026-11-20", "stated": "council", "decision": "keep"])
        let duties = try await setting.duties()
        #expect(duties.contains("AR-1 done") && duties.contains("AR-9 done") && duties.contains("AR-2 open") && !duties.contains("AR-12 open") && duties.contains("MT-1 open"), "\(duties)")
        #expect(try await setting.send("/council", ["to": "noticed", "happened_on": "2026-11-20", "stated": "council"]).status == 422)
        #expect(try await setting.send("/invited", ["happened_on": "2026-10-01"]).status == 303, "what was done before can be written down after the decision")
        #expect(try await setting.duties().contains("AR-5 done"))
    }

    @Test("A slip in the decision is put right: what it met is owed again, what followed is owed no more, the plan says what it said", arguments: StageEngine.here)
    func takenBack(engine: StageEngine) async throws {
        let setting = try await begun(engine), sam = setting.sam, elm = setting.stage.elm.id
        try await setting.stage.stage.act { writer in
            var plan = EHCPlan(pupil: sam, school: elm)
            (plan.council, plan.finalOn, plan.metOn) = ("999", day("2025-02-01"), day("2026-02-18"))
            try writer.save(Change("ehcPlan.added", to: plan))
        }
        _ = try await setting.send("/record", meeting)
        let before = try await setting.duties()
        #expect(try await setting.send("/council", ["to": "decided", "happened_on": "2026-11-20", "stated": "council", "decision": "keep"]).status == 303)
        let form = try await setting.page("/council/back")
        #expect(form.status == 200 && form.text.contains("Take the decision back"))
        #expect(try await setting.send("/council/back", ["reason": ""]).status == 422)
        #expect(try await setting.send("/council/back", ["reason": "The letter says change"]).next == setting.path + "?saved=back")
        #expect(try await setting.duties().filter { !$0.hasSuffix("dropped") } == before)
        #expect(try await setting.stage.stage.read { try $0.all(EHCPlan.self, "WHERE pupil_id = \(sam)").first?.metOn } == day("2026-02-18"))
        #expect(try await setting.send("/council", ["to": "decided", "happened_on": "2026-11-20", "stated": "council", "decision": "amend"]).status == 303)
        #expect(try await setting.duties().contains("AR-12 open"))
        #expect(try await setting.send("/council/back", ["reason": "Again"]).status == 303)
        #expect(try await !setting.duties().contains("AR-12 open"))
        #expect(try await setting.events().contains("annualReview.decisionTakenBack"))
        #expect(try await setting.stage.stage.store.check().isEmpty)
    }

    @Test("Whoever has parental responsibility stands on the list, whoever gets no papers with the reason; who has not written is reminded by a person")
    func everybody() async throws {
        let stage = try await StatutoryStage(.sqlite), sam = stage.sam.id
        try await stage.stage.act { writer in
            for (place, name, papers) in [(1, "Pat", true), (2, "Lee", false)] {
                var contact = Contact(id: .new, pupil: sam, position: place)
                (contact.title, contact.forename, contact.surname, contact.responsibility, contact.mayReceivePapers) = ("Mx", name, "Whitlock", true, papers)
                try writer.save(Change("contact.added", to: contact))
            }
        }
        let begun = try await stage.stage.visit(.send, "/pupils/\(sam)/reviews/start", as: stage.amira, form: ["kind": "plan", "met_on": "2026-02-18"])
        let setting = Setting(stage: stage, path: String((begun.next ?? "").split(separator: "?").first ?? "")), page = try await setting.page().text
        #expect(page.contains("Lee Whitlock") && page.contains("The record says that they get no papers"))
        let asked = try await setting.send("/people", ["role": "other", "name": "Leigh Whitlock", "email": ""])
        #expect(asked.status == 422 && asked.text.contains("Is this the same person?"))
        let lee = try await stage.stage.read { try $0.value("SELECT id FROM contact WHERE pupil_id = \(sam) AND forename = 'Lee'", as: Int.self) }
        #expect(try await setting.send("/people", ["role": "other", "name": "Leigh Whitlock", "email": "", "same_as": "\(lee ?? 0)"]).status == 303)
        let link = try await stage.stage.visit(.send, "/pupils/\(sam)/reviewers/\(try await setting.person("Leigh Whitlock"))/link", as: stage.amira)
        #expect(link.status == 422 && link.text.contains("no papers"))
        let reminders = try await setting.page("/reminders")
        #expect(reminders.status == 200 && reminders.text.contains("Pat Whitlock") && !reminders.text.contains("Leigh Whitlock"))
        let words = reminders.text.split(separator: "id=\"words\"").last?.split(separator: "</section>").first ?? ""
        #expect(words.contains("We would be glad") && !words.contains("Sam"))
        #expect(try await setting.page("/reminders", as: .helen(at: stage.elm.id)).status == 404)
    }

    @Test("A first review is reckoned from the first final plan, and nothing of top-up or of an undecided review moves it", arguments: StageEngine.here)
    func first(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), sam = stage.sam.id, elm = stage.elm.id
        try await stage.stage.act { writer in
            var plan = EHCPlan(pupil: sam, school: elm)
            (plan.council, plan.finalOn) = ("999", day("2026-08-01"))
            let saved = try writer.save(Change("ehcPlan.added", to: plan))
            for (kind, on) in [(PlanVersion.Kind.final, "2026-03-01"), (.amended, "2026-08-01")] { try writer.save(Change("ehcVersion.added", to: PlanVersion(of: saved, kind, on: day(on)))) }
            var old = AnnualReview(pupil: sam, school: elm, council: "999", kind: .topUp, dueOn: day("2026-04-01"))
            (old.heldOn, old.decidedOn, old.decision, old.finishedOn) = (day("2026-05-01"), day("2026-05-02"), .keep, day("2026-05-02"))
            try writer.save(Change("annualReview.started", to: old))
            (old.kind, old.decidedOn, old.decision, old.finishedOn, old.endedOn, old.endedBecause) = (.plan, nil, nil, nil, day("2026-06-01"), "Moved")
            try writer.save(Change("annualReview.started", to: old))
        }
        let days = try await stage.stage.read { try $0.daysToReview(sam) }
        #expect(days?.madeOn == day("2026-03-01") && days?.metOn == nil && days?.dueOn == day("2027-02-28"))
        let form = try await stage.stage.visit(.read, "/pupils/\(sam)/reviews/start", as: stage.amira).text
        #expect(form.contains("value=\"2026-03-01\"") && !form.contains("2026-08-01") && !form.contains("2026-05-01"))
    }

    @Test("A plan of which nobody began a review is found, is planned with the others, and its review is begun on saving; who was faster is not undone", arguments: StageEngine.here)
    func notBegun(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), sam = stage.sam.id, elm = stage.elm, today = stage.stage.today
        try await stage.stage.act { writer in
            var plan = EHCPlan(pupil: sam, school: elm.id)
            (plan.council, plan.finalOn, plan.metOn) = ("999", day("2024-02-01"), today - 253)
            try writer.save(Change("ehcPlan.added", to: plan))
        }
        func found() async throws -> Int { try await stage.stage.read { try reviewNotBegun.find($0, SafetyQuestion(viewer: .operator, day: today)).count } }
        #expect(try await found() == 1)
        let page = try await stage.stage.visit(.read, "/reviews/plan?school=\(elm.id)", as: stage.amira).text, field = "day_\(sam)"
        #expect(page.contains("The review is begun when you save") && page.contains("name=\"\(field)\""))
        func save(_ on: String, _ seen: String) async throws -> Answer { try await stage.stage.visit(.send, "/reviews/plan", as: stage.amira, typed: FormValues([("school", "\(elm.id)"), (field, on), ("was_\(sam)", seen), ("is_sure", "yes")])) }
        #expect(try await save("2027-01-20", "").next == "/reviews/plan?school=\(elm.id)&saved=1")
        #expect(try await found() == 0)
        let stale = try await save("2027-01-19", "")
        #expect(stale.status == 422 && stale.text.contains("Somebody else changed this meeting meanwhile"))
        #expect(try await save("", "2").text.contains("can be moved, and not be emptied"))
        #expect(try await save("2027-01-19", "2").status == 303)
        let met = try await stage.stage.read { try $0.all(AnnualReview.self, "WHERE pupil_id = \(sam)").map(\.meetingOn) }
        #expect(met == [day("2027-01-19")])
    }

    @Test("Of top-up funding without a plan no day is the law's; a review that ends owes nothing more")
    func topUp() async throws {
        let setting = try await begun(kind: "top-up")
        #expect(try await setting.duties().isEmpty)
        let plan = try await begun()
        #expect(try await plan.send("/end", ["reason": ""]).status == 422)
        #expect(try await plan.send("/end", ["reason": "The family moved"]).status == 303)
        #expect(try await plan.duties().allSatisfy { $0.hasSuffix("dropped") })
        #expect(try await plan.page().text.contains("The family moved"))
    }

    @Test("Nobody out of sight finds a review; whoever reads the record without deciding finds no form")
    func sight() async throws {
        let setting = try await begun(), helen = Viewer.helen(at: setting.stage.elm.id), ahmed = try await setting.person("Dr Ahmed")
        let teacher = Viewer(name: "Tom Reed", role: .teacher, sight: .pupils([setting.sam])), parent = Viewer(name: "Pat", role: .parent, sight: .pupils([setting.sam]))
        let forms = ["/meeting", "/people", "/invited", "/circulate", "/record", "/action", "/report/send", "/council", "/end"]
        for viewer in [teacher, parent, .ruth, .grace(at: setting.stage.elm.id), .amira(at: setting.stage.oak.id)] {
            for place in ["", "/pack", "/report"] + forms { #expect(try await setting.page(place, as: viewer).status == 404, "\(viewer.name) \(place)") }
        }
        #expect(try await setting.page(as: helen).status == 200)
        let read = try await setting.page(as: helen).text
        for place in forms { #expect(!read.contains(setting.path + place + "\"")); #expect(try await setting.page(place, as: helen).status == 404, "\(place)") }
        #expect(try await setting.stage.stage.visit(.send, "/pupils/\(setting.sam)/reviewers/\(ahmed)/link", as: helen).status == 404)
        #expect(try await setting.stage.stage.visit(.read, setting.path.replacing("/pupils/\(setting.sam)", with: "/pupils/\(setting.stage.olga.id)"), as: .operator).status == 404)
        #expect(try await !setting.stage.stage.visit(.read, "/reviews", as: .amira(at: setting.stage.oak.id)).text.contains("Whitlock"))
        #expect(try await setting.stage.stage.visit(.read, "/reviews?school=\(setting.stage.oak.id)", as: setting.stage.amira).status == 404)
        #expect(try await setting.stage.stage.visit(.read, "/reviews", as: setting.stage.amira).text.contains("Sam Whitlock"))
    }

    @Test("What is missing stands beside its field, and what was typed stays; a second review is refused; who was faster is shown")
    func refused() async throws {
        let setting = try await begun()
        let wrong = try await setting.send("/record", ["held_on": "2026-11-20", "pupil_view": "Likes art", "conclusion": ""])
        #expect(wrong.status == 422 && wrong.text.contains("href=\"#conclusion\"") && wrong.text.contains("Likes art"))
        #expect(try await setting.send("/meeting", ["meeting_on": "2027-03-10"]).text.contains("I have checked this, and the day stays"))
        #expect(try await setting.stage.stage.visit(.send, "/pupils/\(setting.sam)/reviews/start", as: setting.stage.amira, form: ["kind": "plan", "met_on": "2026-02-18"]).status == 422)
        #expect(try await setting.send("/people", ["role": "", "name": "", "email": "nonsense"]).text.contains("3 things need mending"))
        let seen = try await setting.page("/meeting").text.split(separator: "name=\"seen\" value=\"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) } ?? ""
        _ = try await setting.send("/meeting", ["meeting_on": "2027-01-19"])
        #expect(try await setting.send("/meeting", ["meeting_on": "2027-01-18", "seen": seen]).status == 409)
    }

    @Test("The year is planned by one form: proposed days are saved together, and one that is too late is refused beside its field", arguments: StageEngine.here)
    func planner(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), kim = try await stage.stage.pupil("Kim", "Ash", at: stage.elm), elm = stage.elm
        for pupil in [stage.sam.id, kim.id] { _ = try await stage.stage.visit(.send, "/pupils/\(pupil)/reviews/start", as: stage.amira, form: ["kind": "plan", "met_on": "2026-03-10"]) }
        let page = try await stage.stage.visit(.read, "/reviews/plan?school=\(elm.id)", as: stage.amira).text
        let proposed = page.matches(of: /name="(day_[0-9]+)" value="([0-9-]+)"/).map { (String($0.1), String($0.2)) }
        #expect(proposed.map(\.1) == ["2027-02-09", "2027-02-08"])
        let wrong = try await stage.stage.visit(.send, "/reviews/plan", as: stage.amira, typed: FormValues([("school", "\(elm.id)"), (proposed[0].0, "2027-02-13"), (proposed[1].0, "2027-02-08")]))
        #expect(wrong.status == 422 && wrong.text.contains("href=\"#\(proposed[0].0)\"") && wrong.text.contains("2027-02-13"))
        #expect(try await stage.stage.read { try $0.value("SELECT COUNT(*) FROM annual_review WHERE meeting_on IS NOT NULL", as: Int.self) } == 0)
        let saved = try await stage.stage.visit(.send, "/reviews/plan", as: stage.amira, typed: FormValues([("school", "\(elm.id)")] + proposed))
        #expect(saved.next == "/reviews/plan?school=\(elm.id)&saved=2")
        #expect(try await stage.stage.visit(.read, "/reviews", as: stage.amira).text.contains("February 2027"))
        for viewer in [Viewer.helen(at: elm.id), .ruth, .grace(at: elm.id)] { #expect(try await stage.stage.visit(.read, "/reviews/plan?school=\(elm.id)", as: viewer).status == 404, "\(viewer.name)") }
    }

    @Test("By link and code, without an account: no name before the code, words kept and changed until they go round, all in the trail", arguments: StageEngine.here)
    func link(engine: StageEngine) async throws {
        let setting = try await begun(engine), (path, code) = try await setting.link("Dr Ahmed"), stage = setting.stage.stage
        #expect(path.hasPrefix("/reviews/words/") && code.count == 6)
        let door = try await stage.visit(.read, path, as: .nobody)
        #expect(door.status == 200 && !door.text.contains("Sam") && !door.text.contains("Ahmed") && !door.text.contains("Elm"))
        #expect(try await stage.read { try $0.value("SELECT COUNT(*) FROM review_link_key WHERE digest = \(String(path.dropFirst(15))) OR code = \(code)", as: Int.self) } == 0)
        let wrong = try await stage.visit(.send, path, as: .nobody, form: ["review_code": code == "111111" ? "222222" : "111111"])
        #expect(wrong.status == 422 && !wrong.text.contains("Sam"))
        let open = try await stage.visit(.send, path, as: .nobody, form: ["review_code": code])
        #expect(open.status == 200 && open.text.contains("The review of Sam") && open.text.contains("What did you find?") && open.text.contains("Library") && !open.text.contains("/pupils/"))
        let blank = try await stage.visit(.send, path, as: .nobody, form: ["review_code": code, "well": " ", "hard": "", "wanted": "", "more": "", "version": ""])
        #expect(blank.status == 422 && blank.text.contains("Write something"))
        let form: KeyValuePairs = ["review_code": code, "well": "Hearing is fine", "hard": "", "wanted": "", "more": "", "version": ""]
        #expect(try await stage.visit(.send, path, as: .nobody, form: form).text.contains("Thank you"))
        let again = try await stage.visit(.send, path, as: .nobody, form: ["review_code": code])
        #expect(again.text.contains("Hearing is fine") && again.text.contains("name=\"version\" value=\"1\""))
        let clash = try await stage.visit(.send, path, as: .nobody, form: ["review_code": code, "well": "Hearing is poor", "hard": "", "wanted": "", "more": "", "version": ""]).text
        #expect(clash.contains("changed meanwhile") && clash.contains("Hearing is poor") && clash.contains("What is kept now") && clash.contains("<p>Hearing is fine</p>"))
        #expect(try await setting.page("/pack").text.contains("Hearing is fine"))
        let sam = setting.sam, who = try await stage.read { try $0.column("SELECT who FROM trail WHERE pupil_id = \(sam) AND event IN ('reviewLink.opened', 'reviewContribution.given')", as: String.self) }
        #expect(who.count >= 2 && who.allSatisfy { $0 == "Dr Ahmed (Health, by link)" })
        let ahmed = try await setting.person("Dr Ahmed")
        let gone = try await stage.visit(.send, setting.path + "/circulate", as: setting.stage.amira, typed: FormValues([("happened_on", "2026-11-20"), ("to", "\(ahmed)")]))
        #expect(gone.status == 303)
        let late = try await stage.visit(.send, path, as: .nobody, form: ["review_code": code, "well": "New", "hard": "", "wanted": "", "more": "", "version": "1"])
        #expect(late.status == 422 && late.text.contains("gone round already") && late.text.contains("What everybody wrote") && late.text.contains("Hearing is fine"))
        #expect(late.text.contains("What you wrote is not kept") && late.text.contains("<p>New</p>"), "an hour of writing is not lost")
        try await stage.act { _ = try $0.execute("UPDATE review_link SET until_day = \(day("2026-11-19"))") }
        #expect(try await stage.visit(.send, path, as: .nobody, form: ["review_code": code, "well": "Newer", "hard": "", "wanted": "", "more": "", "version": "1"]).text.contains("<p>Newer</p>"))
        #expect(try await stage.store.check().isEmpty)
    }

    @Test("A link is dead after five wrong codes, when a new one is made, when it is ended, and after its last day; none is made for whom the record bars")
    func deadLinks() async throws {
        let setting = try await begun(), stage = setting.stage.stage, amira = setting.stage.amira
        let (first, code) = try await setting.link("Dr Ahmed"), wrong = code == "111111" ? "222222" : "111111"
        for _ in 1...5 { _ = try await stage.visit(.send, first, as: .nobody, form: ["review_code": wrong]) }
        #expect(try await stage.visit(.send, first, as: .nobody, form: ["review_code": code]).status == 404)
        #expect(try await stage.visit(.read, first, as: .nobody).status == 404)
        let (second, _) = try await setting.link("Dr Ahmed"), (third, _) = try await setting.link("Dr Ahmed"), ahmed = try await setting.person("Dr Ahmed")
        #expect(try await stage.visit(.read, second, as: .nobody).status == 404)
        #expect(try await stage.visit(.read, third, as: .nobody).status == 200)
        #expect(try await stage.visit(.send, "/pupils/\(setting.sam)/reviewers/\(ahmed)/link/end", as: amira).status == 303)
        #expect(try await stage.visit(.read, third, as: .nobody).status == 404)
        #expect(try await stage.visit(.read, "/reviews/words/nonsense", as: .nobody).status == 404)
        let (fourth, _) = try await setting.link("Dr Ahmed")
        try await stage.act { _ = try $0.execute("UPDATE review_link SET until_day = \(day("2026-11-19"))") }
        #expect(try await stage.visit(.read, fourth, as: .nobody).status == 404)
        let sam = setting.sam
        try await stage.act { writer in
            var contact = Contact(id: .new, pupil: sam, position: 1)
            (contact.forename, contact.surname, contact.courtOrder) = ("Lee", "Whitlock", "No contact")
            try writer.save(Change("contact.added", to: contact))
        }
        _ = try await setting.send("/people", ["role": "family", "name": "Lee Whitlock", "email": ""])
        _ = try await setting.send("/people", ["role": "family", "name": "Kim Rowe", "email": ""])
        let (fifth, _) = try await setting.link("Kim Rowe")
        #expect(try await stage.visit(.read, fifth, as: .nobody).status == 200)
        try await stage.act { writer in
            var contact = Contact(id: .new, pupil: sam, position: 2)
            (contact.forename, contact.surname, contact.courtOrder) = ("Kim", "Rowe", "No papers")
            try writer.save(Change("contact.added", to: contact))
        }
        #expect(try await stage.visit(.read, fifth, as: .nobody).status == 404, "a court order ends a link that was made before")
        let barred = try await stage.visit(.send, "/pupils/\(sam)/reviewers/\(try await setting.person("Lee Whitlock"))/link", as: amira)
        #expect(barred.status == 422 && barred.text.contains("court") && !barred.text.contains("No contact"))
        #expect(try await setting.page("/circulate").text.contains("Passed over"))
    }

    @Test("The safety net: no meeting planned, nobody invited, a meeting of which nothing is written, a report of top-up that is missing", arguments: StageEngine.here)
    func net(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), sam = stage.sam.id, elm = stage.elm.id, today = stage.stage.today
        func found(_ change: @escaping @Sendable (inout AnnualReview) -> Void) async throws -> [String] {
            try await stage.stage.act { writer in
                try writer.execute("DELETE FROM annual_review")
                var review = AnnualReview(pupil: sam, school: elm, council: "999", kind: .plan, dueOn: today + 365)
                change(&review)
                try writer.save(Change("annualReview.started", to: review))
            }
            return try await stage.stage.read { reader in try reviewSafetyRules.flatMap { rule in try rule.find(reader, SafetyQuestion(viewer: .operator, day: today)).map { _ in rule.id } } }
        }
        #expect(try await found { $0.dueOn = today + 84 + 28 } == ["review-unplanned"])
        #expect(try await found { $0.dueOn = today + 84 + 29 } == [])
        #expect(try await found { $0.meetingOn = today + 41 } == ["review-not-invited"])
        #expect(try await found { $0.meetingOn = today + 42 } == [])
        #expect(try await found { ($0.meetingOn, $0.invitedOn) = (today + 41, today) } == [])
        #expect(try await found { ($0.meetingOn, $0.invitedOn) = (today - 1, today - 50) } == ["review-not-held"])
        #expect(try await found { ($0.kind, $0.meetingOn, $0.heldOn) = (.topUp, today - 15, today - 15) } == ["review-report-late"])
        #expect(try await found { ($0.meetingOn, $0.heldOn) = (today - 15, today - 15) } == [])
        #expect(try await found { ($0.endedOn, $0.endedBecause, $0.dueOn) = (today, "Left", today) } == [])
    }
}
