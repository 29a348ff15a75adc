import Access
import AreaKit
import Basics
import Database
import Pages
@testable import People
@testable import Provision
import Stage
import Testing

@Suite("Today’s sessions")
struct TodaysSessionsTests {
    @Test("Whoever gives a session finds its card first; others of the school are a list; the rest find nothing", arguments: StageEngine.here)
    func sight(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), run = try await stage.running([stage.sam, stage.ana], weekdays: [5]), slot = try await stage.slot(run)
        let own = try await stage.stage.visit(.read, "/provision/today", as: stage.tessAtWork)
        #expect(own.status == 200 && own.text.contains("id=\"session-\(slot.time)\"") && own.text.contains("Sam Whitlock") && own.text.contains("0 of 1 session logged"))
        let senco = try await stage.stage.visit(.read, "/provision/today", as: stage.amira)
        #expect(!senco.text.contains("id=\"session-\(slot.time)\"") && senco.text.contains("Reading club") && senco.text.contains("Tess Lowe"))
        #expect(try await stage.stage.visit(.read, "/provision/today?session=\(slot.time)", as: stage.amira).text.contains("id=\"session-\(slot.time)\""))
        #expect(try await stage.stage.visit(.read, "/provision/today", as: stage.stranger).text.contains("Reading club") == false)
        #expect(try await stage.stage.visit(.read, "/provision/today?school=\(stage.oak.id)", as: stage.amira).status == 404)
        for viewer in [stage.helen, stage.pat, stage.governor, .dev, .ruth] { #expect(try await stage.stage.visit(.read, "/provision/today", as: viewer).status == 404, "\(viewer.name)") }
    }

    @Test("A day before can be looked at for two weeks, and no day to come; on a closed day nothing is planned")
    func days() async throws {
        let stage = try await ProvisionStage(), today = stage.stage.today, elm = stage.elm.id
        try await stage.running([stage.sam], weekdays: [4, 5])
        #expect(try await stage.stage.visit(.read, "/provision/today?day=\(today - 1)", as: stage.tessAtWork).text.contains("Sessions of 19 November 2026"))
        #expect(try await stage.stage.visit(.read, "/provision/today?day=\(today - 100)", as: stage.tessAtWork).text.contains("Sessions of 6 November 2026"), "two weeks at most")
        #expect(try await stage.stage.visit(.read, "/provision/today?day=\(today + 7)", as: stage.tessAtWork).text.contains("Sessions today"))
        try await stage.stage.act { try $0.save(AddClosure(kind: "closure", name: "Snow", starts: today, ends: today).applied(to: elm, beside: [])) }
        #expect(try await stage.stage.visit(.read, "/provision/today", as: stage.tessAtWork).text.contains("no pupils in"))
    }

