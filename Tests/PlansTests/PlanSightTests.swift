import Access
import AreaKit
import Basics
import Database
import Foundation
import Pages
@testable import People
@testable import Plans
import Stage
import Testing

@Suite("Who sees what of plans")
struct PlanSightTests {
    @Test("Drafts are for those who write or keep the record; what was shared is for the family too", arguments: StageEngine.here)
    func states(engine: StageEngine) async throws {
        let stage = try await PlansStage(engine)
        let sees: [(Viewer, Set<PlanState>)] = [
            (stage.amira, Set(PlanState.allCases)), (stage.tom, Set(PlanState.allCases)), (stage.helen, Set(PlanState.allCases)),
            (.ruth, [.shared, .live, .reviewed, .closed]), (stage.pat, [.shared, .live, .reviewed, .closed]),
            (stage.otherTeacher, []), (stage.tia, []), (stage.jo, []), (.dev, []), (.grace(at: stage.elm.id), []), (.amira(at: stage.oak.id), []),
        ]
        for state in PlanState.allCases {
            let plan = try await stage.plan(state)
            for (viewer, states) in sees { #expect(try await stage.stage.visit(.read, "/plans/\(plan.id)", as: viewer).status == (states.contains(state) ? 200 : 404), "\(viewer.name), \(state)") }
        }
        let listed = { (viewer: Viewer) async throws -> Set<PlanState> in
            let day = stage.stage.today
            return Set(try await stage.stage.read { reader in try PlanState.allCases.flatMap { state in
                var ask = PlansQuestion(day: day)
                ask.state = state
                return try reader.plans(ask, for: viewer).map(\.plan.state)
            } })
        }
        for (viewer, states) in sees where viewer.may(.seePlans) { #expect(try await listed(viewer) == states, "\(viewer.name)") }
    }

    @Test("A draft that was given up never reaches the family; how outcomes go does once the review is finished", arguments: StageEngine.here)
    func unfinished(engine: StageEngine) async throws {
        let stage = try await PlansStage(engine), draft = try await stage.plan(.draft, kind: "healthcare"), live = try await stage.plan(.live)
        #expect(try await stage.stage.visit(.send, "/plans/\(draft.id)/close", as: stage.amira, form: ["reason": "Begun by mistake", "on": "2026-11-20"]).status == 303)
        for (viewer, status) in [(stage.pat, 404), (.ruth, 404), (stage.helen, 200), (stage.tom, 200)] {
            #expect(try await stage.stage.visit(.read, "/plans/\(draft.id)", as: viewer).status == status, "\(viewer.name)")
            #expect(try await stage.stage.visit(.read, "/plans?state=closed", as: viewer).text.contains("/plans/\(draft.id)\"") == (status == 200), "\(viewer.name)")
        }
        #expect(try await !stage.stage.visit(.read, "/pupils/\(stage.sam.id)", as: stage.pat).text.contains("/plans/\(draft.id)\""))
        _ = try await stage.stage.visit(.send, "/plans/\(live.id)/review", as: stage.tom, form: ["result-1": "not_met", "evidence-1": "Not one of ten"])
        for (viewer, shown) in [(stage.pat, false), (stage.helen, true)] {
            #expect(try await stage.stage.visit(.read, "/plans/\(live.id)", as: viewer).text.contains("Not one of ten") == shown, "\(viewer.name)")
        }
        let finish: KeyValuePairs = ["result-1": "not_met", "evidence-1": "Not one of ten", "finish": "yes", "held_on": "2026-11-20", "decision": "change", "because": "Slow"]
        #expect(try await stage.stage.visit(.send, "/plans/\(live.id)/review", as: stage.amira, form: finish).status == 303)
        #expect(try await stage.stage.visit(.read, "/plans/\(live.id)", as: stage.pat).text.contains("Not one of ten"))
    }

    @Test("A former school’s SENCO reads the plans of a pupil who moved within the trust, and writes none", arguments: StageEngine.here)
    func moved(engine: StageEngine) async throws {
        let stage = try await PlansStage(engine), live = try await stage.plan(.live), draft = try await stage.plan(.draft, kind: "profile"), yesterday = stage.stage.today - 1
        try await stage.stage.enrolments(of: stage.sam, at: stage.elm) { $0.spell = Spell(starts: $0.spell.starts, ends: yesterday) }
        try await stage.stage.enrolment(of: stage.sam, at: stage.oak, Spell(starts: yesterday + 1))
        let page = try await stage.stage.visit(.read, "/plans/\(live.id)", as: stage.amira)
        #expect(page.status == 200 && !page.text.contains("/plans/\(live.id)/close") && !page.text.contains("/plans/\(live.id)/read"))
        for path in ["/plans/\(live.id)/close", "/plans/\(live.id)/review", "/plans/\(draft.id)/write", "/pupils/\(stage.sam.id)/plans/start"] {
            #expect(try await stage.stage.visit(.read, path, as: stage.amira).status == 404, "\(path)")
            #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["kind": "healthcare"]).status == 404, "\(path)")
            #expect(try await stage.stage.visit(.read, path, as: .amira(at: stage.oak.id)).status == 200, "\(path)")
        }
    }

    @Test("An assistant reads the profile with strategies, a cover teacher the profile alone, and nobody a diagnosis", arguments: StageEngine.here)
    func profile(engine: StageEngine) async throws {
        let stage = try await PlansStage(engine)
        try await stage.plan(.live)
        try await stage.plan(.live, kind: "profile")
        try await stage.stage.emergency(of: stage.sam)
        let path = "/pupils/\(stage.sam.id)/profile"
        for viewer in [stage.amira, stage.tom, stage.helen, stage.tia, stage.jo, stage.pat] {
            let page = try await stage.stage.visit(.read, path, as: viewer)
            #expect(page.status == 200 && page.text.contains("Words of help") && page.text.contains("Cushion the head"), "\(viewer.name)")
            #expect(page.text.contains("Words of strategies") == (viewer.name != "Jo Fairley"), "\(viewer.name)")
            #expect(!page.text.contains("Words of pupil_view") && !page.text.contains("Outcome number") && !page.text.contains("Words of barriers"))
        }
        for viewer in [.dev, stage.otherTeacher, .grace(at: stage.elm.id), Viewer(name: "Lee", role: .specialist, sight: .pupils([stage.sam.id]))] {
            #expect(try await stage.stage.visit(.read, path, as: viewer).status == 404, "\(viewer.name)")
        }
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)", as: stage.tia).text.contains(path))
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)", as: stage.pat).text.contains("/plans/1"))
        #expect(try await !stage.stage.visit(.read, "/pupils/\(stage.sam.id)", as: .dev).text.contains("/profile"))
    }

