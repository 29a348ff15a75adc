import Basics
import Files
@testable import People
import Testing

struct IncomingWorkbookTests {
    @Test("A workbook is read like any report: real dates, numbers as text, the sheet that the map names")
    func workbook() throws {
        let born = try #require(Day(2015, 11, 2))
        let pupils = Sheet("Pupils", columns: [.init("UPN"), .init("Adno"), .init("Surname"), .init("Forename"), .init("DOB", kind: .date), .init("Year", kind: .number)], rows: [
            [.text("F999200120002"), .text("000412"), .text("O’Hare"), .text("Zoë"), .date(born), .number(6)],
            [.text("F999200121003"), .number(413), .text("Łukasz"), .empty, .date(born), .empty],
        ])
        let notes = Sheet("Read me", columns: [.init("Notes")], rows: [[.text("Nothing here")]])
        let read = try IncomingFiles.with("", named: "old.xlsx") { old in
            let path = old + ".new.xlsx"
            try Workbook.write(path, sheets: [notes, pupils])
            var map = try #require(ReportMap.proposed(for: try ReportReader.opening(path, sheet: "Pupils"), kind: .pupils))
            map.sheet = "Pupils"
            return try ReportReader.all(path, map).pupils
        }
        #expect(read.map(\.surname) == ["O’Hare", "Łukasz"])
        #expect(read.map(\.admissionNumber) == ["000412", "413"])
        #expect(read.map(\.birthDate) == [born, born])
        #expect(read.map { $0.yearActual?.rawValue } == ["6", nil])
        #expect(read.map(\.enrolment.hasLeft) == [false, true])
    }
}
