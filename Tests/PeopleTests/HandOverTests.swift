import Access
import AreaKit
import Basics
import Database
import Foundation
import Pages
@testable import People
import Stage
import Testing

/// An area that knows who leads safeguarding, as Accounts does.
private struct LeadArea: Area {
    let name = "Lead"
    var safeguardingLead: SafeguardingLead? { { _, _, _ in "Joan Deane" } }
}

@Suite("Words about a child's safety go to the safeguarding lead")
struct HandOverTests {
    private static let words = "She said her uncle hurts her"
    private static let notice = "Worried about a child’s safety?</b> Do not write it here. Tell Joan Deane (designated safeguarding lead) now."

    @Test("Above each box about a child stands whom to tell, and each form can hand its text over", arguments: [
        "status", "needs/add", "flags/add", "bases/add", "arrangements/add", "diagnoses/add", "contacts/add", "details", "seal", "watch", "emergency/add",
    ])
    func notice(form: String) async throws {
        let stage = try await Stage(areas: [PeopleArea(), LeadArea()]), elm = try await stage.school(), sam = try await stage.pupil(at: elm)
        let page = try await stage.visit(.read, "/pupils/\(sam.id)/\(form)", as: .amira(at: elm.id)).text
        #expect(page.contains(Self.notice))
        #expect(page.contains("formaction=\"/pupils/\(sam.id)/hand-over?form="))
        let own = try #require(page.range(of: "<button>")), other = try #require(page.range(of: "<button class=\"second\" formaction"))
        #expect(own.lowerBound < other.lowerBound, "the Enter key presses the form's own button")
        #expect(page.contains("Hand this text to Joan Deane instead"))
    }

    @Test("Where nobody is named, the notice says so plainly")
    func nobodyNamed() async throws {
        let stage = try await Stage(areas: [PeopleArea()]), elm = try await stage.school(), sam = try await stage.pupil(at: elm)
        #expect(try await stage.visit(.read, "/pupils/\(sam.id)/watch", as: .amira(at: elm.id)).text.contains("Tell your school’s designated safeguarding lead now."))
    }

    @Test("Handing over saves nothing of the form; the lead of that school alone reads it and marks it", arguments: StageEngine.here)
    func typed(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: [PeopleArea(), LeadArea()]), elm = try await stage.school(), oak = try await stage.school("Oak Primary School", urn: "999002")
        let sam = try await stage.pupil(at: elm), amira = Viewer.amira(at: elm.id), joan = Self.lead(elm), path = "/pupils/\(sam.id)/hand-over?form=/pupils/\(sam.id)/watch"
        #expect(try await stage.visit(.send, path, as: Self.lead(oak), form: ["free_text": "reason", "reason": Self.words]).status == 404)
        #expect(try await stage.visit(.send, path, as: amira, form: ["free_text": "reason", "reason": " "]).status == 422)
        #expect(try await stage.visit(.send, path, as: amira, form: ["free_text": "reason", "reason": Self.words]).text.contains("Handed to Joan Deane"))
        #expect(try await stage.read { try $0.value("SELECT COUNT(*) FROM watch_spell", as: Int.self) } == 0)
        for viewer in [amira, .helen(at: elm.id), .dev, .ruth, .operator] { #expect(try await stage.visit(.read, "/handed-over", as: viewer).status == 404) }
        #expect(try await !stage.visit(.read, "/handed-over", as: Self.lead(oak)).text.contains("uncle"))
        let list = try await stage.visit(.read, "/handed-over", as: joan).text
        #expect(list.contains(Self.words) && list.contains("Written by Amira Khan (SENCO)") && list.contains("I have read this"))
        #expect(try await stage.visit(.send, "/handed-over/1/read", as: Self.lead(oak)).status == 404)
        #expect(try await stage.visit(.send, "/handed-over/1/read", as: joan).status == 303)
        #expect(try await stage.visit(.read, "/handed-over", as: joan).text.contains("Read by Joan Deane"))
        #expect(try await !stage.visit(.read, "/handed-over", as: Self.lead(elm, family: [sam.id])).text.contains("uncle"))
        try await expectNowhere(stage, sam, elm)
        let trail = try await stage.visit(.read, "/pupils/\(sam.id)/trail", as: amira).text
        #expect(trail.contains("Text handed to the safeguarding lead") && trail.contains("The safeguarding lead has read it"))
    }

