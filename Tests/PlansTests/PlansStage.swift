import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
@testable import People
@testable import Plans
import Stage
import Testing

/// Elm with Sam in Beech class, and Olga of Oak; the people who look at plans.
struct PlansStage: Sendable {
    let stage: Stage
    let elm: School, oak: School
    let sam: Pupil, olga: Pupil
    let beech: SchoolClass

    init(_ engine: StageEngine = .sqlite) async throws {
        stage = try await Stage(engine, areas: PlansStage.areas)
        elm = try await stage.school()
        oak = try await stage.school("Oak Primary School", urn: "999002")
        sam = try await stage.pupil(at: elm, provision: "K")
        olga = try await stage.pupil("Olga", "Birch", at: oak, provision: "K")
        beech = try await stage.schoolClass("Beech", at: elm, of: [sam])
    }

    static var areas: [any Area] { [PeopleArea(beside: [PlansArea()]), MeasuresArea(), PlansArea()] }

    var amira: Viewer { .amira(at: elm.id) }
    var tom: Viewer { .tom(of: beech.id, at: elm.id) }
    var helen: Viewer { .helen(at: elm.id) }
    var tia: Viewer { Viewer(name: "Tia Lowe", role: .assistant, sight: .classes([beech.id], at: elm.id)) }
    var jo: Viewer { Viewer(name: "Jo Fairley", role: .cover, sight: .classes([beech.id], at: elm.id)) }
    var pat: Viewer { Viewer(name: "Pat Whitlock", role: .parent, sight: .pupils([sam.id])) }
    var otherTeacher: Viewer { Viewer(name: "Una Bell", role: .teacher, sight: .classes([ClassID(999)], at: elm.id)) }

    /// A plan of Sam's, written as far as it must be, in a state.
    @discardableResult
    func plan(_ state: PlanState = .draft, kind: String = "support", of pupil: Pupil? = nil, starts: Int = -20, reviewIn days: Int = 60, outcomes: Int = 1) async throws -> Plan {
        let pupil = pupil ?? sam, school = pupil == olga ? oak.id : elm.id, today = stage.today
        return try await stage.act { writer in
            var plan = Plan(pupil: pupil.id, school: school, kind: kind, scheme: "code-2015", rhythm: "term", begunOn: today - 30)
            plan.state = state
            if state != .draft { plan.sharedOn = today - 25 }
            if state == .live || state == .reviewed { (plan.starts, plan.reviewBy) = (today + starts, today + days) }
            if state == .closed { plan.ends = today }
            plan = try writer.save(Change("plan.begun", to: plan))
            for part in PlanKind.named(kind)?.parts.map(\.part) ?? [] where part.content != .outcomes {
                let area = part.content == .barriers ? "C&L" : ""
                try writer.save(Change("plan.written", to: PlanSection(plan: plan.id, pupil: pupil.id, part: part.key, area: area, words: "Words of \(part.key)", state: .complete, savedBy: "Amira Khan", savedOn: today - 20)))
            }
            guard PlanKind.named(kind)?.part("outcomes") != nil else { return plan }
            for place in 0..<outcomes {
                var outcome = Outcome(plan: plan.id, pupil: pupil.id, position: place + 1, words: "Outcome number \(place + 1)")
                (outcome.measure, outcome.baseline, outcome.due) = ("Counted", "None", today + 30)
                try writer.save(Change("outcome.added", to: outcome))
            }
            return plan
        }
    }

    func whole(_ plan: PlanID) async throws -> WholePlan {
        let found = try await stage.read { reader in try reader.whole(try reader.all(Plan.self, "WHERE id = \(plan)")) }
        return try #require(found.first)
    }

    /// What the trail says was done to Sam's plans, the latest last.
    func events() async throws -> [String] {
        let sam = sam.id
        return try await stage.read { try $0.column("SELECT event FROM trail WHERE pupil_id = \(sam) AND (event LIKE 'plan.%' OR event LIKE 'outcome.%' OR event LIKE 'layer.%') ORDER BY id") }
    }
}

extension Answer {
    /// The plan to which the browser is sent.
    var plan: PlanID? { (next?.split(whereSeparator: { "/?#".contains($0) }).dropFirst().first).flatMap { PlanID($0) } }

    /// What a hidden field of the page holds.
    func hidden(_ name: String) -> String? {
        text.firstRange(of: "name=\"\(name)\" value=\"").map { String(text[$0.upperBound...].prefix { $0 != "\"" }) }
    }
}
