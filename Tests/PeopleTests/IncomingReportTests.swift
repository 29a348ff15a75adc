import Basics
import Files
import Foundation
@testable import People
import Testing

struct IncomingReportTests {
    static func register() throws -> (pupils: [IncomingPupil], summary: IncomingSummary) {
        let path = IncomingFiles.fixture("arbor-sen-register.csv")
        let map = try #require(ReportMap.proposed(for: try ReportReader.opening(path), kind: .pupils))
        #expect(map.headerRow == 3)
        #expect(map.columns["need_rank"] == "SEN need ranking")
        // A pupil is handed over with the last of their rows; here they stand by the first.
        let (pupils, summary) = try ReportReader.all(path, map)
        return (pupils.sorted { $0.row < $1.row }, summary)
    }

    @Test("A pupil is handed over as soon as the last of their rows is read")
    func atTheLastRow() throws {
        let path = IncomingFiles.fixture("arbor-sen-register.csv")
        let map = try #require(ReportMap.proposed(for: try ReportReader.opening(path), kind: .pupils))
        #expect(try ReportReader.all(path, map).pupils.map(\.forename) == ["Idris", "Saoirse", "Anya", "Tom", "Mia"])
    }

    @Test("Rows of one pupil are one pupil, wherever they stand")
    func merged() throws {
        let pupils = try Self.register().pupils
        #expect(pupils.map(\.forename) == ["Saoirse", "Idris", "Anya", "Tom", "Mia"])
        #expect(pupils[0].needs == [IncomingNeed(rank: 1, code: "SLCN"), IncomingNeed(rank: 2, code: "ASD")])
        #expect(pupils[0].provisions == [IncomingProvision(code: "E")])
        #expect(pupils[0].row == 4)
    }

    @Test("Labels, years, classes and dates are read as schools write them")
    func values() throws {
        let pupils = try Self.register().pupils
        #expect(pupils.map { $0.provisions?.first?.code } == ["E", "K", "N", "P", nil])
        #expect(pupils.map(\.className) == ["6 Rowan", "5 Ash", "N Oak", nil, "4B"])
        #expect(pupils.map { $0.yearActual?.rawValue } == ["6", "5", "N2", nil, "6"])
        #expect(pupils[2].birthDate == Day(2022, 12, 1))
        #expect(pupils.map(\.sex) == ["F", "M", "F", "M", "F"])
        #expect(pupils[2].needs == [])
        #expect(pupils[2].misID == "0077")
        #expect(pupils.map(\.enrolment.hasLeft) == [false, false, false, true, false])
    }

    @Test("Rows that can't be used are refused by row number; totals and repeated headings are passed by")
    func refused() throws {
        let summary = try Self.register().summary
        #expect(summary.refused == 2)
        #expect(summary.problems.filter { $0.effect == .rowRefused }.map(\.row) == [10, 11])
        #expect(summary.problems.contains { $0.row == 12 && $0.field == "sen" && $0.message.contains("Monitoring") })
        #expect(summary.problems.contains { $0.row == 12 && $0.field == "need" && $0.message.contains("Dyslexia") })
        #expect(summary.notes.contains { $0.hasPrefix("2 rows at the foot") })
    }

    @Test("One column with both names, dashes for nothing, a rounded number and a class that became a date")
    func simsStyle() throws {
        let path = IncomingFiles.fixture("sims-report.csv")
        let map = try #require(ReportMap.proposed(for: try ReportReader.opening(path), kind: .pupils))
        #expect(map.columns["full_name"] == "Surname Forename")
        let (pupils, summary) = try ReportReader.all(path, map)
        #expect(pupils.map(\.surname) == ["Boateng", "Nguyễn Thị"])
        #expect(pupils[0].admissionNumber == "000412")
        #expect(pupils[1].provisions?.first?.code == "E")
        #expect(pupils[1].problems.map(\.field) == ["full_name"])
        #expect(summary.problems.contains { $0.effect == .rowRefused && $0.field == "admission_number" && $0.row == 4 })
    }

