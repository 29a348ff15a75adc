import Access
import AreaKit
import Basics
import Database
import Foundation
import Pages
import People
import Stage
@testable import Statutory
import Testing

/// One's own calendar by a secret link.
struct CalendarFeedTests {
    private func link(_ answer: Answer) throws -> String {
        let text = try #require(answer.text.split(separator: "id=\"link\">").dropFirst().first?.split(separator: "<").first)
        return String(text[(text.range(of: "/calendar/")?.lowerBound ?? text.startIndex)...])
    }

    private func sights(_ stage: StatutoryStage) async throws -> [String] {
        await stage.stage.house.sights.flush()
        return try await stage.stage.read { try $0.column("SELECT who FROM sight WHERE page = '/calendar/*' ORDER BY id", as: String.self) }
    }

    @Test("The link opens the duties of one's schools without signing in, names nobody, and leaves no trail of children", arguments: StageEngine.here)
    func nameless(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine)
        try await stage.record(.needsAssessment, on: "2026-09-07")
        try await stage.record(.adviceRequest, on: "2026-10-14", of: Matter(.plan, row: RowID(9), pupil: stage.olga.id, school: stage.oak.id, council: "998"))
        let made = try await stage.stage.visit(.send, "/me/calendar", as: stage.amira(account: 7)), address = try link(made)
        let feed = try await stage.stage.visit(.read, address, as: .nobody)
        #expect(feed.status == 200 && feed.header("Content-Type") == "text/calendar; charset=utf-8")
        let text = feed.text.replacing("\r\n ", with: "")
        #expect(text.contains("Decide whether to assess") && text.contains("a pupil\\, Elm Primary School") && text.contains("/pupils/\(stage.sam.id)#duties") && text.contains("DTSTART;VALUE=DATE:20261019"))
        #expect(!text.contains("Whitlock") && !text.contains("Oak Primary"))
        #expect(try await sights(stage).isEmpty)
        let secret = address.replacing("/calendar/", with: "").replacing(".ics", with: "")
        #expect(try await stage.stage.read { try $0.column("SELECT secret_sha256 FROM calendar_link", as: String.self) } == [SecretToken(text: secret).digest])
        #expect(try await stage.stage.read { try $0.value("SELECT COUNT(*) FROM trail_value WHERE after LIKE \("%\(secret)%")", as: Int.self) } == 0)
        #expect(try await stage.stage.visit(.read, "/calendar/\(secret)", as: .nobody).status == 200)
    }

    @Test("With names, each reading goes into the trail of sights under the person whose link it is", arguments: StageEngine.here)
    func named(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine)
        try await stage.record(.needsAssessment, on: "2026-09-07")
        let address = try link(await stage.stage.visit(.send, "/me/calendar", as: stage.amira(account: 7), form: ["names": "yes"]))
        #expect(try await stage.stage.visit(.read, address, as: .nobody).text.replacing("\r\n ", with: "").contains("Sam Whitlock\\, Elm Primary School"))
        #expect(try await sights(stage) == ["Amira Khan (SENCO)"])
    }

    @Test("A link that was ended, made anew, guessed, or whose person has gone is not found", arguments: StageEngine.here)
    func ended(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), amira = stage.amira(account: 7)
        let first = try link(await stage.stage.visit(.send, "/me/calendar", as: amira)), second = try link(await stage.stage.visit(.send, "/me/calendar", as: amira))
        #expect(first != second)
        #expect(try await stage.stage.visit(.read, first, as: .nobody).status == 404)
        #expect(try await stage.stage.visit(.read, second, as: .nobody).status == 200)
        #expect(try await stage.stage.visit(.read, "/me/calendar", as: amira).text.contains("You have a link since"))
        #expect(try await stage.stage.visit(.send, "/me/calendar/end", as: amira).next == "/me/calendar?saved=ended")
        #expect(try await stage.stage.visit(.read, second, as: .nobody).status == 404)
        #expect(try await stage.stage.visit(.read, "/calendar/guess.ics", as: .nobody).status == 404)
        let gone = try link(await stage.stage.visit(.send, "/me/calendar", as: stage.amira(account: 8)))
        #expect(try await stage.stage.visit(.read, gone, as: .nobody).status == 404)
        #expect(try await stage.stage.visit(.read, "/me/calendar", as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.send, "/me/calendar", as: Viewer(name: "Tom Reed", account: AccountID(9), role: .teacher, sight: .schools([stage.elm.id]))).status == 404)
    }
}
