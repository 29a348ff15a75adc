import Access
import AreaKit
import Basics
import Database
@testable import Identification
import Pages
@testable import People
import Stage
import Testing

@Suite("Concerns on their pages")
struct ConcernPagesTests {
    @Test("A teacher raises one from the class list, reads it, and finds it under their own", arguments: StageEngine.here)
    func raise(engine: StageEngine) async throws {
        let stage = try await ConcernStage(engine), tom = stage.tom, path = "/pupils/\(stage.sam.id)/concerns/raise"
        #expect(try await stage.stage.visit(.read, "/concerns/raise", as: tom).text.contains(path))
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)", as: tom).text.contains(path))
        let form = try await stage.stage.visit(.read, path, as: tom).text
        #expect(form.contains("Do not write it here"))
        #expect(Set(form.matches(of: /<(?:textarea|input type="(?:text|hidden)")[^>]* name="([a-z_]+)"/).map { String($0.1) }.filter { $0 != "free_text" }).count
            == form.matches(of: /<(?:textarea|input type="(?:text|hidden)")[^>]* name="([a-z_]+)"/).filter { $0.1 != "free_text" }.count, "no field is hidden by another of its name")
        let next = try #require(try await stage.stage.visit(.send, path, as: tom, form: ConcernStage.form).next)
        let page = try await stage.stage.visit(.read, next, as: tom).text
        #expect(page.contains("The SENCO decides by 4 December 2026") && page.contains("Shorter texts") && page.contains("Cognition and learning"))
        #expect(try await stage.stage.visit(.read, "/concerns", as: tom).text.contains("Not decided yet"))
        #expect(try await stage.events(of: stage.sam.id).last == "concern.raised")
        #expect(try await stage.stage.visit(.send, path, as: tom, form: ConcernStage.form).status == 422, "the same twice")
        #expect(try await stage.stage.store.check().isEmpty)
    }

    @Test("Nobody raises one about a pupil out of sight, and those who may not raise one find no form")
    func sight() async throws {
        let stage = try await ConcernStage(), elm = stage.elm.id
        for viewer in [stage.tom, stage.amira] {
            #expect(try await stage.stage.visit(.read, "/pupils/\(stage.olga.id)/concerns/raise", as: viewer).status == 404)
            #expect(try await stage.stage.visit(.send, "/pupils/\(stage.olga.id)/concerns/raise", as: viewer, form: ConcernStage.form).status == 404)
        }
        for viewer in [Viewer.dev, .ruth, .grace(at: elm)] { #expect(try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)/concerns/raise", as: viewer).status == 404) }
        let path = try await stage.raised()
        #expect(try await stage.stage.visit(.read, path, as: .helen(at: elm)).status == 200)
        #expect(try await stage.stage.visit(.read, path, as: stage.mia).status == 404, "another teacher’s concern")
        #expect(try await !stage.stage.visit(.read, "/concerns", as: stage.mia).text.contains("Whitlock"))
        #expect(try await !stage.stage.visit(.read, "/pupils/\(stage.sam.id)", as: stage.mia).text.contains(path))
        #expect(try await stage.stage.visit(.read, path.replacing("/pupils/\(stage.sam.id)", with: "/pupils/\(stage.olga.id)"), as: .operator).status == 404)
        #expect(try await stage.stage.visit(.read, path + "/decide", as: stage.tom).status == 404)
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)/concerns/99/decide", as: stage.amira).status == 404)
    }

    @Test("What is missing is said beside its field, what was typed stays, and nothing is saved")
    func refused() async throws {
        let stage = try await ConcernStage(), before = try await stage.events(of: stage.sam.id)
        let answer = try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/concerns/raise", as: stage.tom, form: ["how_it_went": "Not well", "since": "Easter"])
        #expect(answer.status == 422)
        for field in ["areas", "observed", "tried", "family_told"] { #expect(answer.text.contains("href=\"#\(field)\"") && answer.text.contains("id=\"\(field)\""), "\(field)") }
        #expect(answer.text.contains("value=\"Easter\"") && answer.text.contains("Not well"))
        #expect(try await stage.events(of: stage.sam.id) == before)
        try await stage.stage.enrolments(of: stage.sam, at: stage.elm) { $0.spell = Spell(starts: $0.spell.starts, ends: Stage.november - 5) }
        let gone = try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/concerns/raise", as: stage.amira, form: ConcernStage.form)
        #expect(gone.status == 422 && gone.text.contains("is on the roll of none of your schools"))
    }

    static let decisions: [(String, KeyValuePairs<String, String>, String)] = [
        ("no_action", ["reason": "It was a bad week"], "No further action"),
        ("more_information", ["reason": "Look at books", "look_again": "2026-12-04"], "Find out more, look again by 4 December 2026"),
        ("monitor", ["reason": "Waiting for the eye test", "look_again": "2026-12-18"], "Watch until a day, look again by 18 December 2026"),
        ("passed_on", ["reason": "New to English", "passed_to": "language", "look_again": "2026-12-04"], "Another lead’s matter: Lead for English as an additional language"),
        ("targeted", ["reason": "Needs practice", "doing": "Reading group, three times a week", "is_different": "no"], "Targeted support in class"),
        ("screen", ["reason": "Could be language", "doing": "Language Link", "look_again": "2026-12-04"], "Screen or test"),
        ("refer", ["reason": "Words are unclear", "doing": "Speech and language therapist", "look_again": "2027-01-15"], "Refer to a specialist"),
        ("register", ["reason": "Two terms of help", "need": "SPLD", "from": "2026-11-20", "told_on": "2026-11-19"], "Add to the register: SEN support"),
        ("family", ["reason": "We see a need", "family_words": "He is just tired", "family_on": "2026-11-18", "doing": "Reading group", "look_again": "2027-01-15"], "disagrees"),
    ]

    @Test("Each outcome is decided, kept with who and why, and shown to whoever raised it", arguments: decisions)
    func decide(outcome: String, form: KeyValuePairs<String, String>, words: String) async throws {
        let stage = try await ConcernStage(), path = try await stage.raised()
        let open = try await stage.stage.visit(.read, "\(path)/decide?outcome=\(outcome)", as: stage.amira)
        #expect(open.status == 200 && open.text.contains("value=\"\(outcome)\""))
        let empty = try await stage.stage.visit(.send, "\(path)/decide", as: stage.amira, form: ["outcome": outcome])
        #expect(empty.status == 422 && empty.text.contains("href=\"#reason\""))
        let whole = KeyValuePairs<String, String>(dictionaryLiteral: ("outcome", outcome)).map { ($0.key, $0.value) } + form.map { ($0.key, $0.value) }
        let sent = try await stage.send("\(path)/decide", as: stage.amira, whole)
        #expect(sent.next?.hasPrefix(path) == true, "\(sent.text)")
        let page = try await stage.stage.visit(.read, path, as: stage.tom).text
        #expect(page.contains(words) && page.contains("Amira Khan") && page.contains(form.first { $0.key == "reason" }?.value ?? ""))
        #expect(try await stage.events(of: stage.sam.id).contains("concern.decided"))
        let closed = ["no_action", "passed_on", "targeted", "register"].contains(outcome)
        #expect(try await stage.stage.visit(.read, "/concerns?state=\(closed ? "closed" : "open")", as: stage.amira).text.contains("Whitlock"))
    }

    @Test("SEN support changes the register and writes down when the family was told; watching fills the watch list")
    func follows() async throws {
        let stage = try await ConcernStage(), path = try await stage.raised()
        _ = try await stage.send("\(path)/decide", as: stage.amira, [("outcome", "monitor"), ("reason", "Eye test"), ("look_again", "2026-12-18")])
        #expect(try await stage.stage.visit(.read, "/register?status=watch", as: stage.amira).text.contains("Whitlock"))
        _ = try await stage.send("\(path)/decide", as: stage.amira, [("outcome", "monitor"), ("reason", "Still waiting"), ("look_again", "2027-01-18")])
        _ = try await stage.send("\(path)/decide", as: stage.amira, [("outcome", "register"), ("reason", "Two terms of help"), ("need", "SPLD"), ("from", "2026-11-20"), ("told_on", "2026-11-19")])
        let events = try await stage.events(of: stage.sam.id)
        for event in ["watch.started", "watch.extended", "watch.stopped", "status.started", "need.added", "family.told"] { #expect(events.contains(event), "\(event)") }
        let page = try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)", as: stage.amira).text
        #expect(page.contains("The family was told of SEN support on 19 November 2026") && page.contains("Concern decided"))
        #expect(try await stage.send("\(path)/decide", as: stage.amira, [("outcome", "no_action"), ("reason", "x")]).status == 422, "closed")
    }

    @Test("Support that is additional is SEN support, and a pupil who has it is not given it again")
    func isSupport() async throws {
        let stage = try await ConcernStage(), path = try await stage.raised()
        let targeted = try await stage.send("\(path)/decide", as: stage.amira, [("outcome", "targeted"), ("reason", "Help"), ("doing", "Daily session"), ("is_different", "yes")])
        #expect(targeted.status == 422 && targeted.text.contains("Then it is SEN support"))
        try await stage.stage.act { [sam = stage.sam, today = stage.stage.today] writer in
            let record = try writer.registerRecord(sam.id, for: .operator, on: today)
            try writer.save(try ChangeStatus(provision: "K", from: today - 1, need: "SLCN", reason: "Agreed").applied(to: record, today: today), of: sam, at: nil)
        }
        let again = try await stage.send("\(path)/decide", as: stage.amira, [("outcome", "register"), ("reason", "Help"), ("need", "SPLD"), ("from", "2026-11-20")])
        #expect(again.status == 422 && again.text.contains("has this status already"))
        let future = try await stage.send("\(path)/decide", as: stage.amira, [("outcome", "family"), ("reason", "a"), ("family_words", "b"), ("doing", "c"), ("family_on", "2010-01-01"), ("look_again", "31/31/2026")])
        #expect(future.status == 422 && future.text.contains("is not a day we can read"))
    }

    @Test("A decision that comes second is shown the first's words")
    func overtaken() async throws {
        let stage = try await ConcernStage(), path = try await stage.raised()
        let form = try await stage.stage.visit(.read, "\(path)/decide?outcome=no_action", as: stage.amira).text
        let seen = form.split(separator: "name=\"seen\" value=\"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) } ?? ""
        _ = try await stage.send("\(path)/decide", as: stage.amira, [("outcome", "more_information"), ("reason", "Books"), ("look_again", "2026-12-04"), ("seen", seen)])
        let second = try await stage.send("\(path)/decide", as: stage.amira, [("outcome", "no_action"), ("reason", "My own words"), ("seen", seen)])
        #expect(second.status == 409 && second.text.contains("My own words") && second.text.contains("Somebody else changed this"))
    }

    @Test("Target and checklist are the school's own, else the trust's, else the usual ones")
    func rules() async throws {
        let stage = try await ConcernStage(), elm = stage.elm.id
        #expect(try await stage.stage.visit(.read, "/schools/\(elm)/concerns", as: stage.tom).status == 404)
        #expect(try await stage.stage.visit(.read, "/schools/\(stage.oak.id)/concerns", as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.read, "/concerns/rules", as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.send, "/schools/\(elm)/concerns", as: stage.amira, form: ["target_days": "many", "checklist": ""]).status == 422)
        #expect(try await stage.stage.visit(.send, "/concerns/rules", as: .dev, form: ["target_days": "5", "checklist": "Reads\n\nReads\nWrites"]).status == 303)
        let school = try await stage.stage.visit(.read, "/schools/\(elm)/concerns", as: stage.amira).text
        #expect(school.contains("Empty: 5.") && school.contains("<li>Writes</li>"))
        let next = try #require(try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/concerns/raise", as: stage.tom, form: ConcernStage.form).next)
        #expect(try await stage.stage.visit(.read, next, as: stage.tom).text.contains("decides by 27 November 2026"))
    }
}

extension ConcernStage {
    /// Sends a form of so many fields as a test puts together.
    func send(_ path: String, as viewer: Viewer, _ form: [(String, String)]) async throws -> Answer {
        let request = PageRequest(method: .send, path: path, form: FormValues(form.map { (name: $0.0, text: $0.1) }))
        let answer = try await stage.house.answer(request, for: viewer.visiting(), now: stage.now)
        if answer.isPage { try PageCheck(answer.text).check(path) }
        return answer
    }

    /// Sends what a program sends.
    func post(_ path: String, as viewer: Viewer, _ json: String) async throws -> Answer {
        let request = PageRequest(method: .send, path: path, headers: ["content-type": "application/json"], body: Array(json.utf8))
        return try await stage.house.answer(request, for: viewer.visiting(), now: stage.now)
    }
}
