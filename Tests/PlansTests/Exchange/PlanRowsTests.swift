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

@Suite("Plans from a spreadsheet")
struct PlanRowsTests {
    private func send(_ stage: PlansStage, _ text: String, _ papers: StagePapers) async throws -> String {
        let file = try papers.file(Array(text.utf8), named: "plans.csv")
        let sent = try await stage.stage.visit(.send, "/schools/\(stage.elm.id)/import", as: stage.amira, form: ["kind": "plans"], files: [file])
        return try #require(sent.next)
    }

    @Test("Columns are mapped, rows are looked at, the good ones saved, and all of it taken back", arguments: StageEngine.here)
    func whole(engine: StageEngine) async throws {
        let stage = try await PlansStage(engine), papers = StagePapers(), amira = stage.amira
        let zoe = try await stage.stage.pupil("Zoe", "Hart", at: stage.elm, provision: "K"), sam = stage.sam.upn ?? ""
        let text = """
            UPN,Adno,Plan type,Start,Review date,Objective,Success criteria,Baseline,Target,Due,Owner
            \(sam),,SEN support plan,07/09/2026,18/12/2026,Sam reads 40 words,Counted each Friday,12,40 of 45,11/12/2026,Mr Reed
            \(sam),,SEN support plan,07/09/2026,18/12/2026,Sam writes 3 sentences,Free writing,1,3,11/12/2026,Mr Reed
            \(sam),,SEN support plan,07/09/2026,19/12/2026,Sam counts,,,,,
            \(sam),,Novel,07/09/2026,18/12/2026,Sam sings,,,,,
            ,A2,,01/10/2026,29/01/2027,Zoe waits her turn,,,,01/01/2010,
            ,A2,,01/10/2026,29/01/2027,Zoe asks for help,,,,,
            Z999001200009,,,07/09/2026,18/12/2026,Nobody,,,,,
            \(sam),,Pupil passport,soon,18/12/2026,Sam plans,,,,,

            """
        let preview = try await send(stage, text, papers), columns = try await stage.stage.visit(.read, preview, as: amira)
        #expect(columns.next == preview + "/columns")
        let mapping = try await stage.stage.visit(.read, preview + "/columns", as: amira).text
        #expect(mapping.contains("Plan type") && mapping.contains("How one will know"))
        let map: KeyValuePairs = ["header_row": "1", "date_order": "dmy", "upn": "UPN", "admission_number": "Adno", "kind": "Plan type", "start": "Start", "review_date": "Review date", "outcome": "Objective",
                                  "measure": "Success criteria", "baseline": "Baseline", "target": "Target", "due": "Due", "owner": "Owner"]
        #expect(try await stage.stage.visit(.send, preview + "/columns", as: amira, form: map).next == preview)
        let shown = try await stage.stage.visit(.read, preview, as: amira).text
        #expect(shown.contains("3 rows will be saved.") && shown.contains("Another row of this plan says") && shown.contains("“Novel” is no kind of plan here") && shown.contains("before the pupil was born"))
        #expect(shown.contains("not on the school’s roll here") && shown.contains("no first day of the plan"))
        #expect(try await stage.stage.read { try $0.value("SELECT COUNT(*) FROM plan", as: Int.self) } == 0, "a dry run saves nothing")
        let receipt = try #require(try await stage.stage.visit(.send, preview + "/apply", as: amira).next)
        let plan = try #require(try await stage.stage.read { try $0.all(Plan.self, "WHERE pupil_id = \(stage.sam.id)") }.first), found = try await stage.whole(plan.id)
        #expect(plan.state == .live && plan.starts == Day(2026, 9, 7) && plan.reviewBy == Day(2026, 12, 18) && found.outcomes.map(\.words) == ["Sam reads 40 words", "Sam writes 3 sentences"])
        #expect(found.outcomes[0].measure == "Counted each Friday" && found.outcomes[0].due == Day(2026, 12, 11) && found.outcomes[0].owner == "Mr Reed")
        #expect(try await stage.stage.read { try $0.all(Plan.self, "WHERE pupil_id = \(zoe.id)") }.map(\.kind) == ["support"])
        #expect(try await stage.stage.visit(.read, receipt, as: amira).text.contains("Plans with outcomes"))
        #expect(try await stage.stage.visit(.send, receipt + "/undo", as: amira).status == 303)
        #expect(try await stage.stage.read { try $0.value("SELECT COUNT(*) FROM plan", as: Int.self) } == 0)
    }

    @Test("A pupil who has such a plan gets no second one; without the columns that are needed nothing is read")
    func refused() async throws {
        let stage = try await PlansStage(), papers = StagePapers()
        try await stage.plan(.live)
        let preview = try await send(stage, "UPN,Start,Review date,Outcome\n\(stage.sam.upn ?? ""),07/09/2026,18/12/2026,Sam reads\n", papers)
        let lacking = try await stage.stage.visit(.send, preview + "/columns", as: stage.amira, form: ["header_row": "1", "date_order": "dmy", "upn": "UPN", "start": "Start"])
        #expect(lacking.status == 422 && lacking.text.contains("review_date"))
        _ = try await stage.stage.visit(.send, preview + "/columns", as: stage.amira, form: ["header_row": "1", "date_order": "dmy", "upn": "UPN", "start": "Start", "review_date": "Review date", "outcome": "Outcome"])
        #expect(try await stage.stage.visit(.read, preview, as: stage.amira).text.contains("has one of these already"))
    }
}
