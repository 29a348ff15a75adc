import Basics
@testable import Statutory
import Testing

/// What may be written of a consultation, what is warned against, and how long it is kept.
struct ConsultationRuleTests {
    private static let today = day("2026-11-20")

    private func logged(_ change: (inout LogConsultation) -> Void = { _ in }) throws -> Consultation {
        var rule = LogConsultation()
        (rule.forename, rule.surname, rule.birth, rule.council, rule.basis, rule.cameOn) = ("Ravi", "Holloway", day("2018-03-02"), "999", .family, day("2026-11-10"))
        change(&rule)
        return try rule.applied(at: SchoolID(1), by: "Amira", today: Self.today).after
    }

    private func problems(_ body: () throws -> Void) -> [String] {
        do { try body(); return [] } catch let found as Problems { return found.list.map(\.field) } catch { return ["?"] }
    }

    @Test("What is logged names the child, the council, who asks and the day")
    func logging() throws {
        #expect(problems { _ = try LogConsultation().applied(at: SchoolID(1), by: "", today: Self.today) } == ["forename", "surname", "birth", "la", "basis", "came_on"])
        #expect(problems { _ = try logged { $0.cameOn = Self.today + 1 } } == ["came_on"])
        #expect(problems { _ = try logged { $0.birth = Self.today.adding(years: -26) } } == ["birth"])
        #expect(problems { _ = try logged { $0.council = "٩٩٩" } } == ["la"])
        #expect(problems { _ = try logged { $0.ownDay = day("2026-11-09") } } == ["own_day"])
        #expect(problems { _ = try logged { $0.ownDay = day("9999-01-01") } } == ["own_day"])
        #expect(problems { _ = try logged { $0.needs = String(repeating: "a", count: 10_001) } } == ["needs"])
        #expect(try logged().standing == "To be answered")
    }

    private func answered(_ answer: Consultation.Answer?, _ words: (inout ConsultationWords) -> Void = { _ in }) throws -> Consultation {
        var said = ConsultationWords()
        words(&said)
        return try AnswerConsultation(answer, said).applied(to: logged(), today: Self.today).after
    }

    @Test("Each answer needs what it rests on")
    func answers() throws {
        #expect(problems { _ = try answered(nil) } == ["answer"])
        #expect(problems { _ = try answered(.can) } == [])
        #expect(problems { _ = try answered(.canIf) } == ["conditions"])
        #expect(problems { _ = try answered(.information) } == ["information", "information_by"])
        #expect(problems { _ = try answered(.information) { ($0.information, $0.informationBy) = ("The last report", Self.today - 1) } } == ["information_by"])
        #expect(problems { _ = try answered(.information) { ($0.information, $0.informationBy) = ("The last report", Self.today) } } == [])
    }

    @Test("Bare words are warned against with the reason; facts are not", arguments: [
        ("We are full.", "“We are full”"), ("The class is oversubscribed", "“We are full”"), ("We can’t meet need", "“We cannot meet need”"), ("We are unable to meet need at this school.", "“We cannot meet need”"),
        ("", "No ground is given"), ("Three pupils share the one quiet room for 22 of 25 lessons, which is full; a fourth would leave each with two lessons a week there.", ""),
    ])
    func warnings(facts: String, warning: String) throws {
        let held = try answered(.grounds) { ($0.others, $0.steps, $0.evidence) = (facts, "A second room: there is none", "The timetable") }
        #expect(warning.isEmpty ? held.warnings.isEmpty : held.warnings.count == 1 && held.warnings[0].hasPrefix(warning))
    }

    @Test("Grounds without steps and evidence are warned against; other answers never")
    func warningsOfAnswers() throws {
        #expect(try answered(.grounds) { $0.resources = String(repeating: "Facts. ", count: 20) }.warnings.map { String($0.prefix(18)) } == ["No reasonable step", "No evidence is nam"])
        #expect(try answered(.can) { $0.others = "full" }.warnings == [])
    }

    @Test("What is warned against goes only with a reason, and with a head who agrees")
    func sending() throws {
        let held = try answered(.grounds) { $0.others = "We are full" }
        func send(_ day: Day?, _ head: String, _ why: String, byHead: Bool = true) -> [String] { problems { _ = try SendConsultationReply(on: day, agreedBy: head, byHead: byHead, why: why).applied(to: held, by: "Amira", today: Self.today) } }
        #expect(send(Self.today, "Helen", "") == ["why"])
        #expect(send(Self.today, " ", "Short of time") == ["agreed_by"])
        #expect(send(day("2026-11-09"), "Helen", "Short of time") == ["sent_on"])
        #expect(send(Self.today + 1, "Helen", "Short of time") == ["sent_on"])
        #expect(send(Self.today, "Helen", "Short of time") == [])
        #expect(send(Self.today, "Helen", "Short of time", byHead: false) == [""], "what is warned of goes by the head alone")
        #expect(problems { _ = try SendConsultationReply(on: Self.today, agreedBy: "Helen", byHead: false).applied(to: logged(), by: "Amira", today: Self.today) } == [""], "without an answer nothing goes")
    }

