import Access
import AreaKit
import Basics
import Database
import Files
import Pages
import People
import Stage
@testable import Statutory
import Testing

/// A head writes the inclusion strategy and publishes it.
struct StrategyPagesTests {
    private static let sections: [(String, KeyValuePairs<String, String>)] = [
        ("cover", ["years": "2", "grant": "1,000", "who": "The head", "contact": "The office", "about": "<b>We</b> & all"]),
        ("barriers", ["figures_on": "2026-11-20", "words": "Sam finds instructions hard."]),
        ("evidence", ["words": "Our own results."]),
        ("outcomes", ["what1": "More join in", "how1": "A count", "when1": "July 2027"]),
        ("review", ["on": "2027-10-01", "who": "The head", "last": "This is our first."]),
    ]

    private func written(_ stage: StatutoryStage, as viewer: Viewer) async throws -> String {
        let path = "/schools/\(stage.elm.id)/strategy"
        for (name, form) in Self.sections { #expect(try await stage.stage.visit(.send, "\(path)/sections/\(name)", as: viewer, form: form).status == 303, "\(name)") }
        #expect(try await stage.stage.visit(.send, "\(path)/activities/add", as: viewer, form: ["name": "Language groups", "barrier": "Words", "cost": "1,200", "strands": "phonics"]).status == 303)
        return path
    }

    @Test("From nothing to the open page, the Word file and the next draft", arguments: StageEngine.here)
    func whole(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), helen = Viewer.helen(at: stage.elm.id), open = "/strategy/999001"
        #expect(try await stage.stage.visit(.read, open, as: .nobody).status == 404)
        #expect(try await stage.stage.visit(.read, "/schools/\(stage.elm.id)/strategy", as: helen).text.contains("0 of 6 done"))
        let path = try await written(stage, as: stage.amira)
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("The head checks and publishes it"))
        #expect(try await stage.stage.visit(.read, "\(path)/publish", as: stage.amira).status == 404)
        let check = try await stage.stage.visit(.read, "\(path)/publish", as: helen).text
        #expect(check.contains("“Sam” is the name of a pupil") && check.contains("£200.00 more than the grant"))
        #expect(try await stage.stage.visit(.send, "\(path)/publish", as: helen).status == 422)
        #expect(try await stage.stage.visit(.send, "\(path)/publish", as: helen, form: ["looked": "yes"]).status == 303)
        let page = try await stage.stage.visit(.read, open, as: .nobody).text
        for words in ["Language groups", "£1,200.00", "&lt;b&gt;We&lt;/b&gt; &amp; all", "More join in", "2026/27 to 2027/28", "looked at every year", "by the headteacher", "Phonics"] { #expect(page.contains(words), "\(words)") }
        #expect(!page.contains("Helen") && !page.contains("Whitlock"))
        let word = try await stage.stage.visit(.read, "\(open)/word", as: .nobody)
        #expect(word.status == 200)
        #expect(try await stage.duties(of: .school(stage.elm.id)).lines == ["SD-16 2026-12-31, done 2026-11-20", "SD-16 2027-12-31"])
        #expect(try await stage.stage.visit(.send, "\(path)/publish", as: helen, form: ["looked": "yes"]).status == 422)
        #expect(try await stage.stage.visit(.send, "\(path)/sections/evidence", as: helen, form: ["words": "New words.", "seen": "1"]).status == 303)
        #expect(try await !stage.stage.visit(.read, open, as: .nobody).text.contains("New words."))
        #expect(try await stage.stage.visit(.send, "\(path)/publish", as: helen, form: ["looked": "yes"]).status == 303)
        #expect(try await stage.stage.visit(.read, open, as: .nobody).text.contains("New words."))
        #expect(try await stage.stage.visit(.read, "/strategies/editions/1", as: .grace(at: stage.elm.id)).text.contains("Our own results."))
        #expect(try await stage.stage.visit(.read, "/strategies/editions/1", as: .grace(at: stage.oak.id)).status == 404)
        #expect(try await stage.stage.visit(.read, "/api/v1/strategies", as: helen).text.contains(#""pence":120000"#))
    }

    @Test("A second writer is told; what was typed stays", arguments: StageEngine.here)
    func overtaken(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = "/schools/\(stage.elm.id)/strategy/sections/evidence"
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["words": "First", "seen": ""]).status == 303)
        let second = try await stage.stage.visit(.send, path, as: .helen(at: stage.elm.id), form: ["words": "Second", "seen": ""])
        #expect(second.status == 409 && second.text.contains("Second") && second.text.contains("First") && second.text.contains("Amira Khan"))
        let refused = try await stage.stage.visit(.send, "/schools/\(stage.elm.id)/strategy/sections/cover", as: stage.amira, form: ["grant": "many", "who": "<script>"])
        #expect(refused.status == 422 && refused.text.contains("href=\"#grant\"") && refused.text.contains("&lt;script&gt;"))
    }

    @Test("A special school owes none; hostile addresses find nothing; nobody else writes")
    func closed() async throws {
        let stage = try await StatutoryStage(), ash = try await stage.stage.school("Ash School", urn: "999003", kind: .special)
        #expect(try await stage.stage.visit(.read, "/schools/\(ash.id)/strategy", as: .helen(at: ash.id)).status == 404)
        for urn in ["99900", "999002", "'--", "%27", "9999999", "٩٩٩٠٠١"] { #expect(try await stage.stage.visit(.read, "/strategy/\(urn)", as: .nobody).status == 404, "\(urn)") }
        for viewer in [Viewer.grace(at: stage.elm.id), .amira(at: stage.oak.id)] { #expect(try await stage.stage.visit(.read, "/schools/\(stage.elm.id)/strategy", as: viewer).status == 404) }
        #expect(try await stage.stage.visit(.read, "/schools/\(stage.elm.id)/strategy/sections/magic", as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.read, "/strategies", as: .ruth).text.contains("0 of 2 schools published"))
    }

    @Test("Today and the safety net speak until it is published, and the duty alone after the day")
    func reminded() async throws {
        let stage = try await StatutoryStage(), helen = Viewer.helen(at: stage.elm.id), today = stage.stage.today
        func found(_ day: Day) async throws -> [String] {
            try await stage.stage.read { reader in try StatutoryArea().safetyRules.filter { $0.id == "strategy-not-published" }.flatMap { try $0.find(reader, SafetyQuestion(viewer: helen, day: day)) }.map(\.urn) }
        }
        #expect(try await found(today) == ["999001"])
        #expect(try await found(today + 60) == [])
        #expect(try await stage.stage.read { reader in try StatutoryArea().todayItems.flatMap { try $0.find(reader, helen, today) } }.contains { $0.text.contains("0 of 6 sections") })
        let path = try await written(stage, as: helen)
        #expect(try await stage.stage.visit(.send, "\(path)/publish", as: helen, form: ["looked": "yes"]).status == 303)
        #expect(try await found(today) == [])
    }
}
