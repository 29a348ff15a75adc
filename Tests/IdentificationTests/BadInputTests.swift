import Basics
import Database
@testable import Identification
import Pages
@testable import People
import Stage
import Testing

@Suite("What bad input gets in the forms of concerns")
struct BadInputTests {
    /// A form about Sam: its path, what is typed, and the field that is wrong.
    struct Form: Sendable, CustomTestStringConvertible {
        let path: String
        let typed: [(String, String)]
        let field: String

        init(_ path: String, _ typed: [(String, String)], _ field: String = "") { (self.path, self.typed, self.field) = (path, typed, field) }

        var testDescription: String { "\(path) \(field)" }
    }

    static let family = [("outcome", "family"), ("reason", "We see a need"), ("family_words", "He is tired"), ("doing", "Reading group"), ("look_again", "2026-12-04")]
    static let register = [("outcome", "register"), ("reason", "Two terms of help"), ("need", "SPLD")]

    static let impossible = [
        Form("/family-told", [("told_on", "2010-01-01"), ("note", "By letter")], "told_on"), Form("/family-told", [("told_on", "31 June"), ("note", "By letter")], "told_on"),
        Form("/concerns/1/decide", family + [("family_on", "2010-01-01")], "family_on"), Form("/concerns/1/decide", family + [("family_on", "2026-12-24")], "family_on"),
        Form("/concerns/1/decide", register + [("from", "2010-01-01")], "from"), Form("/concerns/1/decide", register + [("from", "2026-11-20"), ("told_on", "2010-01-01")], "told_on"),
        Form("/concerns/1/decide", [("outcome", "monitor"), ("reason", "Eye test"), ("look_again", "2026-11-20")], "look_again"),
        Form("/concerns/1/decide", [("outcome", "refer"), ("reason", "Unclear"), ("doing", "Therapist"), ("look_again", "soon")], "look_again"),
        Form("/concerns/1/decide", [("outcome", "refer"), ("reason", "Unclear"), ("doing", "Therapist"), ("look_again", "2026-12-04"), ("owner", "999")], "owner"),
        Form("/concerns/1/ask", [("staff", "1"), ("answer_by", "2026-11-01"), ("checklist", "Reads")], "answer_by"),
        Form("/notes/add", [("note_way", "call"), ("note_party", "family"), ("note_who", "Pat"), ("note_words", "Reads at home"), ("note_day", "2010-01-01")], "note_day"),
        Form("/notes/add", [("note_way", "call"), ("note_party", "family"), ("note_who", "Pat"), ("note_words", "Reads at home"), ("note_day", "2026-12-01")], "note_day"),
        Form("/notes/add", [("note_way", "call"), ("note_party", "family"), ("note_who", "Pat"), ("note_words", "Reads"), ("what", "Ring home"), ("owner", "me"), ("due", "2026-11-01")], "due"),
        Form("/actions/add", [("what", "Ring home"), ("owner", "me"), ("due", "2026-11-01")], "due"), Form("/actions/add", [("what", "Ring home"), ("owner", "999"), ("due", "2026-12-01")], "owner"),
    ]

    @Test("An impossible day or person is named at its field and at the top, what was typed stays, and nothing is saved", arguments: impossible)
    func refused(form: Form) async throws {
        let stage = try await ConcernStage()
        _ = try await stage.raised()
        let before = try await stage.events(of: stage.sam.id)
        let answer = try await stage.send("/pupils/\(stage.sam.id)\(form.path)", as: stage.amira, form.typed)
        #expect(answer.status == 422 && answer.text.contains("href=\"#\(form.field)\""), "\(answer.text)")
        for (name, text) in form.typed where !["outcome", "owner", "staff", "note_way", "note_party", "need"].contains(name) {
            #expect(answer.text.contains(">\(text)</textarea>") || answer.text.contains("value=\"\(text)\""), "\(name)")
        }
        #expect(try await stage.events(of: stage.sam.id) == before)
    }

    static let right = [
        Form("/concerns/raise", ConcernStage.form.map { ($0.key, $0.value) }), Form("/family-told", [("unknown", "yes")]), Form("/concerns/1/decide", register),
        Form("/concerns/1/decide", [("outcome", "monitor"), ("reason", "Eye test"), ("look_again", "2026-12-04")]), Form("/concerns/1/ask", [("staff", "1"), ("answer_by", "2026-11-27"), ("checklist", "Reads")]),
        Form("/notes/add", [("note_way", "call"), ("note_party", "family"), ("note_who", "Pat"), ("note_words", "Reads at home")]), Form("/actions/add", [("what", "Ring home"), ("owner", "me"), ("due", "2026-12-01")]),
    ]

    @Test("About a pupil who has left nothing more is written down, and the page says so", arguments: right)
    func left(form: Form) async throws {
        let stage = try await ConcernStage()
        _ = try await stage.raised()
        try await stage.stage.enrolments(of: stage.sam, at: stage.elm) { $0.spell = Spell(starts: $0.spell.starts, ends: Stage.november - 5) }
        let before = try await stage.events(of: stage.sam.id)
        let answer = try await stage.send("/pupils/\(stage.sam.id)\(form.path)", as: stage.amira, form.typed)
        #expect(answer.status == 422 && answer.text.contains("is on the roll of none of your schools"), "\(answer.status) \(answer.text)")
        #expect(try await stage.events(of: stage.sam.id) == before)
    }

    @Test("A concern about a pupil who has left can still be closed")
    func close() async throws {
        let stage = try await ConcernStage(), path = try await stage.raised()
        try await stage.stage.enrolments(of: stage.sam, at: stage.elm) { $0.spell = Spell(starts: $0.spell.starts, ends: Stage.november - 5) }
        #expect(try await stage.send(path + "/decide", as: stage.amira, [("outcome", "no_action"), ("reason", "Moved to Leeds")]).status == 303)
    }

    @Test("Somebody else’s pupil is not found", arguments: right)
    func others(form: Form) async throws {
        let stage = try await ConcernStage()
        _ = try await stage.raised()
        let before = try await stage.events(of: stage.olga.id)
        #expect(try await stage.send("/pupils/\(stage.olga.id)\(form.path)", as: stage.amira, form.typed).status == 404)
        #expect(try await stage.events(of: stage.olga.id) == before)
    }
}
