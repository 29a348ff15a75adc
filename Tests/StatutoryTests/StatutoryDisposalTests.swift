import AreaKit
import Basics
import Database
import Pages
@testable import People
import Stage
@testable import Statutory
import Testing

/// What this room keeps about a pupil can be disposed of.
struct StatutoryDisposalTests {
    @Test("Plans, requests and duties go, and what points to another row goes before it", arguments: StageEngine.here)
    func everything(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), sam = stage.sam.id, path = "/pupils/\(sam)/ehc"
        let begun = try await stage.stage.visit(.send, "\(path)/requests/start", as: stage.amira, form: ["kind": "request", "asked_by": "family", "la": "999", "child_views": "I like football"])
        let request = "\(begun.next?.split(separator: "?").first ?? "")"
        let asks = try await stage.stage.read { try $0.checklist(of: "999") }
        #expect(try await stage.stage.visit(.send, "\(request)/step", as: stage.amira, form: ["to": "asked", "happened_on": "2026-06-01", "stated": "council"]).status == 303)
        #expect(try await stage.stage.visit(.send, "\(request)/checklist", as: stage.amira, typed: FormValues([("state.\(asks[6].id)", "missing")])).status == 303)
        #expect(try await stage.stage.visit(.send, "\(path)/keep", as: stage.amira, form: ["final_on": "2026-09-01", "la": "999"]).status == 303)
        let version = "\(try await stage.stage.visit(.send, "\(path)/versions/add", as: stage.amira, form: ["kind": "final", "dated_on": "2026-09-01"]).next?.split(separator: "?").first ?? "")"
        #expect(try await stage.stage.visit(.send, "\(version)/sections", as: stage.amira, form: ["section-B": "Needs", "outcomes": "Reads"]).status == 303)
        #expect(try await stage.stage.visit(.send, "\(version)/lines", as: stage.amira, form: ["words": "Reads with an adult"]).status == 303)
        try await review(of: sam, on: stage)
        let sources = StatutoryArea().subjectSources.reversed()
        let gone = try await stage.stage.act { writer in try sources.map { try $0.dispose(writer, sam) }.reduce(0, +) }
        #expect(gone >= 10)
        let tables = [AssessmentCase.table, CaseStep.table, ChecklistAnswer.table, EHCPlan.table, PlanVersion.table, SectionText.table, PlanOutcome.table, SectionFLine.table, LegalEvent.table, OwedDuty.table, AnnualReview.table, ReviewPerson.table, ReviewLink.table, ReviewContribution.table,
                      ReviewCirculation.table, ReviewRecord.table, ReviewOutcome.table]
        for table in tables {
            let isLeft = try await stage.stage.read { try $0.holds(sam, in: table) }
            #expect(!isLeft, "\(table.name)")
        }
    }

    @Test("Six years before that the contacts go, and a review to which one of them was asked stays", arguments: StageEngine.here)
    func contactsFirst(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), sam = stage.sam.id
        try await review(of: sam, on: stage)
        try await stage.stage.act { writer in try writer.execute("DELETE FROM contact WHERE pupil_id = \(sam)") }
        #expect(try await stage.stage.read { try $0.holds(sam, in: ReviewPerson.table) })
        #expect(try await stage.stage.store.check().isEmpty)
    }

    /// A review with a contact who is asked, a link, advice, papers sent round and a record.
    private func review(of sam: PupilID, on stage: StatutoryStage) async throws {
        try await stage.stage.act { writer in
            var contact = Contact(id: .new, pupil: sam, position: 1)
            (contact.forename, contact.surname, contact.mayReceivePapers) = ("Pat", "Whitlock", true)
            let pat = try writer.save(Change("contact.added", to: contact))
            let review = try writer.save(Change("annualReview.started", to: AnnualReview(pupil: sam, school: stage.elm.id, council: "999", kind: .plan, dueOn: day("2027-02-17"))))
            let person = try writer.save(Change("reviewPerson.asked", to: ReviewPerson(.family, name: "Pat Whitlock", contact: pat.id, of: review)))
            _ = try writer.makeLink(for: person, of: review)
            try writer.save(GiveContribution([.well: "Calm"]).applied(to: nil, of: person, to: review, by: "Pat", today: writer.act.today))
            for change in try CirculateReview(.pack, on: writer.act.today).applied(to: review, people: [person], contacts: [pat]) { try writer.save(change) }
            try writer.save(Change("reviewRecord.written", to: ReviewRecord(of: review)))
            try writer.save(Change("reviewOutcome.seen", to: ReviewOutcome("Reads", at: 0, of: review)))
        }
    }
}
