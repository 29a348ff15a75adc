import AreaKit
import Access
import Basics
import Database
import Pages
@testable import People
@testable import Provision
import Stage
import Testing

@Suite("The provision map without names")
struct UnnamedMapTests {
    private static let columns = ["Places", "Minutes planned", "Given", "Attended"]

    private func figures(_ stage: ProvisionStage, _ query: String = "", as viewer: Viewer) async throws -> String { try await stage.stage.visit(.read, "/provision/figures" + query, as: viewer).text }

    @Test("None, four and five", arguments: [(0, false), (4, false), (5, true)])
    func few(number: Int, isShown: Bool) async throws {
        let stage = try await ProvisionStage(), children = try await stage.children(number, at: stage.elm)
        if !children.isEmpty { try await stage.running(children, "Group of Child0", of: stage.club, at: stage.elm) }
        let page = try await figures(stage, as: stage.governor)
        #expect(page.contains("Fewer than five pupils") == !isShown && page.contains("data-label=\"Places\">5<") == isShown && !page.contains("Child0") && !page.contains("Of999001"))
    }

    @Test("Small lines are put together, so that nothing can be reckoned from the line above", arguments: StageEngine.here)
    func together(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), children = try await stage.children(8, at: stage.elm), talk = try await stage.entry("Talk time", .targeted), physio = try await stage.entry("Physio", .specialist)
        try await stage.running(Array(children[0..<8]), "A", of: stage.club, at: stage.elm)
        try await stage.running(Array(children[0..<2]), "B", of: talk, at: stage.elm)
        try await stage.running([children[0]], "C", of: physio, at: stage.elm)
        let page = try await figures(stage, as: stage.governor)
        // Specialist has one pupil: with Targeted it stands as one line, and nothing within it is told.
        #expect(page.contains("Targeted, Specialist, together") && !page.contains("Talk time") && !page.contains("Physio"))
        #expect(ProvisionStage.numbers(page, "together", columns: Self.columns)[0] == 11)
        let more = try await stage.children(5, at: stage.oak)
        try await stage.running(more, "D", of: physio, at: stage.oak)
        let trust = try await figures(stage, as: .peter)
        let elm = ProvisionStage.numbers(trust, "Elm Primary School", columns: Self.columns), oak = ProvisionStage.numbers(trust, "Oak Primary School", columns: Self.columns)
        #expect(elm[0] == 11 && oak[0] == 5 && ProvisionStage.numbers(trust, "All schools", columns: Self.columns) == zip(elm, oak).map { ($0 ?? 0) + ($1 ?? 0) })
        #expect(try await figures(stage, "?open=s\(stage.oak.id)", as: .peter).contains("Physio"))
    }

    @Test("A school with few is told with another, and neither is opened")
    func smallSchool() async throws {
        let stage = try await ProvisionStage(), children = try await stage.children(6, at: stage.elm)
        try await stage.running(children, "A", of: stage.club, at: stage.elm)
        try await stage.running([stage.olga], "B", of: stage.club, at: stage.oak)
        let trust = try await figures(stage, "?open=s\(stage.elm.id)", as: .peter)
        #expect(trust.contains("Elm Primary School, Oak Primary School, together") && !trust.contains("Reading club") && ProvisionStage.numbers(trust, "together", columns: Self.columns)[0] == 7)
    }

    @Test("Who finds it: figures are for those who see figures")
    func sight() async throws {
        let stage = try await ProvisionStage()
        for viewer in [stage.pat, stage.tom, stage.tessAtWork] { #expect(try await stage.stage.visit(.read, "/provision/figures", as: viewer).status == 404) }
        #expect(ProvisionArea().menu(for: stage.governor).map(\.address.text) == ["/provision/figures"])
        #expect(ProvisionArea().menu(for: stage.amira).map(\.address.text) == ["/provision"] && ProvisionArea().menu(for: stage.tessAtWork).map(\.address.text) == ["/provision/today"])
        #expect(ProvisionArea().menu(for: stage.pat).isEmpty && ProvisionArea().figurePages(for: .peter).map(\.address.text).contains("/provision/figures"))
    }
}
