import Access
import Basics
import Database
import Pages
@testable import People
import Stage
import Testing

@Suite("Notes on the pupil’s page, and what is to be done")
struct NotePagesTests {
    static let form: KeyValuePairs<String, String> = ["note_way": "meeting", "note_party": "family", "note_who": "Pat, mother", "note_words": "Sleeps badly", "note_offer": "held",
                                                      "what": "Send the sleep leaflet", "owner": "me", "due": "2026-11-27"]

    static func trust(_ engine: StageEngine = .sqlite) async throws -> (Stage, elm: School, oak: School, sam: Pupil, tom: Viewer) {
        let stage = try await Stage(engine, areas: [PeopleArea()]), elm = try await stage.school(), oak = try await stage.school("Oak Primary School", urn: "999002")
        let sam = try await stage.pupil(at: elm, provision: "K"), beech = try await stage.schoolClass("Beech", at: elm, of: [sam])
        return (stage, elm, oak, sam, Viewer(name: "Tom Reed", account: AccountID(7), role: .teacher, sight: .classes([beech.id], at: elm.id)))
    }

    @Test("A note is written from the pupil’s page, with its promise, and stands in the history", arguments: StageEngine.here)
    func written(engine: StageEngine) async throws {
        let (stage, elm, _, sam, _) = try await Self.trust(engine), amira = Viewer.amira(at: elm.id), path = addNotePath(sam.id)
        #expect(try await stage.visit(.read, path, as: amira).text.contains("Worried about a child’s safety?"))
        let saved = try await stage.visit(.send, path, as: amira, form: Self.form)
        #expect(saved.status == 303)
        let page = try await stage.visit(.read, saved.next ?? "", as: amira).text
        #expect(page.contains("The note is written down") && page.contains("Meeting with Pat, mother (family)") && page.contains("Sleeps badly"))
        #expect(page.contains("Send the sleep leaflet</a>") && page.contains("Amira Khan, by 27 November 2026"))
        let events = try await stage.read { try $0.column("SELECT event FROM trail WHERE pupil_id = \(sam.id) ORDER BY id DESC LIMIT 2", as: String.self) }
        #expect(events == ["action.made", "note.written"])
        let line = try await stage.visit(.send, path, as: amira, form: ["note_way": "call", "note_party": "family", "note_who": "Pat", "note_words": "All well"])
        #expect(line.status == 303, "the short form of the page is enough")
        #expect(try await stage.read { try $0.familyMeetings(from: stage.today - 1, to: stage.today) } == [sam.id: [stage.today]])
    }

    @Test("Everything that is wrong is said at once, by its field, with what was typed; nothing is saved half")
    func refused() async throws {
        let (stage, elm, _, sam, _) = try await Self.trust(), amira = Viewer.amira(at: elm.id)
        let again = try await stage.visit(.send, addNotePath(sam.id), as: amira, form: ["note_way": "call", "note_party": "family", "note_who": "Pat <mother>", "what": "Ring", "owner": "nobody", "due": ""])
        #expect(again.status == 422 && again.text.contains("Pat &lt;mother&gt;") && again.text.contains("href=\"#note_words\"") && again.text.contains("href=\"#owner\""))
        let day = try await stage.visit(.send, addNotePath(sam.id), as: amira, form: ["note_way": "call", "note_party": "family", "note_who": "Pat", "note_words": "x", "note_day": "31/2/2026"])
        #expect(day.status == 422 && day.text.contains("is not a day we can read"))
        #expect(try await stage.read { try $0.value("SELECT COUNT(*) FROM note", as: Int.self) } == 0)
        #expect(try await stage.read { try $0.value("SELECT COUNT(*) FROM action", as: Int.self) } == 0)
    }

