import Basics
@testable import People
@testable import Provision
import Testing

@Suite("The rules of the provision map")
struct MapRuleTests {
    private let terms = [
        Term(id: .new, school: elm, academicYear: 2026, name: "Autumn", starts: day("2026-09-02"), ends: day("2026-12-18")),
        Term(id: .new, school: elm, academicYear: 2026, name: "Spring", starts: day("2027-01-04"), ends: day("2027-03-25")),
    ]

    @Test("A period goes by the school’s own days", arguments: [
        (MapPeriod.halfTerm, "2026-10-20", "2026-09-02", "2026-10-23"), (.halfTerm, "2026-11-23", "2026-11-02", "2026-12-18"), (.halfTerm, "2026-10-28", "2026-09-02", "2026-10-23"),
        (.term, "2026-11-23", "2026-09-02", "2026-12-18"), (.term, "2026-12-27", "2026-09-02", "2026-12-18"), (.term, "2026-09-01", "2026-09-02", "2026-12-18"),
        (.term, "2027-02-01", "2027-01-04", "2027-03-25"), (.year, "2026-11-23", "2026-09-01", "2027-08-31"),
    ])
    func periods(period: MapPeriod, on: String, first: String, last: String) {
        let spell = period.spell(around: day(on), terms: terms, days: elmDays)
        #expect(spell.starts == day(first) && spell.ends == day(last), "\(spell.inWords)")
    }

    @Test("Where nobody wrote terms down, a third of the year stands for one")
    func unknownTerms() {
        let days = SchoolDays(terms: [], closures: [])
        #expect(MapPeriod.term.spell(around: day("2027-02-10"), terms: [], days: days) == Spell(starts: day("2027-01-01"), ends: day("2027-03-31")))
        #expect(MapPeriod.term.spell(around: day("2027-05-10"), terms: [], days: days) == Spell(starts: day("2027-04-01"), ends: day("2027-08-31")))
    }

    @Test("Planned minutes are those of the sessions, without a session being made")
    func planned() {
        let spell = Spell(starts: day("2026-09-02"), ends: day("2026-12-18")), counts = WeekdayCounts(of: elmDays, in: spell)
        var draw = Draw(7)
        for _ in 0..<60 {
            var whole = readingClub(weekdays: [Int.random(in: 1...5, using: &draw), Int.random(in: 1...5, using: &draw)], minutes: Int.random(in: 5...60, using: &draw))
            let change = day("2026-09-08") + Int.random(in: 1...80, using: &draw), second = WeeklyTime(id: RowID(99), weekday: Int.random(in: 1...5, using: &draw), startsAt: whole.patterns[0].times[0].startsAt, minutes: 20)
            whole.patterns[0].spell = Spell(starts: whole.patterns[0].spell.starts, ends: change - 1)
            whole.patterns.append(WeeklyPattern(id: RowID(42), run: whole.run.id, spell: Spell(starts: change), times: [second], plannedSize: 2, proof: Bool.random(using: &draw) ? .none : .weekly))
            let joined = day("2026-09-08") + Int.random(in: 0...60, using: &draw)
            whole.members[0].spell = Spell(starts: joined, ends: joined + Int.random(in: 0...50, using: &draw))
            let last = day("2026-09-20") + Int.random(in: 0...90, using: &draw), sessions = whole.sessions(on: elmDays.list(from: spell.starts, to: min(last, day("2026-12-18"))))
            for member in whole.members {
                let byRule = DeliveryMinutes(of: member.pupil, planned: sessions, logs: []).planned
                #expect(whole.plannedMinutes(in: member.spell, to: min(last, day("2026-12-18")), counts) == byRule)
            }
        }
    }

    @Test("Days outside the stretch count for nothing")
    func counts() {
        let counts = WeekdayCounts(of: elmDays, in: Spell(starts: day("2026-09-07"), ends: day("2026-09-18")))
        #expect(counts.count(2, from: .distantPast, to: .distantFuture) == 2 && counts.count(2, from: day("2026-09-09"), to: .distantFuture) == 1)
        #expect(counts.count(2, from: day("2026-10-01"), to: .distantFuture) == 0 && counts.count(2, from: day("2026-09-15"), to: day("2026-09-08")) == 0 && counts.count(9, from: .distantPast, to: .distantFuture) == 0)
    }

    @Test("A share is of what was planned, rounded", arguments: [(0, 30, nil), (100, 0, 0), (100, 100, 100), (200, 99, 50), (90, 30, 33), (60, 90, 150)] as [(Int, Int, Int?)])
    func share(planned: Int, offered: Int, share: Int?) {
        #expect(MapMinutes(planned: planned, offered: offered).share == share)
    }

    private static func line(_ name: String, _ pupils: [Int]) -> UnnamedLine {
        UnnamedLine([name], pupils.map { MapPlace(school: elm, run: ProvisionID(1), pupil: PupilID($0), minutes: MapMinutes(planned: 10, offered: $0)) })
    }

    @Test("Lines with fewer than five pupils are put together until none has", arguments: [
        ([5, 5], [5, 5]), ([5, 4, 1], [5, 5]), ([8, 6, 1], [8, 7]), ([7, 0, 5], [7, 5]), ([4, 1], [5]), ([20, 3, 1, 6], [20, 10]), ([2, 2, 2], [6]),
    ])
    func together(sizes: [Int], shown: [Int]) throws {
        var next = 0
        let lines = sizes.enumerated().map { place, size in
            next += size
            return Self.line("\(place)", Array((next - size)..<next))
        }
        let together = try #require(PutTogether(lines))
        #expect(together.lines.map(\.places.pupils) == shown && together.lines.allSatisfy { $0.places.pupils >= 5 })
        #expect(together.lines.flatMap(\.places).minutes == lines.flatMap(\.places).minutes, "the parts add up to the whole")
    }

    @Test("Too few in all show nothing; one pupil in five groups is one pupil")
    func tooFew() {
        for few in [0, 1, 4] { #expect(PutTogether([Self.line("a", Array(0..<few))]) == nil) }
        #expect(PutTogether([Self.line("a", [1, 1, 1, 1, 1])]) == nil)
        #expect(PutTogether([Self.line("a", Array(0..<5))])?.lines.count == 1)
    }
}
