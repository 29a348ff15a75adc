import Access
@testable import Accounts
import Basics
import Database
import Pages
import Stage
import Testing

@Suite("Wrong tokens")
struct TokenTriesTests {
    static let wrong = SecretToken(text: "trellis_" + String(repeating: "A", count: 43))

    /// Asks with a hundred wrong tokens and one more, after which one must wait.
    static func guess(_ stage: ProgramStage, at address: String = "") async throws {
        for number in 1...101 { #expect(try await stage.ask(.read, "/api/v1/schools", SecretToken(text: "trellis_\(number)"), at: address).status == 401) }
    }

    @Test("After a hundred wrong tokens from one address each further one doubles the wait", arguments: StageEngine.here)
    func waits(engine: StageEngine) async throws {
        let stage = try await ProgramStage(engine)
        try await Self.guess(stage)
        var clock = 0
        for wait in [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900] {
            let refused = try await stage.ask(.read, "/api/v1/schools", Self.wrong, after: clock)
            #expect(refused.status == 429 && refused.header("Retry-After") == "\(wait)" && refused.header("Content-Type") == "application/problem+json")
            clock += wait
            #expect(try await stage.ask(.read, "/api/v1/schools", Self.wrong, after: clock).status == 401)
        }
        #expect(try await stage.ask(.read, "/api/v1/schools", Self.wrong, at: "192.0.2.9").status == 401, "another address waits for nobody")
    }

    @Test("A token that was good from there before is not kept waiting; one that comes for the first time waits as all do", arguments: StageEngine.here)
    func known(engine: StageEngine) async throws {
        let stage = try await ProgramStage(engine), known = try await stage.token(), new = try await stage.token()
        #expect(try await stage.ask(.read, "/api/v1/schools", known.secret).status == 200)
        try await Self.guess(stage)
        #expect(try await stage.ask(.read, "/api/v1/schools", known.secret).status == 200)
        #expect(try await stage.ask(.read, "/api/v1/schools", new.secret).status == 429, "else a right guess could be told")
        #expect(try await stage.ask(.read, "/api/v1/schools", new.secret, after: 1).status == 200)
        #expect(try await stage.ask(.read, "/api/v1/schools", new.secret, at: "192.0.2.9").status == 200)
        #expect(try await stage.ask(.read, "/api/v1/schools", Self.wrong, after: 1).status == 401, "good ones take nothing back from the guesser")
        #expect(try await stage.ask(.read, "/api/v1/schools", Self.wrong, after: 2).header("Retry-After") == "1")
    }

    @Test("A token that has ended is no guess, and programs do not delay people who sign in from the same address")
    func noGuess() async throws {
        let stage = try await ProgramStage(), ended = try await stage.token()
        try await stage.stage.act { try $0.end(ended.token) }
        for _ in 1...30 { #expect(try await stage.ask(.read, "/api/v1/schools", ended.secret).status == 401) }
        try await Self.guess(stage)
        let person = SignInTry(at: "amira.khan@example.org", from: "")
        #expect(try await stage.stage.read { try $0.delay(of: person) }.seconds(at: stage.stage.now) == nil)
        let kept = try await stage.stage.read { try $0.column("SELECT subject FROM sign_in_try", as: String.self) }
        #expect(kept.count == 1 && kept.allSatisfy { $0.count == 43 || $0.count == 64 }, "only digests are kept")
    }
}
