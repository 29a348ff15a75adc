import AreaKit
import Basics
import Database
@testable import Identification
import Measures
import Pages
@testable import People
import Stage
import Testing

@Suite("Safety-net rules of screening")
struct ScreeningSafetyTests {
    @Test("Below the cut-off and nobody decided: found after 15 school days, and not before", arguments: StageEngine.here)
    func undecided(engine: StageEngine) async throws {
        let stage = try await ScreeningStage(engine, starts: Stage.november - 60), rule = "screening-not-followed-up"
        _ = try await stage.grid([(stage.cell(stage.sam), "70"), (stage.cell(stage.ned), "99")], on: "2026-10-30")
        // Friday 30 October: fifteen school days on is Friday 20 November.
        #expect(try await stage.people.found(rule).isEmpty)
        try await stage.stage.act { try $0.execute("UPDATE test_result SET taken_on = \(Stage.november - 22)") }
        let found = try await stage.people.found(rule, as: stage.amira)
        #expect(found.map(\.upn) == [stage.sam.upn] && found.first?.since == Stage.november && found.first?.next.text == "\(stage.school)/follow-ups")
        #expect(try await stage.people.found(rule, as: .dev).first?.next.text == "/pupils/\(stage.sam.id)")
        #expect(try await stage.people.found(rule, as: .amira(at: stage.people.oak.id)).isEmpty)
        let id = stage.sam.id
        _ = try await stage.people.send("\(stage.school)/follow-ups", as: stage.amira, [("outcome.\(id)", "covered"), ("words.\(id)", "Plan"), ("known_school.\(id)", "yes"), ("known_family.\(id)", "yes")])
        #expect(try await stage.people.found(rule).isEmpty)
    }

    @Test("A campaign that is over with a child untested: found until tested or said why", arguments: StageEngine.here)
    func untested(engine: StageEngine) async throws {
        let stage = try await ScreeningStage(engine, ends: Stage.november - 1), rule = "screening-untested"
        let found = try await stage.people.found(rule, as: stage.amira)
        #expect(Set(found.map(\.upn)) == [stage.sam.upn ?? "", stage.ned.upn ?? ""] && found.first?.since == Stage.november && found.first?.next.text == "\(stage.school)/untested")
        _ = try await stage.people.send("\(stage.school)/untested", as: stage.amira, [("pupil", "\(stage.sam.id)"), ("status", "absent")])
        #expect(try await stage.people.found(rule).count == 2, "absent is no reason for ever")
        _ = try await stage.people.send("\(stage.school)/untested", as: stage.amira, [("pupil", "\(stage.sam.id)"), ("status", "not_suitable")])
        #expect(try await stage.people.found(rule).map(\.upn) == [stage.ned.upn])
        let ned = stage.ned, link = stage.link, elm = stage.elm.id, today = stage.stage.today
        try await stage.stage.act { try $0.save(SaveResult(link.scales[0], "99", takenOn: today).applied(to: nil, of: ned, with: link, at: elm, today: today)) }
        #expect(try await stage.people.found(rule).isEmpty, "tested later")
    }

    @Test("One that still runs is not over; one that is closed early is")
    func closed() async throws {
        let stage = try await ScreeningStage(.sqlite, ends: Stage.november + 7)
        #expect(try await stage.people.found("screening-untested").isEmpty)
        _ = try await stage.people.send(stage.path + "/close", as: stage.amira, [("words", "No time")])
        #expect(try await stage.people.found("screening-untested").count == 2)
    }
}