    @Test("The list of plans shows those in sight, the latest to be reviewed first", arguments: StageEngine.here)
    func list(engine: StageEngine) async throws {
        let stage = try await PlansStage(engine)
        try await stage.plan(.live, reviewIn: 60)
        try await stage.plan(.live, kind: "profile", reviewIn: -3)
        try await stage.plan(.live, of: stage.olga)
        let page = try await stage.stage.visit(.read, "/plans", as: stage.amira)
        let passport = try #require(page.text.range(of: "<td>Pupil passport, cycle 1")), support = try #require(page.text.range(of: "<td>SEN support plan, cycle 1"))
        #expect(passport.lowerBound < support.lowerBound && page.text.contains("Review is late") && !page.text.contains("Olga"))
        #expect(try await stage.stage.visit(.read, "/plans?due=now", as: stage.tom).text.contains("Pupil passport, cycle 1"))
        #expect(try await !stage.stage.visit(.read, "/plans?due=now", as: stage.tom).text.contains("<td>SEN support plan"))
        #expect(try await stage.stage.visit(.read, "/plans?school=\(stage.oak.id)", as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.read, "/plans", as: .ruth).text.contains("Olga"))
        for viewer in [stage.tia, stage.jo, .dev] { #expect(try await stage.stage.visit(.read, "/plans", as: viewer).status == 404) }
    }

    @Test("All of a pupil’s plans go with a disposal, whatever points to what", arguments: StageEngine.here)
    func disposal(engine: StageEngine) async throws {
        let stage = try await PlansStage(engine), plan = try await stage.plan(.live), sam = stage.sam.id
        _ = try await stage.stage.visit(.send, "/plans/\(plan.id)/review", as: stage.amira, form: ["result-1": "partly", "evidence-1": "Half", "finish": "yes", "held_on": "2026-11-20", "decision": "change", "because": "Slow", "layer": "L1"])
        let found = try await stage.stage.read { reader in try plansSubjectSources.flatMap { try $0.find(reader, .pupil(sam)) } }
        #expect(Set(found.map(\.table)) == ["plan", "plan_section", "outcome", "outcome_review", "plan_review", "layer_spell"])
        try await stage.stage.act { writer in for source in plansSubjectSources.reversed() { _ = try source.dispose(writer, sam) } }
        #expect(try await stage.stage.read { reader in try plansSubjectSources.flatMap { try $0.find(reader, .pupil(sam)) } }.isEmpty)
    }
}
