import Access
@testable import Accounts
import Basics
import Database
import Pages
import People
import Stage
import Testing

struct TokensPageTests {
    private func viewer(_ stage: ProgramStage) async throws -> Viewer {
        try await viewer(of: stage.amira, stage)
    }

    private func viewer(of account: Account, _ stage: ProgramStage) async throws -> Viewer {
        let found = try await stage.stage.read { try $0.viewer(of: account.id, on: stage.stage.today, at: stage.stage.now) }
        return try #require(found)
    }

    @Test("A token is made on a page, shown once, listed and ended by its owner alone")
    func page() async throws {
        let stage = try await ProgramStage(), amira = try await viewer(stage)
        #expect(try await stage.stage.visit(.read, "/me/tokens", as: .dev).status == 404, "without an account there are none")
        #expect(try await stage.stage.visit(.read, "/me/tokens", as: amira).text.contains("Make this token"))
        let refused = try await stage.stage.visit(.send, "/me/tokens", as: amira, form: ["name": "Copy <b>", "days": "90"])
        #expect(refused.status == 422 && refused.text.contains("Copy &lt;b") && refused.text.contains("Choose at least one thing"))
        let made = try await stage.stage.visit(.send, "/me/tokens", as: amira, form: ["name": "Copy", "scopes": "figures.read", "scopes": "register.read", "days": "30", "school": "\(stage.elm.id)"])
        let text = try #require(made.text.firstMatch(of: /trellis_[A-Za-z0-9_-]{43}/))
        #expect(try await stage.ask(.read, "/api/v1/register", SecretToken(text: String(text.output))).status == 200)
        let list = try await stage.stage.visit(.read, "/me/tokens", as: amira).text
        #expect(!list.contains(text.output) && list.contains("Elm Primary School only") && list.contains("20 December 2026"))
        let newest = try await stage.stage.read { try $0.tokens().first?.token.id }, id = try #require(newest)
        let helen = try await viewer(of: try await ProgramStage.person("Helen Marsh", [(.head, stage.elm)], stage.stage), stage)
        #expect(try await stage.stage.visit(.send, "/me/tokens/\(id)/end", as: helen).status == 404)
        #expect(try await stage.stage.visit(.send, "/me/tokens/\(id)/end", as: amira).next == "/me/tokens?saved=ended")
        #expect(try await stage.ask(.read, "/api/v1/register", SecretToken(text: String(text.output))).status == 401)
        #expect(try await stage.stage.visit(.send, "/me/tokens/\(id)/end", as: amira).status == 422)
        let events = try await stage.stage.read { try $0.column("SELECT event FROM trail WHERE subject = 'program_token' ORDER BY id", as: String.self) }
        #expect(events == ["token.made", "token.ended"])
    }

    @Test("Whoever may nothing that a program could ask for is told so")
    func nothing() async throws {
        let stage = try await ProgramStage()
        let viewer = try await viewer(of: try await ProgramStage.person("Farah Aziz", [(.administrator, nil)], stage.stage), stage)
        #expect(try await stage.stage.visit(.read, "/me/tokens", as: viewer).text.contains("Your roles hold nothing"))
    }
}
