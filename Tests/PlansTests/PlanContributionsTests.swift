import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
@testable import People
@testable import Plans
import Stage
import Testing

@Suite("What plans add to the house")
struct PlanContributionsTests {
    @Test("A pupil’s history tells what was shared, live, reviewed and closed, and nothing of drafts")
    func history() async throws {
        let stage = try await PlansStage()
        try await stage.plan(.draft, kind: "profile")
        let plan = try await stage.plan(.live)
        _ = try await stage.stage.visit(.send, "/plans/\(plan.id)/review", as: stage.amira, form: ["result-1": "met", "evidence-1": "All", "finish": "yes", "held_on": "2026-11-20", "decision": "exit", "because": "All is met"])
        let page = try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)", as: stage.amira).text
        for words in ["SEN support plan, cycle 1: shared with the family.", "SEN support plan, cycle 1 is live.", "was reviewed: Stop", "was closed."] { #expect(page.contains(words), "\(words)") }
        #expect(!page.contains("Pupil passport, cycle 1 is live"))
    }

    @Test("Today counts the plans that are late and those due soon, each person their own", arguments: StageEngine.here)
    func today(engine: StageEngine) async throws {
        let stage = try await PlansStage(engine)
        try await stage.plan(.live, reviewIn: 0)
        try await stage.plan(.live, kind: "profile", reviewIn: 14)
        try await stage.plan(.live, kind: "healthcare", reviewIn: 15)
        try await stage.plan(.live, of: stage.olga, reviewIn: -5)
        for (viewer, numbers) in [(stage.amira, [1, 1]), (stage.tom, [1, 1]), (Viewer.amira(at: stage.oak.id), [1]), (stage.helen, []), (stage.pat, []), (stage.otherTeacher, [])] {
            let day = stage.stage.today
            #expect(try await stage.stage.read { try plansToday.find($0, viewer, day) }.map(\.number) == numbers, "\(viewer.name)")
        }
    }

    @Test("Words that belong to the safeguarding lead can be taken out of every part of a plan")
    func texts() async throws {
        let stage = try await PlansStage(), plan = try await stage.plan(.live), sam = stage.sam.id
        _ = try await stage.stage.visit(.send, "/plans/\(plan.id)/review", as: stage.tom, form: ["result-1": "partly", "evidence-1": "Words of strengths"])
        let changed = try await stage.stage.act { writer in try plansFreeTexts.flatMap { try $0.replace(writer, sam, ["Words of strengths", "Outcome number 1"], "Handed over") } }
        #expect(Set(changed.map(\.table)) == ["plan_section", "outcome", "outcome_review"])
        let whole = try await stage.whole(plan.id)
        #expect(whole.words(.strengths) == "Handed over" && whole.outcomes[0].words == "Handed over" && whole.results[0].evidence == "Handed over")
    }

    @Test("A paper of the pupil may show how an outcome went, for those who may open it; another’s may not")
    func evidence() async throws {
        let stage = try await PlansStage(), plan = try await stage.plan(.live), sam = stage.sam.id, olga = stage.olga.id, now = stage.stage.now
        let papers = try await stage.stage.act { writer in
            try [sam, olga].map { (pupil: PupilID) in
                try writer.save(Change("paper.added", to: Paper(id: .new, pupil: pupil, school: nil, title: "Free writing", topic: .work, fileName: "a.txt", kind: .text, bytes: 1, sha256: String(repeating: "\(pupil.rawValue % 10)", count: 64), storedAs: String(repeating: "\(pupil.rawValue % 10)", count: 32), addedAt: now))).id
            }
        }
        let path = "/plans/\(plan.id)/review", link = "href=\"/outcome-papers/1\""
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("Free writing"))
        #expect(try await !stage.stage.visit(.read, path, as: stage.tom).text.contains("Free writing"))
        for (paper, kept) in [(papers[1], nil), (papers[0], papers[0])] as [(PaperID, PaperID?)] {
            _ = try await stage.stage.visit(.send, path, as: stage.amira, form: ["result-1": "partly", "evidence-1": "Three lines", "paper-1": "\(paper)"])
            #expect(try await stage.whole(plan.id).results[0].paper == kept)
        }
        _ = try await stage.stage.visit(.send, path, as: stage.tom, form: ["result-1": "met", "evidence-1": "Four lines"])
        #expect(try await stage.whole(plan.id).results[0].paper == papers[0], "a form that does not ask takes nothing away")
        #expect(try await stage.stage.visit(.read, "/plans/\(plan.id)", as: stage.amira).text.contains(link))
        #expect(try await stage.stage.visit(.read, "/plans/\(plan.id)", as: stage.tom).text.contains(link), "who works on the plan sees what it rests on")
        #expect(try await !stage.stage.visit(.read, "/plans/\(plan.id)", as: stage.pat).text.contains(link))
    }

    @Test("A plan may be begun from a concern, a result and a review, and knows from which")
    func starts() throws {
        let start = try #require(PlansArea().starts.first)
        #expect(start.origins == Set(Start.Origin.allCases) && start.needs == .workOnPlans)
        #expect(start.address(PupilID(7), .concern, RowID(12)).text == "/pupils/7/plans/start?origin=concern&row=12")
    }
}
