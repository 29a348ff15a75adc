import Access
import AreaKit
import Basics
import Database
import Files
import Pages
import People
import Stage
@testable import Statutory
import Testing

/// A consultation from the day it comes to the day on which the child's details go.
struct ConsultationPagesTests {
    private static let form: KeyValuePairs<String, String> = [
        "forename": "Ravi", "surname": "Holloway", "birth": "2018-03-02", "year": "4", "la": "999", "reference": "NA/1", "came_on": "2026-11-04", "basis": "family", "needs": "Help to <b>speak</b>", "asked": "Could you?",
    ]

    private func log(_ stage: StatutoryStage, _ own: String? = nil) async throws -> String {
        let form = FormValues(Self.form.map { (name: $0.key, text: $0.value) } + [(name: "own_day", text: own ?? "")])
        let answer = try await stage.stage.visit(.send, "/consultations/log", as: stage.amira, typed: form)
        #expect(answer.status == 303)
        return String((answer.next ?? "").split(separator: "?").first ?? "")
    }

    private func duty(_ stage: StatutoryStage) async throws -> String? {
        try await stage.stage.read { reader in
            guard let held = try reader.all(Consultation.self, "WHERE 1 = 1 ORDER BY id").first else { return nil }
            return try reader.duties(of: held.matter).lines.joined(separator: "; ")
        }
    }

    @Test("Fifteen calendar days, or the council's own later day", arguments: [(nil, "NA-8 2026-11-19"), ("2026-11-10", "NA-8 2026-11-19"), ("2026-11-27", "NA-8 2026-11-27")] as [(String?, String)])
    func clock(own: String?, due: String) async throws {
        let stage = try await StatutoryStage()
        _ = try await log(stage, own)
        #expect(try await duty(stage) == due)
    }

    @Test("From the log to the reply in all its shapes", arguments: StageEngine.here)
    func whole(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), helen = Viewer.helen(at: stage.elm.id), path = try await log(stage)
        #expect(try await stage.stage.visit(.read, "\(path)/reply", as: stage.amira).status == 404, "no reply before an answer")
        let page = try await stage.stage.visit(.read, path, as: stage.amira).text
        for words in ["Ravi Holloway", "Help to &lt;b&gt;speak&lt;/b&gt;", "section 33", "The family asked for this school", "On roll"] { #expect(page.contains(words), "\(words)") }
        #expect(try await stage.stage.visit(.send, "\(path)/answer", as: stage.amira, form: ["answer": "grounds", "others": "We are full"]).status == 303)
        #expect(try await stage.stage.visit(.read, path, as: helen).text.contains("is no ground by itself"))
        #expect(try await stage.stage.visit(.send, "\(path)/send", as: stage.amira, form: ["sent_on": "2026-11-20", "agreed_by": "Helen Webb"]).status == 422)
        #expect(try await stage.stage.visit(.read, "\(path)/send", as: stage.amira).text.contains("Only the head can let it go as it is"))
        #expect(try await stage.stage.visit(.send, "\(path)/send", as: helen, form: ["sent_on": "2026-11-20", "why": "The governors asked us to"]).status == 303)
        #expect(try await duty(stage) == "NA-8 2026-11-19, done 2026-11-20")
        for (end, words) in [("", "We are full"), ("/text", "NA/1")] { #expect(try await stage.stage.visit(.read, "\(path)/reply\(end)", as: helen).text.contains(words)) }
        let word = try await stage.stage.visit(.read, "\(path)/reply/word", as: helen)
        #expect(try wordText(word).contains("We put forward grounds against"))
        #expect(word.status == 200 && !word.headers.contains { $0.1.contains("Holloway") })
        #expect(try await !stage.stage.visit(.read, "\(path)/reply", as: helen).text.contains("The governors asked us to"), "why it went stays here")
        #expect(try await stage.stage.visit(.read, path, as: helen).text.contains("Helen"), "who looked stands on the page")
        #expect(try await stage.stage.visit(.send, "\(path)/answer", as: stage.amira, form: ["answer": "can"]).status == 422)
    }

    private func wordText(_ answer: Answer) throws -> String {
        guard case .bytes(let bytes) = answer.body else { return "" }
        return try WordForm(bytes).text().map { "\($0)" }.joined(separator: "\n")
    }

    @Test("Those who do not answer or lead find nothing; nobody finds it among pupils", arguments: StageEngine.here)
    func sight(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = try await log(stage)
        for viewer in [Viewer.helen(at: stage.oak.id), .amira(at: stage.oak.id), .grace(at: stage.elm.id), .nobody] {
            for end in ["", "/answer", "/send", "/end", "/take-out"] { #expect(try await stage.stage.visit(.read, path + end, as: viewer).status == 404, "\(viewer.name) \(end)") }
        }
        #expect(try await !stage.stage.visit(.read, "/consultations", as: .amira(at: stage.oak.id)).text.contains("Holloway"))
        let register = try await stage.stage.visit(.read, "/register?status=all", as: stage.amira).text
        #expect(register.contains("Sam") && !register.contains("Ravi"))
        #expect(try await stage.stage.read { try $0.value("SELECT COUNT(*) FROM pupil", as: Int.self) } == 2)
    }

    @Test("To ask for information is no answer: the duty stays until the answer proper has gone", arguments: StageEngine.here)
    func askedForInformation(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = try await log(stage), sent = ["sent_on": "2026-11-20", "agreed_by": "Helen Webb"]
        #expect(try await stage.stage.visit(.send, "\(path)/answer", as: stage.amira, form: ["answer": "information", "information": "The last report", "information_by": "2026-11-27"]).status == 303)
        #expect(try await stage.stage.visit(.send, "\(path)/send", as: stage.amira, typed: FormValues(sent.map { (name: $0.key, text: $0.value) })).status == 303)
        #expect(try await duty(stage) == "NA-8 2026-11-19", "still owed")
        #expect(try await stage.stage.visit(.send, "\(path)/answer", as: stage.amira, form: ["answer": "can"]).status == 303)
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("Answer drafted"))
        #expect(try await stage.stage.visit(.send, "\(path)/send", as: stage.amira, typed: FormValues(sent.map { (name: $0.key, text: $0.value) })).status == 303)
        #expect(try await duty(stage) == "NA-8 2026-11-19, done 2026-11-20")
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("Answer sent"))
    }

