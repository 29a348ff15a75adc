import Access
@testable import Accounts
import Basics
import Database
import Pages
import People
import Stage
import Testing

struct TokenTests {
    @Test("Without a good token a program gets 401, whatever it asks for", arguments: StageEngine.here)
    func needed(_ engine: StageEngine) async throws {
        let stage = try await ProgramStage(engine), good = try await stage.token()
        for path in ["/api/v1/schools", "/api/v1/register", "/api/v1/nothing"] {
            for secret in [nil, SecretToken(text: "trellis_x"), SecretToken(text: ""), SecretToken(text: good.secret.text + "x"), SecretToken(text: good.secret.digest)] {
                let answer = try await stage.ask(.read, path, secret)
                #expect(answer.status == 401 && answer.header("Content-Type") == "application/problem+json" && answer.header("WWW-Authenticate")?.hasPrefix("Bearer") == true)
            }
        }
        #expect(try await stage.ask(.read, "/api/v1/schools", nil, "", ["authorization": "Basic eDp5"]).status == 401)
        #expect(try await stage.ask(.read, "/api/v1/schools", good.secret).status == 200)
        let kept = try await stage.stage.read { try $0.column("SELECT digest FROM program_token_key", as: String.self) }
        #expect(kept == [good.secret.digest])
        let trail = try await stage.stage.read { try $0.column("SELECT after FROM trail_value", as: String.self) }
        #expect(!trail.contains { $0.contains(good.secret.text) || $0.contains(good.secret.digest) })
    }

    @Test("A token ends with its time, with its owner's access, and when it is ended")
    func ends() async throws {
        let stage = try await ProgramStage(), short = try await stage.token(days: 1), long = try await stage.token(days: 365), other = try await stage.token()
        let day = 86_400
        #expect(try await stage.ask(.read, "/api/v1/schools", short.secret, after: day - 1).status == 200)
        #expect(try await stage.ask(.read, "/api/v1/schools", short.secret, after: day).status == 401)
        try await stage.stage.act { try $0.end(other.token) }
        #expect(try await stage.ask(.read, "/api/v1/schools", other.secret).status == 401)
        try await stage.stage.act { [today = stage.stage.today, amira = stage.amira] in try $0.close($0.one(amira.id) ?? amira, on: today) }
        #expect(try await stage.ask(.read, "/api/v1/schools", long.secret).status == 200)
        #expect(try await stage.ask(.read, "/api/v1/schools", long.secret, after: day).status == 401)
    }

    /// Which addresses each scope opens.
    static let opened: [(TokenScope, [String])] = [
        (.readRegister, ["/api/v1/register", "/api/v1/pupils/1", "/api/v1/pupils/1/counts"]), (.writeRegister, ["/api/v1/pupils/1"]), (.readFigures, []), (.readSafetyNet, []), (.readImports, ["/api/v1/receipts"]), (.notes, ["/api/v1/actions", "/api/v1/pupils/1/notes"]),
        (.concerns, ["/api/v1/actions", "/api/v1/pupils/1/notes"]),
    ]

