import Basics
@testable import People
@testable import Plans
import Testing

@Suite("The rules of rounds")
struct RoundRulesTests {
    private static let school = SchoolID(3)
    private static let terms = [
        Term(id: RowID(1), school: school, academicYear: 2026, name: "Autumn", starts: day(2026, 9, 3), ends: day(2026, 12, 18)),
        Term(id: RowID(2), school: school, academicYear: 2026, name: "Spring", starts: day(2027, 1, 4), ends: day(2027, 3, 25)),
    ]
    private static let closures = [
        Closure(id: RowID(1), school: school, kind: .holiday, name: "Half-term", starts: day(2026, 10, 26), ends: day(2026, 10, 30)),
        Closure(id: RowID(2), school: school, kind: .holiday, name: "Diwali", starts: day(2026, 11, 9), ends: day(2026, 11, 9)),
        Closure(id: RowID(3), school: school, kind: .closure, name: "Snow", starts: day(2026, 12, 1), ends: day(2026, 12, 8)),
    ]

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year, month, day) ?? .distantPast }

    @Test("A half-term begins with the term or after a holiday of some days; where no year is known, six weeks ago", arguments: [
        ((2026, 9, 3), (2026, 9, 3)), ((2026, 10, 25), (2026, 9, 3)), ((2026, 10, 28), (2026, 9, 3)), ((2026, 10, 31), (2026, 10, 31)), ((2026, 11, 20), (2026, 10, 31)),
        ((2026, 12, 27), (2026, 10, 31)), ((2027, 1, 4), (2027, 1, 4)), ((2026, 9, 2), (2026, 7, 22)), ((2027, 7, 1), (2027, 5, 20)),
    ])
    func halfTerm(on: (Int, Int, Int), starts: (Int, Int, Int)) {
        let term = HalfTerm(containing: Self.day(on.0, on.1, on.2), terms: Self.terms, closures: Self.closures)
        #expect(term.starts == Self.day(starts.0, starts.1, starts.2))
    }

    @Test("What is for one pupil is told by its words, not by a time or a group’s size", arguments: [
        ("Reading, 1:1, 5 times 10 minutes", true), ("Reading 1:1", true), ("1 to 1 with Mrs Hill", true), ("One-to-one talk", true), ("one to one", true), ("(1:1)", true),
        ("Group of 4, at 11:15", false), ("Every day at 1:15", false), ("Group, 1:12", false), ("At 11:10 and in 1:1 time", true), ("", false), ("One group", false), ("Moving from 21 to 12", false),
    ])
    func oneToOne(words: String, isSaid: Bool) {
        #expect(OneToOne.isSaid(in: words) == isSaid)
    }

    @Test("A second look on the same day changes the note alone; only a plan in force is looked at")
    func look() throws {
        let plan = Sample.plan(.live), act = LookAtSupport(note: "Reads well")
        let first = try act.applied(to: Sample.pupil.id, at: plan.school, plan: plan, earlier: nil, by: "Amira", today: Sample.today)
        #expect(first.before == nil && first.after.plan == plan.id && first.after.lookedOn == Sample.today)
        #expect(try LookAtSupport().applied(to: Sample.pupil.id, at: plan.school, plan: plan, earlier: first.after, by: "Tom", today: Sample.today).isEmpty)
        #expect(try LookAtSupport(note: "More").applied(to: Sample.pupil.id, at: plan.school, plan: plan, earlier: first.after, by: "Tom", today: Sample.today).after.note == "More")
        #expect(try act.applied(to: Sample.pupil.id, at: plan.school, plan: plan, earlier: first.after, by: "Tom", today: Sample.today + 1).before == nil)
        for state in [PlanState.draft, .shared, .closed] {
            #expect(fields { _ = try act.applied(to: Sample.pupil.id, at: plan.school, plan: Sample.plan(state), earlier: nil, by: "Amira", today: Sample.today) } == [""])
        }
        #expect(fields { _ = try LookAtSupport(note: String(repeating: "a", count: 1001)).applied(to: Sample.pupil.id, at: plan.school, plan: nil, earlier: nil, by: "Amira", today: Sample.today) } == ["because"])
    }

    @Test("A review says when the next one is: after this one, within a year", arguments: [(0, ["review_by"]), (1, []), (365, []), (366, ["review_by"])])
    func nextReview(days: Int, wrong: [String]) {
        let whole = Sample.whole(.live, results: [Sample.result(.partly, of: 1)])
        let act = HoldReview(heldOn: Sample.today, decision: .goOn, because: "")
        #expect(fields { _ = try act.applied(to: whole, reviewBy: Sample.today + days, by: "Amira", today: Sample.today) } == wrong)
    }

    @Test("The next cycle carries the day of its review")
    func carried() throws {
        let whole = Sample.whole(.live, results: [Sample.result(.partly, of: 1)])
        let change = try HoldReview(heldOn: Sample.today, decision: .goOn, because: "").applied(to: whole, reviewBy: Sample.today + 40, by: "Amira", today: Sample.today)
        #expect(change.next?.plan.reviewBy == Sample.today + 40 && change.next?.outcomes.first?.due == Sample.today + 40)
    }

    /// What is typed, and the fields at which it is refused.
    static let bookings: [(BookRound, [String])] = [
        (BookRound(kind: .plans, on: Sample.today, beginsAt: "13:30", minutes: 60, who: "Amira"), []),
        (BookRound(kind: nil, on: Sample.today, beginsAt: "1330", minutes: nil, who: " "), ["begins_at", "minutes", "who", "kind"]),
        (BookRound(kind: .map, on: Sample.today + 400, beginsAt: "24:00", minutes: 4, who: "Amira"), ["on", "begins_at", "minutes"]),
        (BookRound(kind: .data, on: Sample.today - 400, beginsAt: "09:60", minutes: 481, who: "Amira"), ["on", "begins_at", "minutes"]),
        (BookRound(kind: .data, on: Sample.today, beginsAt: "09:59", minutes: 5, who: "Amira", madeRoom: String(repeating: "a", count: 601)), ["made_room"]),
    ]

    @Test("A booking has a kind, a day, a time, minutes and a person", arguments: bookings)
    func booking(act: BookRound, wrong: [String]) {
        #expect(fields { _ = try act.applied(at: Self.school, today: Sample.today) } == wrong)
    }

    @Test("A time is read as people type it", arguments: [("9.30", "09:30"), ("9:30", "09:30"), (" 13:30 ", "13:30"), ("13.05", "13:05")])
    func times(typed: String, read: String) throws {
        let act = BookRound(kind: .plans, on: Sample.today, beginsAt: typed, minutes: 60, who: "Amira")
        #expect(try act.applied(at: Self.school, today: Sample.today).after.beginsAt == read)
    }

    @Test("A round that is done is neither moved nor ended again")
    func ended() throws {
        let booked = try BookRound(kind: .plans, on: Sample.today, beginsAt: "13:30", minutes: 60, who: "Amira").applied(at: Self.school, today: Sample.today).after
        for (act, wrong) in [(EndRound(on: Sample.today + 1, minutes: 60, madeRoom: ""), ["on"]), (EndRound(on: Sample.today, minutes: nil, madeRoom: ""), ["minutes"]), (EndRound(on: Sample.today, minutes: 0, madeRoom: ""), ["minutes"])] {
            #expect(fields { _ = try act.applied(to: booked, today: Sample.today) } == wrong)
        }
        let done = try EndRound(on: Sample.today, minutes: 75, madeRoom: "No club").applied(to: booked, today: Sample.today)
        #expect(done.event == "round.done" && done.after.minutesUsed == 75 && done.after.doneOn == Sample.today && done.after.madeRoom == "No club")
        #expect(fields { _ = try EndRound(on: Sample.today, minutes: 5, madeRoom: "").applied(to: done.after, today: Sample.today) } == [""])
        #expect(fields { _ = try BookRound(kind: .plans, on: Sample.today, beginsAt: "13:30", minutes: 60, who: "Amira").applied(at: Self.school, before: done.after, today: Sample.today) } == [""])
    }
}
