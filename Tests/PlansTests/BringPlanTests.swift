import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import Papers
@testable import People
@testable import Plans
import Stage
import Testing

@Suite("A plan that comes as a file")
struct BringPlanTests {
    @Test("It is live from its day, with its file for those who read plans; a refused one leaves nothing behind")
    func bring() async throws {
        let papers = StagePapers(), store = papers.store
        let stage = try await Stage(areas: [PeopleArea(beside: [PlansArea(papers: store)], papers: store), MeasuresArea(), PlansArea(papers: store)])
        let elm = try await stage.school(), oak = try await stage.school("Oak Primary School", urn: "999002"), sam = try await stage.pupil(at: elm, provision: "K")
        let beech = try await stage.schoolClass("Beech", at: elm, of: [sam]), amira = Viewer.amira(at: elm.id), tom = Viewer.tom(of: beech.id, at: elm.id)
        let path = "/pupils/\(sam.id)/plans/bring", form: KeyValuePairs = ["kind": "support", "starts": "2026-09-07", "review_by": "18/12/2026"]
        let file = { try papers.file(Array("The plan as Word wrote it.\n".utf8), named: "plan.txt") }
        for viewer in [tom, .helen(at: elm.id), .amira(at: oak.id), .dev] {
            #expect(try await stage.visit(.read, path, as: viewer).status == 404)
            #expect(try await stage.visit(.send, path, as: viewer, form: form, files: [try file()]).status == 404)
        }
        #expect(try await stage.visit(.read, path, as: amira).status == 200)
        #expect(try await stage.visit(.send, path, as: amira, form: form).text.contains("href=\"#file\""))
        let wrong = try await stage.visit(.send, path, as: amira, form: ["kind": "support", "starts": "2026-12-01", "review_by": "2026-11-01"], files: [try file()])
        #expect(wrong.status == 422 && wrong.text.contains("href=\"#starts\"") && wrong.text.contains("href=\"#review_by\"") && papers.stored.isEmpty)
        let brought = try await stage.visit(.send, path, as: amira, form: form, files: [try file()])
        #expect(brought.status == 303)
        let id = try #require(brought.plan)
        #expect(try await stage.visit(.read, "/plans/\(id)", as: tom).text.contains("Download the plan"))
        #expect(try await stage.visit(.read, "/plan-files/\(id)", as: tom).kept() == Array("The plan as Word wrote it.\n".utf8))
        for viewer in [Viewer.dev, .amira(at: oak.id)] { #expect(try await stage.visit(.read, "/plan-files/\(id)", as: viewer).status == 404) }
        #expect(try await stage.visit(.read, "/plans/\(id)/write", as: amira).status == 404, "what is in a file is not written here")
        #expect(try await stage.visit(.send, path, as: amira, form: form, files: [try file()]).text.contains("has one of these already"))
        let done = try await stage.visit(.send, "/plans/\(id)/review", as: amira, form: ["finish": "yes", "held_on": "2026-11-20", "decision": "continue"])
        let next = try #require(done.plan)
        #expect(next != id)
        #expect(try await stage.visit(.read, "/plans/\(next)/write", as: amira).status == 200)
    }
}
