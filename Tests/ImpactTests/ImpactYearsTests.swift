import Basics
import Database
@testable import Impact
import Pages
import People
import Provision
import Stage
import Testing

@Suite("Which year impact is shown of")
struct ImpactYearsTests {
    @Test("It opens with the latest year in which something ended, and links to the others", arguments: StageEngine.here)
    func latest(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.pupils(6), now = AcademicYear(containing: stage.today), before = now.previous, long = before.previous.previous
        for year in [before, long] { try await stage.ended(pupils, joined: year.firstDay + 20, left: year.firstDay + 90) }
        for path in ["/impact", "/impact/\(stage.club.id)", "/impact/\(stage.club.id)/decide"] {
            let page = try await stage.page(path + "?school=\(stage.elm.id)", as: stage.amira)
            #expect(page.contains("ended in \(before)") && !page.contains("ended in \(now)"), "\(path)")
            #expect(path.hasSuffix("decide") || (page.contains("year=\(long.starting)\">\(long)</a>") && !page.contains("year=\(before.previous.starting)\">")), "\(path)")
        }
        #expect(try await stage.page("/impact/\(stage.club.id)?year=\(now.starting)", as: stage.amira).contains("No run of it ended in \(now) here."))
        try await stage.ended(pupils)
        #expect(try await stage.page("/impact", as: stage.amira).contains("ended in \(now)"))
    }

    @Test("Where nothing ever ended it is this year, and a group without pupils is none")
    func nothing() async throws {
        let stage = try await ImpactStage(), now = AcademicYear(containing: stage.today)
        try await stage.ended([], joined: now.previous.firstDay, left: now.previous.firstDay + 60)
        let page = try await stage.page("/impact", as: stage.amira)
        #expect(page.contains("No intervention ended in \(now) here.") && !page.contains("Other years"))
    }
}