    @Test("Who may not see a pupil finds no form; a teacher reads their own notes, the SENCO all", arguments: StageEngine.here)
    func sight(engine: StageEngine) async throws {
        let (stage, elm, oak, sam, tom) = try await Self.trust(engine), amira = Viewer.amira(at: elm.id)
        for viewer in [Viewer.amira(at: oak.id), .grace(at: elm.id), .peter, .dev, .ruth] {
            #expect(try await stage.visit(.read, addNotePath(sam.id), as: viewer).status == 404)
            #expect(try await stage.visit(.send, addNotePath(sam.id), as: viewer, form: Self.form).status == 404)
        }
        _ = try await stage.visit(.send, addNotePath(sam.id), as: amira, form: Self.form)
        _ = try await stage.visit(.send, addNotePath(sam.id), as: tom, form: ["note_way": "call", "note_party": "family", "note_who": "Gran", "note_words": "Likes the new book"])
        let teachers = try await stage.visit(.read, pupilPath(sam.id), as: tom).text
        #expect(teachers.contains("Likes the new book") && !teachers.contains("Sleeps badly") && !teachers.contains("sleep leaflet"))
        let sencos = try await stage.visit(.read, pupilPath(sam.id), as: amira).text
        #expect(sencos.contains("Likes the new book") && sencos.contains("Sleeps badly"))
        let family = Viewer(name: "Pat", role: .parent, sight: .pupils([sam.id]), family: [sam.id])
        let own = try await stage.visit(.read, pupilPath(sam.id), as: family).text
        #expect(!own.contains("Sleeps badly") && !own.contains("Write a note") && !own.contains("leaflet"))
        let opened = Viewer(name: "Ruth", role: .openedRecord, sight: .pupils([sam.id]))
        #expect(try await stage.visit(.read, pupilPath(sam.id), as: opened).text.contains("Sleeps badly"))
    }

    @Test("Whoever wrote a note puts it right, and the SENCO any; who comes second sees the first’s words", arguments: StageEngine.here)
    func corrected(engine: StageEngine) async throws {
        let (stage, elm, oak, sam, tom) = try await Self.trust(engine), amira = Viewer.amira(at: elm.id)
        _ = try await stage.visit(.send, addNotePath(sam.id), as: tom, form: Self.form)
        let id = try #require(try await stage.read { try $0.value("SELECT id FROM note", as: RowID.self) }), path = correctNotePath(sam.id, id)
        for viewer in [Viewer.amira(at: oak.id), .helen(at: elm.id), Viewer(name: "Other", account: AccountID(8), role: .teacher, sight: .pupils([sam.id]))] {
            #expect(try await stage.visit(.read, path, as: viewer).status == 404)
            #expect(try await stage.visit(.send, withdrawNotePath(sam.id, id), as: viewer, form: ["reason": "x"]).status == 404)
        }
        #expect(try await stage.visit(.read, path, as: tom).text.contains("Sleeps badly"))
        let right: KeyValuePairs = ["note_way": "call", "note_party": "family", "note_who": "Pat", "note_words": "Sleeps well", "version": "1"]
        #expect(try await stage.visit(.send, path, as: tom, form: right).status == 303)
        let second = try await stage.visit(.send, path, as: amira, form: ["note_way": "call", "note_party": "family", "note_who": "Pat", "note_words": "My own words", "version": "1"])
        #expect(second.status == 409 && second.text.contains("Sleeps well") && second.text.contains("My own words") && second.text.contains("name=\"version\" value=\"2\""))
        #expect(try await stage.visit(.send, path, as: amira, form: ["note_way": "call", "version": "2"]).status == 422)
        #expect(try await stage.visit(.send, withdrawNotePath(sam.id, id), as: amira).status == 422)
        #expect(try await stage.visit(.send, withdrawNotePath(sam.id, id), as: amira, form: ["reason": "Wrong child"]).status == 303)
        #expect(try await !stage.visit(.read, pupilPath(sam.id), as: amira).text.contains("Sleeps well"))
        #expect(try await stage.visit(.read, path, as: amira).status == 404)
    }

    @Test("A pupil who has left is told of in words, and nothing is saved")
    func left() async throws {
        let (stage, elm, _, sam, _) = try await Self.trust(), amira = Viewer.amira(at: elm.id)
        try await stage.enrolments(of: sam, at: elm) { $0.spell = Spell(starts: $0.spell.starts, ends: stage.today - 3) }
        let answer = try await stage.visit(.send, addNotePath(sam.id), as: amira, form: Self.form)
        #expect(answer.status == 422 && answer.text.contains("on the roll of none of your schools"))
        #expect(try await stage.visit(.send, addActionPath(sam.id), as: amira, form: ["what": "Ring", "owner": "me", "due": "2026-12-01"]).status == 422)
    }
}
