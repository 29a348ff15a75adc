import Basics
import Files
@testable import People
@testable import Statutory
import Testing

/// What a council asks for, and which version of a form is used when.
struct PackRuleTests {
    private static let today = day("2026-11-20")

    private func fields(_ typed: [String: String], checked: String = "") -> [String] {
        do { _ = try KeepPack(typed, checkedOn: Day(checked)).applied(to: nil, of: "999", by: "Dan", today: Self.today); return [] } catch let problems as Problems { return problems.list.map(\.field) } catch { return ["?"] }
    }

    static let packs: [(typed: [String: String], wrong: [String])] = [
        (["office": "SEND team"], []), ([:], ["office"]), (["email": "send@example.org"], []), (["email": "send@example"], ["email"]), (["email": "a b@example.org"], ["email"]), (["email": "@example.org"], ["email"]),
        (["portal": "https://send.example.org/a?b=c"], []), (["portal": "http://send.example.org"], ["portal"]), (["portal": "javascript:alert(1)"], ["portal"]), (["portal": "https://user@example.org"], ["portal"]),
        (["portal": "https://x\"onload=1.org"], ["portal"]), (["portal": "https://localhost"], ["portal"]), (["file_mb": "10", "all_mb": "25"], []), (["file_mb": "10", "all_mb": "5"], ["all_mb"]), (["file_mb": "0"], ["file_mb"]),
        (["file_mb": "99999999999999999999999"], ["file_mb"]), (["file_mb": "ten"], ["file_mb"]), (["steps": String(repeating: "a\n", count: 61)], ["steps"]), (["thresholds": String(repeating: "a", count: 10_001)], ["thresholds"]),
    ]

    @Test("A pack’s words are checked field by field", arguments: packs)
    func keep(typed: [String: String], wrong: [String]) { #expect(fields(typed) == wrong) }

    @Test("What changes nothing is no change; lines are read without blanks; after a year it is old")
    func pack() throws {
        #expect(fields(["office": "x"], checked: "2026-11-21") == ["checked_on"])
        let first = try KeepPack(["office": "SEND", "steps": " one \n\n two"], checkedOn: Day("2025-11-19")).applied(to: nil, of: "999", by: "Dan", today: Self.today).after
        #expect(first.stepLines == ["one", "two"] && first.isOld(on: Self.today) && first.changedBy == "Dan")
        #expect(try KeepPack(["office": "SEND", "steps": "one \n\n two"], checkedOn: Day("2025-11-19")).applied(to: first, of: "999", by: "Eve", today: Self.today + 1).isEmpty)
        #expect(try KeepPack(["office": "SEND"], checkedOn: Day("2025-11-20")).applied(to: first, of: "999", by: "Eve", today: Self.today).after.isOld(on: Self.today) == false)
    }

    private func form(_ id: Int, _ kind: PackForm.Kind, from: String? = nil, title: String = "F", ended: Bool = false) -> PackForm {
        var form = PackForm(kind, of: "999", title: title, fileName: "f.docx", size: 1, sha256: "\(id)", by: "Dan", on: Self.today)
        (form.id, form.useFrom, form.endedOn) = (RowID(id), from.flatMap { Day($0) }, ended ? Self.today : nil)
        return form
    }

    @Test("The version that came into use last is used; one to come waits, one taken out gives way to the one before")
    func versions() {
        let forms = [form(1, .request, from: "2026-01-01"), form(2, .request, from: "2026-09-01"), form(3, .request, from: "2027-01-01"), form(4, .request), form(5, .request, from: "2026-10-01", ended: true),
                     form(6, .other, from: "2026-01-01", title: "Travel"), form(7, .other, from: "2026-01-01", title: "Money"), form(8, .other, from: "2026-02-01", title: "travel")]
        #expect(forms.inUse(on: Self.today).map(\.id.rawValue) == [2, 7, 8])
        #expect(forms.inUse(on: Self.today + 60).map(\.id.rawValue) == [3, 7, 8])
        #expect(forms.prefix(5).map { forms.standing(of: $0, on: Self.today) } == [.earlier, .inUse, .later, .waiting, .ended])
        #expect([form(1, .review, from: "2026-01-01"), form(2, .review, from: "2026-01-01")].inUse(on: Self.today).map(\.id.rawValue) == [2])
    }

    @Test("A form is used from a day near today, and with faults only by somebody who has seen them")
    func use() throws {
        let waiting = form(1, .request), today = Self.today
        #expect(try UseForm(from: today, hasSeenFaults: false).applied(to: waiting, faults: 0, today: today).event == "packForm.used")
        #expect(throws: Problems.self) { try UseForm(from: nil, hasSeenFaults: false).applied(to: waiting, faults: 0, today: today) }
        #expect(throws: Problems.self) { try UseForm(from: today + 800, hasSeenFaults: false).applied(to: waiting, faults: 0, today: today) }
        #expect(throws: Problems.self) { try UseForm(from: today, hasSeenFaults: false).applied(to: waiting, faults: 1, today: today) }
        #expect(throws: Problems.self) { try UseForm(from: today, hasSeenFaults: true).applied(to: form(2, .request, ended: true), faults: 0, today: today) }
        #expect(throws: Problems.self) { try EndForm().applied(to: form(2, .request, ended: true), today: today) }
        #expect(AddForm(nil, title: "").problems.list.map(\.field) == ["kind", "title"])
        #expect(throws: Problems.self) { try AddForm(.request, title: "G").applied(to: "999", fileName: "g.docx", size: 1, sha256: "1", beside: [waiting], by: "Dan", today: today) }
    }

    @Test("Each field has an example, stands in one group, and some matter tells all that our forms need most")
    func fields() {
        #expect(Set(FormField.examples.keys) == Set(FormField.names))
        #expect(FormField.groups.flatMap(\.fields) == FormField.all)
        for kind in PackForm.Kind.allCases { #expect(FormMatter.tells("pupil.forename", in: kind) && !FormMatter.tells("pupil.shoes", in: kind)) }
        #expect(FormMatter.tells("request.reason", in: .request) && !FormMatter.tells("request.reason", in: .review) && FormMatter.tells("reply.answer", in: .reply) && FormMatter.tells("review.date", in: .other))
    }

    @Test("What is confidential is left out of lists, too, and the longest beginning says where a field is written")
    func matter() {
        var contact = Contact(id: RowID(1), pupil: PupilID(1), position: 1)
        (contact.address, contact.addressConfidential) = ("12 Hidden Lane, Alderton", true)
        let row: WordValues = ["words": .text("They live at 12 Hidden Lane.")], value = WordValue.rows([row]).redacted(Redaction([contact]))
        #expect(value == .rows([["words": .text("They live at \(Redaction.mark).")]]))
        let matter = FormMatter(.request, row: RowID(1), pupil: nil, school: SchoolID(1), council: "999", name: "Sam", values: [:], places: [.init("", "by hand", nil), .init("views.", "request", nil), .init("views.how", "nowhere", nil)])
        #expect(matter.place(of: "views.how")?.label == "nowhere" && matter.place(of: "views.pupil")?.label == "request" && matter.place(of: "x")?.label == "by hand")
        #expect(WordValue.known("") == nil && WordValue.known(nil) == nil && WordValues(known: ["a": "", "b": "c"]) == ["b": "c"])
    }
}