    @Test("The figures are those of the day on which the reply went, whoever joins later; what was put right goes as it is", arguments: StageEngine.here)
    func figures(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = try await log(stage)
        #expect(try await stage.stage.visit(.send, "\(path)/answer", as: stage.amira, form: ["answer": "can"]).status == 303)
        func roll() async throws -> String {
            let text = try await stage.stage.visit(.read, "\(path)/reply/text", as: stage.amira).text
            return String(text.split(separator: "\n").first { $0.hasPrefix("On roll") } ?? "")
        }
        let before = try await roll()
        let figures = ["capacity": "200", "roll": "190", "plans": "7", "support": "20", "in_year": "30", "plans_in_year": "2", "support_in_year": "5", "in_bases": "0", "why": "Two places are promised"]
        #expect(try await stage.stage.visit(.send, "\(path)/figures", as: stage.amira, typed: FormValues(figures.map { (name: $0.key, text: $0.value) })).status == 303)
        #expect(try await roll() == "On roll: 190; with an EHC plan: 7; with SEN support: 20")
        let page = try await stage.stage.visit(.read, path, as: stage.amira).text, reply = try await stage.stage.visit(.read, "\(path)/reply", as: stage.amira).text
        #expect(page.contains("Two places are promised") && !reply.contains("Two places are promised"))
        let late = figures.merging(["roll": "199", "figures": "record"]) { $1 }
        let overtaken = try await stage.stage.visit(.send, "\(path)/figures", as: .helen(at: stage.elm.id), typed: FormValues(late.map { (name: $0.key, text: $0.value) }))
        #expect(overtaken.status == 409 && overtaken.text.contains("199"), "what somebody else put right is not written over unseen")
        #expect(try await stage.stage.visit(.send, "\(path)/send", as: .helen(at: stage.elm.id), form: ["sent_on": "2026-11-20"]).status == 303)
        #expect(try await roll() != before)
        #expect(try await stage.stage.visit(.send, "\(path)/figures", as: stage.amira, typed: FormValues(figures.map { (name: $0.key, text: $0.value) })).status == 422)
        #expect(try await stage.stage.visit(.read, "\(path)/figures", as: stage.amira).text.contains("so they stay as they are"))
    }

