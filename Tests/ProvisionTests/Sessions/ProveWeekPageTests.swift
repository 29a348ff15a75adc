import Access
import Basics
import Database
import Pages
import People
@testable import Provision
import Stage
import Testing

@Suite("A week is proved")
struct ProveWeekPageTests {
    /// Two groups of Tess on Tuesdays and Thursdays, proved by the week.
    private func start(_ engine: StageEngine = .sqlite) async throws -> (stage: ProvisionStage, club: ProvisionRun, talk: ProvisionRun) {
        let stage = try await ProvisionStage(engine)
        return (stage, try await stage.running([stage.sam, stage.ana], starts: -25, proof: .weekly), try await stage.running([stage.ben], "Talk group", starts: -25, proof: .weekly))
    }

    private func send(_ stage: ProvisionStage, _ runs: [ProvisionRun], key: String = key, _ more: [(name: String, text: String)] = [], week: String = "2026-11-16", as viewer: Viewer? = nil) async throws -> Answer {
        try await stage.stage.send("/provision/week?week=\(week)", FormValues([(name: "once", text: key)] + runs.map { (name: "run", text: "\($0.id)") } + more), as: viewer ?? stage.tessAtWork)
    }

    @Test("Past weeks that wait come first, and the provisions of those who give them", arguments: StageEngine.here)
    func shown(engine: StageEngine) async throws {
        let (stage, club, _) = try await start(engine)
        let page = try await stage.stage.visit(.read, "/provision/week", as: stage.tessAtWork)
        #expect(page.status == 200 && page.text.contains("Weeks that still wait") && page.text.contains("Week of 26 October 2026") && page.text.contains("Provisions that you give.") && page.text.contains("Given, all of it"))
        #expect(try await stage.stage.visit(.read, "/provision/week?open=\(club.id)", as: stage.tessAtWork).text.contains("Who was away?"))
        let senco = try await stage.stage.visit(.read, "/provision/week", as: stage.amira)
        #expect(senco.text.contains("Reading club") && senco.text.contains("Talk group"))
        #expect(try await stage.stage.visit(.read, "/provision/week?class=\(stage.beech.id)&staff=\(stage.tess.id)", as: stage.amira).text.contains("Talk group"))
        #expect(try await stage.stage.visit(.read, "/provision/week?staff=999", as: stage.amira).text.contains("No provision that is proved once a week"))
        #expect(try await stage.stage.visit(.read, "/provision/week?school=\(stage.oak.id)", as: stage.amira).status == 404)
        for viewer in [stage.helen, stage.pat, stage.governor, .ruth] { #expect(try await stage.stage.visit(.read, "/provision/week", as: viewer).status == 404) }
    }

    @Test("One press says that all of it was given; twice is once, and the second of two is told", arguments: StageEngine.here)
    func given(engine: StageEngine) async throws {
        let (stage, club, talk) = try await start(engine)
        for viewer in [stage.stranger, stage.senco] { #expect(try await send(stage, [club], as: viewer).status == 404) }
        #expect(try await send(stage, [club]).status == 303)
        #expect(try await send(stage, [club]).status == 303, "the same again")
        #expect(try await send(stage, [club], key: "another-key-of-tess").status == 409)
        let logs = try await stage.logs()
        #expect(logs.map(\.result) == [.given, .given] && logs.map(\.day) == [day("2026-11-17"), day("2026-11-19")] && logs.allSatisfy { $0.proof == .weekly && $0.run == club.id })
        #expect(try await stage.stage.visit(.read, "/provision/week", as: stage.tessAtWork).text.contains("Proved") && talk.isRunning)
    }

    @Test("Exceptions are said session by session, with who was away")
    func exceptions() async throws {
        let (stage, club, _) = try await start(), whole = try await stage.whole(club)
        let sessions = whole.sessions(on: [day("2026-11-17"), day("2026-11-19")])
        let first = sessions[0].slot, second = sessions[1].slot
        #expect(try await send(stage, [club], [(first.field("result"), "partly"), (first.field("minutes"), "-4")]).text.contains("href=\"#\(first.field("minutes"))\""))
        #expect(try await send(stage, [club], [(first.field("result"), "not_given")]).text.contains("href=\"#\(first.field("reason"))\""))
        #expect(try await send(stage, [club], [(first.field("minutes"), "4")]).text.contains("This session says “Given”"))
        #expect(try await send(stage, [club], [(first.field("pupils"), "\(stage.olga.id)")]).status == 422, "somebody else’s pupil")
        #expect(try await stage.logs().isEmpty)
        #expect(try await send(stage, [club], [(first.field("result"), "not_given"), (first.field("reason"), "trip"), (second.field("pupils"), "\(stage.ana.id)")]).status == 303)
        let logs = try await stage.logs(), ana = stage.ana.id
        #expect(logs.map(\.result) == [.notGiven, .given] && logs[0].reason == .trip && logs[1].pupils.first { $0.pupil == ana }?.away == .absent)
    }

    @Test("Several at once: all of them or none, and nothing before somebody ticks")
    func several() async throws {
        let (stage, club, talk) = try await start()
        #expect(try await send(stage, []).text.contains("Tick what was given."))
        #expect(try await send(stage, [talk], key: "another-key-of-tess").status == 303)
        let refused = try await send(stage, [club, talk])
        #expect(refused.status == 409 && refused.text.contains("Talk group: All sessions of this week are logged already."))
        #expect(try await stage.logs().allSatisfy { $0.run == talk.id }, "nothing half")
        #expect(try await send(stage, [club, talk], week: "2026-11-09").status == 303)
        #expect(try await stage.logs().count == 6)
    }

    @Test("A week that is not over waits; one with no school day has nothing; a leaver is not in it")
    func weeks() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam, stage.ana], starts: -25, proof: .weekly, weekdays: [3, 5]), today = stage.stage.today, ana = stage.ana.id
        let early = try await ProvisionStage(), friday = try await early.running([early.sam], starts: -25, proof: .weekly, weekdays: [5])
        try await early.stage.act { [elm = early.elm.id] in try $0.save(AddClosureForTests.closure(elm, today)) }
        #expect(try await early.stage.send("/provision/week", FormValues([("once", key), ("run", "\(friday.id)")]), as: early.tessAtWork).text.contains("Nothing was planned in this week."))
        try await stage.stage.act { try $0.execute("UPDATE enrolment SET ends = \(today - 1) WHERE pupil_id = \(ana)") }
        #expect(try await send(stage, [run]).status == 303)
        #expect(try await stage.logs().map { $0.pupils.count } == [2, 1])
    }
}
