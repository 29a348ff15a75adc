import Basics
import Database
import Pages
@testable import People
import Stage
import Testing

struct PupilTrailPageTests {
    @Test("Each column has one name, so that no value is told twice")
    func columns() {
        let names = TrailLine.columns.map(\.0)
        #expect(Set(names).count == names.count)
    }

    @Test("A long trail comes in pages: the latest first, each entry once, and the last page leads no further", arguments: StageEngine.here)
    func pages(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: [PeopleArea()]), elm = try await stage.school(), sam = try await stage.pupil(at: elm)
        try await stage.act { writer in
            var pupil = sam
            for number in 1...60 {
                var next = pupil
                next.middleNames = "Name\(number)."
                pupil = try writer.save(Change("pupil.changed", from: pupil, to: next))
            }
        }
        let first = try await stage.visit(.read, "/pupils/\(sam.id)/trail", as: .amira(at: elm.id)).text
        let link = try #require(first.firstMatch(of: /href="([^"]+\?before=\d+)"/)).1
        let second = try await stage.visit(.read, String(link), as: .amira(at: elm.id)).text
        #expect(first.contains("<ins>Middle names: Name60.") && !first.contains("<ins>Middle names: Name10."))
        #expect(second.contains("<ins>Middle names: Name10.") && !second.contains("<ins>Middle names: Name11.") && !second.contains("?before="))
    }
}
