import Basics
import Testing

@Suite struct DayTests {
    @Test("dates agree with Python's datetime: number, weekday, months added, age")
    func oracle() throws {
        for row in try Oracle("days").rows {
            let day = try #require(Day(row[0])), on = try #require(Day(row[5]))
            #expect(day.number == Int(row[1]), "\(row)")
            #expect(day.weekday == Int(row[2]), "\(row)")
            #expect(day.isWeekend == ["6", "7"].contains(row[2]), "\(row)")
            #expect(day.adding(months: try #require(Int(row[3]))) == Day(row[4]), "\(row)")
            #expect(day.age(on: on) == Int(row[6]), "\(row)")
        }
    }

    @Test("every day of four centuries is written and read back, and follows the day before")
    func everyDay() throws {
        var day = try #require(Day(1900, 1, 1))
        let end = try #require(Day(2300, 1, 1))
        while day < end {
            let (year, month, dayOfMonth) = day.parts
            try #require(Day(year, month, dayOfMonth) == day)
            try #require(Day(day.description) == day)
            try #require((day + 1) - day == 1)
            try #require((day + 1).weekday == day.weekday % 7 + 1)
            day = day + 1
        }
    }

    @Test("dates that no calendar has are refused", arguments: [
        "2023-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01", "2026-1-1", "26-01-01",
        "2026/01/01", "2026-01-01T", " 2026-01-01", "2026-01-0a", "", "-026-01-01", "２０２６-01-01",
    ])
    func refused(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("29 February is a day of leap years, of 2000 and not of 2100")
    func leapDays() {
        #expect(Day(2024, 2, 29) != nil)
        #expect(Day(2000, 2, 29) != nil)
        #expect(Day(2100, 2, 29) == nil)
    }

    @Test("a month added to its last day stays in the next month")
    func shortMonths() throws {
        let last = try #require(Day(2026, 1, 31))
        #expect(last.adding(months: 1) == Day(2026, 2, 28))
        #expect(last.adding(months: -2) == Day(2025, 11, 30))
        #expect(try #require(Day(2024, 2, 29)).adding(years: 1) == Day(2025, 2, 28))
    }

    @Test("a day is written for machines, people, tables and spreadsheets")
    func writing() throws {
        let day = try #require(Day(2026, 11, 2))
        #expect(day.description == "2026-11-02")
        #expect(day.inWords == "2 November 2026")
        #expect(day.short == "2 Nov 2026")
        #expect(day.slashed == "02/11/2026")
    }

    @Test("the ends of time are the days they are said to be")
    func ends() {
        #expect(Day.distantFuture == Day(9999, 12, 31))
        #expect(Day.distantPast == Day(1900, 1, 1))
    }
}
