import Access
import AreaKit
import Basics
import Database
import Foundation
import Pages
import People
import Stage
import Testing
@testable import Privacy

@Suite("Restriction, correction, complaints, who looked")
struct StandingTests {
    @Test("A restricted record is shown to nobody but the data protection officer, until that ends", arguments: StageEngine.here)
    func restriction(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: privacyHouse), elm = try await stage.school(), amira = Viewer.amira(at: elm.id)
        let sam = try await stage.pupil(at: elm, provision: "K"), class4 = try await stage.schoolClass("4K", at: elm, of: [sam])
        let parent = Viewer(name: "Pat", role: .parent, sight: .pupils([sam.id]))
        let people = [amira, .dev, .ruth, .helen(at: elm.id), .tom(of: class4.id, at: elm.id), parent]
        for viewer in people { #expect(try await stage.visit(.read, "/pupils/\(sam.id)", as: viewer).status == 200, "\(viewer.title)") }
        #expect(try await stage.sent("/privacy/restrictions/new", as: .miriam, ["upn": sam.upn ?? "", "ground": "accuracy", "reason": "His mother says it is wrong"]) == "/privacy/pupils/\(sam.id)")
        for viewer in people { #expect(try await stage.visit(.read, "/pupils/\(sam.id)", as: viewer).status == 404, "\(viewer.title)") }
        #expect(try await !stage.visit(.read, "/register", as: amira).text.contains("Whitlock"))
        #expect(try await stage.visit(.read, "/search?words=whitlock", as: .dev).text.contains("Nothing found"))
        #expect(try await stage.visit(.read, "/pupils/\(sam.id)/trail", as: amira).status == 404)
        #expect(try await stage.visit(.read, "/pupils/\(sam.id)/trail", as: .miriam).status == 200)
        #expect(try await stage.visit(.send, "/privacy/restrictions/1/lift", as: .miriam, form: ["reason": "It is right"]).status == 422)
        _ = try await stage.sent("/privacy/restrictions/1/lift", as: .miriam, ["reason": "It is right", "told": "yes"])
        for viewer in people { #expect(try await stage.visit(.read, "/pupils/\(sam.id)", as: viewer).status == 200, "\(viewer.title)") }
    }

    @Test("Where the record stays as it is, the family’s words stand on it", arguments: StageEngine.here)
    func correction(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: privacyHouse), elm = try await stage.school(), sam = try await stage.pupil(at: elm)
        _ = try await stage.sent("/privacy/corrections/new", as: .miriam, ["upn": sam.upn ?? "", "asked_by": "Pat", "what": "The need", "received_on": "2026-11-02"])
        #expect(try await stage.visit(.read, "/privacy", as: .miriam).text.contains("answer by 2 December 2026"))
        _ = try await stage.sent("/privacy/corrections/1/decide", as: .miriam, ["outcome": "refused", "reason": "The report says so", "disagreement": "We see it otherwise"])
        #expect(try await stage.visit(.read, "/pupils/\(sam.id)", as: .amira(at: elm.id)).text.contains("We see it otherwise"))
        #expect(try await stage.visit(.send, "/privacy/corrections/1/decide", as: .miriam, form: ["outcome": "corrected", "reason": "x"]).status == 422)
    }

    @Test("A complaint is acknowledged within thirty days, then answered", arguments: StageEngine.here)
    func complaint(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: privacyHouse)
        _ = try await stage.sent("/privacy/complaints/new", as: .miriam, ["made_by": "Pat", "about": "A letter went astray", "received_on": "2026-10-15"])
        #expect(try await stage.visit(.read, "/privacy", as: .miriam).text.contains("tell them by 14 November 2026"))
        #expect(try await stage.visit(.read, "/", as: .miriam).text.contains("is not acknowledged yet"))
        #expect(try await stage.visit(.send, "/privacy/complaints/1/answer", as: .miriam, form: ["answer": "Sorry"]).status == 422)
        #expect(try await stage.sent("/privacy/complaints/1/acknowledge", as: .miriam, ["day": "2026-11-19"]) == "/privacy")
        #expect(try await stage.sent("/privacy/complaints/1/answer", as: .miriam, ["answer": "We are sorry, and have put the address right"]) == "/privacy")
        #expect(try await !stage.visit(.read, "/privacy", as: .miriam).text.contains("astray"))
    }

    @Test("Who looked is shown to those who answer for the record, newest first, by name and by days", arguments: StageEngine.here)
    func sights(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: privacyHouse), elm = try await stage.school(), sam = try await stage.pupil(at: elm), zora = try await stage.pupil("Zora", "Quill", at: elm)
        let log = SightLog(stage.store)
        for (day, who, pupils) in [(40, "Old Looker (Head)", [sam.id]), (2, "Tom Reed (Class teacher)", [sam.id, zora.id]), (1, "Amira Khan (SENCO)", [sam.id])] {
            log.note(Sighting(who: who, account: AccountID(7), at: Instant(stage.today - day, hour: 9), origin: "192.0.2.7, Firefox on a computer", way: .page, page: "/pupils/*", purpose: "", pupils: pupils))
        }
        await log.flush()
        let path = "/pupils/\(sam.id)/sights", page = try await stage.visit(.read, path, as: .miriam).text
        let amira = try #require(page.range(of: "Amira Khan (SENCO)")), tom = try #require(page.range(of: "Tom Reed (Class teacher)"))
        #expect(amira.lowerBound < tom.lowerBound && page.contains("192.0.2.7") && page.contains("The pupil’s page") && page.contains("a list of 2 pupils") && !page.contains("Zora"))
        #expect(try await !stage.visit(.read, path + "?who=tom", as: .miriam).text.contains("Amira Khan"))
        #expect(try await !stage.visit(.read, path + "?days=7", as: .amira(at: elm.id)).text.contains("Old Looker"))
        #expect(try await stage.visit(.read, path, as: .dev).status == 404)
        #expect(try await stage.visit(.read, "/accounts/7/sights", as: .amira(at: elm.id)).status == 404)
    }
}
