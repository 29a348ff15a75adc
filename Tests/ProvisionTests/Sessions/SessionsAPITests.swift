import Access
import Basics
import Database
import Pages
import People
@testable import Provision
import Stage
import Testing

@Suite("Sessions for programs")
struct SessionsAPITests {
    @Test("A program logs a session by the same rules, and reads what is in sight", arguments: StageEngine.here)
    func litany(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), run = try await stage.running([stage.sam, stage.ana], weekdays: [5]), slot = try await stage.slot(run)
        let body = #"{"time":\#(slot.time),"day":"2026-11-20","result":"given","away":[{"pupil":\#(stage.ana.id),"why":"absent"}]}"#
        #expect(try await stage.stage.send(json: body, to: "/api/v1/sessions", as: stage.senco).status == 404)
        #expect(try await stage.stage.send(json: body, to: "/api/v1/sessions", as: stage.helen).status == 404)
        #expect(try await stage.stage.send(json: body.replacing("\"given\"", with: "\"partly\""), to: "/api/v1/sessions", as: stage.amira).status == 422)
        #expect(try await stage.stage.send(json: body.replacing("2026-11-20", with: "2026-11-27"), to: "/api/v1/sessions", as: stage.amira).status == 422)
        #expect(try await stage.stage.send(json: body.replacing("\(stage.ana.id),\"why", with: "\(stage.olga.id),\"why"), to: "/api/v1/sessions", as: stage.amira).status == 422)
        let made = try await stage.stage.send(json: body, to: "/api/v1/sessions", as: stage.amira)
        #expect(made.status == 201 && made.text.contains("\"away\":\"absent\""))
        #expect(try await stage.stage.send(json: body, to: "/api/v1/sessions", as: stage.amira).status == 422, "logged already")
        for (query, shown) in [("", true), ("?provision=\(run.id)", true), ("?pupil=\(stage.sam.id)", true), ("?pupil=\(stage.ben.id)", false), ("?pupil=\(stage.olga.id)", false), ("?to=2026-11-19", false)] {
            #expect(try await stage.stage.visit(.read, "/api/v1/sessions\(query)", as: stage.amira).text.contains("\"session\":1") == shown, "\(query)")
        }
        let family = try await stage.stage.visit(.read, "/api/v1/sessions", as: stage.pat).text
        #expect(family.contains("\"pupil\":\(stage.sam.id)") && !family.contains("\"pupil\":\(stage.ana.id)"), "no other child")
        #expect(try await stage.stage.visit(.read, "/api/v1/sessions", as: stage.senco).text.contains("\"items\":[]"))
        #expect(try await stage.stage.visit(.read, "/api/v1/sessions", as: stage.governor).status == 404)
    }

    @Test("Delivery by line and by provision, for those who may see it")
    func delivery() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam, stage.ana], weekdays: [5])
        _ = try await stage.press(try await stage.slot(run), as: stage.tessAtWork, there: [stage.sam, stage.ana])
        let page = try await stage.stage.visit(.read, "/api/v1/delivery?pupil=\(stage.sam.id)", as: stage.amira).text
        #expect(page.contains("\"provision\":\(run.id)") && page.contains("\"received\":30") && page.contains("\"unproved\":120"))
        #expect(try await stage.stage.visit(.read, "/api/v1/delivery?school=999001", as: stage.amira).text.contains("\"pupil\":\(stage.ana.id)"))
        #expect(try await stage.stage.visit(.read, "/api/v1/delivery", as: stage.amira).status == 422)
        #expect(try await stage.stage.visit(.read, "/api/v1/delivery?pupil=\(stage.sam.id)", as: stage.senco).text.contains("\"items\":[]"))
        #expect(try await stage.stage.visit(.read, "/api/v1/delivery?pupil=\(stage.ana.id)", as: stage.pat).text.contains("\"received\"") == false)
    }
}
