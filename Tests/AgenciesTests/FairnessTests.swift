import Access
@testable import Agencies
import AreaKit
import Basics
import Database
import Foundation
import Pages
import People
import Stage
import Testing

/// A specialist without an account says whether the school's summary is fair.
struct FairnessTests {
    private func asked(_ stage: AgenciesStage) async throws -> (advice: String, link: String, code: String) {
        let entered = try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/advice/add", as: stage.amira, form: AdviceTests.form)
        let advice = String((entered.next ?? "").split(separator: "?").first ?? "")
        let made = try await stage.stage.visit(.send, "\(advice)/link", as: stage.amira).text
        let codes = made.components(separatedBy: "<code class=\"link\">").dropFirst().map { String($0.prefix { $0 != "<" }) }
        return (advice, "/advice/fair/\(codes.first?.components(separatedBy: "/advice/fair/").last ?? "")", codes.last ?? "")
    }

    @Test("The rule asks for an answer, for words where it is not fair, and for the summary that stands")
    func rule() throws {
        let advice = Advice(pupil: PupilID(1), school: SchoolID(1), author: "Ana Cole", writtenOn: AdviceTests.today, receivedOn: AdviceTests.today, summary: "Words", recordedBy: "Amira Khan")
        for (answer, words, seen, field) in [("", "", "1", "fair"), ("no", " ", "1", "words"), ("yes", String(repeating: "x", count: 5001), "1", "words"), ("yes", "", "2", "")] {
            #expect { try AnswerAdvice(answer, words: words, seen: seen).applied(to: advice, by: "Ana Cole", today: AdviceTests.today) } throws: { ($0 as? Problems)?.list.contains { $0.field == field } == true }
        }
        #expect(try AnswerAdvice("no", words: "Three words", seen: "1").applied(to: advice, by: "Ana Cole", today: AdviceTests.today).after.isFair == false)
    }

    @Test("Link and number open the summary and nothing else; the answer is kept with name and day, and Today says so until it is read", arguments: StageEngine.here)
    func whole(engine: StageEngine) async throws {
        let stage = try await AgenciesStage(engine), (advice, link, code) = try await asked(stage)
        let door = try await stage.stage.visit(.read, link, as: .nobody)
        #expect(door.status == 200 && !door.text.contains("Sam") && !door.text.contains("Understands"))
        let page = try await stage.stage.visit(.send, link, as: .nobody, form: ["advice_code": code])
        #expect(page.status == 200 && page.text.contains("Understands two words") && page.text.contains("Name things in play") && !page.text.contains("Whitlock"))
        #expect(try await stage.stage.visit(.send, link, as: .nobody, form: ["advice_code": code, "version": "1", "fair": "no"]).status == 422)
        let sent = try await stage.stage.visit(.send, link, as: .nobody, form: ["advice_code": code, "version": "1", "fair": "no", "words": "It is three words <b>"])
        #expect(sent.status == 200 && sent.text.contains("Thank you"))
        let read = try await stage.stage.visit(.read, advice, as: stage.amira).text
        #expect(read.contains("The summary is not quite fair") && read.contains("It is three words &lt;b&gt;") && read.contains("Ana Cole, speech therapist, 20 November 2026"))
        #expect(try await today(stage) == ["Ana Cole, speech therapist says that your summary of their advice is not quite fair."])
        #expect(try await stage.stage.visit(.send, "\(advice)/answers/read", as: stage.amira).status == 303)
        #expect(try await today(stage) == [])
        let events = try await stage.events(of: stage.sam.id)
        for event in ["adviceLink.made", "adviceLink.opened", "adviceAnswer.given", "adviceAnswer.read"] { #expect(events.contains(event), "\(event)") }
        #expect(try await stage.stage.visit(.send, "\(advice)/change", as: stage.amira, form: ["author": "Ana Cole", "written_on": "2026-11-10", "received_on": "2026-11-18", "summary": "Three words"]).status == 303)
        #expect(try await stage.stage.visit(.read, advice, as: stage.amira).text.contains("Said of an earlier summary"))
        let late = try await stage.stage.visit(.send, link, as: .nobody, form: ["advice_code": code, "version": "1", "fair": "yes"])
        #expect(late.status == 422 && late.text.contains("changed its summary meanwhile") && late.text.contains("Three words"))
        #expect(try await stage.stage.store.check().isEmpty)
    }

    private func today(_ stage: AgenciesStage) async throws -> [String] {
        try await stage.stage.read { reader in try fairnessPart.today.flatMap { try $0.find(reader, stage.amira, stage.stage.today) }.map(\.text) }
    }

    @Test("Five wrong numbers, its end, a new link, taken-out advice and a restriction end it; secrets are not kept", arguments: StageEngine.here)
    func ends(engine: StageEngine) async throws {
        let stage = try await AgenciesStage(engine), (advice, link, code) = try await asked(stage)
        let kept = try await stage.stage.read { try $0.rows("SELECT digest, code FROM advice_link_key") { (try $0.next(String.self), try $0.next(String.self)) } }
        #expect(kept.count == 1 && kept.allSatisfy { !link.contains($0.0) && $0.1 != code })
        for _ in 0..<5 { #expect(try await stage.stage.visit(.send, link, as: .nobody, form: ["advice_code": "x"]).status == 422) }
        #expect(try await stage.stage.visit(.send, link, as: .nobody, form: ["advice_code": code]).status == 404)
        #expect(try await stage.stage.visit(.read, "/advice/fair/nonsense", as: .nobody).status == 404)
        let made = try await stage.stage.visit(.send, "\(advice)/link", as: stage.amira).text
        let second = "/advice/fair/\(made.components(separatedBy: "/advice/fair/").last?.prefix { $0 != "<" } ?? "")"
        #expect(try await stage.stage.visit(.read, second, as: .nobody).status == 200)
        #expect(try await stage.stage.visit(.send, "\(advice)/link/end", as: stage.amira).status == 303)
        #expect(try await stage.stage.visit(.read, second, as: .nobody).status == 404)
        for viewer in [Viewer.helen(at: stage.elm.id), .amira(at: stage.oak.id), .ruth] { #expect(try await stage.stage.visit(.send, "\(advice)/link", as: viewer).status == 404, "\(viewer.name)") }
        let third = try await stage.stage.visit(.send, "\(advice)/link", as: stage.amira).text
        let last = "/advice/fair/\(third.components(separatedBy: "/advice/fair/").last?.prefix { $0 != "<" } ?? "")"
        #expect(try await stage.stage.visit(.send, "\(advice)/withdraw", as: stage.amira, form: ["reason": "About another pupil"]).status == 303)
        #expect(try await stage.stage.visit(.read, last, as: .nobody).status == 404)
    }
}
