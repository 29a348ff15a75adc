import Access
import AreaKit
import Basics
import Database
import Pages
@testable import People
import Plans
@testable import Provision
import Stage
import Testing

@Suite("The page of a provision, its timetable and what it adds to the house")
struct ProvisionPageTests {
    @Test("Minutes so far add up, by pupil", arguments: StageEngine.here)
    func minutes(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), run = try await stage.running([stage.sam, stage.ana], starts: -9)
        try await stage.logged(run, on: Day(2026, 11, 17) ?? .distantPast, [stage.sam, stage.ana])
        let today = stage.stage.today, whole = try await stage.whole(run)
        let minutes = try await stage.stage.read { try $0.minutesSoFar(of: whole, on: today, try $0.schoolDays(of: run, upTo: today)) }
        #expect(minutes[stage.sam.id] == MinutesSoFar(planned: 90, offered: 30, received: 30, unproved: 60), "Thursday 12, Tuesday 17 and Thursday 19 November")
        let page = try await stage.stage.visit(.read, "/provisions/\(run.id)", as: stage.amira).text
        #expect(page.contains("data-label=\"Planned\">90<") && page.contains("data-label=\"Not proved\">60<"))
    }

    @Test("Who reads it: staff with first names, the family its own child alone, others not at all")
    func sight() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam, stage.ana])
        let cas = try await stage.stage.pupil("Cas", "Moss", at: stage.elm, provision: "K"), path = "/provisions/\(run.id)"
        _ = try await stage.stage.visit(.send, "\(path)/join", as: stage.amira, form: ["from": "2026-11-20", "pupils": "\(cas.id)"])
        let own = try await stage.stage.visit(.read, path, as: stage.pat).text
        #expect(own.contains("Sam Whitlock") && !own.contains("Ana") && !own.contains("Cas") && !own.contains("more child") && !own.contains("Change the week") && !own.contains("Clash"))
        let teacher = try await stage.stage.visit(.read, path, as: stage.tom).text
        #expect(teacher.contains("Ana Reed") && !teacher.contains("Cas") && teacher.contains("And 1 more child."))
        let giver = try await stage.stage.visit(.read, path, as: stage.tessAtWork).text
        #expect(giver.contains("Cas Moss") && !giver.contains("/pupils/\(cas.id)\"") && giver.contains("Log today’s sessions") && !giver.contains("/end\""))
        for viewer in [stage.senco, stage.governor, .dev] { #expect(try await stage.stage.visit(.read, path, as: viewer).status == 404, "\(viewer.name)") }
        #expect(try await stage.stage.visit(.read, "\(path)/members/3/leave", as: stage.tom).status == 404, "a pupil out of sight")
    }

    @Test("What a whole class has is changed by its teacher and the SENCO, not by whoever has one pupil of it")
    func wholeClass() async throws {
        let stage = try await ProvisionStage(), elm = stage.elm.id, beech = stage.beech.id, today = stage.stage.today
        let mats = try await stage.entry("Word mats", .universal)
        let group = try await stage.stage.schoolClass("Readers", at: stage.elm, of: [stage.sam])
        let start = { (schoolClass: ClassID?) in
            try await stage.stage.act { writer in
                var start = StartProvision(starts: today - 30, pattern: PatternForm(times: [], plannedSize: 30), pupils: [])
                start.schoolClass = schoolClass
                return try writer.save(start.applied(to: mats, at: elm, today: today))
            }
        }
        let ofClass = try await start(beech), ofSchool = try await start(nil), other = Viewer.tom(of: group.id, at: elm)
        #expect(try await stage.stage.visit(.read, "/provisions/\(ofClass.id)", as: other).status == 200, "a pupil of theirs has it")
        for (run, viewers) in [(ofClass, [other, stage.tessAtWork]), (ofSchool, [other, stage.tom])] {
            for viewer in viewers {
                for act in ["change", "end", "take-back"] { #expect(try await stage.stage.visit(.read, "/provisions/\(run.id)/\(act)", as: viewer).status == 404, "\(viewer.name), \(act)") }
                #expect(try await stage.stage.visit(.send, "/provisions/\(run.id)/end", as: viewer, form: ["last_day": "2026-11-20", "reason": "No"]).status == 404)
            }
        }
        #expect(try await !stage.stage.visit(.read, "/provisions/\(ofClass.id)", as: other).text.contains("/end\""))
        #expect(try await stage.stage.visit(.read, "/provisions/\(ofSchool.id)/end", as: stage.amira).status == 200)
        #expect(try await stage.stage.visit(.send, "/provisions/\(ofClass.id)/end", as: stage.tom, form: ["last_day": "2026-11-20", "reason": "No longer used"]).status == 303)
    }

    @Test("A session beside the week is logged from the page, by those who log")
    func besideTheWeek() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam]), link = "/provisions/\(run.id)/more"
        for viewer in [stage.amira, stage.tom, stage.tessAtWork] {
            #expect(try await stage.stage.visit(.read, "/provisions/\(run.id)", as: viewer).text.contains(link), "\(viewer.name)")
            #expect(try await stage.stage.visit(.read, link, as: viewer).status == 200)
        }
        for viewer in [stage.pat, stage.helen] { #expect(try await !stage.stage.visit(.read, "/provisions/\(run.id)", as: viewer).text.contains(link), "\(viewer.name)") }
    }

    @Test("Words that belong to the safeguarding lead can be taken out of every box; what a pupil alone had goes with the pupil", arguments: StageEngine.here)
    func texts(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), run = try await stage.running([stage.sam]), sam = stage.sam.id, day = Day(2026, 11, 19) ?? .distantPast
        try await stage.logged(run, on: day, [stage.sam])
        _ = try await stage.stage.visit(.send, "/provisions/\(run.id)/end", as: stage.amira, form: ["last_day": "2026-11-20", "reason": "Words of the end"])
        try await stage.stage.act { try $0.execute("UPDATE session SET note = 'Words of the day'") }
        let changed = try await stage.stage.act { writer in try provisionFreeTexts.flatMap { try $0.replace(writer, sam, ["Words of the end", "Words of the day"], "Handed over") } }
        #expect(changed.map(\.table).sorted() == ["provision_run", "session"])
        let log = try #require(try await stage.logs().first), ended = try await stage.whole(run).run
        #expect(ended.because == "Handed over" && log.note == "Handed over" && log.pupils.map(\.minutes) == [30])
        try await stage.stage.act { writer in for source in provisionSubjectSources.reversed() { _ = try source.dispose(writer, sam) } }
        #expect(try await stage.whole(run).run.because == "Removed")
        #expect(try await stage.logs().map(\.note) == [""])
        let kept = try await stage.stage.read { try $0.column("SELECT v.after FROM trail t JOIN trail_value v ON v.trail_id = t.id WHERE t.subject IN ('session', 'provision_run') AND v.after IS NOT NULL", as: String.self) }
        #expect(kept.isEmpty, "the trail of what the pupil alone had is blank")
    }

    @Test("Whoever sees a pupil and plans for others only can neither end that pupil’s time nor link their outcomes", arguments: StageEngine.here)
    func others(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), cas = try await stage.stage.pupil("Cas", "Moss", at: stage.elm, provision: "K"), run = try await stage.running([stage.sam, cas]), today = stage.stage.today
        let outcome = try await stage.outcome(of: cas), members = try await stage.whole(run).members, path = "/provisions/\(run.id)"
        let both = Viewer(name: "Tom Reed", parts: stage.tom.parts + stage.helen.parts)
        let member = try #require(members.first { $0.pupil == cas.id })
        #expect(try await stage.stage.visit(.read, path, as: both).text.contains("Cas Moss"))
        #expect(try await stage.stage.visit(.read, "\(path)/members/\(member.id)/leave", as: both).status == 404)
        #expect(try await stage.stage.visit(.send, "\(path)/members/\(member.id)/leave", as: both, form: ["last_day": "\(today)", "reason": "Moved"]).status == 404)
        #expect(try await stage.stage.visit(.send, "\(path)/outcomes", as: both, form: ["outcomes-\(cas.id)": "\(outcome.id)"]).refuses("outcomes", "Tick at least one"))
        #expect(try await stage.stage.visit(.send, "\(path)/outcomes", as: stage.amira, form: ["outcomes-\(cas.id)": "\(outcome.id)"]).status == 303)
        let link = try #require(try await stage.whole(run).outcomes.first)
        #expect(try await stage.stage.visit(.send, "\(path)/outcomes/\(link.id)/unlink", as: both, form: ["reason": "So"]).status == 404)
        #expect(try await stage.stage.visit(.send, "\(path)/outcomes/\(link.id)/unlink", as: stage.amira, form: ["reason": "So"]).status == 303)
    }

    @Test("What was bought is read by those who see costs; history, lateness and missing outcomes are told")
    func cards() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam], starts: -100, weeks: 10), path = "/provisions/\(run.id)"
        try await stage.outcome(of: stage.sam)
        _ = try await stage.stage.visit(.send, "\(path)/cost", as: stage.helen, form: ["kind": "materials", "amount": "12.5", "day": "2026-09-19", "words": "Word cards"])
        let page = try await stage.stage.visit(.read, path, as: stage.amira).text
        #expect(page.contains("£12.50") && page.contains("Word cards") && page.contains("nobody has ended it") && page.contains("None is linked yet") && page.contains("Link outcomes"))
        #expect(try await !stage.stage.visit(.read, path, as: stage.tom).text.contains("£12.50"))
    }

    @Test("The week of a school, an adult and a pupil, with what meets in it")
    func timetable() async throws {
        let stage = try await ProvisionStage()
        try await stage.running([stage.sam, stage.ana], "First")
        try await stage.running([stage.ben], "Second", weekdays: [2])
        let school = try await stage.stage.visit(.read, "/provision/timetable", as: stage.amira).text
        #expect(school.contains("First") && school.contains("Second") && school.contains("Tess Lowe and the room “Den” are also booked for “Second” on Tuesday") && school.contains("Ana, Sam"))
        let pupil = try await stage.stage.visit(.read, "/provision/timetable?pupil=\(stage.ben.id)", as: stage.amira).text
        #expect(pupil.contains("Second") && !pupil.contains(">First"))
        #expect(try await stage.stage.visit(.read, "/provision/timetable?staff=\(stage.tess.id)", as: stage.amira).text.contains("Timetable of provision"))
        let family = try await stage.stage.visit(.read, "/provision/timetable?pupil=\(stage.sam.id)", as: stage.pat).text
        #expect(family.contains("Reading club") && !family.contains("First") && !family.contains("Ana") && !family.contains("Clash") && !family.contains("more child"))
        for (path, viewer) in [("pupil=\(stage.ana.id)", stage.pat), ("staff=\(stage.tess.id)", stage.pat), ("school=\(stage.elm.id)", stage.senco), ("staff=\(stage.tess.id)", stage.senco), ("pupil=\(stage.olga.id)", stage.amira), ("staff=999", stage.amira)] {
            #expect(try await stage.stage.visit(.read, "/provision/timetable?\(path)", as: viewer).status == 404, "\(path) \(viewer.name)")
        }
        #expect(try await stage.stage.visit(.read, "/provision/timetable", as: stage.pat).text.contains("See the week"))
        #expect(try await stage.stage.visit(.read, "/provision/timetable", as: stage.governor).status == 404)
    }

    @Test("The pupil’s page tells what runs with its minutes, and the history what began, changed and ended")
    func pupilPage() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam, stage.ana], "Talk group")
        try await stage.logged(run, on: Day(2026, 11, 19) ?? .distantPast, [stage.sam, stage.ana])
        let page = try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)", as: stage.amira).text
        for words in ["Talk group", "this half-term: 30 minutes offered, 30 received", "/provision/start?pupil=\(stage.sam.id)", "/pupils/\(stage.sam.id)/provision", "Reading club started."] { #expect(page.contains(words), "\(words)") }
        let family = try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)", as: stage.pat).text
        #expect(family.contains("Reading club") && !family.contains("Talk group") && !family.contains("Start provision"))
        _ = try await stage.stage.visit(.send, "/provisions/\(run.id)/members/1/leave", as: stage.amira, form: ["last_day": "2026-11-19", "reason": "Reads well now"])
        _ = try await stage.stage.visit(.send, "/provisions/\(run.id)/end", as: stage.amira, form: ["last_day": "2026-11-20", "reason": "Finished"])
        let after = try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)", as: stage.amira).text
        #expect(after.contains("Left Reading club.") && after.contains("Reads well now") && after.contains("Nothing runs now"))
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.ana.id)", as: stage.amira).text.contains("Reading club ended."))
    }

    @Test("A search finds provision in sight by its words; a start from a concern leads to the form")
    func search() async throws {
        let stage = try await ProvisionStage(), day = stage.stage.today
        try await stage.running([stage.sam], "Talk Boost, Tuesday group")
        let find = { (viewer: Viewer, words: String) in try await stage.stage.read { try provisionSearch.find($0, viewer, words, day).map(\.title) } }
        for (viewer, words) in [(stage.amira, "talk tues"), (stage.tessAtWork, "boost")] { #expect(try await find(viewer, words) == ["Talk Boost, Tuesday group"], "\(viewer.name)") }
        for (viewer, words) in [(stage.senco, "talk"), (stage.governor, "talk"), (stage.amira, "alk"), (stage.amira, "")] { #expect(try await find(viewer, words).isEmpty, "\(viewer.name) \(words)") }
        #expect(startOfProvision.address(stage.sam.id, .concern, RowID(4)).text == "/provision/start?pupil=\(stage.sam.id)&origin=concern&row=4")
    }

    @Test("For programs: provision in sight by numbers, and one whole", arguments: StageEngine.here)
    func api(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine)
        let first = try await stage.running([stage.sam, stage.ana], "First"), second = try await stage.running([stage.ben], "Second")
        let ended = try await stage.whole(second), today = stage.stage.today
        try await stage.stage.act { try $0.save(EndProvision(lastDay: today, reason: "Done").applied(to: ended, lastLogged: nil, today: today), of: second) }
        let ask = { (path: String, viewer: Viewer) in
            let answer = try await stage.stage.visit(.read, path, as: viewer)
            return (status: answer.status, json: (try? JSON(reading: Array(answer.text.utf8))) ?? .null)
        }
        let numbers = { (json: JSON) -> [Int] in
            guard case .object(let values) = json, case .list(let items)? = values["items"] else { return [] }
            return items.compactMap { if case .object(let one) = $0, case .integer(let number)? = one["provision"] { number } else { nil } }
        }
        #expect(try await numbers(ask("/api/v1/provisions", stage.amira).json) == [first.id.rawValue, second.id.rawValue])
        #expect(try await numbers(ask("/api/v1/provisions?state=running", stage.amira).json) == [first.id.rawValue])
        #expect(try await numbers(ask("/api/v1/provisions?pupil=\(stage.ben.id)", stage.amira).json) == [second.id.rawValue])
        #expect(try await numbers(ask("/api/v1/provisions?limit=1", stage.amira).json).count == 1)
        #expect(try await numbers(ask("/api/v1/provisions", stage.senco).json).isEmpty)
        for path in ["/api/v1/provisions?school=999001", "/api/v1/provisions?pupil=\(stage.sam.id)", "/api/v1/provisions/\(first.id)"] { #expect(try await ask(path, stage.senco).status == 404, "\(path)") }
        #expect(try await ask("/api/v1/provisions?state=lost", stage.amira).status == 422)
        #expect(try await ask("/api/v1/provisions", .dev).status == 404)
        let own = try await ask("/api/v1/provisions/\(first.id)", stage.pat)
        guard case .object(let whole) = own.json, case .list(let members)? = whole["members"], case .list(let weeks)? = whole["weeks"] else { throw NotFound() }
        #expect(members.count == 1 && weeks.count == 1 && whole["pupils"] == .integer(2) && whole["minutes_a_week"] == .integer(60))
    }
}
