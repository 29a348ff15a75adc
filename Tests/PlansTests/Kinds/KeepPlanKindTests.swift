import Access
import AreaKit
import Basics
import Database
import Pages
@testable import People
@testable import Plans
import Stage
import Testing

@Suite("Kinds of plan, kept by the trust")
struct KeepPlanKindTests {
    static func keep(name: String = "Reading plan", about: String = "For reading", rhythm: String = "term", source: String = "Our policy", needed: [String] = ["outcomes"], possible: [String] = ["people"],
                     from: Day = Sample.today, support: Bool = false, retired: Bool = false) -> KeepPlanKind {
        KeepPlanKind(name: name, about: about, rhythm: rhythm, source: source, needed: needed, possible: possible, from: from, isSupportPlan: support, isRetired: retired)
    }

    static let cases: [(act: KeepPlanKind, before: String?, fields: [String])] = [
        (keep(), nil, []), (keep(name: "SEN support plan"), "support", []), (keep(name: "sen support PLAN"), nil, ["name"]), (keep(name: "Individual support plan"), nil, ["name"]),
        (keep(name: ""), nil, ["name"]), (keep(about: ""), nil, ["about"]), (keep(needed: []), nil, ["parts"]), (keep(needed: ["magic"]), nil, ["parts"]), (keep(needed: ["people"], support: true), nil, ["parts"]),
        (keep(needed: ["strengths"]), "support", ["parts"]), (keep(rhythm: "never"), nil, ["rhythm"]), (keep(source: " "), nil, ["source"]), (keep(from: Sample.today - 1), nil, ["from"]),
        (keep(from: Sample.today + 900), nil, ["from"]), (keep(name: "ISP"), "individual", [""]), (keep(retired: true), "healthcare", []),
    ]

    @Test("What it asks for", arguments: cases.indices)
    func checks(place: Int) {
        let line = Self.cases[place]
        #expect(fields { _ = try line.act.applied(to: line.before.flatMap(PlanKind.named), beside: PlanKind.all, by: "Ruth", today: Sample.today) } == line.fields)
    }

    @Test("A kind holds from its day on; a plan keeps the kind as it was when it was made")
    func dated() throws {
        var version = try Self.keep(name: "IEP", needed: ["outcomes", "strategies"], from: Sample.today + 10).applied(to: PlanKind.named("support"), beside: PlanKind.all, by: "Ruth", today: Sample.today).after
        version.id = RowID(5)
        #expect([version].kinds(on: Sample.today + 9).named("support")?.name == "SEN support plan")
        let later = [version].kinds(on: Sample.today + 10)
        #expect(later.named("support")?.name == "IEP" && later.named("support")?.version == RowID(5) && later.count == PlanKind.all.count)
        let plan = try StartPlan(kind: "support").applied(to: Sample.record(), at: SchoolID(3), plans: [], kinds: later, today: Sample.today).after
        #expect(plan.title == "IEP, cycle 1" && plan.kindVersion == RowID(5) && plan.rhythm == "term")
        #expect(WholePlan(plan: plan, kind: later.named("support")).missing == [.outcomes, .strategies])
        let next = PlanCopy.nextCycle(after: Sample.whole(.live), kind: later.named("support"), scheme: NeedScheme.current(on: Sample.today), reviewBy: Sample.today + 90, by: "Amira", today: Sample.today)
        #expect(next.plan.title == "IEP, cycle 2" && Sample.plan(.live).title == "SEN support plan, cycle 1")
        #expect(fields { _ = try Self.keep(from: Sample.today).applied(to: version.planKind, latest: version.fromDay, beside: later, by: "Ruth", today: Sample.today) } == ["from"])
    }

    @Test("What is written in a part that the kind does not ask for is never hidden")
    func holding() {
        let section = PlanSection(plan: PlanID(1), pupil: PupilID(7), part: "calming", words: "A walk", state: .complete, savedOn: Sample.today)
        let whole = WholePlan(plan: Sample.plan(), sections: [section])
        #expect(whole.kind.part("calming")?.isNeeded == false && !whole.missing.contains(.calming))
        #expect(PlanKind.named("support")?.part("calming") == nil)
    }

