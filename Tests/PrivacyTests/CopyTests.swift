import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Stage
import Testing
@testable import Privacy

@Suite("A copy of what is kept")
struct CopyTests {
    @Test("A request goes its way: received, known, looked through, released, handed over", arguments: StageEngine.here)
    func wholeWay(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: privacyHouse), elm = try await stage.school(), amira = Viewer.amira(at: elm.id)
        let sam = try await stage.pupil(at: elm, provision: "K")
        _ = try await stage.pupil("Zora", "Quill", at: elm)
        _ = try await stage.visit(.send, "/pupils/\(sam.id)/status", as: amira, form: ["provision": "E", "from": "2026-11-02", "need": "SLCN", "reason": "Works well with Zora at lunch"])
        let request = try await stage.request(about: sam)
        let page = try await stage.visit(.read, request, as: .miriam).text
        #expect(page.contains("Answer by 3 December 2026") && page.contains("Sam Whitlock"))

        var copy = try await stage.visit(.read, request + "/copy", as: .miriam).text
        #expect(copy.contains("It may name somebody else: Zora") && copy.contains("SEN support") && copy.contains("a contact"))
        #expect(try await stage.visit(.send, request + "/copy", as: .miriam, form: ["checked": "yes", "childs_view": "Too young"]).status == 422)
        for (key, text) in try await waiting(stage) {
            let isZora = text.contains("Zora")
            let refused = try await stage.visit(.send, "\(request)/items/\(key)", as: .miriam, form: ["decision": "redact", "words": "Nobody"])
            #expect(refused.status == 422 && refused.text.contains("Choose the reason") && refused.text.contains("does not stand in it"))
            let form: KeyValuePairs = isZora ? ["decision": "redact", "ground": "third-party", "words": "zora"] : ["decision": "leave_out", "ground": "third-party"]
            #expect(try await stage.sent("\(request)/items/\(key)", as: .miriam, form) == request + "/copy")
        }
        copy = try await stage.visit(.read, request + "/copy", as: .miriam).text
        #expect(copy.contains("Everything that must be looked at has been"))
        #expect(try await stage.sent(request + "/copy", as: .miriam, ["checked": "yes", "childs_view": "Eight years old; his mother asks for him"]) == request)

        let json = try await stage.visit(.read, "/privacy/copies/1/json", as: .miriam).text
        #expect(json.contains("Works well with █████ at lunch") && !json.contains("Zora") && json.contains("Whitlock") && json.contains("third-party"))
        let print = try await stage.visit(.read, "/privacy/copies/1/print", as: .miriam).text
        #expect(print.contains("█████") && !print.contains("Zora") && print.contains(textDigest(json)))
        #expect(try await stage.sent("/privacy/copies/1/handed-over", as: .miriam, [:]) == request)
        #expect(try await stage.visit(.read, "/privacy/copies/1/json", as: .miriam).status == 404)
        #expect(try await stage.visit(.read, request, as: .miriam).text.contains("no longer here"))
        #expect(try await stage.store.verifyTrail() == [])
    }

    /// What waits for a decision in the only request there is.
    private func waiting(_ stage: Stage) async throws -> [(String, String)] {
        try await stage.read { reader in
            guard let request = try reader.all(CopyRequest.self, "ORDER BY id").first else { return [] }
            let sources = groundAreas.flatMap(\.subjectSources) + privacySubjectSources
            return try reader.copyItems(of: request, from: sources).filter(\.waits).map { ($0.key, $0.text) }
        }
    }

    @Test("A code in a copy stands beside what it means, where we know; another stands as it is", arguments: StageEngine.here)
    func codes(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: privacyHouse), sam = try await stage.pupil(at: try await stage.school())
        try await stage.act { try $0.execute("UPDATE pupil SET ethnicity = 'BAFR', first_language = 'URD', home_language = 'QQQ', home_la = '301' WHERE id = \(sam.id)") }
        try await stage.act { try $0.execute("UPDATE school SET la_code = '301', la_name = 'Barking and Dagenham'") }
        let facts = try await stage.read { reader in
            try groundAreas.flatMap(\.subjectSources).flatMap { try $0.find(reader, .pupil(sam.id)) }.first { $0.table == "pupil" }?.facts.map(\.text) ?? []
        }
        for text in ["Black African (BAFR)", "Urdu (URD)", "QQQ", "Barking and Dagenham (301)"] { #expect(facts.contains(text), "\(facts)") }
    }

    @Test("An adult’s copy holds their account, their roles and their place in the list of staff", arguments: StageEngine.here)
    func adult(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: privacyHouse), elm = try await stage.school()
        let sam = try await stage.pupil(at: elm)
        try await stage.act { try $0.execute("UPDATE contact SET email = 'Pat@Example.org' WHERE pupil_id = \(sam.id)") }
        let found = try await stage.read { try $0.gather(.adult(email: "pat@example.org"), about: "pat@example.org", from: groundAreas, at: stage.now) }
        #expect(found.entries == 1 && found.json.contains("Pat") && found.json.contains("not to be given to anybody"))
        #expect(try await stage.read { try $0.gather(.pupil(sam.id), about: sam.upn ?? "", from: groundAreas, at: stage.now) }.json.contains("Whitlock"))
        #expect(try await stage.read { try $0.dataSubject(sam.upn ?? "") } == .pupil(sam.id))
    }

    @Test("Only the data protection officer finds any of it", arguments: ["/privacy", "/privacy/requests/new", "/privacy/retention", "/privacy/due/send", "/privacy/holds/new", "/privacy/complaints/new"])
    func permitted(path: String) async throws {
        let stage = try await Stage(areas: privacyHouse), elm = try await stage.school()
        let schoolClass = try await stage.schoolClass("4K", at: elm)
        for viewer in [Viewer.dev, .ruth, .amira(at: elm.id), .helen(at: elm.id), .tom(of: schoolClass.id, at: elm.id), .grace(at: elm.id), .peter] {
            #expect(try await stage.visit(.read, path, as: viewer).status == 404)
            #expect(try await stage.visit(.send, path, as: viewer).status == 404)
        }
        #expect(try await stage.visit(.read, path, as: .miriam).status == 200)
    }

    @Test("A form that is not right comes back with what was typed", arguments: [
        ("/privacy/requests/new", "asked_by"), ("/privacy/holds/new", "reason"), ("/privacy/transfers/new", "sent_to"),
        ("/privacy/corrections/new", "what"), ("/privacy/restrictions/new", "reason"), ("/privacy/complaints/new", "about"),
    ])
    func refused(path: String, field: String) async throws {
        let stage = try await Stage(areas: privacyHouse)
        let answer = try await stage.visit(.send, path, as: .miriam, form: [field: "Something typed", "upn": "A000000000000", "received_on": "2026-11-02", "sent_on": "2026-11-02"])
        #expect(answer.status == 422 && answer.text.contains("Something typed") && answer.text.contains("No pupil here has this UPN"))
    }
}
