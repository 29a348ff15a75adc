import Access
import Basics
import Database
import Pages
import People
import Provision
import Stage
@testable import Statutory
import Testing

/// What hangs on a plan when it ends, moves on, or is changed: duties, reviews, minutes of section F.
struct EHCPlanEndingTests {
    private func plan(_ stage: StatutoryStage, _ facts: KeyValuePairs<String, String> = ["final_on": "2025-11-20", "la": "999"]) async throws -> EHCPlan {
        _ = try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/ehc/keep", as: stage.amira, form: facts)
        return try await stored(stage)
    }

    private func stored(_ stage: StatutoryStage) async throws -> EHCPlan {
        let sam = stage.sam.id
        return try #require(try await stage.stage.read { try $0.all(EHCPlan.self, "WHERE pupil_id = \(sam)").first })
    }

    private func version(_ stage: StatutoryStage, _ kind: String, _ on: String, copies: Bool = false) async throws -> (path: String, answer: Answer) {
        let answer = try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/ehc/versions/add", as: stage.amira, form: ["kind": kind, "dated_on": on, "copies": copies ? "yes" : ""])
        return (String((answer.next ?? "").split(separator: "?").first ?? ""), answer)
    }

    private func lines(_ stage: StatutoryStage, _ version: String) async throws -> [SectionFLine] {
        let row = try #require(RowID(version.split(separator: "/").last ?? ""))
        return try await stage.stage.read { try $0.all(SectionFLine.self, "WHERE version_id = \(row) ORDER BY position") }
    }

    private func count(_ stage: StatutoryStage, _ line: SectionFLine, from: String = "2026-09-01") async throws -> Int {
        try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/ehc/lines/\(line.id)/count", as: stage.amira, form: ["minutes": "40", "per": "week", "from": from]).status
    }

    private func owed(_ stage: StatutoryStage) async throws -> [OwedLine] { let sam = stage.sam.id; return try await stage.stage.read { try $0.owedLines(of: sam) } }

