import Access
import Basics
import Database
import Files
import Pages
import People
import Stage
@testable import Statutory
import Testing

/// The council's form is filled from an episode of early help.
struct EarlyHelpFormTests {
    private let usual: KeyValuePairs<String, String> = [
        "scheme": "", "started_on": "2026-11-18", "strengths": "Draws for <b>hours</b>", "needs": "Sleep, says the family", "wanted": "Calm evenings", "household": "Pat, mother\nLee, brother", "given_by": "Pat, mother", "way": "form",
        "given_on": "2026-11-18", "until": "2027-11-18", "consent_words": "All who help", "lead_name": "Priya Nair", "lead_organisation": "Family Help", "lead_contact": "01632 960170", "review_on": "2026-12-10",
    ]

    private func begun(_ stage: StatutoryStage) async throws -> String {
        let answer = try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/early-help/start", as: stage.amira, form: usual), path = String((answer.next ?? "").split(separator: "?").first ?? "")
        #expect(answer.status == 303)
        let meeting: KeyValuePairs<String, String> = ["held_on": "2026-11-20", "people": "Pat, mother", "child_view": "I sleep", "family_view": "It is calmer", "progress": "Four nights of seven", "next_on": "2027-01-08"]
        #expect(try await stage.stage.visit(.send, "\(path)/meeting", as: stage.amira, form: meeting).status == 303)
        #expect(try await stage.stage.visit(.send, "\(path)/action", as: stage.amira, form: ["what": "Ring the clinic", "owner": "family", "owner_words": "", "due": "2026-12-01"]).status == 303)
        return path
    }

    private let told = [
        "Sam", "Draws for", "Sleep, says the family", "Calm evenings", "Lee, brother", "Pat, mother", "Priya Nair, Family Help", "01632 960170", "8 January 2027", "Write the assessment with the family", "I sleep", "It is calmer", "Four nights of seven", "Ring the clinic",
    ]

    @Test("Trellis's own form tells all that stands there; what the record lacks is listed", arguments: StageEngine.here)
    func ours(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = try await begun(stage) + "/form"
        let page = try await stage.stage.visit(.read, path, as: stage.amira)
        #expect(page.status == 200 && page.text.contains("Draws for &lt;b&gt;hours&lt;/b&gt;") && page.text.contains("What the form leaves empty"))
        for words in told { #expect(page.text.contains(words), "\(words)") }
        let word = try await stage.stage.visit(.send, path, as: stage.amira, form: ["form": "ours", "as": "word"])
        guard case .bytes(let bytes) = word.body else { Issue.record("no file"); return }
        let text = try WordForm(bytes).text().map { "\($0)" }.joined(separator: "\n")
        for words in told { #expect(text.contains(words), "\(words)") }
        #expect(!text.contains("{{"))
        #expect(!word.headers.contains { $0.1.contains("Whitlock") })
        #expect(try await stage.stage.read { try $0.value("SELECT COUNT(*) FROM form_fill WHERE kind = 'early-help'", as: Int.self) } == 1)
        #expect(try await stage.stage.store.check().isEmpty)
    }

    @Test("Whoever does not see the episode fills no form of it, and a form that is not in use is not found")
    func refused() async throws {
        let stage = try await StatutoryStage(), path = try await begun(stage) + "/form"
        for viewer in [Viewer.amira(at: stage.oak.id), .grace(at: stage.elm.id), .nobody] {
            #expect(try await stage.stage.visit(.read, path, as: viewer).status == 404)
            #expect(try await stage.stage.visit(.send, path, as: viewer, form: ["form": "ours", "as": "word"]).status == 404)
        }
        for place in ["\(path)?form=99", "/pupils/\(stage.olga.id)/early-help/1/form", "/pupils/\(stage.sam.id)/early-help/99999999999999999999/form"] { #expect(try await stage.stage.visit(.read, place, as: stage.amira).status == 404) }
    }
}
