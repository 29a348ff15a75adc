import Access
import Basics
import Database
import Pages
import People
import Stage
@testable import Statutory
import Testing

/// What the law’s clock makes of steps that come late in a case: an appeal, a certificate, a reassessment.
struct CaseClockTests {
    private func begin(_ stage: StatutoryStage, _ kind: String = "request") async throws -> String {
        let answer = try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/ehc/requests/start", as: stage.amira, form: ["kind": kind, "asked_by": "family", "la": "999"])
        return String((answer.next ?? "").split(separator: "?").first ?? "")
    }

    private func steps(_ stage: StatutoryStage, _ path: String, _ all: [(String, String, String)]) async throws {
        for (to, day, about) in all {
            let answer = try await stage.stage.visit(.send, "\(path)/step", as: stage.amira, form: ["to": to, "happened_on": day, "stated": "council", "words": "By letter", "about": about])
            #expect(answer.status == 303, "\(to)")
        }
    }

    private func duties(_ stage: StatutoryStage, _ path: String) async throws -> [OwedDuty] {
        let row = try #require(RowID(path.split(separator: "/").last ?? ""))
        return try await stage.duties(of: Matter(.case, row: row, pupil: stage.sam.id, school: stage.elm.id, council: "999"))
    }

    @Test("What an appeal changes in a plan makes it no plan made for the first time: the first review stays where it was", arguments: StageEngine.here)
    func appealed(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = try await begin(stage), sam = stage.sam.id
        try await steps(stage, path, [("asked", "2025-04-07", ""), ("assessing", "2025-05-10", ""), ("draft", "2025-07-20", ""), ("final", "2025-08-20", "")])
        try await steps(stage, path, [("appeal", "2025-10-01", ""), ("ordered", "2026-02-20", "contents"), ("final", "2026-03-10", "")])
        let plan = try #require(try await stage.stage.read { try $0.all(EHCPlan.self, "WHERE pupil_id = \(sam)").first }), owed = try await stage.duties(of: plan.matter).filter { $0.rule == "AR-1" }
        #expect(plan.finalOn == day("2026-03-10"))
        #expect(owed.map(\.dueOn) == [day("2026-08-19")])
    }

    @Test("The certificate of mediation lengthens the family’s time, once for each decision")
    func certificate() async throws {
        let stage = try await StatutoryStage(), path = try await begin(stage)
        try await steps(stage, path, [("asked", "2026-06-01", ""), ("refused", "2026-07-10", "")])
        #expect(try await duties(stage, path).one("MT-1")?.dueOn == day("2026-09-10"))
        try await steps(stage, path, [("certificate", "2026-09-01", "")])
        #expect(try await duties(stage, path).filter { $0.rule == "MT-1" && $0.isOpen }.map(\.dueOn) == [day("2026-10-01")])
        let page = try await stage.stage.visit(.read, path, as: stage.amira).text
        #expect(page.contains("Council refused to assess since 10 July 2026"), "where the case stands it does not change")
        #expect(!page.contains("Say that the mediation certificate came"))
        #expect(CaseStepKind.next(after: [.begun, .asked, .refused, .certificate, .assessing, .draft, .final]).contains(.certificate))
        #expect(!CaseStepKind.next(after: [.begun, .asked]).contains(.certificate))
    }

    @Test("The weeks of a reassessment run from the day on which the council said yes")
    func reassessment() async throws {
        let stage = try await StatutoryStage()
        _ = try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/ehc/keep", as: stage.amira, form: ["final_on": "2024-02-03", "la": "999"])
        let path = try await begin(stage, "reassessment")
        try await steps(stage, path, [("asked", "2026-06-01", "")])
        #expect(try await duties(stage, path).one("RE-2")?.dueOn == day("2026-09-22"), "assumed")
        try await steps(stage, path, [("assessing", "2026-06-05", "")])
        let all = try await duties(stage, path)
        #expect(all.one("RE-2")?.dueOn == day("2026-09-11") && all.one("RE-1")?.doneOn == day("2026-06-05"))
        #expect(all.filter { $0.rule == "RE-1" && $0.droppedBecause.isEmpty }.count == 1)
    }

    @Test("The council of a request stays when it was sent, and its days with it")
    func council() async throws {
        let stage = try await StatutoryStage(), path = try await begin(stage)
        #expect(try await stage.stage.visit(.send, "\(path)/change", as: stage.amira, form: ["la": "998", "reason": "Words"]).status == 303)
        try await steps(stage, path, [("asked", "2026-06-01", "")])
        let refused = try await stage.stage.visit(.send, "\(path)/change", as: stage.amira, form: ["la": "999", "reason": "Words"])
        #expect(refused.status == 422 && refused.text.contains("The request went to council 998"))
    }

    @Test("Lists of requests are in parts, what is due soonest first, and none is dropped", arguments: StageEngine.here)
    func list(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), elm = stage.elm, sam = stage.sam.id
        let first = try await begin(stage)
        try await steps(stage, first, [("asked", "2026-10-05", "")])
        try await stage.stage.act { writer in
            for place in 0..<60 { _ = try writer.save(Change("ehcCase.begun", to: AssessmentCase(.request, of: sam, at: elm.id, askedBy: .school, council: "999", begunBy: "Stage", on: day("2026-11-01") + place % 10))) }
        }
        let one = try await stage.stage.visit(.read, "/ehc/requests", as: stage.amira).text, two = try await stage.stage.visit(.read, "/ehc/requests?page=2", as: stage.amira).text
        #expect(one.contains("61 open cases") && one.components("<th scope=\"row\">") == 50 && two.components("<th scope=\"row\">") == 11)
        #expect(one.contains("16 Nov 2026") && !two.contains("16 Nov 2026"))
        for odd in ["0", "-5", "999999999999999999999", "x"] { #expect(try await stage.stage.visit(.read, "/ehc/requests?page=\(odd)", as: stage.amira).status == 200) }
    }
}

extension String {
    fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