    @Test("What was logged is put right with the same rules; once the round is over its days stay, and of a child on roll all stays")
    func correcting() throws {
        func correct(_ held: Consultation, _ change: (inout LogConsultation) -> Void) throws -> Consultation {
            var rule = LogConsultation(held)
            change(&rule)
            return try rule.applied(to: held, today: Self.today).after
        }
        let held = try answered(.can)
        #expect(try correct(held) { _ in } == held, "what nobody changed stays")
        #expect(try correct(held) { $0.surname = "Hollway" }.surname == "Hollway")
        #expect(problems { _ = try correct(held) { $0.surname = "" } } == ["surname"])
        let over = try EndConsultation(.named, on: Self.today).applied(to: held, pupil: nil, today: Self.today).after
        #expect(try correct(over) { $0.birth = day("2018-03-03") }.birth == day("2018-03-03"))
        #expect(problems { _ = try correct(over) { $0.cameOn = day("2026-11-09") } } == ["came_on"])
        #expect(problems { _ = try correct(over) { $0.council = "998" } } == ["came_on"])
        let sent = try SendConsultationReply(on: day("2026-11-12"), agreedBy: "Helen", byHead: false).applied(to: held, by: "Amira", today: Self.today).after
        #expect(problems { _ = try correct(sent) { $0.cameOn = day("2026-11-13") } } == ["came_on"])
        #expect(problems { _ = try correct(sent) { $0.year = "5" } } == ["year"], "its figures went with the reply")
        #expect(try correct(held) { $0.year = "5" }.year == "5")
        let admitted = try EndConsultation(.admitted, on: Self.today).applied(to: held, pupil: PupilID(7), today: Self.today).after
        #expect(problems { _ = try correct(admitted) { $0.surname = "X" } } == [""])
    }

    @Test("Figures put right by hand are whole numbers that fit each other, with a reason", arguments: [
        ([:], []), (["why": " "], ["why"]), (["roll": "-1"], ["roll", "support", "in_year", "in_bases"]), (["roll": "many", "plans": "0", "support": "0", "in_year": "0", "plans_in_year": "0", "support_in_year": "0", "in_bases": "0"], ["roll"]),
        (["plans": "399", "support": "2"], ["support"]), (["in_year": "401"], ["in_year"]), (["in_year": "3"], ["support_in_year"]), (["in_bases": "401"], ["in_bases"]), (["capacity": "20001"], ["capacity"]), (["capacity": ""], []),
        (["support": "9223372036854775808"], ["support"]), (["why": String(repeating: "x", count: 501)], ["why"]),
    ] as [([String: String], [String])])
    func figures(change: [String: String], wrong: [String]) throws {
        let held = try logged(), good = ["capacity": "420", "roll": "400", "plans": "12", "support": "60", "in_year": "58", "plans_in_year": "3", "support_in_year": "8", "in_bases": "6", "why": "Two places are promised"]
        let typed = good.merging(change) { $1 }, before = ConsultationFigures(of: held, CohortFacts(), on: Self.today - 1)
        #expect(problems { _ = try CorrectFigures(typed, why: typed["why"] ?? "").applied(to: before, of: held, by: "Amira", today: Self.today) } == wrong)
        guard wrong.isEmpty else { return }
        let after = try CorrectFigures(typed, why: typed["why"] ?? "").applied(to: before, of: held, by: "Amira", today: Self.today).after
        #expect((after.facts.capacity, after.facts.roll, after.facts.supportInYear, after.changedBy, after.reckonedOn) == (Int(typed["capacity"] ?? ""), 400, 8, "Amira", Self.today))
        let sent = try SendConsultationReply(on: Self.today, agreedBy: "Helen", byHead: false).applied(to: answered(.can), by: "Amira", today: Self.today).after
        #expect(problems { _ = try CorrectFigures(typed, why: "Late").applied(to: before, of: sent, by: "Amira", today: Self.today) } == [""], "what went stays")
    }

    @Test("A sent answer stays; after asking for information the answer proper may come")
    func answerAgain() throws {
        let can = try SendConsultationReply(on: Self.today, agreedBy: "Helen", byHead: false).applied(to: answered(.can), by: "Amira", today: Self.today).after
        #expect(problems { _ = try AnswerConsultation(.canIf, ConsultationWords()).applied(to: can, today: Self.today) } == [""])
        let asked = try SendConsultationReply(on: Self.today, agreedBy: "Helen", byHead: false).applied(to: answered(.information) { ($0.information, $0.informationBy) = ("The report", Self.today + 3) }, by: "Amira", today: Self.today).after
        #expect(problems { _ = try AnswerConsultation(.can, ConsultationWords()).applied(to: asked, today: Self.today) } == [])
    }

    @Test("The child's details go a year after the round, never those of a child who was admitted")
    func keeping() throws {
        let held = try logged(), later = Self.today.adding(years: 1)
        #expect(problems { _ = try held.emptied(today: held.cameOn.adding(years: 1) - 1) } == [""])
        let over = try EndConsultation(.elsewhere, on: Self.today).applied(to: held, pupil: nil, today: Self.today).after
        #expect(problems { _ = try over.emptied(today: later - 1) } == [""])
        let empty = try over.emptied(today: later).after
        #expect([empty.forename, empty.surname, empty.currentSchool, empty.year, empty.officer, empty.reference, empty.needs, empty.asked, empty.why] == Array(repeating: "", count: 9))
        #expect((empty.birth, empty.words, empty.ending, empty.endedOn) == (nil, ConsultationWords(), .elsewhere, Self.today))
        #expect(try held.emptied(today: later).after.ending == .unknown, "what nobody said is not made up")
        let admitted = try EndConsultation(.admitted, on: Self.today).applied(to: held, pupil: PupilID(7), today: Self.today).after
        #expect(admitted.pupil == PupilID(7) && admitted.disposeFrom == nil)
        #expect(problems { _ = try admitted.emptied(today: later.adding(years: 30)) } == [""])
        #expect(problems { _ = try EndConsultation(.admitted, on: Self.today).applied(to: held, pupil: nil, today: Self.today) } == ["ending"])
        #expect(problems { _ = try EndConsultation(.withdrawn, on: Self.today).applied(to: over, pupil: nil, today: Self.today) } == [""])
    }
}
