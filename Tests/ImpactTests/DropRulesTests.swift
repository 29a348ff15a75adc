import Basics
@testable import Impact
import Measures
import Testing

@Suite("Opening a data drop, and what is expected")
struct DropRulesTests {
    static let terms: [(Int, String, String)] = [(1, "2025-09-01", "2025-10-31"), (2, "2025-11-01", "2025-12-31"), (3, "2026-01-01", "2026-02-19"), (4, "2026-02-20", "2026-04-11"), (5, "2026-04-12", "2026-05-31"), (6, "2026-06-01", "2026-08-31")]

    @Test("A half-term has its first day and its last, and one before it", arguments: terms)
    func days(number: Int, first: String, last: String) throws {
        let term = try #require(HalfTerm(AcademicYear(starting: 2025), number))
        #expect(term.firstDay.description == first && term.lastDay.description == last && HalfTerm(key: term.key) == term)
        #expect(HalfTerm(containing: term.firstDay) == term && HalfTerm(containing: term.lastDay) == term && term.since(term.previous) == 1)
    }

    @Test("A key that is none is none", arguments: ["", "2025", "2025-7", "x-1", "99-1"])
    func noKey(text: String) { #expect(HalfTerm(key: text) == nil) }

    static func start(_ term: HalfTerm? = HalfTerm(containing: Scores.today), asOf: Day? = Scores.today, scale: String = "reading", progress: Bool = true, group: [DropTrait] = [.withSEN]) -> StartDrop {
        StartDrop(term, asOf: asOf, measure: (Scores.instrument(Scores.reading, progress: progress), scale), group: DropGroup(group))
    }

    static let wrong: [(StartDrop, String)] = [
        (start(nil), "half_term"), (start(HalfTerm(containing: Scores.today + 60), asOf: Scores.today + 60), "half_term"), (start(asOf: nil), "as_of"), (start(asOf: Scores.today + 1), "as_of"),
        (start(asOf: Scores.start), "as_of"), (start(scale: "none"), "measure"), (start(progress: false), "measure"), (start(group: []), "group"), (start(group: [.onSupport, .withPlan]), "group"),
    ]

    @Test("What is wrong stands at its field", arguments: wrong)
    func refuses(act: StartDrop, field: String) { #expect(refused { try act.applied(at: SchoolID(1), beside: [], today: Scores.today) }.keys.contains(field)) }

    @Test("One drop for each half-term and measure")
    func once() throws {
        let change = try Self.start().applied(at: SchoolID(1), beside: [], today: Scores.today)
        #expect(change.event == "drop.started" && change.after.state == .open && change.after.group.key == "send")
        #expect(refused { try Self.start(group: [.everybody]).applied(at: SchoolID(1), beside: [change.after], today: Scores.today) }["measure"]?.contains("already") == true)
    }

    static let ways: [(SetExpectation.Way, String, ExpectedProgress.Course?)] = [
        (.perYear, "3", .perYear(3)), (.perTerm, "1", .perYear(3)), (.perHalfTerm, "2", .perYear(12)), (.holds, "", .holds), (.reaches, "<70", .reaches(69)), (.reaches, "85", .reaches(85)),
        (.perYear, "0", nil), (.perYear, "301", nil), (.perYear, "2.5", nil), (.perYear, "", nil), (.reaches, "", nil), (.reaches, "900", nil), (.withCalendar, "", nil),
    ]

    @Test("Points in a term or half-term are kept as points in a year; what can't be is refused", arguments: ways)
    func sets(way: SetExpectation.Way, number: String, course: ExpectedProgress.Course?) {
        let act = SetExpectation((Scores.instrument(Scores.reading), "reading"), way: way, number: number, starts: Scores.start, source: "Checked locally")
        #expect((try? act.applied(at: nil, beside: []))?.after.course == course)
    }

    @Test("It says who checked it, stands once for a day, and ends once")
    func whole() throws {
        let act = SetExpectation((Scores.instrument(Scores.reading), "reading"), years: [YearGroup("R")], way: .holds, starts: Scores.start, source: "Checked locally")
        let set = try act.applied(at: SchoolID(1), beside: []).after
        #expect(refused { try act.applied(at: SchoolID(1), beside: [set]) }.keys.contains("starts"))
        #expect(try act.applied(at: nil, beside: [set]).after.school == nil, "the trust's stands beside the school's")
        #expect(refused { try SetExpectation(nil, way: nil, starts: Scores.start, source: " ").applied(at: nil, beside: []) }.keys.sorted() == ["measure", "source", "way"])
        let ended = try EndExpectation(lastDay: Scores.end).applied(to: set).after
        #expect(ended.holds(on: Scores.end) && !ended.holds(on: Scores.end + 1) && !ended.holds(on: Scores.start - 1))
        #expect(refused { try EndExpectation(lastDay: Scores.end).applied(to: ended) }[""]?.contains("It ended") == true && refused { try EndExpectation(lastDay: Scores.start - 1).applied(to: set) }.keys.contains("last_day"))
        #expect(ExpectedProgress.inForce([ended], instrument: set.instrument, scale: "reading", at: SchoolID(1), year: YearGroup("R"), on: Scores.end + 1) == nil)
    }

    @Test("It is said in words that fit the scale")
    func words() {
        let said = { (course: ExpectedProgress.Course, scale: Scale) in DataDropTests.expectation(course).inWords(on: scale) }
        #expect(said(.perYear(3), Scores.reading) == "3 points in a school year" && said(.perYear(1), Scores.levels) == "1 step in a school year" && said(.perYear(2), Scores.difficulties) == "2 points less in a school year")
        #expect(said(.reaches(2), Scores.levels) == "at least PK3" && said(.withCalendar, Scores.age) == "a month for each month" && said(.holds, Scores.reading) == "the same score again")
        #expect(said(.reaches(12), Scores.difficulties) == "at most 12" && said(.reaches(85), Scores.reading) == "at least 85")
    }

    @Test("Without names a group has figures only where no part of it is of one to four", arguments: [(10, 5, true), (10, 4, false), (10, 6, false), (10, 10, true), (4, 4, false), (9, 5, false), (10, 0, false)])
    func small(all: Int, inside: Int, shows: Bool) {
        let pupils = (0..<all).map { PupilTraits(pupil: PupilID($0), year: YearGroup("4"), pupilPremium: $0 < inside) }
        #expect(DropGroup([.pupilPremium]).showsFigures(of: pupils) == shows)
    }
}