    @Test("One press logs a group of which all are there; the card says what was said", arguments: StageEngine.here)
    func given(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), run = try await stage.running([stage.sam, stage.ana], weekdays: [5]), slot = try await stage.slot(run)
        let answer = try await stage.press(slot, as: stage.tessAtWork, there: [stage.sam, stage.ana])
        #expect(answer.status == 303 && answer.next?.hasPrefix("/provision/today?") == true && answer.next?.hasSuffix("#session-\(slot.time)") == true)
        let log = try #require(try await stage.logs().first)
        #expect(log.result == .given && log.minutes == 30 && log.pupils.map(\.minutes) == [30, 30] && log.loggedBy == "Tess Lowe (Teaching assistant)" && log.proof == .eachSession)
        let page = try await stage.stage.visit(.read, answer.next ?? "", as: stage.tessAtWork)
        #expect(page.text.contains("Logged. Thank you.") && page.text.contains("All were there.") && page.text.contains("/sessions/\(log.id)/correct") && page.text.contains("1 of 1 session logged"))
        #expect(try await stage.events("session.%").contains("session.logged"))
    }

    @Test("Away, partly and not given are kept as they were said")
    func lesser() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam, stage.ana], weekdays: [1, 2, 3, 4, 5]), today = stage.stage.today
        let said: [([Pupil], KeyValuePairs<String, String>)] = [([stage.sam], ["result": "given"]), ([stage.sam, stage.ana], ["result": "partly", "minutes": "12", "reason": "trip"]), ([stage.sam, stage.ana], ["not_given": "staff_away"]),
                                                                 ([], ["not_given": "absence"]), ([stage.sam], ["result": "given", "away": "part_time"])]
        for (back, (there, typed)) in said.enumerated() {
            let slot = try await stage.slot(run, on: today - back), typed = typed.map { (name: ["result", "not_given"].contains($0.key) ? $0.key : "\($0.key)-\(slot.time)", text: $0.value) }
            let form = FormValues([(name: "once", text: "\(key)\(back)")] + there.map { (name: "there-\(slot.time)", text: "\($0.id)") } + typed)
            #expect(try await stage.stage.send(logSessionPath(slot).text, form, as: stage.tessAtWork).status == 303, "\(back)")
        }
        let logs = try await stage.logs(), ana = stage.ana.id
        #expect(logs.map(\.result) == [.given, .partly, .notGiven, .notGiven, .given])
        #expect(logs.map { log in log.pupils.first { $0.pupil == ana }?.away } == [.absent, nil, nil, .absent, .partTime])
        #expect(logs[1].minutes == 12 && logs[1].reason == .trip && logs[2].reason == .staffAway)
        #expect(logs[4].offered(to: ana) == 0)
    }

    @Test("What is wrong stands beside its field, and what was typed stays")
    func refused() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam, stage.ana], weekdays: [5]), slot = try await stage.slot(run), all = [stage.sam, stage.ana]
        let wrong: [(KeyValuePairs<String, String>, [Pupil], String)] = [
            ([:], all, "Say whether it was given."), (["result": "partly", "minutes-\(slot.time)": "-5"], all, "from 1 to 29"), (["result": "partly", "minutes-\(slot.time)": "30"], all, "from 1 to 29"),
            (["result": "partly", "minutes-\(slot.time)": "many"], all, "from 1 to 29"), (["result": "given", "minutes-\(slot.time)": "12"], all, "Press “Log it as partly given”"), (["result": "given"], [], "Nobody was there."),
            (["not_given": "laziness"], all, "Choose why it was not given."), (["result": "given"], [stage.sam, stage.olga], "One of these pupils is not in this session."),
            (["result": "given", "note-\(slot.time)": String(repeating: "x", count: 301)], all, "at most 300"),
        ]
        for (typed, there, words) in wrong {
            let answer = try await stage.press(slot, as: stage.tessAtWork, there: there, typed)
            #expect(answer.status == 422 && answer.text.contains(words), "\(words): \(answer.status)")
        }
        let kept = try await stage.press(slot, as: stage.tessAtWork, there: [stage.sam], ["result": "partly", "minutes-\(slot.time)": "99", "note-\(slot.time)": "A calm start"])
        for words in ["value=\"99\"", "A calm start", "href=\"#minutes-\(slot.time)\"", "value=\"\(stage.sam.id)\" checked"] { #expect(kept.text.contains(words), "\(words)") }
        #expect(!kept.text.contains("value=\"\(stage.ana.id)\" checked"))
        #expect(try await stage.press(slot, as: stage.tessAtWork, there: all, key: "short").text.contains("This page has grown old."))
        #expect(try await stage.logs().isEmpty)
    }

    @Test("A closed day, a day to come, a day long ago, another weekday, and a session that is none", arguments: StageEngine.here)
    func days(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), run = try await stage.running([stage.sam], weekdays: [5], weeks: 30), today = stage.stage.today, elm = stage.elm.id, all = [stage.sam]
        let slot = try await stage.slot(run), send = { (day: Day) in try await stage.press(SessionSlot(time: slot.time, day: day), as: stage.tessAtWork, there: all) }
        #expect(try await send(today + 7).text.contains("still to come"))
        #expect(try await send(today - 21).text.contains("Ask your SENCO"))
        for status in [try await send(today - 1).status, try await stage.press(SessionSlot(time: RowID(99_999), day: today), as: stage.tessAtWork, there: all).status] { #expect(status == 404) }
        try await stage.stage.act { try $0.save(AddClosure(kind: "inset", name: "", starts: today, ends: today).applied(to: elm, beside: [])) }
        let closed = try await send(today)
        #expect(closed.status == 422 && closed.text.contains("The school is closed to pupils"))
        for viewer in [stage.stranger, stage.senco, stage.helen, stage.pat] { #expect(try await stage.press(slot, as: viewer, there: all).status == 404, "\(viewer.name)") }
        #expect(try await stage.logs().isEmpty)
        #expect(try await stage.press(SessionSlot(time: slot.time, day: today - 21), as: stage.amira, there: all).status == 303, "the SENCO may")
    }

    @Test("A pupil who left takes part no longer, though nobody has ended it")
    func left() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam, stage.ana], weekdays: [5]), slot = try await stage.slot(run), today = stage.stage.today, ana = stage.ana.id
        try await stage.stage.act { try $0.execute("UPDATE enrolment SET ends = \(today - 3) WHERE pupil_id = \(ana)") }
        #expect(try await stage.stage.visit(.read, "/provision/today", as: stage.tessAtWork).text.contains("Ana Reed") == false)
        #expect(try await stage.press(slot, as: stage.tessAtWork, there: [stage.sam, stage.ana]).status == 422)
        #expect(try await stage.press(slot, as: stage.tessAtWork, there: [stage.sam]).status == 303)
        #expect(try await stage.logs().first?.pupils.map(\.pupil) == [stage.sam.id])
    }

    @Test("The same sent twice is stored once and answered as the first time; the same key for another session is refused", arguments: StageEngine.here)
    func twice(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), run = try await stage.running([stage.sam], weekdays: [4, 5]), slot = try await stage.slot(run)
        let first = try await stage.press(slot, as: stage.tessAtWork, there: [stage.sam]), second = try await stage.press(slot, as: stage.tessAtWork, there: [stage.sam])
        #expect(first.status == 303 && second.status == 303 && first.next == second.next)
        let other = try await stage.slot(run, on: stage.stage.today - 1)
        #expect(try await stage.press(other, as: stage.tessAtWork, there: [stage.sam]).text.contains("sent before, for another session"))
        #expect(try await stage.logs().count == 1)
    }

    @Test("What comes again with something else in it is not told as logged; after a take-back it can be pressed again", arguments: StageEngine.here)
    func otherwise(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), run = try await stage.running([stage.sam, stage.ana], weekdays: [5]), slot = try await stage.slot(run), all = [stage.sam, stage.ana]
        #expect(try await stage.press(slot, as: stage.tessAtWork, there: all).status == 303)
        let other = try await stage.press(slot, as: stage.tessAtWork, there: all, ["not_given": "staff_away"])
        #expect(other.status == 409 && other.text.contains("“Given” is what was logged") && other.text.contains("/correct"))
        let log = try #require(try await stage.logs().first)
        #expect(try await stage.stage.visit(.send, "/sessions/\(log.id)/take-back", as: stage.tessAtWork, form: ["because": "Wrong group"]).status == 303)
        let again = try await stage.press(slot, as: stage.tessAtWork, there: all)
        let fresh = try #require(again.hidden("once"))
        #expect(again.status == 422 && again.text.contains("taken back") && fresh != key)
        #expect(try await stage.press(slot, as: stage.tessAtWork, there: all, key: fresh).status == 303)
        #expect(try await stage.logs().map(\.stands) == [false, true])
    }

    @Test("Who joins while the page is open, or while it waits for a signal, is not away: one looks, and presses again", arguments: StageEngine.here)
    func joined(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), run = try await stage.running([stage.sam, stage.ana], weekdays: [5]), slot = try await stage.slot(run), shown = "\(stage.ana.id),\(stage.sam.id)"
        #expect(try await stage.stage.visit(.read, "/provision/today", as: stage.tessAtWork).hidden("shown-\(slot.time)") == shown)
        _ = try await stage.stage.visit(.send, "/provisions/\(run.id)/join", as: stage.amira, form: ["from": "\(stage.stage.today)", "pupils": "\(stage.ben.id)"])
        let told = try await stage.press(slot, as: stage.tessAtWork, there: [stage.sam], ["result": "given", "shown-\(slot.time)": shown])
        #expect(told.status == 409 && told.text.contains("Ben joined meanwhile") && told.text.contains("value=\"\(stage.ben.id)\" checked") && !told.text.contains("value=\"\(stage.ana.id)\" checked"))
        #expect(try await stage.logs().isEmpty)
        let now = try #require(told.hidden("shown-\(slot.time)"))
        #expect(try await stage.press(slot, as: stage.tessAtWork, there: [stage.sam, stage.ben], ["result": "given", "shown-\(slot.time)": now]).status == 303)
        let away = try await stage.logs().first?.pupils.filter { $0.away != nil }.map(\.pupil)
        #expect(away == [stage.ana.id])
    }

    @Test("Of many sessions of one day those that wait have cards, and so has the one said just now; buttons say of which session they are")
    func many() async throws {
        let stage = try await ProvisionStage()
        var runs: [ProvisionRun] = []
        for number in 1...17 { runs.append(try await stage.running([stage.sam], "Group \(number)", weekdays: [5])) }
        let slots = try await withThrowingTaskGroup(of: (Int, SessionSlot).self) { group in
            for (place, run) in runs.enumerated() { group.addTask { (place, try await stage.slot(run)) } }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        let shown = { (path: String) in try await stage.stage.visit(.read, path, as: stage.tessAtWork).text }
        let first = try await shown("/provision/today")
        #expect(first.ranges(of: "id=\"session-").count == 14 && first.contains("Log it as partly given<span class=\"unseen\">: 09:15 Group 1</span>") && first.contains("Staff away<span class=\"unseen\">: 09:15 Group 1</span>"))
        for place in 0..<14 {
            let slot = try #require(slots[place])
            #expect(try await stage.press(slot, as: stage.tessAtWork, there: [stage.sam], key: "\(key)-\(place)").status == 303)
        }
        let rest = try await shown("/provision/today")
        for place in 14..<17 { #expect(rest.contains("id=\"session-\(slots[place]?.time.rawValue ?? 0)\""), "\(place)") }
        let last = try #require(slots[16]), answer = try await stage.press(last, as: stage.tessAtWork, there: [stage.sam], key: "\(key)-last")
        let after = try await shown(String((answer.next ?? "").prefix { $0 != "#" }))
        #expect(after.contains("id=\"session-\(last.time)\"") && after.contains("Logged. Thank you."))
    }

    @Test("Of two who log the same session the second reads what the first said, whether after it or at once", arguments: StageEngine.here)
    func together(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), run = try await stage.running([stage.sam, stage.ana], weekdays: [5]), slot = try await stage.slot(run), all = [stage.sam, stage.ana]
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<6 { group.addTask { try await stage.press(slot, as: number % 2 == 0 ? stage.tessAtWork : stage.amira, there: all, key: "\(key)\(number)").status } }
            return try await group.reduce(into: []) { $0.append($1) }.sorted()
        }
        #expect(statuses == [303, 409, 409, 409, 409, 409])
        let late = try await stage.press(slot, as: stage.amira, there: all, key: "\(key)x", ["result": "partly", "minutes-\(slot.time)": "5", "note-\(slot.time)": "My own words"])
        #expect(late.status == 409 && late.text.contains("This session was logged on") && late.text.contains("My own words"))
        #expect(try await stage.logs().count == 1)
    }

    @Test("A child of one’s own family is in no card, and others of the group are")
    func family() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam, stage.ana], weekdays: [5]), slot = try await stage.slot(run)
        let mother = Viewer(name: "Tess Lowe", role: .assistant, sight: .taught(stage.tess.id, at: stage.elm.id), family: [stage.sam.id])
        let page = try await stage.stage.visit(.read, "/provision/today", as: mother)
        #expect(page.text.contains("Ana Reed") && !page.text.contains("Sam Whitlock") && page.text.contains("1 other pupil"))
        #expect(try await stage.press(slot, as: mother, there: [stage.ana]).status == 303)
        #expect(try await stage.logs().first?.pupils.allSatisfy { $0.away == nil } == true)
    }

    @Test("On a shared computer the page keeps nothing; on one’s own it keeps under a key that is no name")
    func shared() async throws {
        let stage = try await ProvisionStage(), account = AccountID(7)
        try await stage.running([stage.sam], weekdays: [5])
        let tess = Viewer(name: "Tess Lowe", account: account, parts: [Part(.assistant, .taught(stage.tess.id, at: stage.elm.id))])
        let request = PageRequest(method: .read, path: "/provision/today")
        #expect(try await stage.stage.house.answer(request, for: tess, now: stage.stage.now).text.contains("data-keeps") == false)
        #expect(try await stage.stage.house.answer(request, for: tess.with(device: "Phone", isOwn: true), now: stage.stage.now).text.contains("data-keeps=\""))
    }

    @Test("Today tells whoever gives them how many sessions wait, and how many weeks")
    func today() async throws {
        let stage = try await ProvisionStage(), day = stage.stage.today, run = try await stage.running([stage.sam], weekdays: [5])
        try await stage.running([stage.ana], "Talk group", starts: -21, proof: .weekly, weekdays: [2])
        let lines = try await stage.stage.read { try sessionsToday.find($0, stage.tessAtWork, day) }
        #expect(lines.map(\.text) == ["1 session to log today.", "2 weeks to prove."])
        _ = try await stage.press(try await stage.slot(run), as: stage.tessAtWork, there: [stage.sam])
        #expect(try await stage.stage.read { try sessionsToday.find($0, stage.tessAtWork, day) }.map(\.text) == ["2 weeks to prove."])
        for viewer in [stage.amira, stage.stranger, stage.pat] { #expect(try await stage.stage.read { try sessionsToday.find($0, viewer, day) }.isEmpty) }
    }
}
