import Access
import Basics
import Database
import Files
@testable import Impact
import Measures
import Pages
import People
import Plans
import Provision
import Stage
import Testing

@Suite("What a gain cost")
struct ImpactCostsTests {
    /// So many pupils who gained six points each, in a group for which something was bought.
    private func stage(_ engine: StageEngine = .sqlite, pupils number: Int, amount: Int = 6_000) async throws -> ImpactStage {
        let stage = try await ImpactStage(engine), pupils = try await stage.measured((0..<number).map { _ in (80, 86) })
        let run = try await stage.runs()[0]
        try await stage.outcome(.met, of: pupils[0], in: run)
        try await stage.bought(amount, for: run)
        return stage
    }

    @Test("Money over what was gained, with its base said, for those who see costs alone", arguments: StageEngine.here)
    func page(engine: StageEngine) async throws {
        let stage = try await stage(engine, pupils: 6), path = "/impact/\(stage.club.id)?school=\(stage.elm.id)"
        let page = try await stage.page(path, as: stage.amira)
        // 6,000 pence over 36 points.
        #expect(page.contains("id=\"cost\"") && page.contains("£60.00") && page.contains("£1.67 for each point gained") && page.contains("Shared by planned size. Rates: The trust’s own costs"))
        #expect(!page.contains("for each outcome met"), "one pupil’s outcome is no figure")
        for viewer in [stage.grace, stage.analyst] { #expect(try await !stage.page(path, as: viewer).contains("£"), "\(viewer.name)") }
    }

    @Test("An outcome met has its price once five pupils’ outcomes were reviewed")
    func outcomes() async throws {
        let stage = try await ImpactStage(), pupils = try await stage.pupils(5), run = try await stage.ended(pupils)
        for (place, pupil) in pupils.enumerated() { try await stage.outcome(place < 4 ? .met : .notMet, of: pupil, in: run) }
        try await stage.bought(10_000, for: run)
        #expect(try await stage.page("/impact/\(stage.club.id)", as: stage.amira).contains("£25.00 for each outcome met"))
    }

    @Test("Of few there is no price, and none without a gain or a cost")
    func none() async throws {
        let few = try await stage(pupils: 4), free = try await ImpactStage()
        let page = try await few.page("/impact/\(few.club.id)", as: few.amira)
        #expect(page.contains("£60.00") && !page.contains("for each point"))
        try await free.measured(ImpactStage.pairs(6))
        #expect(try await free.page("/impact/\(free.club.id)", as: free.amira).contains("No price: no cost is known, or nothing was gained."))
    }

    @Test("A program and a file get it with the permission alone, and of few not at all", arguments: StageEngine.here)
    func exchange(engine: StageEngine) async throws {
        let stage = try await stage(engine, pupils: 6), elm = stage.elm.id, today = stage.today
        let senco = try await stage.page("/api/v1/impact", as: stage.amira), governor = try await stage.page("/api/v1/impact", as: stage.grace)
        #expect(senco.contains(#""cost":6000,"cost_per_outcome_met":null,"cost_per_gain":167,"gain":"point gained","cost_base":"planned""#), "\(senco)")
        #expect(governor.contains(#""cost":null,"cost_per_outcome_met":null,"cost_per_gain":null,"gain":null,"cost_base":null,"rates":null"#))
        let scoped = Viewer(name: "A program", parts: [Part(.senco, .schools([elm]), permissions: [.arrive, .visit, .seeFigures])])
        #expect(try await stage.page("/api/v1/impact", as: scoped).contains(#""cost":null"#), "without the scope of costs")
        let file = try await stage.stage.read { try ImpactFile(school: elm, day: today).table(for: .operator, $0).table.csv }
        #expect(file.contains("cost,cost_per_outcome_met,cost_per_gain,gain,cost_base,rates") && file.contains(",60.00,10.00,1.67,point gained,planned,"), "\(file)")
        let few = try await self.stage(engine, pupils: 3), oak = few.elm.id
        let others = try await few.stage.read { try ImpactFile(school: oak, day: today, forOthers: true).table(for: .operator, $0).table.csv }
        #expect(!others.contains("60.00"))
    }
}
