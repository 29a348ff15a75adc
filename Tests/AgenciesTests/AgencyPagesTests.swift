import Access
@testable import Agencies
import Basics
import Database
import Pages
import People
import Stage
import Testing

/// The register of agencies on its pages.
struct AgencyPagesTests {
    static let form: KeyValuePairs<String, String> = [
        "name": "Occupational therapy, north", "kind": "OT", "la_code": "999", "how": "Send the form with a video", "threshold": "After two terms of advice", "usual_days": "30", "email": "ot@example.org",
    ]

    @Test("A trust lead adds one for all schools, a SENCO for their own; each finds it and how to refer", arguments: StageEngine.here)
    func add(engine: StageEngine) async throws {
        let stage = try await AgenciesStage(engine)
        for viewer in [Viewer.ruth, stage.amira] {
            #expect(try await stage.stage.visit(.read, "/agencies/add", as: viewer).status == 200)
            let next = try #require(try await stage.stage.visit(.send, "/agencies/add", as: viewer, form: Self.form).next)
            let page = try await stage.stage.visit(.read, next, as: viewer).text
            #expect(page.contains("Send the form with a video") && page.contains("within 30 days") && page.contains("not known yet"))
        }
        let kept = try await stage.stage.read { try $0.all(Agency.self, "WHERE kind = 'OT' ORDER BY id") }
        #expect(kept.map(\.school) == [nil, stage.elm.id])
        #expect(try await stage.stage.visit(.read, "/agencies", as: stage.amira).text.contains("Occupational therapy, north"))
        #expect(try await stage.stage.read { try $0.column("SELECT event FROM trail WHERE subject = 'agency'", as: String.self) }.contains("agency.added"))
        #expect(try await stage.stage.store.check().isEmpty)
    }

    @Test("A school's own agency is not found by another; the trust's is changed by the trust lead alone; families and governors find none")
    func sight() async throws {
        let stage = try await AgenciesStage(), own = "/agencies/\(stage.oakNurse.id)", trusts = "/agencies/\(stage.speech.id)"
        #expect(try await stage.stage.visit(.read, own, as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.read, own, as: .amira(at: stage.oak.id)).status == 200)
        #expect(try await stage.stage.visit(.read, trusts, as: stage.amira).status == 200)
        #expect(try await stage.stage.visit(.read, "\(trusts)/change", as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.send, "\(trusts)/close", as: stage.amira, form: ["last_day": "2026-11-20", "reason": "Gone"]).status == 404)
        #expect(try await stage.stage.visit(.read, "\(trusts)/change", as: .ruth).status == 200)
        #expect(try await !stage.stage.visit(.read, trusts, as: stage.amira).text.contains("/change"))
        let parent = Viewer(name: "Pat", role: .parent, sight: .pupils([stage.sam.id]))
        for viewer in [parent, .peter, .grace(at: stage.elm.id)] { #expect(try await stage.stage.visit(.read, "/agencies", as: viewer).status == 404) }
        #expect(try await stage.stage.visit(.read, "/agencies/99", as: .ruth).status == 404)
        #expect(try await stage.stage.visit(.read, "/agencies", as: .helen(at: stage.elm.id)).status == 200)
    }

    @Test("What is wrong stands beside its field, what was typed stays, and a second editor is told of the first")
    func refused() async throws {
        let stage = try await AgenciesStage(), path = "/agencies/\(stage.speech.id)/change"
        let wrong = try await stage.stage.visit(.send, path, as: .ruth, form: ["name": "", "kind": "X", "la_code": "12", "usual_days": "soon", "email": "nobody", "website": "example.org", "checked_on": "2027-01-01"])
        #expect(wrong.status == 422 && wrong.text.contains("value=\"soon\""))
        for field in ["name", "kind", "la_code", "usual_days", "email", "website", "checked_on"] { #expect(wrong.text.contains("href=\"#\(field)\"") && wrong.text.contains("id=\"\(field)\""), "\(field)") }
        #expect(try await stage.stage.visit(.send, path, as: .ruth, form: ["seen": "1", "name": "Larkshire speech", "kind": "SALT"]).status == 303)
        let second = try await stage.stage.visit(.send, path, as: .ruth, form: ["seen": "1", "name": "My name for it", "kind": "SALT"])
        #expect(second.status == 409 && second.text.contains("My name for it") && second.text.contains("Somebody else changed “Larkshire speech”") && second.text.contains("What stands there now"))
        #expect(try await stage.stage.visit(.send, "/agencies/add", as: .ruth, form: ["name": "Larkshire speech", "kind": "SALT"]).status == 422, "the same twice")
    }

    @Test("A closed agency stays to be read and is offered no more; its people come and go")
    func close() async throws {
        let stage = try await AgenciesStage(), path = "/agencies/\(stage.speech.id)"
        #expect(try await stage.stage.visit(.send, "\(path)/people/add", as: .ruth, form: ["name": "Ana Cole", "role": "Therapist for Elm", "email": "Ana@example.org"]).status == 303)
        #expect(try await stage.stage.visit(.send, "\(path)/people/add", as: .ruth, form: ["name": "", "email": "x"]).status == 422)
        let row = try await stage.stage.read { try $0.value("SELECT id FROM agency_person", as: RowID.self) }
        let person = "\(path)/people/\(try #require(row))"
        #expect(try await stage.stage.visit(.read, person, as: .ruth).text.contains("value=\"ana@example.org\""))
        #expect(try await stage.stage.visit(.send, person, as: .ruth, form: ["name": "Ana Cole", "last_day": "2026-11-01"]).status == 303)
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("Left"))
        #expect(try await stage.stage.visit(.read, "/agencies/\(stage.oakNurse.id)/people/\(try #require(row))", as: .amira(at: stage.oak.id)).status == 404)
        #expect(try await stage.stage.visit(.send, "\(path)/close", as: .ruth, form: ["last_day": "", "reason": ""]).status == 422)
        #expect(try await stage.stage.visit(.send, "\(path)/close", as: .ruth, form: ["last_day": "2026-11-19", "reason": "Now one team"]).status == 303)
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("Now one team"))
        #expect(try await !stage.stage.visit(.read, "/pupils/\(stage.sam.id)/referrals/start", as: stage.amira).text.contains("Larkshire speech therapy"))
    }

