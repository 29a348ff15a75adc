import Access
import Basics
import Database
import Pages
@testable import People
import Stage
import Testing

@Suite("What a former school may still do")
struct FormerSchoolTests {
    @Test("It reads for the hand-over and writes nothing; the new school writes; two rolls are no move", arguments: StageEngine.here)
    func moved(engine: StageEngine) async throws {
        let (stage, elm, oak, sam, _) = try await NotePagesTests.trust(engine), elms = Viewer.amira(at: elm.id), oaks = Viewer.amira(at: oak.id), today = stage.today
        try await stage.enrolment(of: sam, at: oak, kind: "S", Spell(starts: today))
        let paths = [addNotePath(sam.id), addActionPath(sam.id), changeStatusPath(sam.id)]
        for path in paths { for viewer in [elms, oaks] { #expect(try await stage.visit(.read, path, as: viewer).status == 200, "on both rolls: \(path)") } }
        _ = try await stage.visit(.send, addNotePath(sam.id), as: oaks, form: ["note_way": "call", "note_party": "family", "note_who": "Pat", "note_words": "Heard at Oak"])
        #expect(try await stage.read { try $0.all(Note.self, "ORDER BY id").map(\.school) } == [oak.id], "a note is the school’s whose person writes it")

        try await stage.enrolments(of: sam, at: elm) { $0.spell = Spell(starts: $0.spell.starts, ends: today - 1) }
        let page = try await stage.visit(.read, pupilPath(sam.id), as: elms)
        #expect(page.status == 200 && page.text.contains("Sam"))
        for path in paths {
            #expect(!page.text.contains("\"\(path)\""), "\(path)")
            #expect(try await stage.visit(.read, pupilPath(sam.id), as: oaks).text.contains("\"\(path)\""), "\(path)")
        }
        #expect(try await stage.visit(.read, changeStatusPath(sam.id), as: elms).status == 404)
        #expect(try await stage.visit(.send, changeStatusPath(sam.id), as: elms, form: ["provision": "N", "from": "2026-11-20", "reason": "x"]).status == 404)
        let note = try await stage.visit(.send, addNotePath(sam.id), as: elms, form: ["note_way": "call", "note_party": "family", "note_who": "Pat", "note_words": "Heard at Elm"])
        #expect(note.status == 422 && note.text.contains("on the roll of none of your schools"))

        try await stage.enrolments(of: sam, at: oak) { $0.spell = Spell(starts: $0.spell.starts, ends: $0.spell.starts) }
        let gone = try await stage.read { try ($0.powers(of: elms, over: sam.id, on: today + 1), $0.schoolsOfToday(sam.id, today + 1)) }
        #expect(gone.0.contains(.changeRegister) && gone.1.isEmpty, "of a pupil who left the trust the last school keeps the record")
    }
}
