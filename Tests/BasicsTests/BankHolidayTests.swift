import Basics
import Testing

@Suite struct BankHolidayTests {
    @Test("bank holidays agree with the holidays package, 1990 to 2099")
    func oracle() throws {
        let known = Set(try Oracle("bank_holidays").rows.compactMap { Day($0[0]) })
        for year in 1990...2099 {
            let expected = known.filter { $0.year == year }.sorted()
            #expect(BankHolidays.days(in: year) == expected, "\(year)")
        }
    }

    @Test("a working day is Monday to Friday and no bank holiday", arguments: [
        ("2026-12-24", true), ("2026-12-25", false), ("2026-12-26", false), ("2026-12-28", false), ("2026-12-29", true),
        ("2026-04-03", false), ("2026-04-06", false), ("2026-04-07", true), ("2022-09-19", false), ("2026-11-21", false),
    ])
    func workingDays(text: String, works: Bool) throws {
        #expect(BankHolidays.isWorkingDay(try #require(Day(text))) == works)
    }
}
