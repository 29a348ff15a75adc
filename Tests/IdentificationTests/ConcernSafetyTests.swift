import AreaKit
import Basics
import Database
@testable import Identification
import Pages
@testable import People
import Stage
import Testing

@Suite("Safety-net rules of concerns")
struct ConcernSafetyTests {
    @Test("A concern past its target is found until it is decided; one in time is not", arguments: StageEngine.here)
    func undecided(engine: StageEngine) async throws {
        let stage = try await ConcernStage(engine), path = try await stage.raised()
        #expect(try await stage.found("concern-undecided").isEmpty)
        try await stage.stage.act { try $0.execute("UPDATE concern SET decide_by = \(Stage.november - 1), raised_on = \(Stage.november - 20)") }
        let found = try await stage.found("concern-undecided", as: stage.amira)
        #expect(found.map(\.upn) == [stage.sam.upn] && found.first?.since == Stage.november && found.first?.next.text == path)
        #expect(try await stage.found("concern-undecided", as: .dev).first?.next.text == "/pupils/\(stage.sam.id)")
        #expect(try await stage.found("concern-undecided", as: .amira(at: stage.oak.id)).isEmpty)
        _ = try await stage.send(path + "/decide", as: stage.amira, [("outcome", "refer"), ("reason", "Unclear"), ("doing", "Therapist"), ("look_again", "2026-12-04")])
        #expect(try await stage.found("concern-undecided").isEmpty)
        #expect(try await stage.found("concern-not-looked-at").isEmpty)
        try await stage.stage.act { try $0.execute("UPDATE concern_decision SET look_again = \(Stage.november - 3)") }
        #expect(try await stage.found("concern-not-looked-at").map(\.upn) == [stage.sam.upn])
    }

    @Test("A day of the watch list that has passed is found", arguments: StageEngine.here)
    func watched(engine: StageEngine) async throws {
        let stage = try await ConcernStage(engine), path = try await stage.raised()
        _ = try await stage.send(path + "/decide", as: stage.amira, [("outcome", "monitor"), ("reason", "Eye test"), ("look_again", "2026-12-04")])
        #expect(try await stage.found("watch-date-passed").isEmpty)
        try await stage.stage.act { try $0.execute("UPDATE watch_spell SET look_again = \(Stage.november - 3)") }
        #expect(try await stage.found("watch-date-passed").map(\.upn) == [stage.sam.upn])
        #expect(try await stage.found("concern-not-looked-at").isEmpty, "one finding is enough")
    }

    @Test("A concern that was watched is not lost where somebody took the pupil off the watch list", arguments: StageEngine.here)
    func noLongerWatched(engine: StageEngine) async throws {
        let stage = try await ConcernStage(engine), path = try await stage.raised()
        _ = try await stage.send(path + "/decide", as: stage.amira, [("outcome", "monitor"), ("reason", "Eye test"), ("look_again", "2026-12-04")])
        try await stage.stage.act { writer in
            try writer.execute("UPDATE concern_decision SET look_again = \(Stage.november - 3)")
            try writer.execute("UPDATE watch_spell SET ends = \(Stage.november - 1), starts = \(Stage.november - 9)")
        }
        #expect(try await stage.found("concern-not-looked-at").map(\.upn) == [stage.sam.upn])
        #expect(try await stage.found("watch-date-passed").isEmpty)
    }

    @Test("SEN support whose family is not told is a gap from its first day; each support must be told of anew", arguments: StageEngine.here)
    func untold(engine: StageEngine) async throws {
        let stage = try await ConcernStage(engine), today = stage.stage.today
        let ada = try await stage.stage.pupil("Ada", "Lowe", at: stage.elm, provision: "K", since: today - 400)
        #expect(try await stage.found("family-not-told").map(\.since) == [today - 400])
        #expect(try await stage.found("family-not-told", as: stage.amira).first?.next.text == "/pupils/\(ada.id)/family-told")
        let path = "/pupils/\(ada.id)/family-told"
        #expect(try await stage.stage.visit(.read, path, as: stage.tom).status == 404)
        #expect(try await stage.send(path, as: stage.amira, []).status == 422)
        #expect(try await stage.send(path, as: stage.amira, [("told_on", "2026-12-01")]).status == 422, "still to come")
        #expect(try await stage.send(path, as: stage.amira, [("told_on", "2025-10-01"), ("unknown", "yes")]).status == 422)
        #expect(try await stage.send(path, as: stage.amira, [("told_on", "2025-10-01"), ("note", "At parents’ evening")]).status == 303)
        #expect(try await stage.found("family-not-told").isEmpty)
        try await stage.stage.act { writer in
            try writer.execute("UPDATE provision_spell SET ends = \(today - 100) WHERE pupil_id = \(ada.id)")
            for (code, starts) in [("N", today - 99), ("K", today - 10)] {
                try writer.save(Change("status.started", to: ProvisionSpell(id: .new, pupil: ada.id, provision: code, spell: Spell(starts: starts, ends: code == "N" ? today - 11 : nil), decidedHere: true)))
            }
        }
        #expect(try await stage.found("family-not-told").map(\.since) == [today - 10])
    }

    @Test("Many families are told in one act, with the date unknown", arguments: StageEngine.here)
    func many(engine: StageEngine) async throws {
        let stage = try await ConcernStage(engine)
        let pupils = [try await stage.stage.pupil("Ada", "Lowe", at: stage.elm, provision: "K"), try await stage.stage.pupil("Ben", "Lowe", at: stage.elm, provision: "K")]
        let far = try await stage.stage.pupil("Cara", "Lowe", at: stage.oak, provision: "K")
        #expect(try await stage.stage.visit(.read, "/families-to-tell", as: stage.tom).status == 404)
        let page = try await stage.stage.visit(.read, "/families-to-tell", as: stage.amira).text
        #expect(page.contains("Ada Lowe") && page.contains("Ben Lowe") && !page.contains("Cara"))
        #expect(try await stage.send("/families-to-tell", as: stage.amira, [("unknown", "yes")]).status == 422)
        let ticks = (pupils + [far]).map { ("pupil", "\($0.id)") }
        #expect(try await stage.send("/families-to-tell", as: stage.amira, ticks).status == 422)
        #expect(try await stage.send("/families-to-tell", as: stage.amira, ticks + [("unknown", "yes")]).next == "/families-to-tell?told=2")
        #expect(try await stage.found("family-not-told").map(\.upn) == [far.upn])
        #expect(try await stage.stage.visit(.read, "/pupils/\(pupils[0].id)", as: stage.amira).text.contains("on a day that nobody knows"))
    }

    @Test("A plan is not asked about, and an older code of support is")
    func codes() async throws {
        let stage = try await ConcernStage()
        _ = try await stage.stage.pupil("Eve", "Plan", at: stage.elm, provision: "E")
        let old = try await stage.stage.pupil("Old", "Code", at: stage.elm, provision: "A")
        #expect(try await stage.found("family-not-told").map(\.upn) == [old.upn])
    }
}
