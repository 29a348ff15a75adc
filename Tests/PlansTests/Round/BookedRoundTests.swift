import Access
import AreaKit
import Basics
import Database
import Pages
@testable import People
@testable import Plans
import Stage
import Testing

@Suite("Booked rounds")
struct BookedRoundTests {
    private static let form: KeyValuePairs = ["kind": "plans", "on": "2026-11-25", "begins_at": "13:30", "minutes": "90", "who": "Amira Khan", "made_room": "No lesson cover"]

    private func rounds(_ stage: PlansStage) async throws -> [BookedRound] { try await stage.stage.read { try $0.all(BookedRound.self, "ORDER BY id") } }

    @Test("A round is booked, moved, done and read; each with its trail, by those who decide", arguments: StageEngine.here)
    func litany(engine: StageEngine) async throws {
        let stage = try await PlansStage(engine)
        for viewer in [stage.tom, stage.helen, stage.tia, stage.pat, .dev, .ruth] {
            #expect(try await stage.stage.visit(.read, "/rounds/add", as: viewer).status == 404)
            #expect(try await stage.stage.visit(.send, "/rounds/add", as: viewer, form: Self.form).status == 404)
        }
        #expect(try await stage.stage.visit(.read, "/rounds/add", as: stage.amira).status == 200)
        let refused = try await stage.stage.visit(.send, "/rounds/add", as: stage.amira, form: ["kind": "", "on": "2026-11-25", "begins_at": "half past one", "minutes": "many", "who": "Amira", "made_room": "Typed words"])
        for field in ["kind", "begins_at", "minutes"] { #expect(refused.status == 422 && refused.text.contains("href=\"#\(field)\""), "\(field)") }
        #expect(refused.text.contains("Typed words"))
        #expect(try await rounds(stage).isEmpty)
        #expect(try await stage.stage.visit(.send, "/rounds/add", as: stage.amira, form: Self.form).status == 303)
        let round = try #require(try await rounds(stage).first), far = Viewer.amira(at: stage.oak.id)
        for path in ["/rounds/\(round.id)/change", "/rounds/\(round.id)/end"] {
            #expect(try await stage.stage.visit(.read, path, as: far).status == 404)
            #expect(try await stage.stage.visit(.send, path, as: far, form: Self.form).status == 404)
            #expect(try await stage.stage.visit(.read, path, as: stage.amira).status == 200)
        }
        #expect(try await stage.stage.visit(.send, "/rounds/\(round.id)/change", as: stage.amira, form: ["kind": "plans", "on": "2026-11-20", "begins_at": "14:00", "minutes": "60", "who": "Amira Khan"]).status == 303)
        #expect(try await stage.stage.visit(.send, "/rounds/\(round.id)/end", as: stage.amira, form: ["on": "2026-11-25", "minutes": "70"]).status == 422, "not in the future")
        #expect(try await stage.stage.visit(.send, "/rounds/\(round.id)/end", as: stage.amira, form: ["on": "2026-11-20", "minutes": "70", "made_room": "No assembly"]).status == 303)
        for viewer in [stage.amira, stage.helen, .ruth, .dev] {
            let page = try await stage.stage.visit(.read, "/rounds", as: viewer)
            #expect(page.status == 200 && page.text.contains("No assembly") && page.text.contains("60 minutes planned, 70 used"), "\(viewer.name)")
        }
        for viewer in [stage.tom, stage.tia, stage.pat] { #expect(try await stage.stage.visit(.read, "/rounds", as: viewer).status == 404) }
        #expect(try await stage.stage.visit(.read, "/rounds?school=\(stage.oak.id)", as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.send, "/rounds/\(round.id)/remove", as: stage.amira).status == 422, "what is done stays")
        #expect(try await stage.stage.read { try $0.column("SELECT event FROM trail WHERE event LIKE 'round.%' ORDER BY id") } == ["round.booked", "round.moved", "round.done"])
    }

    @Test("A round that is not held is taken off the list")
    func removed() async throws {
        let stage = try await PlansStage()
        _ = try await stage.stage.visit(.send, "/rounds/add", as: stage.amira, form: Self.form)
        let round = try #require(try await rounds(stage).first)
        #expect(try await stage.stage.visit(.send, "/rounds/\(round.id)/remove", as: .amira(at: stage.oak.id)).status == 404)
        #expect(try await stage.stage.visit(.send, "/rounds/\(round.id)/remove", as: stage.amira).status == 303)
        #expect(try await rounds(stage).isEmpty)
    }

    @Test("Who works at many schools says which one")
    func manySchools() async throws {
        let stage = try await PlansStage(), both = Viewer(name: "Amira Khan", role: .senco, sight: .schools([stage.elm.id, stage.oak.id]))
        let refused = try await stage.stage.visit(.send, "/rounds/add", as: both, form: Self.form)
        #expect(refused.status == 422 && refused.text.contains("href=\"#school\""))
        let form: KeyValuePairs = ["school": "\(stage.oak.id)", "kind": "data", "on": "2026-11-25", "begins_at": "13:30", "minutes": "90", "who": "Amira Khan"]
        #expect(try await stage.stage.visit(.send, "/rounds/add", as: both, form: form).status == 303)
        #expect(try await rounds(stage).map(\.school) == [stage.oak.id])
    }

    @Test("Today tells of what is booked this week and of what was not finished, to those who do it")
    func today() async throws {
        let stage = try await PlansStage(), day = stage.stage.today
        for (on, kind) in [("2026-11-20", "plans"), ("2026-11-27", "map"), ("2026-11-28", "data"), ("2026-11-18", "plans")] {
            _ = try await stage.stage.visit(.send, "/rounds/add", as: stage.amira, form: ["kind": kind, "on": on, "begins_at": "13:30", "minutes": "90", "who": "Amira Khan"])
        }
        let lines = try await stage.stage.read { try roundsToday.find($0, stage.amira, day) }
        #expect(lines.map(\.address.text) == ["/plans/round?school=\(stage.elm.id)", "/rounds", "/rounds"] && lines.last?.number == 1)
        for viewer in [stage.tom, stage.helen, .amira(at: stage.oak.id)] { #expect(try await stage.stage.read { try roundsToday.find($0, viewer, day) }.isEmpty, "\(viewer.name)") }
    }

    @Test("Programs book a round, say how long it took, and list what is in sight", arguments: StageEngine.here)
    func programs(engine: StageEngine) async throws {
        let stage = try await PlansStage(engine)
        func send(_ path: String, _ body: String, as viewer: Viewer) async throws -> Answer {
            try await stage.stage.house.answer(PageRequest(method: .send, path: path, headers: ["content-type": "application/json"], body: Array(body.utf8)), for: viewer, now: stage.stage.now)
        }
        let booking = #"{"school":"999001","kind":"map","on":"2026-11-20","begins_at":"09:00","minutes":45,"who":"Amira"}"#
        #expect(try await send("/api/v1/rounds", booking, as: stage.amira).status == 201)
        #expect(try await send("/api/v1/rounds", booking, as: .amira(at: stage.oak.id)).status == 422)
        #expect(try await send("/api/v1/rounds", booking, as: stage.helen).status == 404)
        #expect(try await send("/api/v1/rounds", booking.replacing("09:00", with: "25:00"), as: stage.amira).status == 422)
        #expect(try await send("/api/v1/rounds/1/end", #"{"on":"2026-11-20","minutes":50}"#, as: .amira(at: stage.oak.id)).status == 404)
        #expect(try await send("/api/v1/rounds/1/end", #"{"on":"2026-11-20","minutes":50}"#, as: stage.amira).text.contains("\"minutes_used\":50"))
        #expect(try await stage.stage.visit(.read, "/api/v1/rounds", as: stage.helen).text.contains("\"kind\":\"map\""))
        #expect(try await stage.stage.visit(.read, "/api/v1/rounds?school=999002", as: .ruth).text.contains("\"items\":[]"))
    }
}
