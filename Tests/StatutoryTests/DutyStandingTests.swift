import Basics
import Statutory
import Testing

@Suite("Whether a duty is met")
struct DutyStandingTests {
    static let cases: [(done: String?, today: String, standing: DutyStanding)] = [
        (nil, "2026-10-19", .open(daysLeft: 0)), (nil, "2026-10-09", .open(daysLeft: 10)), (nil, "2026-10-20", .late(days: 1)), (nil, "2026-11-02", .late(days: 14)),
        ("2026-10-19", "2026-12-01", .met), ("2026-10-20", "2026-12-01", .metLate(days: 1)),
    ]

    @Test("By its last day", arguments: cases)
    func by(_ line: (done: String?, today: String, standing: DutyStanding)) throws {
        let duty = try #require(try AskDates("needs-assessment", on: "2026-09-07").answered().duty("NA-3"))
        #expect(duty.standing(done: line.done.map(day), today: day(line.today)) == line.standing)
    }

    @Test("A right that a family did not use is over, and they are not late", arguments: [("2026-12-01", DutyStanding.open(daysLeft: 0)), ("2026-12-02", .over)])
    func right(_ line: (today: String, standing: DutyStanding)) throws {
        let duty = try #require(try AskDates("decision-letter", on: "2026-10-01").answered().duty("MT-2"))
        #expect(duty.standing(done: nil, today: day(line.today)) == line.standing && !line.standing.isLate)
    }

    static let least: [(done: String?, today: String, standing: DutyStanding)] = [
        (nil, "2026-09-15", .open(daysLeft: 0)), (nil, "2026-09-16", .met), ("2026-09-16", "2026-10-01", .met), ("2026-09-15", "2026-10-01", .tooSoon(days: 1)), ("2026-09-08", "2026-10-01", .tooSoon(days: 8)),
    ]

    @Test("Or at least until it", arguments: least)
    func atLeast(_ line: (done: String?, today: String, standing: DutyStanding)) throws {
        let duty = try #require(try AskDates("draft-plan", on: "2026-09-01").answered().duty("NA-7"))
        #expect(duty.standing(done: line.done.map(day), today: day(line.today)) == line.standing)
    }

    @Test("In words", arguments: [(DutyStanding.open(daysLeft: 0), "Due today", false), (.open(daysLeft: 1), "1 day left", false), (.late(days: 12), "12 days late", true), (.metLate(days: 2), "Done 2 days late", true), (.tooSoon(days: 1), "Done 1 day too soon", true), (.met, "Done in time", false)])
    func words(_ line: (standing: DutyStanding, words: String, isLate: Bool)) { #expect(line.standing.words == line.words && line.standing.isLate == line.isLate) }

    @Test("An excuse stands beside the date and leaves it where it is")
    func exemption() throws {
        let duties = try AskDates("needs-assessment", on: "2026-07-01").answered()
        let duty = try #require(duties.duty("NA-9")), other = try #require(duties.duty("NA-3"))
        let exemption = try RecordExemption(ground: .personal, evidence: " Letter of 3 August ").applied(to: duty, today: day("2026-12-01"))
        #expect((exemption.citation, exemption.evidence) == ("reg 13(3)", "Letter of 3 August"))
        #expect(duty.isExcused(by: [exemption]) && !other.isExcused(by: [exemption]))
        #expect(duty.standing(done: nil, today: day("2026-12-01")) == .late(days: day("2026-12-01") - duty.due))
    }

    @Test("Only what the regulations know excuses, and only with something that shows it", arguments: [
        ("needs-assessment", "NA-3", ExemptionGround.appointment, "Letter", "ground"), ("annual-review", "AR-9", .personal, "Letter", "ground"),
        ("advice-request", "NA-5", .school, "Letter", "ground"), ("advice-request", "NA-5", .appointment, " ", "evidence"),
    ])
    func refused(_ line: (event: String, id: String, ground: ExemptionGround, evidence: String, field: String)) throws {
        let duty = try #require(try AskDates(line.event, on: "2026-09-07").answered().duty(line.id))
        #expect { try RecordExemption(ground: line.ground, evidence: line.evidence).applied(to: duty, today: day("2026-12-01")) } throws: { ($0 as? Problems)?.list.map(\.field) == [line.field] }
    }
}
