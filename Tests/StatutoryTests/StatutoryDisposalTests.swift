import AreaKit
import Basics
import Database
import Pages
import People
import Stage
@testable import Statutory
import Testing

/// What this room keeps about a pupil can be disposed of.
struct StatutoryDisposalTests {
    @Test("Plans, requests and duties go, and what points to another row goes before it", arguments: StageEngine.here)
    func everything(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), sam = stage.sam.id, path = "/pupils/\(sam)/ehc"
        let begun = try await stage.stage.visit(.send, "\(path)/requests/start", as: stage.amira, form: ["kind": "request", "asked_by": "family", "la": "999", "views": "I like football"])
        let request = "\(begun.next?.split(separator: "?").first ?? "")"
        let asks = try await stage.stage.read { try $0.checklist(of: "999") }
        #expect(try await stage.stage.visit(.send, "\(request)/step", as: stage.amira, form: ["to": "asked", "happened_on": "2026-06-01", "stated": "council"]).status == 303)
        #expect(try await stage.stage.visit(.send, "\(request)/checklist", as: stage.amira, typed: FormValues([("state.\(asks[6].id)", "missing")])).status == 303)
        #expect(try await stage.stage.visit(.send, "\(path)/keep", as: stage.amira, form: ["final_on": "2026-09-01", "la": "999"]).status == 303)
        let version = "\(try await stage.stage.visit(.send, "\(path)/versions/add", as: stage.amira, form: ["kind": "final", "dated_on": "2026-09-01"]).next?.split(separator: "?").first ?? "")"
        #expect(try await stage.stage.visit(.send, "\(version)/sections", as: stage.amira, form: ["section-B": "Needs", "outcomes": "Reads"]).status == 303)
        #expect(try await stage.stage.visit(.send, "\(version)/lines", as: stage.amira, form: ["words": "Reads with an adult"]).status == 303)
        let sources = StatutoryArea().subjectSources.reversed()
        let gone = try await stage.stage.act { writer in try sources.map { try $0.dispose(writer, sam) }.reduce(0, +) }
        #expect(gone >= 10)
        let tables = [AssessmentCase.table, CaseStep.table, ChecklistAnswer.table, EHCPlan.table, PlanVersion.table, SectionText.table, PlanOutcome.table, SectionFLine.table, LegalEvent.table, OwedDuty.table]
        for table in tables {
            let isLeft = try await stage.stage.read { try $0.holds(sam, in: table) }
            #expect(!isLeft, "\(table.name)")
        }
    }
}
