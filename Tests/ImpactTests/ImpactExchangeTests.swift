import Access
import Basics
import Database
import Files
@testable import Impact
import Pages
import People
import Plans
import Provision
import Stage
import Testing

@Suite("Impact for programs and files")
struct ImpactExchangeTests {
    @Test("A program gets what the page shows, and of few pupils nothing", arguments: StageEngine.here)
    func api(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), year = AcademicYear(containing: stage.today).starting
        try await stage.measured(ImpactStage.pairs(4))
        let small = try await stage.page("/api/v1/impact", as: stage.grace)
        #expect(small.contains(#""school":"999001""#) && small.contains(#""pupils":null,"n":null"#) && small.contains(#""mean_change":null"#))
        try await stage.measured(ImpactStage.pairs(6))
        let page = try await stage.page("/api/v1/impact?school=999001&year=\(year)", as: stage.grace)
        #expect(page.contains(#""pupils":10,"n":10"#) && page.contains(#""name":"Reading club","test":"Reading test","scale":"Reading""#) && !page.contains(#""effect":null"#))
        #expect(try await stage.stage.visit(.read, "/api/v1/impact?year=1990", as: stage.grace).status == 422)
        #expect(try await stage.stage.visit(.read, "/api/v1/impact?school=999002", as: stage.grace).status == 404)
        #expect(try await stage.stage.visit(.read, "/api/v1/impact", as: stage.tom).status == 404)
    }

    @Test("The file of a school holds all; the one for others leaves out what is of few", arguments: StageEngine.here)
    func file(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), elm = stage.elm.id, today = stage.today
        try await stage.measured(ImpactStage.pairs(3))
        let (own, others) = try await stage.stage.read { reader in
            try (ImpactFile(school: elm, day: today).table(for: .operator, reader).table.csv, ImpactFile(school: nil, day: today, forOthers: true).table(for: .operator, reader).table.csv)
        }
        #expect(own.hasPrefix("urn,year,intervention,test,scale,runs,pupils,n,") && own.contains("999001,2026/27,Reading club,Reading test,Reading,1,3,3,"))
        #expect(others.contains("999001,2026/27,Reading club,Reading test,Reading,,,,"))
        try await stage.stage.act { try $0.noteImpactExport(of: elm, .csv, figures: 1) }
        #expect(try await stage.events("impact.exported") == ["impact.exported"])
    }
}
