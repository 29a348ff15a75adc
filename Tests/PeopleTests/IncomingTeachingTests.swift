import Basics
import Files
@testable import People
import Testing

struct IncomingTeachingTests {
    /// Reads a text of some kind with the map that is proposed for it.
    private func read<Record>(
        _ text: String, _ kind: ReportKind, _ reader: (String, ReportMap, (Record) throws -> Void) throws -> IncomingSummary
    ) throws -> ([Record], IncomingSummary) {
        try IncomingFiles.with(text, named: "report.csv") { path in
            var map = try #require(ReportMap.proposed(for: try ReportReader.opening(path), kind: kind))
            map.classesStart = Day(2026, 9, 1)
            var records: [Record] = []
            let summary = try reader(path, map) { records.append($0) }
            return (records, summary)
        }
    }

    @Test("Staff are read; an e-mail address that is none is left out; a person called Page is not a page")
    func staff() throws {
        let text = "Staff ID,Surname,Forename,Job title,Email\n11,Khan,Amira,SENCO,amira@example.org\n12,Page,Al,Teacher,al at home\n13,,Bo,,\nPage 1,,,,\n"
        let (staff, summary) = try read(text, .staff, ReportReader.staff)
        #expect(staff.map(\.surname) == ["Khan", "Page"])
        #expect(staff[0].email == "amira@example.org")
        #expect(staff[0].misID == "11")
        #expect(staff[1].email == nil)
        #expect(summary.read == 2)
        #expect(summary.problems.map(\.field) == ["email", "surname"])
    }

    @Test("Classes are read, but not one that became a date")
    func classes() throws {
        let (classes, summary) = try read("Class,Year group,Teacher\n6 Rowan,Year 6,A Khan\n01-Mar,Year 6,B Lee\n", .classes, ReportReader.classes)
        #expect(classes.map(\.name) == ["6 Rowan"])
        #expect(classes[0].year == YearGroup("6"))
        #expect(classes[0].starts == Day(2026, 9, 1))
        #expect(summary.refused == 1)
    }

    @Test("Members of groups need a number")
    func groups() throws {
        let (members, summary) = try read("Group,Subject,UPN,Adno\nMa1,Maths,F999200120002,\nMa1,Maths,,000413\nMa1,Maths,,\n", .groups, ReportReader.groups)
        #expect(members.map(\.upn) == ["F999200120002", nil])
        #expect(members.map(\.admissionNumber) == [nil, "000413"])
        #expect(summary.problems.map(\.effect) == [.rowRefused])
    }

    @Test("Lessons are read with day, week and times as timetables write them", arguments: [
        ("Monday", 1, nil), ("tue", 2, nil), ("MonB", 1, "B"), ("Week 2 Friday", 5, "2"), ("Thu A", 4, "A"), ("3", 3, nil), ("someday", nil, nil),
    ] as [(String, Int?, String?)])
    func days(text: String, weekday: Int?, week: String?) throws {
        let (lessons, _) = try read("Class,Day,Start,End,Room\n6 Rowan,\(text),9:05,1.10pm,Hall\n", .timetable, ReportReader.timetable)
        let lesson = try #require(lessons.first)
        #expect(lesson.weekday == weekday)
        #expect(lesson.week == week)
        #expect(lesson.starts == "09:05")
        #expect(lesson.ends == "13:10")
        #expect(lesson.room == "Hall")
    }

    @Test("Times of the day", arguments: [("09:05", "09:05"), ("9.05", "09:05"), ("12:10 AM", "00:10"), ("12:10pm", "12:10"), ("09:05:00", "09:05"), ("25:00", nil), ("9:5", nil), ("noon", nil)] as [(String, String?)])
    func times(text: String, time: String?) {
        #expect(ClockTime.read(text) == time)
    }
}