    @Test("The record's figures are kept with the reply", arguments: StageEngine.here)
    func figuresStay(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = try await log(stage)
        #expect(try await stage.stage.visit(.send, "\(path)/answer", as: stage.amira, form: ["answer": "can"]).status == 303)
        #expect(try await stage.stage.visit(.send, "\(path)/send", as: .helen(at: stage.elm.id), form: ["sent_on": "2026-11-20"]).status == 303)
        let sent = try await stage.stage.visit(.read, "\(path)/reply/text", as: stage.amira).text
        #expect(sent.contains("On roll: 1;"))
        try await stage.stage.act { try $0.execute("UPDATE enrolment SET ends = '2026-11-01'") }
        #expect(try await stage.stage.visit(.read, "\(path)/reply/text", as: stage.amira).text == sent)
    }

    @Test("Another year group has other figures: what was put right by hand is forgotten", arguments: StageEngine.here)
    func anotherYear(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = try await log(stage)
        let figures = ["capacity": "200", "roll": "190", "plans": "7", "support": "20", "in_year": "30", "plans_in_year": "2", "support_in_year": "5", "in_bases": "0", "why": "Two places are promised"]
        #expect(try await stage.stage.visit(.send, "\(path)/figures", as: stage.amira, typed: FormValues(figures.map { (name: $0.key, text: $0.value) })).status == 303)
        let form = FormValues(Self.form.map { (name: $0.key, text: $0.key == "year" ? "5" : $0.value) } + [(name: "la", text: "999")])
        #expect(try await stage.stage.visit(.send, "\(path)/correct", as: stage.amira, typed: form).status == 303)
        let page = try await stage.stage.visit(.read, path, as: stage.amira).text
        #expect(!page.contains("Two places are promised") && page.contains("In Year 5"))
    }

    @Test("A misread day is put right: the answer is owed by the right one, and what was done stays done", arguments: StageEngine.here)
    func corrected(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = try await log(stage)
        func correct(_ change: [String: String]) async throws -> Answer {
            let page = Dictionary(uniqueKeysWithValues: Self.form.map { ($0.key, $0.value) }).merging(["la": "999"]) { $1 }.merging(change) { $1 }
            return try await stage.stage.visit(.send, "\(path)/correct", as: stage.amira, typed: FormValues(page.map { (name: $0.key, text: $0.value) }))
        }
        #expect(try await stage.stage.visit(.read, "\(path)/correct", as: stage.amira).text.contains("Holloway"))
        #expect(try await correct(["surname": "Hollway", "came_on": "2026-11-06"]).status == 303)
        #expect(try await duty(stage)?.contains("NA-8 2026-11-21") == true)
        #expect(try await correct(["surname": "", "forename": "Ravinder"]).status == 422)
        #expect(try await stage.stage.visit(.send, "\(path)/answer", as: stage.amira, form: ["answer": "can"]).status == 303)
        #expect(try await stage.stage.visit(.send, "\(path)/send", as: .helen(at: stage.elm.id), form: ["sent_on": "2026-11-20"]).status == 303)
        #expect(try await correct(["came_on": "2026-11-05"]).status == 303)
        #expect(try await duty(stage)?.contains("NA-8 2026-11-20, done 2026-11-20") == true)
    }

