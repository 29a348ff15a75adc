import Basics
import Statutory
import Testing

@Suite("How a time is reckoned")
struct PeriodTests {
    static let cases: [(period: Period, from: String, last: String, source: String)] = [
        (.weeks(6), "2026-09-07", "2026-10-19", "domain 2.2, worked example"),
        (.weeks(16), "2026-09-07", "2026-12-28", "domain 2.2, worked example"),
        (.weeks(20), "2026-09-07", "2027-01-25", "domain 2.2, worked example"),
        (.weeksBefore(2), "2027-01-20", "2027-01-06", "domain 2.4, worked example"),
        (.weeks(12), "2027-01-20", "2027-04-14", "domain 2.4, worked example"),
        (.daysBeginningWith(15), "2026-09-01", "2026-09-15", "domain 2.1: service date + 14"),
        (.days(15), "2026-09-01", "2026-09-16", "domain R4: C + 15"),
        (.monthsStartingWith(12), "2026-09-07", "2027-09-06", "domain 2.1: the day before the anniversary"),
        (.monthsStartingWith(12), "2026-09-01", "2027-08-31", "the day before the anniversary, over the end of a month"),
        (.monthsStartingWith(12), "2027-03-01", "2028-02-29", "the day before the anniversary, in a leap year"),
        (.monthsStartingWith(12), "2028-02-29", "2029-02-28", "no such day in the month: its last"),
        (.months(2), "2026-12-31", "2027-02-28", "no such day in the month: its last"),
        (.months(1), "2026-11-29", "2026-12-29", "the corresponding day"),
        (.monthsBefore(5), "2027-07-31", "2027-02-28", "at least five months before"),
        (.monthsBefore(5), "2027-01-15", "2026-08-15", "at least five months before, over New Year"),
        (.before(day: 15, month: 2), "2027-09-01", "2027-02-14", "domain 0.3: before 15 February"),
        (.before(day: 31, month: 3), "2027-09-01", "2027-03-30", "domain 0.3: before 31 March"),
        (.workingDays(3), "2026-12-23", "2026-12-30", "24, 29, 30 December; 28 is the substitute for Boxing Day"),
        (.workingDaysBeginningWith(15), "2026-04-01", "2026-04-23", "Easter takes two days"),
        (.workingDaysBeginningWith(15), "2026-04-04", "2026-04-27", "from a Saturday, the first is Tuesday after Easter"),
        (.tribunalDays(30), "2026-07-20", "2026-09-29", "nine days of July, none of August, not the bank holiday in it"),
        (.schoolDays(15), "2026-07-01", "2026-07-22", "three weeks of school days"),
        (.next(day: 31, month: 12), "2026-07-01", "2026-12-31", "domain 3.4"),
        (.next(day: 31, month: 12), "2026-12-31", "2026-12-31", "domain 3.4"),
        (.sameDay, "2026-08-31", "2026-08-31", "a bank holiday moves nothing"),
        (.months(36), "2024-09-01", "2027-09-01", "domain SD-3: appointment + 3 years"),
    ]

    @Test("The last day", arguments: cases)
    func lastDay(_ line: (period: Period, from: String, last: String, source: String)) {
        #expect(line.period.lastDay(from: day(line.from)).description == line.last, "\(line.source)")
    }

    @Test("School days leave out the days on which the school is closed")
    func closures() {
        let summer = Spell(starts: day("2026-07-22"), ends: day("2026-09-01"))
        #expect(Period.schoolDays(15).lastDay(from: day("2026-07-10"), closures: [summer]) == day("2026-09-11"))
        #expect(Period.weeks(6).lastDay(from: day("2026-07-10"), closures: [summer]) == day("2026-08-21"), "holidays move no other time")
    }

    @Test("Every period says what it is", arguments: [
        (Period.weeks(1), "1 week after"), (.monthsStartingWith(12), "12 months starting with"), (.months(36), "3 years after"), (.months(1), "1 month after"),
        (.before(day: 15, month: 2), "Before 15 February of the year of"), (.workingDaysBeginningWith(15), "15 working days beginning with"),
        (.next(day: 31, month: 12), "The next 31 December from"),
    ])
    func words(_ line: (period: Period, words: String)) { #expect(line.period.words == line.words) }
}