    @Test("Health bodies are added, changed and closed by those who keep agencies, and read by the rest")
    func bodies() async throws {
        let stage = try await AgenciesStage()
        let whole: KeyValuePairs<String, String> = ["name": "Larkshire care board", "kind": "board", "area": "North Larkshire", "contact": "Designated clinical officer"]
        #expect(try await stage.stage.visit(.send, "/health-bodies/add", as: stage.amira, form: whole).status == 303)
        #expect(try await stage.stage.visit(.send, "/health-bodies/add", as: stage.amira, form: whole).status == 422, "the same twice")
        #expect(try await stage.stage.visit(.send, "/health-bodies/add", as: .helen(at: stage.elm.id), form: whole).status == 404)
        let id = try #require(try await stage.stage.read { try $0.value("SELECT id FROM health_body", as: HealthBodyID.self) })
        #expect(try await stage.stage.visit(.read, "/health-bodies/\(id)", as: .ruth).text.contains("North Larkshire"))
        #expect(try await stage.stage.visit(.send, "/health-bodies/\(id)", as: .ruth, form: ["seen": "1", "name": "Larkshire board", "kind": "board"]).status == 303)
        #expect(try await stage.stage.visit(.send, "/health-bodies/\(id)", as: .ruth, form: ["seen": "1", "name": "Other", "kind": "board"]).status == 409)
        #expect(try await stage.stage.visit(.send, "/health-bodies/\(id)/close", as: .ruth, form: ["last_day": "2026-11-01", "reason": "Joined with another"]).status == 303)
        #expect(try await stage.stage.visit(.read, "/agencies", as: .helen(at: stage.elm.id)).text.contains("Joined with another"))
        #expect(try await stage.stage.visit(.read, "/health-bodies/99", as: .ruth).status == 404)
    }
}
