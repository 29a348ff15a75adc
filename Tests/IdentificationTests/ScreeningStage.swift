import Access
import Basics
import Database
@testable import Identification
import Measures
import Pages
@testable import People
import Stage

/// Elm with Sam and Ned of Year 4 in Beech, and a campaign of Junior Language Link there from the 2nd to the 20th of November.
struct ScreeningStage: Sendable {
    let people: ConcernStage
    let ned: Pupil
    let link: Instrument
    let campaign: RowID

    var stage: Stage { people.stage }
    var elm: School { people.elm }
    var sam: Pupil { people.sam }
    var amira: Viewer { people.amira }
    var path: String { "/screening/\(campaign)" }
    var school: String { "\(path)/schools/\(elm.id)" }

    init(_ engine: StageEngine = .sqlite, starts: Day = Stage.november - 18, ends: Day = Stage.november) async throws {
        let people = try await ConcernStage(engine)
        guard let link = try await people.stage.read({ try $0.instrument(key: "language-link-junior") }),
              let ned = try await people.stage.read({ try $0.all(Pupil.self, "WHERE forename = 'Ned'").first }) else { throw NotFound() }
        let plan = PlanCampaign(name: "Language in Year 4", starts: starts, ends: ends, schools: [people.elm.id], years: [YearGroup("4")], staff: [people.tomStaff.id])
        campaign = try await people.stage.act { try $0.save(plan, of: nil, with: link, by: "Amira Khan").id }
        (self.people, self.link, self.ned) = (people, link, ned)
    }

    /// The field of a pupil's cell.
    func cell(_ pupil: Pupil) -> String { "c.\(pupil.id).understanding" }

    func grid(_ cells: [(String, String)], as viewer: Viewer? = nil, on day: String = "2026-11-17") async throws -> Answer {
        try await people.send("\(school)/grid", as: viewer ?? amira, [("on", day), ("tester", "Tom Reed")] + cells)
    }

    func results() async throws -> [TestResult] { try await stage.read { try $0.all(TestResult.self, "WHERE withdrawn_on IS NULL ORDER BY id") } }

    func coverage(as viewer: Viewer = .operator) async throws -> CoverageCount {
        let today = stage.today, id = campaign
        return try await stage.read { try $0.coverage(of: $0.screening(id, for: viewer), for: viewer, on: today).values.reduce(CoverageCount(), +) }
    }
}
