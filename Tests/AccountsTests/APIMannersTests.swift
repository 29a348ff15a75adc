import Access
@testable import Accounts
import AreaKit
import Basics
import Database
import Pages
import People
import Stage
import Testing

/// What every address of the API does alike.
struct APIMannersTests {
    private static let status = #"{"provision":"K","from":"2026-11-19","need":"ASD","reason":"Agreed"}"#

    @Test("A walk by cursor meets each pupil once while others are added", arguments: StageEngine.here)
    func cursor(_ engine: StageEngine) async throws {
        let stage = try await ProgramStage(engine), token = try await stage.token()
        for number in 1...7 { _ = try await stage.stage.pupil("Sam", "Whitlock \(9 - number)", at: stage.elm) }
        var seen: [Int] = [], path = "/api/v1/register?limit=3", parts = 0
        while true {
            let answer = try stage.json(try await stage.ask(.read, path, token.secret))
            seen += answer["items"].items.map { $0["pupil"].number }
            parts += 1
            if parts == 2 { for name in ["Aaron", "Zack"] { _ = try await stage.stage.pupil(name, "A", at: stage.elm) } }
            guard case .text(let next) = answer["next"] else { break }
            path = "/api/v1/register?limit=3&cursor=\(next)"
        }
        #expect(seen == Array(1...9) && parts == 3)
    }

    @Test("A cursor that is not ours is refused", arguments: ["x", "MQ", "MS4y", "____", "MS4yLjM", "LTE"])
    func foreignCursor(cursor: String) async throws {
        let stage = try await ProgramStage(), token = try await stage.token()
        let answer = try await stage.ask(.read, "/api/v1/register?cursor=\(cursor)", token.secret)
        #expect(answer.status == (cursor == "MS4y" ? 200 : 422))
    }

    @Test("A question that is not declared, is asked twice or does not fit is refused beside its name", arguments: [
        ("limit=0", "limit"), ("limit=201", "limit"), ("limit=01", "limit"), ("limit=", "limit"), ("limit=1&limit=2", "limit"), ("statsu=K", "statsu"), ("status=X", "status"),
        ("on=2026-02-30", "on"), ("on=20/11/2026", "on"), ("school=99900", "school"), ("school=99900%E0", "school"), ("status=%E2%84%AA", "status"),
    ])
    func questions(query: String, field: String) async throws {
        let stage = try await ProgramStage(), token = try await stage.token()
        let answer = try await stage.ask(.read, "/api/v1/register?\(query)", token.secret)
        #expect(answer.status == 422 && answer.header("Content-Type") == "application/problem+json")
        #expect(try stage.json(answer)["problems"].items.map { $0["field"].words } == [field])
    }

