import Access
import Basics
import Database
@testable import Impact
import Measures
import Pages
import People
import Provision
import Stage
import Testing

@Suite("The error of a test")
struct TestErrorTests {
    private func form(_ error: String, _ retest: String = "", source: String = "Manual, second edition, page 40", starts: String = "2025-09-01", scale: String = "reading", seen: String = "0") -> KeyValuePairs<String, String> {
        ["scale": scale, "seen": seen, "error": error, "retest": retest, "source": source, "starts": starts]
    }

    @Test("It is set, read by its day, and ended, each in the trail", arguments: StageEngine.here)
    func kept(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), house = stage.stage, test = stage.test.id, path = "/instruments/\(test)/error"
        for viewer in [stage.amira, stage.helen, stage.grace, stage.tom, .ruth] { for path in [path, path + "/end"] { #expect(try await house.visit(.read, path, as: viewer).status == 404, "the test is every school’s: \(viewer.name)") } }
        #expect(try await house.visit(.read, "/instruments/999/error", as: .operator).status == 404)
        #expect(try await house.visit(.read, path + "?scale=none", as: .operator).status == 404)
        let empty = try await house.visit(.read, path + "?scale=reading", as: .operator)
        #expect(empty.status == 200 && empty.text.contains("Set the error of the scores"))
        for (wrong, field) in [("", "error"), ("0", "error"), ("-3", "error"), ("3.456", "error"), ("three", "error"), ("999", "error")] {
            let answer = try await house.visit(.send, path, as: .operator, form: form(wrong))
            #expect(answer.status == 422 && answer.text.contains("id=\"\(field)-problem\"") && answer.text.contains("Manual, second edition"), "\(wrong)")
        }
        #expect(try await house.visit(.send, path, as: .operator, form: form("3", "1.2")).text.contains("id=\"retest-problem\""))
        #expect(try await house.visit(.send, path, as: .operator, form: form("3", source: " ")).text.contains("id=\"source-problem\""))
        #expect(try await house.visit(.send, path, as: .operator, form: form("3", starts: "soon")).status == 422)
        #expect(try await house.visit(.send, path, as: .operator, form: form("3.5", "0.92")).status == 303)
        #expect(try await house.visit(.send, path, as: .operator, form: form("4")).status == 409, "somebody was faster")
        let page = try await stage.page("/instruments/\(test)", as: stage.tom)
        #expect(page.contains("Standard error of measurement: 3.5 points. Two sittings agree by 0.92. Source: Manual, second edition, page 40") && !page.contains(path))
        let seen = try #require(try await house.read { try $0.value("SELECT MAX(id) FROM test_error", as: Int.self) })
        let early = try await house.visit(.send, path + "/end", as: .operator, form: ["scale": "reading", "seen": "\(seen)", "because": "A new edition", "starts": "2025-09-01"])
        #expect(early.status == 422 && early.text.contains("id=\"starts-problem\"") && early.text.contains("A new edition"))
        #expect(try await house.visit(.send, path + "/end", as: .operator, form: ["scale": "reading", "seen": "\(seen)", "because": "A new edition", "starts": "\(stage.today)"]).status == 303)
        #expect(try await stage.events("test_error.%") == ["test_error.set", "test_error.ended"])
        #expect(try await stage.page("/instruments/\(test)", as: .operator).contains("Not known here."))
    }

    @Test("A change is more than the test’s error as it was known when the support ended", arguments: StageEngine.here)
    func reliable(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), path = "/impact/\(stage.club.id)", test = stage.test, scale = try #require(test.scale("reading")), today = stage.today
        try await stage.measured([(80, 95), (80, 82)])
        #expect(try await !stage.page(path, as: stage.amira).contains("error of the test"))
        let set = { @Sendable (error: String, day: Day) in SetTestError(error: error, retest: "", source: "Manual", starts: day) }
        try await stage.stage.act { try $0.save(set("3", today - 400).applied(to: scale, of: test, today: today)) }
        let page = try await stage.page(path, as: stage.amira)
        #expect(page.contains("Better (more than the test’s error)") && page.contains("Better (within the error of the test)") && page.contains("Standard error of measurement: 3 points."))
        try await stage.stage.act { try $0.save(set("30", today).applied(to: scale, of: test, today: today)) }
        #expect(try await stage.page(path, as: stage.amira).contains("more than the test’s error"), "a number of later days leaves it alone")
    }

    @Test("Whoever keeps a school’s own test keeps its error; scales that are not compared have none")
    func own() async throws {
        let stage = try await ImpactStage(), elm = stage.elm.id
        let own = try await stage.stage.act { writer in
            let made = KeepInstrument(name: "Own list", domain: "reading", youngest: "4", oldest: "16", measuresProgress: true, lines: [.init(name: "Words", kind: "raw", lowest: "0", highest: "50"), .init(name: "Level", kind: "levels", words: "low, middle, high")])
            return try writer.save(try made.applied(to: nil, beside: [], at: elm))
        }
        let page = try await stage.page("/instruments/\(own.id)", as: stage.amira)
        #expect(page.contains("/instruments/\(own.id)/error?scale=words") && !page.contains("error?scale=level"))
        #expect(try await stage.stage.visit(.read, "/instruments/\(own.id)/error?scale=level", as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.read, "/instruments/\(own.id)/error", as: stage.otherSENCO).status == 404)
        #expect(try await stage.stage.visit(.send, "/instruments/\(own.id)/error/end", as: stage.amira, form: ["scale": "words", "because": "x", "starts": "2026-01-01"]).status == 422)
    }
}
