import AreaKit
import Basics
import Database
@testable import Identification
import Measures
import Pages
@testable import People
import Stage
import Testing

@Suite("Colleagues are asked about a pupil")
struct ColleaguesTests {
    @Test("Those who teach the pupil are asked; answers stand side by side; who has not answered is reminded in one press", arguments: StageEngine.here)
    func round(engine: StageEngine) async throws {
        let stage = try await ConcernStage(engine), path = try await stage.raised()
        let form = try await stage.stage.visit(.read, path + "/ask", as: stage.amira).text
        #expect(form.contains("Tom Reed") && form.contains("Mia Lund") && form.contains("Reads what the lesson asks for"))
        let empty = try await stage.send(path + "/ask", as: stage.amira, [("answer_by", "2026-11-20"), ("checklist", " ")])
        #expect(empty.status == 422)
        for field in ["staff", "checklist", "answer_by"] { #expect(empty.text.contains("href=\"#\(field)\""), "\(field)") }
        let asked = try await stage.send(path + "/ask", as: stage.amira, [("staff", "\(stage.tomStaff.id)"), ("staff", "\(stage.miaStaff.id)"), ("answer_by", "2026-11-27"), ("checklist", "Reads\nWrites")])
        #expect(asked.status == 303)

        let (toms, mias) = try await stage.returns()
        #expect(try await stage.stage.visit(.read, toms, as: stage.mia).status == 404, "a colleague’s own answer")
        #expect(try await stage.stage.visit(.read, mias, as: stage.mia).text.contains("How is Sam in your lessons?"))
        let half = try await stage.send(mias, as: stage.mia, [("mark-0", "fine"), ("words", "Reads aloud gladly")])
        #expect(half.status == 422 && half.text.contains("href=\"#mark-1\"") && half.text.contains("Reads aloud gladly"))
        #expect(try await stage.send(mias, as: stage.mia, [("mark-0", "fine"), ("mark-1", "hard"), ("words", "Reads aloud gladly")]).status == 303)
        let page = try await stage.stage.visit(.read, path, as: stage.amira).text
        #expect(page.contains("Often hard") && page.contains("Reads aloud gladly") && page.contains("Remind Tom Reed") && !page.contains("Remind Mia Lund"))
        #expect(try await stage.send(toms + "/remind", as: stage.mia, []).status == 404)
        #expect(try await stage.send(toms + "/remind", as: stage.amira, []).status == 303)
        #expect(try await stage.send(toms + "/remind", as: stage.amira, []).status == 422, "once a day")
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("Reminded on 20 November 2026"))
        #expect(try await stage.stage.visit(.read, "/concerns", as: stage.amira).text.contains("1 of 2 answered"))
        #expect(try await stage.stage.visit(.read, "/concerns?saved=answered", as: stage.amira).text.contains("Sent to the SENCO"))
        #expect(try await stage.send(toms, as: stage.amira, [("mark-0", "some"), ("mark-1", "-")]).status == 303, "entered for him")
        #expect(try await !stage.stage.visit(.read, path, as: stage.amira).text.contains("Remind"))
    }

    @Test("A reminder goes out as a letter where there is a way; else there is a link to hand over, and nothing in it names a child", arguments: [true, false])
    func letters(mailed: Bool) async throws {
        let area = IdentificationArea(reminding: { _, _, _ in mailed }), stage = try await ConcernStage(areas: [PeopleArea(), MeasuresArea(), area]), path = try await stage.raised()
        _ = try await stage.send(path + "/ask", as: stage.amira, [("staff", "\(stage.miaStaff.id)"), ("answer_by", "2026-11-27"), ("checklist", "Reads")])
        let next = try await stage.send("/pupils/\(stage.sam.id)/returns/1/remind", as: stage.amira, []).next ?? ""
        #expect(next.contains(mailed ? "saved=mailed" : "saved=reminded"))
        let page = try await stage.stage.visit(.read, String(next.prefix { $0 != "#" }), as: stage.amira).text
        #expect(page.contains("href=\"/returns/1\"") && page.contains("a letter is on its way") == mailed)
        #expect(try await stage.stage.visit(.read, "/returns/1", as: stage.mia).next == "/pupils/\(stage.sam.id)/returns/1")
        #expect(try await stage.stage.visit(.read, "/returns/1", as: stage.tom).status == 404)
        #expect(try await stage.stage.visit(.read, "/returns/2", as: stage.mia).status == 404)
    }

    @Test("The letter of the day counts what one is asked, and concerns past their day")
    func letterLines() async throws {
        let stage = try await ConcernStage(), path = try await stage.raised(), today = stage.stage.today, mia = stage.mia, amira = stage.amira
        _ = try await stage.send(path + "/ask", as: stage.amira, [("staff", "\(stage.miaStaff.id)"), ("answer_by", "2026-11-27"), ("checklist", "Reads")])
        let lines = IdentificationArea().letterLines
        #expect(try await stage.stage.read { reader in try [mia, amira].map { viewer in try lines.map { try $0.count(reader, viewer, today) } } } == [[1, 0], [0, 0]])
        #expect(try await stage.stage.read { reader in try lines.map { try $0.count(reader, amira, today + 60) } } == [0, 1])
    }

    @Test("It waits on the Today of those who are asked, a reminder first")
    func today() async throws {
        let stage = try await ConcernStage(), path = try await stage.raised(), today = stage.stage.today
        _ = try await stage.send(path + "/ask", as: stage.amira, [("staff", "\(stage.miaStaff.id)"), ("answer_by", "2026-11-27"), ("checklist", "Reads")])
        let mia = stage.mia, tom = stage.tom, amira = stage.amira, items = IdentificationArea().todayItems
        let lines = try await stage.stage.read { reader in try [mia, tom, amira].map { viewer in try items.flatMap { try $0.find(reader, viewer, today) }.map(\.text) } }
        #expect(lines == [["the SENCO asks you about Sam Whitlock, by 27 November 2026."], [], ["1 concern waits for your decision."]])
    }
}

extension ConcernStage {
    /// Where Tom and Mia answer.
    fileprivate func returns() async throws -> (tom: String, mia: String) {
        let sam = sam.id, tom = tomStaff.id, mia = miaStaff.id
        return try await stage.read { reader in
            let rows = try [tom, mia].map { try reader.value("SELECT id FROM colleague_return WHERE staff_id = \($0)", as: Int.self) ?? 0 }
            return ("/pupils/\(sam)/returns/\(rows[0])", "/pupils/\(sam)/returns/\(rows[1])")
        }
    }
}