    @Test("Programs read days and answers, and nothing of the child", arguments: StageEngine.here)
    func api(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = try await log(stage), list = "/api/v1/consultations"
        let found = try await stage.stage.visit(.read, list, as: stage.amira)
        #expect(found.status == 200 && found.text.contains("\"due_on\":\"2026-11-19\"") && found.text.contains("\"answer\":null"))
        for words in ["Ravi", "Holloway", "NA/1", "speak", "2018"] { #expect(!found.text.contains(words)) }
        #expect(try await stage.stage.visit(.send, "\(path)/end", as: stage.amira, form: ["ending": "elsewhere", "ended_on": "2026-11-20"]).status == 303)
        #expect(try await !stage.stage.visit(.read, "\(list)?open=yes", as: stage.amira).text.contains("999"))
        #expect(try await stage.stage.visit(.read, "\(list)?open=no", as: stage.amira).text.contains("\"ending\":\"elsewhere\""))
        #expect(try await !stage.stage.visit(.read, list, as: .amira(at: stage.oak.id)).text.contains("999"))
        #expect(try await stage.stage.visit(.read, list, as: .grace(at: stage.elm.id)).status != 200)
    }

    @Test("Who reads the reply alone is written down, too")
    func lookAtReply() async throws {
        let stage = try await StatutoryStage(), path = try await log(stage), helen = Viewer.helen(at: stage.elm.id)
        #expect(try await stage.stage.visit(.send, "\(path)/answer", as: stage.amira, form: ["answer": "can"]).status == 303)
        #expect(try await stage.stage.visit(.read, "\(path)/reply/text", as: helen).status == 200)
        #expect(try await stage.stage.read { try $0.all(ConsultationLook.self, "WHERE 1 = 1 ORDER BY id").map(\.who) }.contains { $0.contains("Helen") })
    }

    @Test("What somebody else changed meanwhile is not written over; what was typed stays", arguments: StageEngine.here)
    func overtaken(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = try await log(stage)
        #expect(try await stage.stage.visit(.send, "\(path)/answer", as: stage.amira, form: ["answer": "can", "seen": "1"]).status == 303)
        let late = try await stage.stage.visit(.send, "\(path)/answer", as: .helen(at: stage.elm.id), form: ["answer": "canIf", "conditions": "A trained adult", "seen": "1"])
        #expect(late.status == 409 && late.text.contains("A trained adult"))
        for bad in [["sent_on": "9999999999-01-01"], ["sent_on": "<script>"], ["sent_on": "2026-11-20", "agreed_by": String(repeating: "x", count: 5_000)]] {
            #expect(try await stage.stage.visit(.send, "\(path)/send", as: stage.amira, typed: FormValues(bad.map { (name: $0.key, text: $0.value) })).status == 422)
        }
        #expect(try await stage.stage.visit(.read, "/consultations/999999999999999999999", as: stage.amira).status == 404)
    }

    @Test("Admitted: the child on roll with that name and birth; else a year on everything about the child goes, in the trail, too", arguments: StageEngine.here)
    func over(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = try await log(stage)
        #expect(try await stage.stage.visit(.send, "\(path)/end", as: stage.amira, form: ["ending": "admitted", "ended_on": "2026-11-20"]).status == 422)
        #expect(try await stage.stage.visit(.send, "\(path)/take-out", as: stage.amira).status == 422)
        #expect(try await stage.stage.visit(.send, "\(path)/end", as: stage.amira, form: ["ending": "elsewhere", "ended_on": "2026-11-20"]).status == 303)
        #expect(try await duty(stage) == "", "nothing more is owed")
        #expect(try await stage.stage.visit(.read, "/consultations?which=over", as: stage.amira).text.contains("Ravi Holloway"))
        try await stage.stage.store.write(Act(who: "Stage", at: Instant(day("2027-11-20"), hour: 9), way: .command)) { writer in
            guard let held = try writer.one(ConsultationID(1), of: Consultation.self) else { throw NotFound() }
            try writer.takeOutChild(of: held)
        }
        let kept = try await stage.stage.read { reader in
            try (reader.value("SELECT COUNT(*) FROM consultation WHERE surname = 'Holloway'", as: Int.self), reader.value("SELECT COUNT(*) FROM trail_value WHERE after LIKE '%Holloway%' OR before LIKE '%Holloway%'", as: Int.self))
        }
        #expect(kept == (0, 0))
        #expect(try await stage.stage.store.check().isEmpty)
    }
}
