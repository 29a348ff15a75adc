import Foundation
import Testing
@testable import Files

@Suite struct DelimitedTests {
    @Test("Cells come out as a spreadsheet shows them", arguments: [
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ("a,b\n\"1,5\",2\n", [["a", "b"], ["1,5", "2"]]),
        ("a,b\n\"say \"\"yes\"\"\",2\n", [["a", "b"], ["say \"yes\"", "2"]]),
        ("a,b\n\"one\r\ntwo\",2\n", [["a", "b"], ["one\r\ntwo", "2"]]),
        ("a,b\n\"\",\n", [["a", "b"]]),
        ("a,b\n,x\n", [["a", "b"], ["", "x"]]),
        ("a,b\n\"x\"y,2\n", [["a", "b"], ["xy", "2"]]),
        ("a,b\n5\" pipe,2\n", [["a", "b"], ["5\" pipe", "2"]]),
        ("a\tb\n1,5\t2\n", [["a", "b"], ["1,5", "2"]]),
        ("a;b\n1,5;2\n3,5;4\n", [["a", "b"], ["1,5", "2"], ["3,5", "4"]]),
        ("sep=;\na;b\n1;2\n", [["a", "b"], ["1", "2"]]),
        ("name\nÉilís\n", [["name"], ["Éilís"]]),
        ("a,b,\n1,2,\n", [["a", "b", ""], ["1", "2", ""]]),
        ("\u{FEFF}\"a\",b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n-,=1+1\n", [["a", "b"], ["-", "=1+1"]]),
        ("a,a\n1,2\n", [["a", "a"], ["1", "2"]]),
        ("UPRN,b\n5.00E+06,2\n", [["UPRN", "b"], ["5.00E+06", "2"]]),
    ])
    func reads(_ text: String, _ expected: [[String]]) throws { #expect(try cells(text) == expected) }

    @Test("Blank rows are passed by and still count")
    func rowNumbers() throws {
        let file = try Scratch("Report of Elm\n\na,b\n\"1\n1\",2\n,,\n \t , \n3,4\n")
        #expect(try table(file.path).rows.map(\.number) == [1, 3, 4, 7])
    }

    @Test("A bare 24,000 commas after the table are no rows")
    func commas() throws {
        #expect(try cells("a,b\n1,2\n" + String(repeating: ",\n", count: 24_000)).count == 2)
    }

    @Test("Rows cut by the border between two pieces stay whole", arguments: [65_530, 65_535, 65_536])
    func pieces(_ length: Int) throws {
        let long = String(repeating: "x", count: length)
        let rows = try cells("\"\(long)\",\"Ní \"\"Dhomhnaill\"\"\"\r\nb,c\r\n")
        #expect(rows == [[long, "Ní \"Dhomhnaill\""], ["b", "c"]])
    }

    @Test("What is broken or too large is refused with its row")
    func refusals() throws {
        var limits = FileLimits()
        limits.rows = 3
        limits.columns = 4
        limits.cellLength = 10
        #expect(try refusal("a,b\n\"1,2\n3,4\n".utf8) == "Row 2: A quotation mark (\") opens a cell in this row and is never closed. Close it, or take it out.")
        #expect(try refusal("a,b\n\"1,2\n3,4\n5,6\n7,8\n".utf8, limits: limits).hasPrefix("Row 2: A quotation mark"))
        #expect(try refusal("a\n1\n2\n3\n".utf8, limits: limits).contains("more than 3 rows"))
        #expect(try refusal("a\n1,2,3,4,5\n".utf8, limits: limits).hasPrefix("Row 2: This row has more than 4 columns"))
        #expect(try refusal("a\n12345678901\n".utf8, limits: limits).hasPrefix("Row 2: A cell in this row is longer"))
        limits.bytes = 3
        #expect(try refusal("a,b\n".utf8, limits: limits).contains("larger than"))
        #expect(try refusal("".utf8).contains("empty"))
        #expect(try refusal("a,b\n1,\u{0}2\n".utf8).contains("zero bytes"))
        #expect(try refusal("%PDF-1.7".utf8).contains("PDF"))
        #expect(try refusal(" <html><table>".utf8).contains("web page"))
        #expect(try refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1]).contains("old .xls"))
        #expect(try refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1] + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }).contains("password"))
    }

    @Test("A file that is not there, or a folder, is refused")
    func missing() {
        #expect(throws: FileRefusal.self) { try TableFile.read("/nowhere/at/all.csv") { _ in } }
        #expect(throws: FileRefusal.self) { try TableFile.read("/") { _ in } }
    }

    @Test("What the listener throws comes out unchanged")
    func listenerThrows() throws {
        struct Stop: Error {}
        let file = try Scratch("a,b\n1,2\n")
        #expect(throws: Stop.self) { try TableFile.read(file.path) { _ in throw Stop() } }
    }

    @Test("Published samples of difficult CSV are read as they should be", .enabled(if: Samples.arePresent))
    func spectrum() throws {
        let folder = "samples/csv-spectrum/"
        // The answer published for location_coordinates.csv belongs to another file.
        for name in try FileManager.default.contentsOfDirectory(atPath: Samples.path(folder + "csvs")) where !name.hasPrefix("location") {
            let rows = try table(Samples.path(folder + "csvs/" + name)).rows.map(\.cells)
            let json = Samples.path(folder + "json/" + name.replacing(".csv", with: ".json"))
            let expected = try JSONDecoder().decode([[String: String]].self, from: Data(contentsOf: URL(fileURLWithPath: json)))
            let header = try #require(rows.first)
            let found = rows.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { $1 }) }
            // The copies of newlines_crlf and its like have lost their carriage returns.
            #expect(found == expected.map { $0.mapValues { $0.replacing("\r\n", with: "\n") } }, "\(name)")
        }
    }

    @Test("A file of the department's shape keeps every column", .enabled(if: Samples.arePresent))
    func departmentFiles() throws {
        let reviews = try table(Samples.path("ehcp-2025/annual_reviews.csv")).rows
        #expect(reviews[0].cells.filter { $0 == "review_meeting_prior_24" }.count == 2)
        #expect(reviews.allSatisfy { $0.cells.count == reviews[0].cells.count })
    }
}
