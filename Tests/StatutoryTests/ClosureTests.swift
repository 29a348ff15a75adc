import Basics
import Statutory
import Testing

@Suite("A school that is closed moves no date")
struct ClosureTests {
    private static let summer = "2026-07-22..2026-09-01"

    @Test("The window of a closure: a week before it, until a week before the school opens again")
    func window() throws {
        let window = try #require(ClosureWindow(Spell(starts: day("2026-07-22"), ends: day("2026-09-01"))))
        #expect(window.days == Spell(starts: day("2026-07-15"), ends: day("2026-08-26")), "domain 2.2, example")
    }

    @Test("Four weeks open a window, one day less does not", arguments: [("2026-08-18", true), ("2026-08-17", false)])
    func fourWeeks(_ line: (ends: String, opens: Bool)) {
        #expect((ClosureWindow(Spell(starts: day("2026-07-22"), ends: day(line.ends))) != nil) == line.opens)
    }

    @Test("A training day beside the holiday belongs to it, over a weekend too; a school day between does not")
    func pieces() {
        let holiday = Spell(starts: day("2026-07-25"), ends: day("2026-08-14"))
        #expect(ClosureWindow.all([Spell(starts: day("2026-08-17"), ends: day("2026-08-21")), holiday]).map(\.closure) == [Spell(starts: day("2026-07-25"), ends: day("2026-08-21"))])
        #expect(ClosureWindow.all([Spell(starts: day("2026-08-18"), ends: day("2026-08-21")), holiday]).isEmpty)
    }

    @Test("The LA’s four limits may be excused, and stay where they are", arguments: [
        ("needs-assessment", "NA-3", "reg 5(4)(a)"), ("needs-assessment", "NA-6", "reg 10(4)(a)"), ("needs-assessment", "NA-9", "reg 13(3)"), ("reassessment", "RE-2", "reg 27(3)(a)"),
    ])
    func excused(_ line: (event: String, id: String, citation: String)) throws {
        let plain = try #require(try AskDates(line.event, on: "2026-07-01").answered().duty(line.id))
        let applies = try #require(try AskDates(line.event, on: "2026-07-01", [.closed: [Self.summer], .asked: ["2026-07-15"]]).answered().duty(line.id))
        #expect(applies.due == plain.due)
        #expect(applies.note.contains("EX-SCH applies") && applies.note.contains(line.citation))
        let outside = try #require(try AskDates(line.event, on: "2026-07-01", [.closed: [Self.summer], .asked: ["2026-07-14"]]).answered().duty(line.id))
        #expect(outside.note == plain.note, "asked a day before the window opens")
        let unknown = try #require(try AskDates(line.event, on: "2026-07-01", [.closed: [Self.summer]]).answered().duty(line.id))
        #expect(unknown.note.contains("EX-SCH may apply") && unknown.note.contains("15 July 2026 to 26 August 2026"))
    }

    @Test("The window’s last day is in it, the next is not", arguments: [("2026-08-26", true), ("2026-08-27", false)])
    func lastDay(_ line: (asked: String, applies: Bool)) throws {
        let duty = try #require(try AskDates("advice-request", on: line.asked, [.closed: [Self.summer]]).answered().duty("NA-5"))
        #expect(duty.note.contains("EX-SCH") == line.applies)
        #expect(duty.due == day(line.asked) + 42)
    }

    @Test("A short closure excuses nothing, nor does any for a review")
    func nothing() throws {
        for (event, closure) in [("needs-assessment", "2026-10-26..2026-10-30"), ("annual-review", Self.summer)] {
            let duties = try AskDates(event, on: "2026-07-20", [.closed: [closure]]).answered().duties
            #expect(duties.allSatisfy { !$0.note.contains("EX-SCH") })
        }
    }

    @Test("Where nobody is in on the last day, the school is told to aim for an earlier one")
    func ahead() throws {
        let review = try AskDates("annual-review", on: "2026-09-10", [.closed: [Self.summer]]).answered()
        let notice = try #require(review.duty("AR-5"))
        #expect(notice.due == day("2026-08-27"))
        #expect(notice.note.contains("aim for 21 July 2026"))
        #expect(review.duty("AR-9")?.note.contains("aim for") == false, "the LA works in the holidays")
    }
}
