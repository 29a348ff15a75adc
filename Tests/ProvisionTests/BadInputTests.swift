import Access
import Basics
import Database
import Pages
@testable import People
@testable import Provision
import Stage
import Testing

/// What bad input gets, one form after the other: a clear message beside the field, what was typed, and nothing saved.
@Suite("What bad input gets on pages of provision")
struct BadInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let what: String
        /// `R` stands for a provision of Sam, `S` for a set of rates.
        let path: String
        let typed: KeyValuePairs<String, String>
        let field: String
        let words: String
        /// What was typed elsewhere in the form.
        let kept: String
        var testDescription: String { "\(what): \(path)" }
    }

    static let cases = [
        Case(what: "Ends before starts", path: "/provision/start", typed: ["ends": "2026-11-23"], field: "ends", words: "The last day comes before the first", kept: "Reading club, Tuesday"),
        Case(what: "Ends before starts", path: "/provisions/R/end", typed: ["last_day": "2025-11-23", "reason": "Words of mine"], field: "last_day", words: "comes before the first", kept: "Words of mine"),
        Case(what: "Negative minutes", path: "/provision/start", typed: ["minutes_0": "-30"], field: "minutes_0", words: "from 1 to 360", kept: "value=\"-30\""),
        Case(what: "Negative minutes", path: "/provisions/R/change", typed: ["from": "2026-11-23", "rows": "1", "weekday_0": "3", "starts_at_0": "10:00", "minutes_0": "-1", "role_0": "ta", "group_size": "3", "reason": "Words of mine"], field: "minutes_0",
             words: "from 1 to 360", kept: "Words of mine"),
        Case(what: "Negative minutes", path: "/provisions/R/more", typed: ["day": "2026-11-20", "starts_at": "14:00", "minutes": "-10", "pupils": "1", "roles": "ta", "note": "Words of mine"], field: "minutes", words: "from 1 to 360", kept: "Words of mine"),
        Case(what: "Negative minutes", path: "/pupils/1/owed/add", typed: ["words": "Words of mine", "minutes": "-5", "per": "week", "from": "2026-09-21"], field: "minutes", words: "minutes", kept: "Words of mine"),
        Case(what: "A group of zero", path: "/provision/start", typed: ["group_size": "0"], field: "group_size", words: "from 1 to 40", kept: "Reading club, Tuesday"),
        Case(what: "A group of zero", path: "/provisions/R/change", typed: ["from": "2026-11-23", "rows": "1", "weekday_0": "3", "starts_at_0": "10:00", "minutes_0": "30", "role_0": "ta", "group_size": "0", "reason": "Words of mine"], field: "group_size",
             words: "from 1 to 40", kept: "Words of mine"),
        Case(what: "A group of zero", path: "/catalogue/add", typed: ["name": "Words of mine", "kind": "targeted", "areas": "C&I", "group_size": "0", "minutes": "20", "sessions": "2", "role": "ta"], field: "group_size", words: "from 1 to", kept: "Words of mine"),
        Case(what: "A session on a closed day", path: "/provisions/R/more", typed: ["day": "2026-11-19", "starts_at": "14:00", "minutes": "30", "pupils": "1", "roles": "ta", "note": "Words of mine"], field: "day",
             words: "The school is closed to pupils on 19 November 2026", kept: "Words of mine"),
        Case(what: "A rate without a date", path: "/rates/S/set", typed: ["role": "ta", "starts": "", "contract_hourly": "13.26", "paid_weeks": "44.8", "worked_weeks": "39"], field: "starts", words: "Without one no cost can be reckoned", kept: "13.26"),
        Case(what: "A pupil who has left", path: "/provision/start", typed: ["pupils": "3"], field: "pupils", words: "Ben left this school on 13 November 2026", kept: "Reading club, Tuesday"),
        Case(what: "A pupil who has left", path: "/provisions/R/join", typed: ["from": "2026-11-20", "pupils": "3"], field: "pupils", words: "Ben left this school on 13 November 2026", kept: "2026-11-20"),
        Case(what: "A pupil who has left", path: "/provisions/R/more", typed: ["day": "2026-11-20", "starts_at": "14:00", "minutes": "30", "pupils": "2", "roles": "ta", "note": "Words of mine"], field: "pupils", words: "not on the school’s roll", kept: "Words of mine"),
        Case(what: "Somebody else’s pupil", path: "/provision/start", typed: ["pupils": "4"], field: "pupils", words: "not among the pupils you work with", kept: "Reading club, Tuesday"),
        Case(what: "Somebody else’s pupil", path: "/provisions/R/join", typed: ["from": "2026-11-20", "pupils": "4"], field: "pupils", words: "not among the pupils you work with", kept: "2026-11-20"),
        Case(what: "Somebody else’s pupil", path: "/provisions/R/more", typed: ["day": "2026-11-20", "starts_at": "14:00", "minutes": "30", "pupils": "4", "roles": "ta", "note": "Words of mine"], field: "pupils", words: "does not take part", kept: "Words of mine"),
    ]

    /// Ben has left; Ana has, too, and is still in the provision. The school was closed on the 19th.
    private func begun() async throws -> (ProvisionStage, ProvisionRun) {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam, stage.ana]), elm = stage.elm.id, closed = day("2026-11-19"), gone = day("2026-11-13")
        for pupil in [stage.ben, stage.ana] { try await stage.stage.enrolments(of: pupil, at: stage.elm) { $0.spell = Spell(starts: $0.spell.starts, ends: gone) } }
        try await stage.stage.act { try $0.save(AddClosureForTests.closure(elm, closed)) }
        #expect([stage.sam, stage.ana, stage.ben, stage.olga].map(\.id.rawValue) == [1, 2, 3, 4])
        return (stage, run)
    }

    @Test("A message beside its field, with what was typed, and nothing saved", arguments: cases)
    func refused(_ one: Case) async throws {
        let (stage, run) = try await begun(), before = try await stage.saved()
        let path = one.path.replacing("/R/", with: "/\(run.id)/").replacing("/S/", with: "/\(try await stage.ownSet())/")
        var typed = one.path == "/provision/start" ? stage.startForm(one.typed) : FormValues(one.typed.map { ($0.key, $0.value) })
        if one.path.hasSuffix("more") { typed.add("once", "a-key-of-its-own-1") }
        let answer = try await stage.stage.visit(.send, path, as: path.hasPrefix("/rates") ? stage.ruth : stage.amira, typed: typed)
        #expect(answer.refuses(one.field, one.words), "\(answer.status)")
        #expect(answer.text.contains("\(one.field)-problem"), "beside the field, and not in the summary alone")
        #expect(answer.text.contains(one.kept) && !answer.text.contains("Olga"))
        #expect(try await stage.saved() == before)
    }

    @Test("A session that was pressed on a day closed meanwhile: why, and one’s own note to keep")
    func pressed() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam], weekdays: [5]), slot = try await stage.slot(run), elm = stage.elm.id, today = stage.stage.today
        try await stage.stage.act { try $0.save(AddClosureForTests.closure(elm, today)) }
        let answer = try await stage.press(slot, as: stage.tessAtWork, there: [stage.sam], ["result": "given", "note-\(slot.time)": "Words of mine"])
        #expect(answer.status == 422 && answer.text.contains("The school is closed to pupils on 20 November 2026") && answer.text.contains("Your note is not saved: “Words of mine”"))
        #expect(try await stage.logs().isEmpty)
    }
}