    @Test("Saved words are taken out in one press: no other role finds them anywhere, and the chain still proves itself", arguments: StageEngine.here)
    func saved(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: [PeopleArea(), LeadArea()]), elm = try await stage.school(), sam = try await stage.pupil(at: elm, provision: nil), amira = Viewer.amira(at: elm.id)
        let page = "/pupils/\(sam.id)"
        #expect(try await stage.visit(.send, "\(page)/watch", as: amira, form: ["reason": Self.words, "look_again": "2026-12-01"]).status == 303)
        let form = try await stage.visit(.read, "\(page)/status", as: amira).text
        #expect(try await stage.visit(.read, page, as: amira).text.contains(Self.words))
        let entry = try #require(try await stage.read { try $0.value("SELECT MAX(id) FROM trail WHERE event = 'watch.started'", as: Int.self) })
        for viewer in [Viewer.dev, .ruth] { #expect(try await stage.visit(.send, "\(page)/trail/\(entry)/hand-over", as: viewer).status == 404) }
        #expect(try await stage.visit(.send, "\(page)/trail/99999/hand-over", as: amira).status == 404)
        let done = try await stage.visit(.send, "\(page)/trail/\(entry)/hand-over", as: amira)
        #expect(done.status == 303)
        #expect(try await stage.visit(.read, page, as: amira).text.contains("Handed to the safeguarding lead on 20 November 2026"))
        #expect(try await stage.visit(.read, "/handed-over", as: Self.lead(elm)).text.contains(Self.words))
        try await expectNowhere(stage, sam, elm)
        let seen = try #require(form.firstMatch(of: /name="seen" value="(\d+)"/)).1
        let overtaken = try await stage.visit(.send, "\(page)/status", as: amira, form: ["provision": "K", "need": "SLCN", "from": "2026-11-20", "reason": "Mine", "seen": String(seen)])
        #expect(overtaken.status == 409 && !overtaken.text.contains("uncle"))
        #expect(try await stage.visit(.send, "\(page)/trail/\(entry)/hand-over", as: amira).status == 422, "there is nothing left to hand over")
        let kept = try await stage.read { try $0.value("SELECT COUNT(*) FROM trail_value WHERE after LIKE \("%uncle%")", as: Int.self) }
        #expect((kept ?? 0) > 0)
        #expect(try await stage.store.verifyTrail().isEmpty)
    }

    @Test("A reason given for several pupils at once is hidden with all of them")
    func together() async throws {
        let stage = try await Stage(areas: [PeopleArea()]), elm = try await stage.school(), amira = Viewer.amira(at: elm.id)
        let sam = try await stage.pupil(at: elm), lily = try await stage.pupil("Lily", "Ash", at: elm)
        let form: KeyValuePairs<String, String> = ["pupil": "\(sam.id)", "pupil": "\(lily.id)", "provision": "K", "need": "SLCN", "from": "2026-11-19", "reason": Self.words]
        #expect(try await stage.visit(.send, "/register/change/save", as: amira, form: form).status == 303)
        let entry = try #require(try await stage.read { try $0.value("SELECT MAX(id) FROM trail WHERE event = 'status.started' AND pupil_id = \(sam.id)", as: Int.self) })
        #expect(try await stage.visit(.send, "/pupils/\(sam.id)/trail/\(entry)/hand-over", as: amira).status == 303)
        try await expectNowhere(stage, sam, elm)
        try await expectNowhere(stage, lily, elm)
    }

    @Test("What was typed about several pupils goes to each school’s lead in one press, and is read once", arguments: StageEngine.here)
    func typedTogether(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: [PeopleArea(), LeadArea()]), elm = try await stage.school(), amira = Viewer.amira(at: elm.id), joan = Self.lead(elm)
        let sam = try await stage.pupil(at: elm), lily = try await stage.pupil("Lily", "Ash", at: elm), path = "/register/change/hand-over"
        let page = try await stage.visit(.read, "/register/change?pupil=\(sam.id)&pupil=\(lily.id)", as: amira).text
        #expect(page.contains(Self.notice) && page.contains("formaction=\"\(path)\"") && page.contains("Hand this text to Joan Deane instead"))
        let form: KeyValuePairs<String, String> = ["pupil": "\(sam.id)", "pupil": "\(lily.id)", "free_text": "reason", "reason": Self.words, "provision": "K", "from": "2026-11-19"]
        for viewer in [Viewer.dev, .helen(at: elm.id)] { #expect(try await stage.visit(.send, path, as: viewer, form: form).status == 404) }
        #expect(try await stage.visit(.send, path, as: amira, form: ["pupil": "\(sam.id)", "free_text": "reason", "reason": ""]).status == 422)
        #expect(try await stage.visit(.send, path, as: amira, form: ["free_text": "reason", "reason": Self.words]).status == 422)
        let done = try await stage.visit(.send, path, as: amira, form: form)
        #expect(done.status == 200 && done.text.contains("Handed to Joan Deane") && done.text.contains("say which child you mean"))
        #expect(try await stage.read { try $0.value("SELECT COUNT(*) FROM provision_spell WHERE starts = '2026-11-19'", as: Int.self) } == 0)
        let list = try await stage.visit(.read, "/handed-over", as: joan).text
        #expect(list.components(separatedBy: Self.words).count == 2 && list.contains("Ash") && list.contains("Whitlock") && list.contains("Typed while these 2 pupils"))
        #expect(try await stage.visit(.send, "/handed-over/1/read", as: joan).status == 303)
        #expect(try await !stage.visit(.read, "/handed-over", as: joan).text.contains("I have read this"))
        #expect(try await stage.read { try $0.value("SELECT COUNT(*) FROM handed_text WHERE read_at IS NULL", as: Int.self) } == 0)
        try await expectNowhere(stage, sam, elm)
        try await expectNowhere(stage, lily, elm)
    }

