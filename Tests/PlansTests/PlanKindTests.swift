import Basics
@testable import People
@testable import Plans
import Testing

@Suite("Kinds of plan, as data")
struct PlanKindTests {
    @Test("Every kind has a name of its own, needs something, and says how often it is looked at", arguments: PlanKind.all)
    func whole(kind: PlanKind) {
        #expect(PlanKind.all.filter { $0.key == kind.key || $0.name == kind.name }.count == 1)
        #expect(!kind.parts.filter(\.isNeeded).isEmpty)
        #expect(ReviewRhythm.named(kind.rhythm(on: Sample.today).key) != nil && kind.rhythms.allSatisfy { ReviewRhythm.named($0.rhythm) != nil && !$0.source.isEmpty })
        #expect(kind.parts.allSatisfy { PlanPart.named($0.part.key) == $0.part })
    }

    @Test("Parts have names of their own, and what a cover teacher reads never locks")
    func parts() {
        #expect(Set(PlanPart.all.map(\.key)).count == PlanPart.all.count && Set(PlanPart.all.map(\.title)).count == PlanPart.all.count)
        #expect(PlanPart.all.filter { $0.readers == .everyAdult }.allSatisfy { !$0.locks })
        #expect(PlanPart.outcomes.locks && !PlanPart.strategies.locks)
    }

    @Test("A kind that somebody adds tomorrow works without more", arguments: ["K", "N", "E"])
    func another(provision: String) throws {
        let kind = PlanKind("journal", "Reading journal", "A made-up kind", needs: [.important], rhythms: [.init(from: .distantPast, rhythm: "half-term", source: "A test")])
        let change = try StartPlan(kind: "journal").applied(to: Sample.record(provision), at: SchoolID(3), plans: [], kinds: [kind], today: Sample.today)
        #expect(change.after.rhythm == "half-term" && change.after.state == .draft && change.after.cycle == 1)
        #expect(WholePlan(plan: change.after, kind: kind).missing == [.important])
    }

    @Test("What is only proposed can't be begun; the areas it would bring are not in force")
    func proposal() {
        let isp = PlanKind.named("individual")
        #expect(isp?.isProposal == true && !PlanKind.all.open.contains { $0.key == "individual" })
        #expect(fields { _ = try StartPlan(kind: "individual").applied(to: Sample.record(), at: SchoolID(3), plans: [], today: Sample.today) } == ["kind"])
        #expect(NeedScheme.current(on: Sample.today).key == "code-2015" && NeedScheme.named("areas-2026")?.starts == nil)
        for area in NeedScheme.named("areas-2026")?.areas ?? [] { #expect(area.from.isEmpty || NeedScheme.all[0].areas.contains { $0.key == area.from }, "\(area.label)") }
    }

    static let reviews: [(rhythm: String, from: Day, by: Day, source: String)] = [
        ("half-term", Sample.day(2026, 9, 7), Sample.day(2026, 10, 23), "the last day before the autumn half-term"),
        ("half-term", Sample.day(2026, 10, 12), Sample.day(2026, 12, 18), "less than three weeks before the holiday: the next end"),
        ("half-term", Sample.day(2027, 7, 1), Sample.day(2027, 8, 12), "no end is known: six weeks"),
        ("term", Sample.day(2026, 9, 7), Sample.day(2026, 12, 18), "the end of term"),
        ("term", Sample.day(2027, 7, 1), Sample.day(2027, 9, 30), "no end is known: thirteen weeks"),
        ("three", Sample.day(2026, 9, 7), Sample.day(2027, 1, 7), "Code 6.65: three times a year"),
        ("three", Sample.day(2026, 10, 31), Sample.day(2027, 2, 28), "a month that is shorter"),
        ("year", Sample.day(2026, 9, 7), Sample.day(2027, 9, 7), "once a year"),
    ]

    @Test("No review falls into a holiday that the school’s year knows", arguments: [
        ("three", Sample.day(2026, 12, 7), Sample.day(2027, 3, 25), "Easter: the last day of spring"), ("three", Sample.day(2027, 4, 20), Sample.day(2027, 7, 21), "August: the last day of summer"),
        ("three", Sample.day(2026, 10, 19), Sample.day(2027, 2, 12), "February half-term: the day before"), ("three", Sample.day(2026, 11, 2), Sample.day(2027, 3, 2), "a day in term"),
        ("year", Sample.day(2026, 4, 5), Sample.day(2027, 3, 25), "a year on, at Easter"), ("year", Sample.day(2027, 3, 1), Sample.day(2028, 3, 1), "the next year is not known"),
    ])
    func holidays(rhythm: String, from: Day, by: Day, why: String) {
        let days = [(Sample.day(2026, 9, 3), Sample.day(2026, 12, 18)), (Sample.day(2027, 1, 4), Sample.day(2027, 3, 25)), (Sample.day(2027, 4, 12), Sample.day(2027, 7, 21))]
        let terms = days.enumerated().map { Term(id: RowID($0 + 1), school: SchoolID(3), academicYear: 2026, name: "", starts: $1.0, ends: $1.1) }
        let closures = [Closure(id: RowID(1), school: SchoolID(3), kind: .holiday, name: "Half-term", starts: Sample.day(2027, 2, 13), ends: Sample.day(2027, 2, 21))]
        #expect(ReviewRhythm.named(rhythm)?.reviewBy(from: from, terms: terms, closures: closures) == by, "\(why)")
    }

    @Test("When a plan is looked at follows from its rhythm and the school’s year", arguments: reviews)
    func reviewBy(_ line: (rhythm: String, from: Day, by: Day, source: String)) {
        let terms = [Term(id: RowID(1), school: SchoolID(3), academicYear: 2026, name: "Autumn", starts: Sample.day(2026, 9, 3), ends: Sample.day(2026, 12, 18))]
        let closures = [
            Closure(id: RowID(1), school: SchoolID(3), kind: .holiday, name: "Half-term", starts: Sample.day(2026, 10, 24), ends: Sample.day(2026, 11, 1)),
            Closure(id: RowID(2), school: SchoolID(3), kind: .inset, name: "Training", starts: Sample.day(2026, 10, 5), ends: Sample.day(2026, 10, 5)),
        ]
        #expect(ReviewRhythm.named(line.rhythm)?.reviewBy(from: line.from, terms: terms, closures: closures) == line.by, "\(line.source)")
    }
}
