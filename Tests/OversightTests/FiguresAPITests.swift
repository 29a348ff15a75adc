import Access
import AreaKit
import Basics
@testable import Oversight
import Pages
import People
import Stage
import Testing

struct FiguresAPITests {
    @Test("Figures are given school by school, as far as somebody sees, without a name", arguments: StageEngine.here)
    func figures(_ engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: wholeHouse), elm = try await stage.school(), oak = try await stage.school("Oak", urn: "999002")
        for provision in ["K", "E", nil] { _ = try await stage.pupil(at: elm, provision: provision) }
        let text = try await stage.visit(.read, "/api/v1/figures", as: .peter).text
        #expect(text == #"{"items":[{"urn":"999001","name":"Elm Primary School","on_roll":3,"plan":1,"support":1,"none":0,"not_recorded":1},{"urn":"999002","name":"Oak","on_roll":0,"plan":0,"support":0,"none":0,"not_recorded":0}],"next":null}"#)
        #expect(try await !stage.visit(.read, "/api/v1/figures", as: .grace(at: oak.id)).text.contains("999001"))
        #expect(try await stage.visit(.read, "/api/v1/figures?school=999001", as: .grace(at: oak.id)).status == 404)
        #expect(try await stage.visit(.read, "/api/v1/figures?on=2020-01-01", as: .peter).text.contains("\"on_roll\":0"))
    }

    @Test("A walk through the safety net by cursor meets each finding once")
    func gaps() async throws {
        let stage = try await Stage(areas: wholeHouse), elm = try await stage.school()
        for _ in 1...5 { _ = try await stage.pupil(at: elm, provision: "K", responsible: false) }
        let whole = try await stage.visit(.read, "/api/v1/gaps", as: .dev).text
        var found: [String] = [], path = "/api/v1/gaps?limit=3"
        while true {
            let text = try await stage.visit(.read, path, as: .dev).text
            found += text.matches(of: /\{"rule":[^}]*\}/).map { String($0.output) }
            guard let next = text.firstMatch(of: /"next":"([A-Za-z0-9_-]+)"\}$/) else { break }
            path = "/api/v1/gaps?limit=3&cursor=\(next.1)"
        }
        #expect(found.count >= 10 && found == whole.matches(of: /\{"rule":[^}]*\}/).map { String($0.output) })
    }

    @Test("The description lists the API routes of the house, and those alone")
    func description() async throws {
        let house = try await Stage(areas: wholeHouse).house
        #expect(house.description.listed.sorted() == house.routes.filter { $0.pattern.hasPrefix("/api/") }.map { "\($0.method.rawValue) \($0.pattern)" }.sorted())
    }
}