    @Test("A scope opens its own addresses and no others", arguments: opened)
    func scopes(scope: TokenScope, paths: [String]) async throws {
        let stage = try await ProgramStage(), token = try await stage.token([scope])
        _ = try await stage.stage.pupil(at: stage.elm)
        for path in ["/api/v1/register", "/api/v1/pupils/1", "/api/v1/receipts", "/api/v1/actions", "/api/v1/pupils/1/notes", "/api/v1/pupils/1/counts"] {
            #expect(try await stage.ask(.read, path, token.secret).status == (paths.contains(path) ? 200 : 404), "\(path)")
        }
        let sent = try await stage.ask(.send, "/api/v1/pupils/1/watch", token.secret, #"{"reason":"Reading","look_again":"2027-01-10"}"#)
        #expect(sent.status == (scope == .writeRegister ? 200 : 404))
        #expect(try await stage.ask(.read, "/register", token.secret).status == 303, "a token opens no page")
    }

    @Test("A token bound to a school finds nothing of another, and decides nothing there", arguments: StageEngine.here)
    func school(_ engine: StageEngine) async throws {
        let stage = try await ProgramStage(engine), bound = try await stage.token(at: stage.elm), free = try await stage.token()
        let sam = try await stage.stage.pupil(at: stage.elm), ola = try await stage.stage.pupil("Ola", "Oakes", at: stage.oak)
        let seen = try stage.json(try await stage.ask(.read, "/api/v1/register", bound.secret))["items"].items.map { $0["pupil"].number }
        #expect(seen == [sam.id.rawValue])
        #expect(try stage.json(try await stage.ask(.read, "/api/v1/schools", bound.secret))["items"].items.map { $0["urn"].words } == ["999001"])
        #expect(try await stage.ask(.read, "/api/v1/pupils/\(ola.id)", bound.secret).status == 404)
        #expect(try await stage.ask(.read, "/api/v1/register?school=999002", bound.secret).status == 404)
        let watch = #"{"reason":"Reading","look_again":"2027-01-10"}"#
        #expect(try await stage.ask(.send, "/api/v1/pupils/\(ola.id)/watch", bound.secret, watch).status == 404)
        #expect(try await stage.ask(.send, "/api/v1/pupils/\(ola.id)/watch", free.secret, watch).status == 200)
        let who = try await stage.stage.read { try $0.column("SELECT who FROM trail WHERE event = 'watch.started'", as: String.self) }
        #expect(who == ["Amira Khan, by the program “Nightly copy” (SENCO)"])
    }

    @Test("Nobody makes a token that may more than they, lasts too long, or is for nothing", arguments: [
        ("", ["figures.read"], 90, "name"), ("Copy", [], 90, "scopes"), ("Copy", ["all"], 90, "scopes"), ("Copy", ["figures.read", "figures.write"], 90, "scopes"),
        ("Copy", ["register.read"], 90, "scopes"), ("Copy", ["figures.read"], 366, "days"), ("Copy", ["figures.read"], 0, "days"),
    ])
    func rule(name: String, scopes: [String], days: Int, field: String) async throws {
        let stage = try await ProgramStage()
        let grace = try await ProgramStage.person("Grace Obi", [(.governor, stage.elm)], stage.stage)
        let making = MakeToken(name: name, scopes: scopes, days: days)
        let problems = await #expect(throws: Problems.self) { try await stage.stage.act { _ = try $0.make(making, for: grace.id) } }
        #expect(problems?.message(for: field) != nil)
        let elsewhere = MakeToken(name: "Copy", scopes: ["figures.read"], school: stage.oak.id)
        await #expect(throws: Problems.self) { try await stage.stage.act { _ = try $0.make(elsewhere, for: grace.id) } }
        #expect(try await stage.ask(.read, "/api/v1/register", try await stage.token([.readFigures], of: grace).secret).status == 404)
    }

    @Test("That a token was used is written at most once a minute")
    func lastUsed() async throws {
        let stage = try await ProgramStage(), token = try await stage.token()
        var times: [Instant?] = []
        for seconds in [0, 59, 60, 61] {
            #expect(try await stage.ask(.read, "/api/v1/schools", token.secret, after: seconds).status == 200)
            times.append(try await stage.stage.read { try $0.tokens().first?.lastUsedAt })
        }
        #expect(times == [0, 0, 60, 60].map { stage.stage.now.adding(seconds: $0) })
    }

    @Test("Who asks too fast is told when to ask again; others are not slowed")
    func pace() async throws {
        let stage = try await ProgramStage(), fast = try await stage.token(), other = try await stage.token()
        for _ in 1...TokenPace.most { #expect(try await stage.ask(.read, "/api/v1/nothing", fast.secret).status == 404) }
        let refused = try await stage.ask(.read, "/api/v1/schools", fast.secret)
        #expect(refused.status == 429 && refused.header("Retry-After") == "1" && refused.header("RateLimit")?.contains("r=0") == true)
        #expect(try await stage.ask(.read, "/api/v1/schools", other.secret).status == 200)
        #expect(try await stage.ask(.read, "/api/v1/schools", fast.secret, after: 1).status == 200)
    }
}
