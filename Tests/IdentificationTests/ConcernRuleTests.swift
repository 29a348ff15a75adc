import Basics
@testable import Identification
@testable import People
import Stage
import Testing

@Suite("Rules of concerns")
struct ConcernRuleTests {
    static let sam = Pupil(id: PupilID(1), surname: "Whitlock", forename: "Sam", birth: Stage.inYear4)
    static let today = Stage.november

    static func concern(_ change: (inout Concern) -> Void = { _ in }) -> Concern {
        var concern = Concern(id: ConcernID(1), pupil: sam.id, school: SchoolID(1), raisedBy: "Tom", account: nil, raisedOn: today - 3, areas: "C&L", seen: "Reads slowly", since: "",
                              tried: "", howItWent: "", familyTold: .no, familySaid: "", decideBy: today + 9)
        change(&concern)
        return concern
    }

    static func fields(_ body: () throws -> Void) -> [String] {
        do { try body() } catch let problems as Problems { return problems.list.map(\.field) } catch { return ["\(error)"] }
        return []
    }

    @Test("A concern needs an area or “not sure”, what is seen, and whether the family knows", arguments: [
        (RaiseConcern(areas: ["C&L"], seen: "Reads slowly", familyTold: "yes"), []),
        (RaiseConcern(areas: ["not_sure"], seen: "Reads slowly", familyTold: "advised_not"), []),
        (RaiseConcern(areas: ["not_sure", "C&L"], seen: "Reads slowly", familyTold: "no"), ["areas"]),
        (RaiseConcern(areas: ["Maths"], seen: "Reads slowly", familyTold: "no"), ["areas"]),
        (RaiseConcern(areas: ["C&L"], seen: String(repeating: "x", count: 5001), since: String(repeating: "x", count: 501), familyTold: "no"), ["observed", "since"]),
        (RaiseConcern(areas: [], seen: "  ", howItWent: "Badly", familyTold: ""), ["areas", "observed", "tried", "family_told"]),
    ])
    func raise(act: RaiseConcern, wrong: [String]) {
        let circumstances = RaiseConcern.Circumstances(school: SchoolID(1), raisedBy: "Tom", account: nil, today: Self.today, decideBy: Self.today + 14)
        #expect(Self.fields { _ = try act.applied(to: Self.sam, in: circumstances, beside: []) } == wrong)
    }

    @Test("What is asked and answered stays short")
    func short() {
        let record = ConcernRecord(Self.concern(), []), mia = Colleague(staff: StaffID(1), name: "Mia Lund", teaches: "Art"), long = String(repeating: "x", count: 121)
        #expect(Self.fields { _ = try AskColleagues([mia.staff], answerBy: Self.today + 5, checklist: "Reads\n\(long)").applied(to: record, among: [mia], by: "Amira", today: Self.today) } == ["checklist"])
        let question = ColleagueQuestion(id: .new, concern: ConcernID(1), pupil: Self.sam.id, school: SchoolID(1), askedBy: "Amira", askedOn: Self.today, answerBy: Self.today + 5, checklist: "Reads")
        let held = ColleagueReturn(id: .new, question: .new, pupil: Self.sam.id, staff: mia.staff, staffName: mia.name, teaches: mia.teaches)
        let act = AnswerReturn(marks: ["fine"], words: String(repeating: "x", count: 2001))
        #expect(Self.fields { _ = try act.applied(to: held, of: question, by: "Mia", today: Self.today) } == ["words"])
    }

    @Test("What each decision needs", arguments: [
        ("nothing", ["outcome"]), ("no_action", ["reason"]), ("more_information", ["reason", "look_again"]), ("monitor", ["reason", "look_again"]),
        ("targeted", ["reason", "doing", "is_different"]), ("screen", ["reason", "look_again", "doing"]), ("refer", ["reason", "look_again", "doing"]),
        ("passed_on", ["reason", "look_again", "passed_to"]), ("family", ["reason", "look_again", "family_words", "doing", "family_on"]), ("register", ["reason", "need"]),
    ])
    func needs(outcome: String, wrong: [String]) {
        let record = ConcernRecord(Self.concern(), []), register = RegisterRecord(pupil: Self.sam, provisions: [], needs: [])
        #expect(Self.fields { _ = try DecideConcern(outcome, because: "").applied(to: record, of: register, by: "Amira", today: Self.today) } == wrong)
    }

    @Test("A day to look again lies after today and within a year", arguments: [(0, false), (1, true), (365, true), (366, false)])
    func lookAgain(days: Int, isRight: Bool) {
        let record = ConcernRecord(Self.concern(), []), register = RegisterRecord(pupil: Self.sam, provisions: [], needs: [])
        let act = DecideConcern("more_information", because: "Books", lookAgain: Self.today + days)
        #expect(Self.fields { _ = try act.applied(to: record, of: register, by: "Amira", today: Self.today) }.isEmpty == isRight)
    }

    @Test("The target counts school days: no weekend, no bank holiday, no half-term, no training day")
    func schoolDays() {
        let elm = SchoolID(1), first = Day(2026, 9, 3) ?? Self.today, last = Day(2026, 12, 18) ?? Self.today
        let terms = [Term(id: .new, school: elm, academicYear: 2026, name: "Autumn", starts: first, ends: last)]
        let half = Closure(id: .new, school: elm, kind: .holiday, name: "Half-term", starts: Day(2026, 10, 26) ?? first, ends: Day(2026, 10, 30) ?? first)
        let days = SchoolDays(terms: terms, closures: [half])
        #expect(days.day(10, after: Day(2026, 10, 14) ?? first) == Day(2026, 11, 4))
        #expect(days.day(1, after: Day(2026, 11, 20) ?? first) == Day(2026, 11, 23))
        #expect(days.count(after: Day(2026, 10, 23) ?? first, to: Day(2026, 11, 2) ?? first) == 1)
        #expect(!days.contains(Day(2026, 12, 21) ?? first))
        let unknown = SchoolDays(terms: [], closures: [])
        #expect(unknown.day(1, after: Day(2025, 12, 24) ?? first) == Day(2025, 12, 29) && unknown.day(1, after: Day(2026, 7, 24) ?? first) == Day(2026, 9, 1))
        #expect(days.day(10, after: last) <= last + 366)
    }

    @Test("A checklist has no blank lines, nothing twice, and no more than anybody answers")
    func checklist() throws {
        let act = SetConcernRules(targetDays: "", checklist: " Reads \n\n Reads\r\nWrites")
        #expect(try act.applied(to: nil, of: nil).after.checklist == "Reads\nWrites")
        #expect(Self.fields { _ = try SetConcernRules(targetDays: "0", checklist: (0..<26).map { "Line \($0)" }.joined(separator: "\n")).applied(to: nil, of: nil) } == ["target_days", "checklist"])
    }
}