    @Test("An item that the program has already is not sent again; one that changed is", arguments: StageEngine.here)
    func known(_ engine: StageEngine) async throws {
        let stage = try await ProgramStage(engine), token = try await stage.token(), sam = try await stage.stage.pupil(at: stage.elm)
        let path = "/api/v1/pupils/\(sam.id)", tag = try #require(try await stage.ask(.read, path, token.secret).header("ETag"))
        for known in [tag, "W/" + tag, "*", "\"x\", \(tag)"] {
            let again = try await stage.ask(.read, path, token.secret, "", ["if-none-match": known])
            #expect(again.status == 304 && again.text.isEmpty && again.header("ETag") == tag)
        }
        #expect(try await stage.ask(.send, path + "/status", token.secret, Self.status, ["if-match": "\"x\""]).status == 412)
        #expect(try await stage.ask(.send, path + "/status", token.secret, Self.status, ["if-match": tag]).status == 200)
        #expect(try await stage.ask(.read, path, token.secret, "", ["if-none-match": tag]).status == 200)
        let overtaken = try await stage.ask(.send, path + "/needs", token.secret, #"{"need":"HI","rank":2,"from":"2026-11-19"}"#, ["if-match": tag])
        #expect(overtaken.status == 412 && overtaken.text.contains("Read it again"))
    }

    @Test("The same key does a thing once and gets the same answer, also at the same moment", arguments: StageEngine.here)
    func once(_ engine: StageEngine) async throws {
        let stage = try await ProgramStage(engine), token = try await stage.token(), other = try await stage.token()
        let body = #"{"school":"999001","surname":"Okafor","forename":"Amara","birth":"2018-03-10","entry":"2026-11-01"}"#
        let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
            for _ in 1...6 { group.addTask { try await stage.ask(.send, "/api/v1/pupils", token.secret, body, ["idempotency-key": "a-1"]) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(answers.map(\.text)).count == 1 && answers.allSatisfy { $0.status == 201 })
        #expect(answers.count { $0.header("Idempotency-Replayed") == "true" } == 5)
        #expect(try await stage.stage.read { try $0.value("SELECT COUNT(*) FROM pupil", as: Int.self) } == 1)
        #expect(try await stage.ask(.send, "/api/v1/pupils", token.secret, body + " ", ["idempotency-key": "a-1"]).status == 422)
        #expect(try await stage.ask(.send, "/api/v1/pupils", other.secret, body, ["idempotency-key": "a-1"]).text.contains("is_no_twin"), "a key is a token's own")
        #expect(try await stage.ask(.send, "/api/v1/pupils", token.secret, body, ["idempotency-key": "a-1"], after: 86_401).text.contains("is_no_twin"))
        for key in ["", "a b", "é", String(repeating: "k", count: 201)] { #expect(try await stage.ask(.send, "/api/v1/pupils", token.secret, body, ["idempotency-key": key]).status == 422) }
    }

    @Test("What was refused can be sent again with the same key")
    func refusedOnce() async throws {
        let stage = try await ProgramStage(), token = try await stage.token(), sam = try await stage.stage.pupil(at: stage.elm)
        let path = "/api/v1/pupils/\(sam.id)/status", late = Self.status.replacing("2026-11-19", with: "2020-01-01")
        #expect(try await stage.ask(.send, path, token.secret, late, ["idempotency-key": "b"]).status == 422)
        #expect(try await stage.ask(.send, path, token.secret, Self.status, ["idempotency-key": "b"]).status == 200)
    }

    static let bodies: [(String, String, Int)] = [
        ("application/json", "", 400), ("application/json", "{", 400), ("application/json", "[]", 400), ("application/json", #"{"provision":"K","provision":"E"}"#, 400),
        ("application/json", status + "x", 400), ("application/json", "{}", 422), ("application/json; charset=utf-8", status, 200),
        ("application/x-www-form-urlencoded", status, 415), ("text/plain", status, 415), ("", status, 415),
        ("application/json", status.replacing("\"K\"", with: "1"), 422), ("application/json", status.replacing("Agreed", with: " \\u0000"), 422),
        ("application/json", status.replacing("reason", with: "why"), 422), ("application/json", status.replacing("2026-11-19", with: "9999-12-31"), 422),
    ]

    @Test("Only JSON that fits its declaration is taken", arguments: bodies)
    func body(type: String, text: String, expected: Int) async throws {
        let stage = try await ProgramStage(), token = try await stage.token(), sam = try await stage.stage.pupil(at: stage.elm)
        let answer = try await stage.ask(.send, "/api/v1/pupils/\(sam.id)/status", token.secret, text, ["content-type": type])
        #expect(answer.status == expected && answer.header("Content-Type") == (expected == 200 ? "application/json" : "application/problem+json"))
    }

    @Test("Another method is told which there are; who wants no JSON is told so")
    func methods() async throws {
        let stage = try await ProgramStage(), token = try await stage.token()
        for (method, path, allowed) in [(PageRequest.Method.delete, "/api/v1/schools", "GET, HEAD"), (.put, "/api/v1/pupils/1/status", "POST"), (.read, "/api/v1/pupils", "POST")] {
            let answer = try await stage.ask(method, path, token.secret)
            #expect(answer.status == 405 && answer.header("Allow") == allowed)
        }
        for (accept, status) in [("text/html", 406), ("application/json;q=0", 406), ("*/*", 200), ("text/html, application/json;q=0.1", 200), ("APPLICATION/JSON", 200), ("", 200)] {
            #expect(try await stage.ask(.read, "/api/v1/schools", token.secret, "", ["accept": accept]).status == status, "\(accept)")
        }
    }

    @Test("The description lists the API routes of the house, and those alone")
    func description() async throws {
        let stage = try await ProgramStage(), house = stage.stage.house
        #expect(house.description.listed.sorted() == house.routes.filter { $0.pattern.hasPrefix("/api/") }.map { "\($0.method.rawValue) \($0.pattern)" }.sorted())
        let served = try await stage.ask(.read, "/api/v1/openapi.json", nil)
        #expect(served.status == 200 && served.text == house.description.json.text)
        let described = try stage.json(served)
        #expect(described["paths"]["/api/v1/pupils/{pupil}/status"]["post"]["requestBody"]["content"]["application/json"]["schema"]["properties"]["provision"]["enum"] == .list(["K", "E", "N"].map(JSON.text)))
        let page = try await stage.stage.visit(.read, "/api", as: .amira(at: stage.elm.id)).text
        #expect(page.contains("curl") && page.contains("/api/v1/pupils/{pupil}/status") && !page.contains("http"))
        let link = try #require(page.firstMatch(of: /href="(\/api\?operation=[^"]+)"/)).1
        #expect(try await stage.stage.visit(.read, String(link), as: .amira(at: stage.elm.id)).text.contains("What you get"))
        #expect(try await stage.stage.visit(.read, "/api?operation=nothing", as: .amira(at: stage.elm.id)).status == 404)
    }

    @Test("Everything that a program sees and does stands in the trail")
    func trail() async throws {
        let stage = try await ProgramStage(), token = try await stage.token(), sam = try await stage.stage.pupil(at: stage.elm)
        _ = try await stage.ask(.read, "/api/v1/register", token.secret)
        _ = try await stage.ask(.send, "/api/v1/pupils/\(sam.id)/status", token.secret, Self.status)
        let ways = try await stage.stage.read { try $0.column("SELECT event FROM trail WHERE way = 'api' ORDER BY id", as: String.self) }
        #expect(ways == ["register.exported", "status.ended", "status.started", "need.added", "mis_task.opened", "mis_task.opened"])
    }
}
