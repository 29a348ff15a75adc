import Basics
import Statutory
import Testing

@Suite("What is typed at the clock")
struct AskDatesTests {
    static let wrong: [(event: String, day: String, options: [DateOption: [String]], field: String)] = [
        ("", "2026-09-07", [:], "event"), ("birthday", "2026-09-07", [:], "event"), ("needs-assessment\u{0}", "2026-09-07", [:], "event"), ("Needs-Assessment", "2026-09-07", [:], "event"),
        ("first-plan", "", [:], "date"), ("first-plan", "tomorrow", [:], "date"), ("first-plan", "2026-02-30", [:], "date"), ("first-plan", "0001-01-01", [:], "date"), ("first-plan", "0000-00-00", [:], "date"),
        ("first-plan", "9999-12-31", [:], "date"), ("first-plan", "20260907", [:], "date"), ("first-plan", "-2026-09-07", [:], "date"), ("first-plan", "2026-09-07T10:00", [:], "date"),
        ("first-plan", "07/09/2026", [:], "date"), ("first-plan", "2014-08-31", [:], "date"), ("first-plan", "2100-01-01", [:], "date"), ("first-plan", "２０２６-09-07", [:], "date"),
        ("first-plan", String(repeating: "9", count: 100_000), [:], "date"),
        ("first-plan", "2026-09-07", [.learned: ["2026-09-01"]], "learned"), ("la-transfer", "2026-09-07", [.learned: ["soon"]], "learned"), ("la-transfer", "2026-09-07", [.learned: ["9999-01-01"]], "learned"),
        ("phase-transfer", "2027-09-01", [:], "to"), ("phase-transfer", "2027-09-01", [.to: ["university"]], "to"), ("order", "2026-09-07", [:], "about"),
        ("decision-letter", "2026-09-07", [.certificate: ["2026-09-06"]], "certificate"), ("annual-review", "2026-09-07", [.notice: ["2026-09-06"]], "notice"),
        ("annual-review", "2026-09-07", [.countFrom: ["decision"]], "decided"), ("la-transfer", "2026-09-07", [.reviewed: ["2026-09-08"]], "reviewed"),
        ("needs-assessment", "2026-09-07", [.closed: ["2026-07-22"]], "closed"), ("needs-assessment", "2026-09-07", [.closed: ["2026-09-01..2026-07-22"]], "closed"),
        ("needs-assessment", "2026-09-07", [.closed: ["2026-07-22..9999-12-31"]], "closed"), ("needs-assessment", "2026-09-07", [.closed: ["0001-01-01..0001-03-01"]], "closed"),
        ("needs-assessment", "2026-09-07", [.closed: ["a..b"]], "closed"), ("needs-assessment", "2026-09-07", [.closed: ["2026-07-22..2026-08-01..2026-09-01"]], "closed"),
        ("inclusion-strategy", "2020-01-01", [:], "date"), ("concession", "2014-10-01", [.about: ["contents"]], "date"),
    ]

    @Test("What is wrong is said beside its field, in words that do not repeat what was typed", arguments: wrong)
    func refused(_ line: (event: String, day: String, options: [DateOption: [String]], field: String)) {
        do {
            _ = try AskDates(line.event, on: line.day, line.options).answered()
            Issue.record("taken: \(line.event) \(line.day.prefix(30)) \(line.options)")
        } catch let problems as Problems {
            #expect(problems.list.map(\.field) == [line.field])
            #expect(problems.description.count < 700 && problems.description.hasSuffix("."))
        } catch { Issue.record("\(error)") }
    }

    @Test("All that is wrong is said at once")
    func together() {
        #expect { try AskDates("la-transfer", on: "x", [.learned: ["y"], .certificate: ["2026-09-07"]]).answered() } throws: {
            ($0 as? Problems)?.list.map(\.field) == ["date", "learned", "certificate"]
        }
    }

    @Test("The first and the last day that are taken", arguments: ["2014-09-01", "2099-12-31"])
    func bounds(_ text: String) throws { #expect(try due("first-plan", text).count == 1) }

    @Test("Blanks at the ends do no harm, and an empty box is one left alone")
    func blanks() throws {
        #expect(try due(" needs-assessment ", " 2026-09-07 ", [.asked: ["  "], .closed: [" 2026-07-22 .. 2026-09-01 "]])["NA-3"] == "2026-10-19")
    }

    @Test("As JSON: a list of objects with these ten names")
    func json() throws {
        let text = try AskDates("draft-plan", on: "2026-09-01").answered().json.text
        #expect(text == """
            [{"id":"NA-7","what":"Leave the family time to comment on the draft, ask for a school and ask for a meeting","owner":"la","from":"2026-09-01","due":"2026-09-15",\
            "basis":"15 days beginning with 1 September 2026, the day the draft plan was served.","force":"law","citation":"SEND Regulations 2014, reg 13(1)","mark":"S",\
            "note":"The day on which it was served is the first of the 15; they are calendar days. At least until this day: sooner is too soon."}]
            """)
        #expect(try AskDates("first-plan", on: "2026-09-07").answered().json.text.contains("\"from\":null"))
    }

    @Test("As text: a line each, with the reasons where they are asked for")
    func text() throws {
        let timetable = try AskDates("first-plan", on: "2026-09-07").answered()
        #expect(timetable.text(explained: false) == """
            A plan is made for the first time. The day the plan was first made: 7 September 2026.

            by 6 September 2027  AR-1  LA: Complete the first review (check locally)

            Add --explain for the rule behind each day.
            """)
        let explained = timetable.text(explained: true)
        #expect(explained.contains("12 months starting with 7 September 2026, the day the plan was first made."))
        #expect(explained.contains("Law: Children and Families Act 2014, s.44(1)(a). Not checked against the law: check locally (M)."))
        #expect(explained.contains("Without a day:"))
    }
}