    @Test("What a paper was called, and why it was withdrawn, is taken out like other words", arguments: StageEngine.here)
    func papers(engine: StageEngine) async throws {
        let folder = StagePapers(), stage = try await Stage(engine, areas: [PeopleArea(papers: folder.store), LeadArea()]), elm = try await stage.school()
        let sam = try await stage.pupil(at: elm), amira = Viewer.amira(at: elm.id), add = "/pupils/\(sam.id)/papers/add"
        let form = try await stage.visit(.read, add, as: amira).text
        #expect(form.contains(Self.notice) && form.contains("formenctype=\"application/x-www-form-urlencoded\""), "the file stays behind")
        #expect(try await stage.visit(.send, "/pupils/\(sam.id)/hand-over?form=\(add)", as: amira, form: ["free_text": "title", "title": "Elsewhere", "file": "note.txt"]).status == 200)
        let file = try folder.file(Array("Reads well".utf8), named: "note.txt")
        #expect(try await stage.visit(.send, add, as: amira, form: ["title": Self.words, "topic": "other"], files: [file]).status == 303)
        #expect(try await stage.visit(.send, "/pupils/\(sam.id)/papers/1/withdraw", as: amira, form: ["reason": Self.words, "understood": "yes"]).status == 303)
        #expect(try await stage.visit(.read, "/pupils/\(sam.id)/trail", as: amira).text.contains(Self.words))
        let entry = try #require(try await stage.read { try $0.value("SELECT MAX(id) FROM trail WHERE event = 'paper.withdrawn'", as: Int.self) })
        #expect(try await stage.visit(.send, "/pupils/\(sam.id)/trail/\(entry)/hand-over", as: amira).status == 303)
        try await expectNowhere(stage, sam, elm)
        #expect(try await stage.visit(.read, "/pupils/\(sam.id)", as: amira).text.contains("Handed to the safeguarding lead"))
    }

    private static func lead(_ school: School, family: [PupilID] = []) -> Viewer {
        Viewer(name: "Joan Deane", role: .safeguardingLead, sight: .schools([school.id]), family: family)
    }

    /// Nobody but the lead finds the words: not on a page, not in a file, not in the register's API.
    private func expectNowhere(_ stage: Stage, _ pupil: Pupil, _ school: School) async throws {
        let page = "/pupils/\(pupil.id)", viewers: [Viewer] = [
            .amira(at: school.id), .helen(at: school.id), .dev, .ruth, .operator, Viewer(name: "Pat", role: .parent, sight: .pupils([pupil.id])),
            Viewer(name: "Tom", role: .teacher, sight: .pupils([pupil.id])), Viewer(name: "Li", role: .designatedTeacher, sight: .schools([school.id])),
        ]
        for viewer in viewers {
            for path in [page, "\(page)/trail", "\(page)/watch/end", "\(page)/status", "/register?status=all", "/register?status=watch", "/register/file?format=csv&status=all", "/api/v1/register", "/emergencies", "/mis-tasks"] {
                #expect(try await !stage.visit(.read, path, as: viewer).text.contains("uncle"), "\(viewer.title) \(path)")
            }
        }
        let exported = try await stage.read { reader in
            var cells: [String] = []
            for table in PeopleExport.tables { try table.each(reader) { cells += $0 } }
            return cells
        }
        #expect(!exported.contains { $0.contains("uncle") })
    }
}
