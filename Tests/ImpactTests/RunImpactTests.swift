import Access
import AreaKit
import Basics
import Database
import Files
@testable import Impact
import Pages
import People
import Plans
@testable import Provision
import Stage
import Testing

@Suite("What came of one provision")
struct RunImpactTests {
    /// Six pupils of a group that ended, with scores and outcomes: four of six met.
    private func stage(_ engine: StageEngine = .sqlite, pupils number: Int = 6) async throws -> (ImpactStage, ProvisionRun) {
        let stage = try await ImpactStage(engine), pupils = try await stage.measured(ImpactStage.pairs(number)), run = try await stage.runs()[0]
        for (place, pupil) in pupils.enumerated() { try await stage.outcome(place < number - 2 ? .met : .notMet, of: pupil, in: run) }
        return (stage, run)
    }

    @Test("Its page tells outcomes first and leads to each pupil, for those who see figures", arguments: StageEngine.here)
    func card(engine: StageEngine) async throws {
        let (stage, run) = try await stage(engine), path = "/provisions/\(run.id)", page = try await stage.page(path, as: stage.amira)
        #expect(page.contains("id=\"impact\"") && page.contains("4 of 6 outcomes met") && page.contains("points on average, of 6 pupils"))
        let year = AcademicYear(containing: stage.left).starting, link = "/impact/\(stage.club.id)?school=\(stage.elm.id)&amp;year=\(year)"
        #expect(page.contains(link + "&amp;run=\(run.id)") && page.contains("See the impact of Reading club"))
        let teacher = try await stage.page(path, as: stage.tom)
        #expect(!teacher.contains("id=\"impact\"") && teacher.contains("/provisions/\(run.id)/measure"), "a teacher has no figures, and may say by which test")
        let lead = try await stage.page(path, as: .ruth)
        #expect(lead.contains("4 of 6 outcomes met") && !lead.contains("points on average") && !lead.contains("run=\(run.id)"), "scores are for those who see the records")
        #expect(!lead.contains("/provisions/\(run.id)/measure") && lead.contains("See the impact of Reading club"))
    }

    @Test("While it goes on its page says how things stand, and of what is for everyone nothing")
    func goesOn() async throws {
        let stage = try await ImpactStage(), pupils = try await stage.pupils(5), run = try await stage.run(pupils, joined: stage.joined, left: nil, judgeFrom: stage.today + 9)
        try await stage.judge(run)
        for pupil in pupils.prefix(3) { try await stage.score(pupil, 90, on: stage.joined) }
        let page = try await stage.page("/provisions/\(run.id)", as: stage.amira)
        #expect(page.contains("3 of 5 pupils have a score to start from") && page.contains("Not to be judged before") && page.contains("It goes on") && page.contains("Reading test: Reading."))
        let id = run.id
        try await stage.stage.act { try $0.execute("UPDATE provision_run SET kind = 'universal' WHERE id = \(id)") }
        let everyone = try await stage.page("/provisions/\(run.id)", as: stage.amira)
        #expect(!everyone.contains("id=\"impact\"") && !everyone.contains("id=\"measure\""))
    }

    @Test("One group alone is shown to those who see everybody in it, and is not there for the others", arguments: StageEngine.here)
    func group(engine: StageEngine) async throws {
        let (stage, run) = try await stage(engine)
        try await stage.measured(ImpactStage.pairs(4))
        let path = "/impact/\(stage.club.id)?school=\(stage.elm.id)&run=\(run.id)", page = try await stage.page(path, as: stage.amira)
        #expect(page.contains("Only the group") && page.contains(": 6 pupils") && page.contains("See all groups of it"))
        for viewer in [stage.grace, stage.analyst, .ruth] { #expect(try await stage.stage.visit(.read, path, as: viewer).status == 404, "\(viewer.name): the rest could be worked out") }
        #expect(try await stage.stage.visit(.read, "/impact/\(stage.club.id)?school=\(stage.elm.id)&run=999", as: stage.amira).status == 404)
    }

    @Test("The map says it in a few words and leads on; of few no figure; and so does its file", arguments: StageEngine.here)
    func map(engine: StageEngine) async throws {
        let (stage, run) = try await stage(engine), today = stage.today, path = "/provision?school=\(stage.elm.id)&period=year&open=i\(stage.club.id)"
        let page = try await stage.page(path, as: stage.amira)
        #expect(page.contains("What came of it") && page.contains("<a href=\"/provisions/\(run.id)#impact\">4 of 6 outcomes met</a>"))
        #expect(try await !stage.page(path, as: stage.tom).contains("What came of it"))
        let elm = stage.elm.id
        let table = try await stage.stage.read { try MapTable(school: elm, day: today, effects: impactEffects).table(for: .operator, $0).table }
        #expect(table.columns.last == "effect" && table.lines.allSatisfy { $0.last == "4 of 6 outcomes met" })
        let (small, _) = try await self.stage(engine, pupils: 4)
        let few = try await small.page("/provision?period=year&open=i\(small.club.id)", as: small.amira)
        #expect(few.contains("Fewer than 5 pupils: no figure") && !few.contains("2 of 4 outcomes"))
    }

    @Test("What came of a whole map is asked with as many questions as that of one provision")
    func fewQuestions() async throws {
        let (stage, run) = try await stage(), amira = stage.amira, today = stage.today
        try await stage.measured(ImpactStage.pairs(6))
        let both = try await stage.runs().map(\.id)
        let found = try await stage.stage.read { try impactEffects($0, amira, both, today) }
        #expect(both.count == 2 && found[run.id]?.words == "4 of 6 outcomes met" && found[both[1]]?.words.contains("points on average, of 6 pupils") == true)
        #expect(try await stage.stage.read { try impactEffects($0, amira, [], today) }.isEmpty)
    }
}