    @Test("The trust changes a kind, adds one and retires it; nobody else finds the form", arguments: StageEngine.here)
    func pages(engine: StageEngine) async throws {
        let stage = try await PlansStage(engine), before = try await stage.plan(.draft), ruth = Viewer.ruth
        for viewer in [stage.amira, stage.tom, stage.helen, .dev, stage.pat] {
            for path in ["/plans/kinds/add", "/plans/kinds/support/change"] {
                #expect(try await stage.stage.visit(.read, path, as: viewer).status == 404)
                #expect(try await stage.stage.visit(.send, path, as: viewer, form: ["name": "X"]).status == 404)
            }
        }
        for path in ["/plans/kinds/individual/change", "/plans/kinds/none/change"] { #expect(try await stage.stage.visit(.read, path, as: ruth).status == 404) }
        let list = try await stage.stage.visit(.read, "/plans/kinds", as: stage.tom).text
        #expect(list.contains("Proposed, not law") && list.contains("SEND Code of Practice 2015, 6.65") && !list.contains("/plans/kinds/support/change"))
        #expect(try await stage.stage.visit(.read, "/plans/kinds", as: stage.pat).status == 404)
        let page = try await stage.stage.visit(.read, "/plans/kinds/support/change", as: ruth), form: KeyValuePairs = [
            "seen": page.hidden("seen") ?? "", "name": "IEP", "about": "Outcomes", "rhythm": "term", "source": "Our policy", "part-outcomes": "needed", "part-strategies": "needed", "part-people": "possible", "begun": "yes", "from": "2026-11-20",
        ]
        #expect(page.text.contains("value=\"SEN support plan\""))
        let wrong = try await stage.stage.visit(.send, "/plans/kinds/support/change", as: ruth, form: ["name": "", "about": "x", "rhythm": "term", "source": "y", "part-outcomes": "needed", "from": "2026-11-20"])
        #expect(wrong.status == 422 && wrong.text.contains("href=\"#name\""))
        #expect(try await stage.stage.visit(.send, "/plans/kinds/support/change", as: ruth, form: form).next == "/plans/kinds?saved=kind#support")
        #expect(try await stage.stage.visit(.send, "/plans/kinds/support/change", as: ruth, form: form).text.contains("Somebody else changed this kind"))
        #expect(try await stage.stage.visit(.read, "/plans/\(before.id)", as: stage.amira).text.contains("SEN support plan, cycle 1"))
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)/plans/start", as: stage.amira).text.contains("IEP"))
        let add: KeyValuePairs = ["name": "Reading plan", "about": "For reading", "rhythm": "half-term", "source": "Our policy", "part-outcomes": "needed", "begun": "yes", "from": "2026-11-20"]
        #expect(try await stage.stage.visit(.send, "/plans/kinds/add", as: ruth, form: add).next == "/plans/kinds?saved=kind#reading-plan")
        let begun = try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/plans/start", as: stage.amira, form: ["kind": "reading-plan"]), id = try #require(begun.plan)
        #expect(try await stage.whole(id).kind.parts.map(\.part) == [.outcomes])
        let retire: KeyValuePairs = ["name": "Reading plan", "about": "For reading", "rhythm": "half-term", "source": "Our policy", "part-outcomes": "needed", "begun": "no", "from": "2026-11-20"]
        #expect(try await stage.stage.visit(.send, "/plans/kinds/reading-plan/change", as: ruth, form: retire).status == 303)
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)/plans/start", as: stage.amira).text.contains("Reading plan") == false)
        #expect(try await stage.stage.visit(.read, "/plans/\(id)", as: stage.amira).text.contains("Reading plan, cycle 1"))
        #expect(try await stage.stage.read { Set(try $0.supportKinds()) } == ["support", "individual"])
    }
}