    @Test("When a plan ends, nothing is owed by it any more, its review is over, and its minutes stop; the family may still appeal", arguments: StageEngine.here)
    func ends(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), plan = try await plan(stage), elm = stage.elm.id, sam = stage.sam.id
        let first = try await version(stage, "final", "2026-09-01").path
        _ = try await stage.stage.visit(.send, "\(first)/lines", as: stage.amira, form: ["words": "Reading each day"])
        #expect(try await count(stage, try #require(try await lines(stage, first).first)) == 303)
        try await stage.record(.firstPlan, on: "2026-09-01", of: plan.matter)
        try await stage.record(.ceaseNotice, on: "2026-10-01", of: plan.matter)
        let review = try await stage.stage.act { writer in
            var review = AnnualReview(pupil: sam, school: elm, council: "999", kind: .plan, dueOn: day("2027-08-31"))
            review.basis = "The plan is of 1 September 2026"
            return try writer.save(Change("annualReview.begun", to: review))
        }
        try await stage.record(.annualReview, on: "2026-11-30", of: review.matter)
        #expect(try await stage.stage.visit(.send, "/pupils/\(sam)/ehc/end", as: stage.amira, form: ["ended_on": "2026-11-15", "end_reason": "2"]).status == 303)
        #expect(Set(try await stage.duties(of: plan.matter).filter(\.isOpen).map(\.rule)) == ["CE-1", "MT-1", "MT-2"])
        #expect(try await stage.duties(of: review.matter).filter(\.isOpen).isEmpty)
        #expect(try await stage.stage.read { try $0.one(review.id, of: AnnualReview.self)?.isOpen } == false)
        #expect(try await owed(stage).map(\.spell.ends) == [day("2026-11-15")])
        #expect(try await stage.stage.store.check().isEmpty)
    }

    @Test("Lines of the version in force are counted while changes are proposed; minutes that no line asks for any more stop", arguments: StageEngine.here)
    func counting(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine)
        _ = try await plan(stage, ["final_on": "2025-09-01", "la": "999"])
        let first = try await version(stage, "final", "2026-09-01").path
        _ = try await stage.stage.visit(.send, "\(first)/lines", as: stage.amira, form: ["words": "Reading each day\nA laptop\nSpeech therapy"])
        let proposed = try await version(stage, "proposed", "2026-10-01", copies: true).path
        let inForce = try await lines(stage, first), copies = try await lines(stage, proposed)
        #expect(try await count(stage, copies[0]) == 404, "a proposal is owed to nobody")
        #expect(try await stage.stage.visit(.read, first, as: stage.amira).text.contains("Count its minutes"))
        for line in inForce { #expect(try await count(stage, line) == 303) }
        #expect(try await owed(stage).allSatisfy { $0.spell.ends == nil })
        let amended = try await version(stage, "amended", "2026-11-10").path
        #expect(try await owed(stage).allSatisfy { $0.spell.ends == nil }, "nobody has copied its lines yet")
        _ = try await stage.stage.visit(.send, "\(amended)/lines", as: stage.amira, form: ["words": "Reading each day"])
        #expect(try await owed(stage).map(\.spell.ends) == Array(repeating: day("2026-11-09"), count: 3), "the lines of the old version are owed until the day before")
        let kept = try #require(try await lines(stage, amended).first)
        #expect(try await count(stage, kept, from: "2026-11-10") == 303)
        #expect(try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/ehc/lines/\(kept.id)/change", as: stage.amira, form: ["words": kept.words, "times": "3", "per": "week", "minutes": "20"]).status == 303)
        #expect(try await stage.stage.visit(.read, amended, as: stage.amira).text.contains("Counted otherwise"))
        #expect(try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/ehc/lines/\(kept.id)/remove", as: stage.amira).status == 303)
        #expect(try await owed(stage).allSatisfy { $0.spell.ends != nil })
    }

    @Test("An older version that is copied later does not make the plan older, and a plan known by its day alone can be amended")
    func older() async throws {
        let stage = try await StatutoryStage()
        _ = try await plan(stage, ["final_on": "2025-06-01", "la": "999"])
        #expect(try await version(stage, "final", "2021-03-10").answer.status == 303)
        #expect(try await stored(stage).finalOn == day("2025-06-01"))
        #expect(try await version(stage, "amended", "2025-06-01").answer.status == 303)
        #expect(try await version(stage, "amended", "2026-06-01").answer.status == 303)
        #expect(try await stored(stage).finalOn == day("2026-06-01"))
    }

    @Test("The old council owes the handing over, and what was late before the move; the new one the rest")
    func moves() async throws {
        let stage = try await StatutoryStage(), before = try await plan(stage)
        try await stage.record(.firstPlan, on: "2025-10-01", of: before.matter)
        try await stage.record(.phaseTransfer, on: "2027-09-01", EventDetails(choices: [.to: OptionChoice.transfers[5]]), of: before.matter)
        let path = "/pupils/\(stage.sam.id)/ehc/transfer", fine: KeyValuePairs = ["moved_on": "2026-11-02", "la": "331", "stated": "council"]
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["moved_on": "2027-01-04", "la": "331", "stated": "council"]).status == 422, "a move to come changes no council yet")
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["moved_on": "2026-11-02", "la": "331", "stated": ""]).status == 422)
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: fine).status == 303)
        let duties = try await stage.duties(of: before.matter), council = { (rule: String) in duties.one(rule)?.matter.council }
        #expect(council("TR-1") == "999" && council("TR-2") == "331" && council("TR-3") == "331" && council("PT-1") == "331")
        #expect(council("AR-1") == "999", "it was late before the move")
        #expect(try await stored(stage).council == "331")
    }

    @Test("The paper of a plan can be taken off it, and stays where nobody asks")
    func paper() throws {
        let setting = KeepPlan.Setting(school: SchoolID(1), councils: [], born: day("2018-03-10"), today: day("2026-11-20"))
        let with = try KeepPlan([.band: "4"], paper: .some(PaperID(7))).applied(to: nil, of: PupilID(1), in: setting).after
        #expect(with.paper == PaperID(7))
        #expect(try KeepPlan([.band: "5"]).applied(to: with, of: PupilID(1), in: setting).after.paper == PaperID(7))
        #expect(try KeepPlan([.band: "5"], paper: .some(nil)).applied(to: with, of: PupilID(1), in: setting).after.paper == nil)
    }

    @Test("A grid that comes back is about the pupils that it showed, wherever they now stand")
    func grid() async throws {
        let stage = try await StatutoryStage(), sam = stage.sam
        let typed = FormValues([("school", "\(stage.elm.id)"), ("part", "2"), (PlanGrid.seen(sam.id), ""), (PlanGrid.field(sam.id, .finalOn), "3/2/2025")])
        #expect(try await stage.stage.visit(.send, "/ehc/grid", as: stage.amira, typed: typed).next?.contains("saved=1") == true, "the status was changed meanwhile, and the plan is there all the same")
        let other = FormValues([("school", "\(stage.elm.id)"), ("part", "1"), (PlanGrid.seen(sam.id), "1"), (PlanGrid.seen(stage.olga.id), ""), (PlanGrid.field(sam.id, .band), "Band 3"), (PlanGrid.field(stage.olga.id, .band), "Band 4")])
        let refused = try await stage.stage.visit(.send, "/ehc/grid", as: stage.amira, typed: other)
        #expect(refused.status == 422 && refused.text.contains("1 pupil of whom you typed is no longer on this roll") && refused.text.contains("Band 3") && !refused.text.contains("Birch"))
    }

    @Test("Programs read plans and requests by UPN, a plan's words one by one, and nobody out of sight anything", arguments: StageEngine.here)
    func programs(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), sam = stage.sam.id
        _ = try await plan(stage, ["final_on": "2026-02-03", "la": "999", "top_up": "5,200 a year"])
        let first = try await version(stage, "final", "2026-09-01").path
        _ = try await stage.stage.visit(.send, "\(first)/lines", as: stage.amira, form: ["words": "Reading each day"])
        _ = try await stage.stage.visit(.send, "/pupils/\(sam)/ehc/requests/start", as: stage.amira, form: ["kind": "reassessment", "asked_by": "family", "la": "999"])
        let list = try await stage.stage.visit(.read, "/api/v1/ehc-plans", as: stage.amira).text, one = try await stage.stage.visit(.read, "/api/v1/pupils/\(sam)/ehc-plan", as: stage.amira).text
        #expect(list.contains("2026-09-01") && list.contains("520000") && list.contains("2027-08-31") && !list.contains("Reading each day") && !list.contains("Whitlock"))
        #expect(one.contains("Reading each day") && one.contains("final"))
        #expect(try await stage.stage.visit(.read, "/api/v1/ehc-requests", as: stage.amira).text.contains("reassessment"))
        let other = Viewer.amira(at: stage.oak.id)
        #expect(try await !stage.stage.visit(.read, "/api/v1/ehc-plans", as: other).text.contains("2026-09-01"))
        #expect(try await !stage.stage.visit(.read, "/api/v1/ehc-requests", as: other).text.contains("reassessment"))
        #expect(try await stage.stage.visit(.read, "/api/v1/pupils/\(sam)/ehc-plan", as: other).status == 404)
    }
}
