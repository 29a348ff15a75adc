import Basics
import Testing

@Suite struct YearTests {
    @Test("the expected year agrees with counting academic years of birth")
    func oracle() throws {
        for row in try Oracle("year_groups").rows {
            let born = try #require(Day(row[0])), starting = try #require(Int(row[1]))
            #expect(YearGroup.expected(born: born, in: AcademicYear(starting: starting)).rawValue == row[2], "\(row)")
        }
    }

    @Test("a year written by a school is read", arguments: [
        ("Year 4", "4"), ("year n2", "N2"), ("Y4", "4"), ("04", "4"), ("Reception", "R"), ("R", "R"), ("0", "R"), ("Year R", "R"),
        ("YR", "R"), ("Nursery", "N2"), ("Nursery 1", "N1"), ("x", "X"), ("Yr 11", "11"), ("Year 14", "14"), (" 7 ", "7"),
        ("15", "15"), ("Mixed", "MIXED"), ("", ""), ("Reception Oak", "R"), ("E1", "E1"),
    ])
    func reading(text: String, code: String) {
        #expect(YearGroup(text).rawValue == code)
    }

    @Test("every code reads back from itself and from its label's number, and codes are in order")
    func codes() {
        for code in YearGroup.all { #expect(YearGroup(code.rawValue) == code) }
        #expect(YearGroup.all.map(\.order) == YearGroup.all.map(\.order).sorted())
        #expect(YearGroup("3").label == "Year 3")
        #expect(YearGroup("MIXED").number == nil)
    }

    @Test("an academic year runs from 1 September to 31 August", arguments: [
        ("2026-08-31", 2025), ("2026-09-01", 2026), ("2026-12-31", 2026), ("2027-01-01", 2026), ("2000-01-01", 1999),
    ])
    func academicYears(text: String, starting: Int) throws {
        let day = try #require(Day(text)), year = AcademicYear(containing: day)
        #expect(year.starting == starting)
        #expect(year.firstDay == Day(starting, 9, 1))
        #expect(year.lastDay == Day(starting + 1, 8, 31))
        #expect(year.firstDay <= day && day <= year.lastDay)
        #expect(year.previous.lastDay + 1 == year.firstDay)
    }

    @Test("an academic year is written with a slash")
    func writing() {
        #expect(AcademicYear(starting: 2026).description == "2026/27")
        #expect(AcademicYear(starting: 1999).description == "1999/00")
    }
}
