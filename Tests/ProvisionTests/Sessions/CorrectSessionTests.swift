import Access
import Basics
import Database
import Pages
import People
@testable import Provision
import Stage
import Testing

@Suite("What was said of a session is put right")
struct CorrectSessionPageTests {
    /// One session of today that Tess logged as given.
    private func start(_ engine: StageEngine = .sqlite) async throws -> (stage: ProvisionStage, run: ProvisionRun, log: SessionLog) {
        let stage = try await ProvisionStage(engine), run = try await stage.running([stage.sam, stage.ana], weekdays: [4, 5])
        _ = try await stage.press(try await stage.slot(run), as: stage.tessAtWork, there: [stage.sam, stage.ana])
        return (stage, run, try #require(try await stage.logs().first))
    }

    private static let right: KeyValuePairs = ["once": "a-key-of-its-own-1", "result": "partly", "minutes": "10", "reason": "room", "because": "It was shorter"]

    @Test("Whoever logged it corrects it the same day, the SENCO at any time, nobody else; both entries are kept", arguments: StageEngine.here)
    func litany(engine: StageEngine) async throws {
        let (stage, _, log) = try await start(engine), path = "/sessions/\(log.id)/correct"
        for viewer in [stage.tom, stage.stranger, stage.senco, stage.helen, stage.pat] {
            #expect(try await stage.stage.visit(.read, path, as: viewer).status == 404, "\(viewer.name)")
            #expect(try await stage.stage.visit(.send, path, as: viewer, form: Self.right).status == 404, "\(viewer.name)")
        }
        #expect(try await stage.stage.visit(.read, "/sessions/999/correct", as: stage.amira).status == 404)
        let form = try await stage.stage.visit(.read, path, as: stage.tessAtWork)
        #expect(form.status == 200 && form.text.contains("Sam Whitlock") && form.text.contains("Reading club"))
        let refused = try await stage.stage.visit(.send, path, as: stage.tessAtWork, form: ["once": "a-key-of-its-own-1", "result": "partly", "minutes": "-3", "note": "Typed words"])
        for field in ["minutes", "because"] { #expect(refused.status == 422 && refused.text.contains("href=\"#\(field)\""), "\(field)") }
        #expect(refused.text.contains("Typed words"))
        #expect(try await stage.stage.visit(.send, path, as: stage.tessAtWork, form: Self.right).status == 303)
        #expect(try await stage.stage.visit(.send, path, as: stage.tessAtWork, form: Self.right).status == 303, "sent twice")
        let logs = try await stage.logs()
        #expect(logs.map(\.stands) == [false, true] && logs[1].minutes == 10 && logs[1].corrects == log.id && logs[0].minutes == 30)
        #expect(try await stage.events("session.%").filter { $0 == "session.corrected" }.isEmpty == false)
        let late = try await stage.stage.visit(.send, path, as: stage.amira, form: ["once": "a-key-of-its-own-2", "result": "given", "because": "Also me"])
        #expect(late.status == 409 && late.text.contains("Somebody corrected this entry") && late.text.contains("Also me"))
    }

    @Test("Who was there is put right, too; yesterday’s entry is the SENCO’s to correct")
    func pupils() async throws {
        let (stage, run, log) = try await start(), today = stage.stage.today
        let form: KeyValuePairs = ["once": "a-key-of-its-own-1", "result": "given", "pupil-\(stage.sam.id)": "", "pupil-\(stage.ana.id)": "part_time", "because": "Ana is part-time"]
        #expect(try await stage.stage.visit(.send, "/sessions/\(log.id)/correct", as: stage.amira, form: form).status == 303)
        #expect(try await stage.logs().last?.pupils.map(\.away) == [nil, .partTime])
        try await stage.stage.act { try $0.execute("UPDATE session SET logged_on = \(today - 1)") }
        let last = try #require(try await stage.logs().last)
        #expect(try await stage.stage.visit(.read, "/sessions/\(last.id)/correct", as: stage.tessAtWork).status == 404 && run.isRunning)
    }

    @Test("Minutes or a reason that the result has no place for are refused, and not dropped")
    func lost() async throws {
        let (stage, _, log) = try await start(), path = "/sessions/\(log.id)/correct"
        let wrong: [(KeyValuePairs<String, String>, String)] = [
            (["result": "given", "minutes": "20"], "minutes"), (["result": "not_given", "reason": "room", "minutes": "20"], "minutes"), (["result": "given", "reason": "trip"], "reason"),
        ]
        for (typed, field) in wrong {
            let form = FormValues([("once", "a-key-of-its-own-1"), ("because", "So")] + typed.map { ($0.key, $0.value) }), answer = try await stage.stage.send(path, form, as: stage.tessAtWork)
            #expect(answer.status == 422 && answer.text.contains("href=\"#\(field)\""), "\(typed)")
        }
        #expect(try await stage.logs().count == 1)
        #expect(try await stage.stage.visit(.send, path, as: stage.tessAtWork, form: ["once": "a-key-of-its-own-2", "result": "partly", "minutes": "20", "reason": "trip", "because": "So"]).status == 303)
        let last = try #require(try await stage.logs().last)
        let given = try await stage.stage.visit(.send, "/sessions/\(last.id)/correct", as: stage.tessAtWork, form: ["once": "a-key-of-its-own-3", "result": "given", "minutes": "20", "reason": "trip", "because": "It was all"])
        #expect(given.status == 303, "what stood there before is no mistake")
    }

    @Test("What is made up is on the page of its day, to be taken back; then the missed one can be taken back, too", arguments: StageEngine.here)
    func beside(engine: StageEngine) async throws {
        let (stage, run, _) = try await start(engine), today = stage.stage.today
        _ = try await stage.press(try await stage.slot(run, on: today - 1), as: stage.tessAtWork, there: [stage.sam], key: "\(key)y", ["not_given": "staff_away"])
        let missed = try #require(try await stage.logs().last), path = "/sessions/\(missed.id)/make-up"
        let form = { (once: String, at: String, minutes: String) in FormValues([("once", once), ("day", "\(today)"), ("starts_at", at), ("minutes", minutes), ("roles", "ta"), ("pupils", "\(stage.sam.id)")]) }
        #expect(try await stage.stage.send(path, form("a-key-of-its-own-1", "14:00", "20"), as: stage.tessAtWork).status == 303)
        for (at, minutes, field) in [("14:00", "10", "starts_at"), ("15:00", "30", "minutes")] {
            let again = try await stage.stage.send(path, form("a-key-of-its-own-2", at, minutes), as: stage.amira)
            #expect(again.status == 422 && again.text.contains("href=\"#\(field)\"") && again.text.contains("Tess Lowe"), "\(field)")
        }
        let up = try #require(try await stage.logs().last), page = try await stage.stage.visit(.read, "/provision/today", as: stage.tessAtWork).text
        #expect(page.contains("Sessions beside the week") && page.contains("Makes up Thursday 19 November 2026") && page.contains("/sessions/\(up.id)/take-back"))
        #expect(try await stage.stage.visit(.read, "/provision/today?day=\(today - 1)", as: stage.tessAtWork).text.contains("day=\(today)#beside"))
        for viewer in [stage.stranger, stage.tom] { #expect(try await stage.stage.visit(.read, "/provision/today", as: viewer).text.contains("/sessions/\(up.id)/take-back") == false) }
        #expect(try await stage.stage.visit(.send, "/sessions/\(up.id)/take-back", as: stage.tessAtWork, form: ["because": "Not today"]).status == 303)
        #expect(try await stage.stage.visit(.read, "/provision/today", as: stage.tessAtWork).text.contains("Sessions beside the week") == false)
        #expect(try await stage.stage.visit(.send, "/sessions/\(missed.id)/take-back", as: stage.amira, form: ["because": "Wrong"]).status == 303)
    }

    @Test("What was taken back holds up no end: the provision ends on its true last day")
    func ending() async throws {
        let (stage, run, log) = try await start(), today = stage.stage.today, path = "/provisions/\(run.id)/end"
        let form: KeyValuePairs = ["last_day": "\(today - 2)", "reason": "Over"]
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: form).status == 422)
        #expect(try await stage.stage.visit(.send, "/sessions/\(log.id)/take-back", as: stage.amira, form: ["because": "By mistake"]).status == 303)
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: form).status == 303)
    }

    @Test("Taken back, the session is open again, and can be logged anew", arguments: StageEngine.here)
    func takenBack(engine: StageEngine) async throws {
        let (stage, run, log) = try await start(engine), path = "/sessions/\(log.id)/take-back"
        for viewer in [stage.tom, stage.senco, stage.pat] { #expect(try await stage.stage.visit(.send, path, as: viewer, form: ["because": "Mine"]).status == 404) }
        #expect(try await stage.stage.visit(.read, path, as: stage.tessAtWork).status == 200)
        #expect(try await stage.stage.visit(.send, path, as: stage.tessAtWork, form: ["because": " "]).status == 422)
        #expect(try await stage.stage.visit(.send, path, as: stage.tessAtWork, form: ["because": "Wrong group"]).status == 303)
        #expect(try await stage.stage.visit(.send, path, as: stage.tessAtWork, form: ["because": "Wrong group"]).status == 409)
        #expect(try await stage.logs().map(\.stands) == [false])
        #expect(try await stage.press(try await stage.slot(run), as: stage.tessAtWork, there: [stage.sam], key: "\(key)b").status == 303)
        #expect(try await stage.logs().map(\.stands) == [false, true])
        #expect(try await stage.events("session.withdrawn").isEmpty == false)
    }

    @Test("A missed session is made up, once for each key, by those who may; a session beside the week is one more", arguments: StageEngine.here)
    func madeUp(engine: StageEngine) async throws {
        let (stage, run, _) = try await start(engine), today = stage.stage.today, all = [stage.sam, stage.ana]
        _ = try await stage.press(try await stage.slot(run, on: today - 1), as: stage.tessAtWork, there: all, key: "\(key)y", ["not_given": "staff_away"])
        let missed = try #require(try await stage.logs().last), path = "/sessions/\(missed.id)/make-up"
        let right = FormValues([("once", "a-key-of-its-own-1"), ("day", "\(today)"), ("starts_at", "14:00"), ("minutes", "30"), ("roles", "ta")] + all.map { ("pupils", "\($0.id)") })
        for viewer in [stage.stranger, stage.senco, stage.pat] { #expect(try await stage.stage.send(path, right, as: viewer).status == 404, "\(viewer.name)") }
        #expect(try await stage.stage.visit(.read, path, as: stage.tessAtWork).status == 200)
        for (field, text) in [("day", ""), ("day", "\(today + 1)"), ("day", "\(today - 2)"), ("day", "2026-11-21"), ("starts_at", "noon"), ("minutes", "-10"), ("minutes", ""), ("roles", "wizard")] {
            var wrong = right
            wrong.set(field, text)
            let answer = try await stage.stage.send(path, wrong, as: stage.tessAtWork)
            #expect(answer.status == 422 && answer.text.contains("href=\"#\(field)\""), "\(field) \(text)")
        }
        var strange = right
        strange.set("pupils", "\(stage.olga.id)")
        #expect(try await stage.stage.send(path, strange, as: stage.tessAtWork).status == 422)
        let first = try await stage.stage.send(path, right, as: stage.tessAtWork)
        let again = try await stage.stage.send(path, right, as: stage.tessAtWork)
        #expect(first.status == 303 && again.status == 303)
        let up = try #require(try await stage.logs().last)
        #expect(try await stage.logs().count == 3 && up.makesUp == missed.id && up.time == nil && up.minutes == 30)
        #expect(try await stage.stage.visit(.read, "/provision/today?day=\(today - 1)", as: stage.tessAtWork).text.contains("Made up on 20 November 2026."))
        #expect(try await stage.stage.visit(.send, "/sessions/\(missed.id)/take-back", as: stage.amira, form: ["because": "x"]).status == 422, "it is made up")
        #expect(try await stage.stage.visit(.read, "/provisions/\(run.id)/more", as: stage.tessAtWork).status == 200)
        var more = right
        more.set("once", "a-key-of-its-own-2")
        #expect(try await stage.stage.send("/provisions/\(run.id)/more", more, as: stage.tessAtWork).status == 303)
        #expect(try await stage.logs().last?.makesUp == nil)
        #expect(try await stage.events("session.%").filter { ["session.madeUp", "session.added"].contains($0) }.count == 6, "each with its two pupils’ parts")
    }
}
