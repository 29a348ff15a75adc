import Access
@testable import Accounts
import Basics
import Database
import Pages
import People
import Stage
import Testing

@Suite("Pages for the systems with which people sign in")
struct SignInProvidersPageTests {
    static let administrator = Viewer(name: "Nia Brown", role: .administrator, sight: .trust)
    static let pages = ["/sign-in-providers", "/sign-in-providers/add", "/sign-in-providers/1/rules"]

    @Test("Only who looks after the accounts of the whole trust sees them", arguments: pages)
    func permitted(path: String) async throws {
        let here = try await OpenIDStage(.sqlite), elm = here.elm.id
        for viewer in [Viewer.amira(at: elm), .grace(at: elm), .peter, .dev, .nobody] { #expect(try await here.stage.visit(.read, path, as: viewer).status == 404) }
        #expect(try await here.stage.visit(.read, path, as: Self.administrator).status == 200)
        #expect(try await here.stage.visit(.read, "/sign-in-providers/99/rules", as: Self.administrator).status == 404)
    }

    @Test("A system is added with its secret under lock, and shown without it", arguments: StageEngine.here)
    func adds(engine: StageEngine) async throws {
        let here = try await OpenIDStage(engine)
        let form: KeyValuePairs = ["name": "Google", "issuer": "https://accounts.google.com", "client_id": "c-1", "secret": "very secret words", "domains": "oak.example.org", "asks": "yes"]
        let answer = try await here.stage.visit(.send, "/sign-in-providers/add", as: Self.administrator, form: form)
        #expect(answer.status == 303 && answer.next == "/sign-in-providers")
        let page = try await here.stage.visit(.read, "/sign-in-providers", as: Self.administrator).text
        #expect(page.contains("https://accounts.google.com") && page.contains("/sign-in/callback") && !page.contains("very secret words"))
        let kept = try await here.stage.read { try $0.column("SELECT secret FROM sign_in_provider_secret", as: String.self) }
        let trail = try await here.stage.read { try $0.column("SELECT after FROM trail_value", as: String.self) }
        #expect(!(kept + trail).joined().contains("very secret") && kept.count == 2)
        #expect(try await here.stage.visit(.read, "/sign-in", as: .nobody).text.contains("Sign in with Google"))
        let providers = try await here.stage.read { try $0.signInProviders(on: Stage.november) }, keys = here.keys
        let google = try #require(providers.first { $0.name == "Google" })
        let secret = try await here.stage.read { try $0.secret(of: google, keys) }
        #expect(secret == "very secret words")
    }

    @Test("What is wrong stands beside its field, and the secret is not sent back")
    func refuses() async throws {
        let here = try await OpenIDStage(.sqlite)
        let answer = try await here.stage.visit(.send, "/sign-in-providers/add", as: Self.administrator, form: ["name": "G", "issuer": "http://example.org", "client_id": "", "secret": "very secret words", "domains": ""])
        #expect(answer.status == 422 && answer.text.contains("issuer-problem") && answer.text.contains("client_id-problem") && answer.text.contains("domains-problem"))
        #expect(answer.text.contains("value=\"http://example.org\"") && !answer.text.contains("very secret words"))
    }

    @Test("A rule is added and taken away; a role that needs classes, or more than one may give, is not given so", arguments: StageEngine.here)
    func rules(engine: StageEngine) async throws {
        let here = try await OpenIDStage(engine), path = "/sign-in-providers/\(here.provider.id)/rules"
        let good: KeyValuePairs = ["domain": "elm.example.org", "group": "sencos", "role": "senco", "school": "\(here.elm.id)"]
        #expect(try await here.stage.visit(.send, path, as: Self.administrator, form: good).status == 303)
        #expect(try await here.stage.visit(.send, path, as: Self.administrator, form: good).status == 422)
        for role in ["teacher", "administrator", "operator", "parent", ""] {
            #expect(try await here.stage.visit(.send, path, as: Self.administrator, form: ["domain": "elm.example.org", "role": role, "school": "\(here.elm.id)"]).status == 422)
        }
        #expect(try await here.stage.visit(.send, path, as: Self.administrator, form: ["domain": "elm.example.org", "role": "senco"]).status == 422)
        #expect(try await here.stage.visit(.send, path, as: Self.administrator, form: ["domain": "other.example.org", "role": "trustee"]).status == 422)
        let rule = try #require(try await here.rules().first)
        #expect(try await here.stage.visit(.read, "/sign-in-providers", as: Self.administrator).text.contains("Whoever is in the group sencos"))
        #expect(try await here.stage.visit(.send, "/sign-in-providers/rules/\(rule.id)/end", as: Self.administrator).status == 303)
        #expect(try await here.rules().isEmpty)
        #expect(try await here.stage.visit(.send, "/sign-in-providers/\(here.provider.id)/end", as: Self.administrator).status == 303)
        #expect(try await here.ask("/sign-in/with/\(here.provider.id)").status == 404)
    }
}

extension OpenIDStage {
    func rules() async throws -> [SignInRule] {
        let id = provider.id
        return try await stage.read { try $0.signInRules(of: id, on: Stage.november) }
    }
}