    @Test("The same report reads alike in every lettering and with every delimiter and line end")
    func encodings() throws {
        let text = "UPN,Surname,Forename,DOB,SEN\nF999200120002,Café,Zoë,02/11/2015,K\n"
        let tabs = text.replacingOccurrences(of: ",", with: "\t").replacingOccurrences(of: "\n", with: "\r\n")
        let files: [Data] = [
            Data(text.utf8), Data("\u{FEFF}\(text)".utf8), text.data(using: .windowsCP1252) ?? Data(),
            Data([0xFF, 0xFE]) + (tabs.data(using: .utf16LittleEndian) ?? Data()),
            Data(text.replacingOccurrences(of: ",", with: ";").replacingOccurrences(of: "\n", with: "\r").utf8),
        ]
        for file in files {
            let pupil = try IncomingFiles.with(file, named: "report.txt") { path in
                let map = try #require(ReportMap.proposed(for: try ReportReader.opening(path), kind: .pupils))
                return try #require(try ReportReader.all(path, map).pupils.first)
            }
            #expect(pupil.surname == "Café")
            #expect(pupil.upn == "F999200120002")
        }
    }

    @Test("The map's own words come first, an empty cell among them")
    func mapValues() throws {
        let text = "UPN,Surname,DOB,SEN,Home LA\nF999200120002,Wu,02/11/2015,,-\nF999200121003,Musa,03/11/2015,monitoring,998\n"
        let pupils = try ReportReader.proposed(text) { $0.values = ["sen": ["": "N", "Monitoring": "K"]] }.pupils
        #expect(pupils.map { $0.provisions?.first?.code } == ["N", "K"])
        #expect(pupils.map(\.flags.homeAuthority) == [nil, "998"])
        #expect(try ReportReader.proposed(text).pupils.first?.provisions == nil)
    }

    @Test("Needs in columns of their own bring their ranks")
    func rankedColumns() throws {
        let text = "UPN,Surname,DOB,PrimarySENeedsType,SecondarySENType\nF999200120002,Wu,02/11/2015,Visual impairment,ASC\nF999200121003,Lo,02/11/2015,,XYZ\n"
        let pupils = try ReportReader.proposed(text).pupils
        #expect(pupils[0].needs == [IncomingNeed(rank: 1, code: "VI"), IncomingNeed(rank: 2, code: "ASD")])
        #expect(pupils[1].needs == [IncomingNeed(rank: 2, code: "XYZ")])
    }

    @Test("One number on two children is a fault, not a pupil", arguments: [
        ("F999200120002,7,Wu,02/11/2015\nF999200120002,8,Wu,02/11/2016", "birth_date"),
        ("F999200120002,7,Wu,02/11/2015\nF999200121003,7,Wu,02/11/2015", "upn"),
    ])
    func contradiction(rows: String, field: String) throws {
        let (pupils, summary) = try ReportReader.proposed("UPN,Adno,Surname,DOB\n\(rows)\n")
        #expect(pupils.count == 1)
        #expect(summary.problems.filter { $0.effect == .rowRefused }.map(\.field) == [field])
    }

    @Test("Twins with numbers of their own stay two; another spelling of a name is remarked on")
    func twins() throws {
        let (pupils, summary) = try ReportReader.proposed("Adno,Surname,Forename,DOB\n7,Wu,Li,02/11/2015\n8,Wu,Li,02/11/2015\n7,WU,Lee,02/11/2015\n")
        #expect(pupils.count == 2)
        #expect(summary.problems.map(\.effect) == [.warning])
    }

    @Test("Hostile and odd names come through unchanged", arguments: [
        "O'Hare", "O’Hare", "=1+1", "@SUM(A1)", "+44", "Null", "TRUE", "NaN", "x\u{202E}y", "e\u{301}", "<b>", "Robert'); DROP TABLE pupil;--", "Page", "Total",
    ])
    func names(name: String) throws {
        let pupil = try #require(try ReportReader.proposed("Surname,Forename,DOB,UPN\n\"\(name)\",Al,02/11/2015,\n").pupils.first)
        #expect(Array(pupil.surname.unicodeScalars) == Array(name.unicodeScalars))
    }

    @Test("The shared examples are read", .enabled(if: IncomingFiles.hasShared), arguments: [("arbor-style-sen-register.csv", 3), ("sims-style-report.csv", 1)])
    func sharedExamples(name: String, expected: Int) throws {
        let path = IncomingFiles.shared("examples/\(name)")
        let map = try #require(ReportMap.proposed(for: try ReportReader.opening(path), kind: .pupils))
        let (pupils, summary) = try ReportReader.all(path, map)
        #expect(pupils.count == expected)
        #expect(summary.refused == 0)
    }
}
