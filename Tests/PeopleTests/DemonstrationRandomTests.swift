import Basics
import Testing
@testable import People

@Suite("Chance and calendar of the demonstration trust")
struct DemonstrationRandomTests {
    @Test("SplitMix64 gives its published numbers")
    func published() {
        var random = SeededRandom(seed: 1_234_567)
        let numbers = (0..<5).map { _ in random.next() }
        #expect(numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                            4_593_380_528_125_082_431, 16_408_922_859_458_223_821])
    }

    @Test("numbers stay below their bound and weights are kept to")
    func bounds() {
        var random = SeededRandom(seed: 1, for: "weights")
        var heads = 0
        for _ in 0..<4_000 {
            #expect(random.below(6) < 6)
            heads += random.pick(weighted: [("head", 3.0), ("tail", 1)]) == "head" ? 1 : 0
        }
        #expect((2_850...3_150).contains(heads))
        #expect(Set(random.places(10, weights: Array(repeating: 1, count: 30))).count == 10)
    }

    @Test("school days are no weekends, no bank holidays, no summer; about 190 a year")
    func schoolDays() throws {
        let calendar = DemonstrationCalendar(today: DemonstrationTrustTests.today)
        for year in 2020...2025 {
            let days = calendar.schoolDays(from: AcademicYear(starting: year).firstDay, to: AcademicYear(starting: year).lastDay)
            #expect((185...197).contains(days.count), "\(year)")
            #expect(days.allSatisfy { BankHolidays.isWorkingDay($0) && $0.month != 8 })
        }
    }

    @Test("terms begin and the census is taken when they are", arguments: [
        ("2026-11-20", "2026-09-03", "2026-10-01"), ("2027-02-01", "2027-01-05", "2026-10-01"),
        ("2027-05-04", "2027-04-05", "2026-10-01"), ("2026-09-10", "2026-09-03", "2026-09-10"),
    ])
    func terms(today: String, term: String, census: String) throws {
        let calendar = DemonstrationCalendar(today: try #require(Day(today)))
        #expect("\(calendar.termStart)" == term)
        #expect("\(calendar.censusDay)" == census)
    }
}
