import Basics
import Foundation
@testable import Impact
import Statistics
import Testing

@Suite("trellis impact")
struct ImpactTableTests {
    static func rows(_ text: String) -> [ImpactTable.Row] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { .init(line: $0 + 1, cells: $1.split(separator: ",", omittingEmptySubsequences: false).map(String.init)) }
    }

    static func figures(_ text: String) throws -> ImpactTableFigures { ImpactTableFigures(try ImpactTable(rows(text))) }

    static func faults(_ text: String) -> [String] {
        do { _ = try ImpactTable(rows(text)); return [] } catch { return error.list.map(\.description) }
    }

    @Test("A table worked by hand, marked as small")
    func byHand() throws {
        let figures = try Self.figures("pupil,baseline,exit,months\na,80,85,5\nb,90,100,5\nc,100,115,5\n")
        #expect(figures.n == 3 && figures.meanChange == 10 && figures.deviation == 5 && figures.ratio?.ratio == 2 && figures.isSmall)
        #expect(figures.json.text.hasPrefix(#"{"n":3,"mean_change":10.0,"sd_change":5.0,"effect_size":0.57142857142857"#) && figures.json.text.contains(#""ratio_gain":2.0,"correlation":1.0,"small_sample":true"#))
    }

    @Test("The same in words")
    func inWords() throws {
        let said = try Self.figures("pupil,baseline,exit\na,80,85\nb,90,92\nc,100,99\n").inWords
        #expect(said.contains("Mean change: 2.00\n") && said.contains("(no comparison group): 0.11\n95 % interval: 0.02 to 0.21\n") && said.contains("Small sample") && !said.contains("Ratio"))
    }

    @Test("Columns in any order, others passed over, blank lines and blanks in cells allowed")
    func columns() throws {
        let figures = try Self.figures("Exit, class ,Pupil,BASELINE\n85,4A,1,80\n\n 100 ,4A,2,90.0\n115,4B,3,+100\n")
        #expect(figures.n == 3 && figures.meanChange == 10 && figures.ratio == nil)
    }

    @Test("Under three pupils nothing is computed; without spread no effect")
    func few() throws {
        let two = try Self.figures("pupil,baseline,exit\na,80,85\nb,90,100\n")
        #expect(two.n == 2 && two.meanChange == nil && two.effect == nil && two.json.text.contains(#""effect_size":null,"effect_low":null,"effect_high":null,"ratio_gain":null"#))
        let flat = try Self.figures("pupil,baseline,exit\na,80,85\nb,80,100\nc,80,90\n")
        #expect(flat.meanChange != nil && flat.effect == nil && flat.notes.contains { $0.contains("same score") })
        let level = try Self.figures("pupil,baseline,exit\na,80,95\nb,85,95\nc,90,95\n")
        #expect(level.effect != nil && level.json.text.contains(#""effect_low":null"#))
        #expect(try Self.figures("pupil,baseline,exit\n").n == 0)
    }

    @Test("Ten pupils are no small sample; who lacks a score is left out")
    func ten() throws {
        let lines = (1...10).map { "p\($0),\(70 + $0),\(75 + $0 * 2)" }.joined(separator: "\n")
        let figures = try Self.figures("pupil,baseline,exit\n\(lines)\nx,80,\ny,,90\n")
        #expect(figures.n == 10 && !figures.isSmall && figures.leftOut == 2 && figures.notes.contains { $0.contains("2 pupils without") })
    }

    @Test("Ages give the ratio alone")
    func ages() throws {
        let figures = try Self.figures("pupil,baseline,exit,months\na,7:10,8:04,6\nb,8:00,8:03,6\nc,9:11,10:05,\n")
        #expect(figures.isAges && figures.meanChange == nil && figures.effect == nil && figures.ratio?.ratio == 0.75 && figures.ratioN == 2)
    }

    @Test("Scores that hardly differ at the start have no effect, and no number is too large to be said")
    func extremes() throws {
        let flat = try Self.figures("pupil,baseline,exit\na,100,999999999\nb,100.000000000001,1\nc,100,500000000\n")
        #expect(flat.effect == nil && flat.inWords.contains("same score"))
        let far = try Self.figures("pupil,baseline,exit,months\na,-999999999,999999999,0.1\nb,999999999,-999999999,0.1\nc,0,999999999,0.1\n")
        #expect(far.inWords.contains("Mean change: 333333333.00") && far.inWords.contains("Ratio gain: "))
        for (number, words) in [(9e20, "9e+20"), (-9e20, "-9e+20"), (Double.infinity, "inf"), (Double.nan, "nan"), (12.345, "12.35"), (-0.004, "0.00"), (-0.25, "-0.25")] { #expect(ImpactWords.exact(number) == words) }
        for (number, words) in [(1e300, "1e+300"), (7, "7"), (7.25, "7.3"), (-7, "-7"), (Double.infinity, "inf")] { #expect(ImpactWords.plain(number) == words) }
    }

    static let wrong: [(String, [String])] = [
        ("", ["Line 1, column 1: The file is empty"]), ("name,before,after\n", ["column “pupil”", "column “baseline”", "column “exit”"]), ("pupil,baseline,exit,exit\n", ["Line 1, column 4: There are two columns “exit”"]),
        ("pupil,baseline,exit\na,eighty,90\n", ["Line 2, column 2: “eighty” is no number"]), ("pupil,baseline,exit\na,80,90\na,81,91\n", ["Line 3, column 1: “a” stands there twice"]),
        ("pupil,baseline,exit\n,80,90\n", ["Line 2, column 1: Say which pupil"]), ("pupil,baseline,exit\na,80,10:05:00\n", ["Line 2, column 3: “10:05:00” is a time of day"]),
        ("pupil,baseline,exit\na,80,Oct-05\n", ["spreadsheet"]), ("pupil,baseline,exit\na,80,#REF!\n", ["spreadsheet"]), ("pupil,baseline,exit\na,8:10,90\n", ["Line 2, column 3: “90” is a number, and the scores above are ages"]),
        ("pupil,baseline,exit\na,80,9:00\n", ["is an age, and the scores above are numbers"]), ("pupil,baseline,exit\na,8:13,9:00\n", ["a year has twelve"]), ("pupil,baseline,exit\na,<6:00,9:00\n", ["no exact age"]),
        ("pupil,baseline,exit,months\na,80,90,0\nb,80,90,-3\nc,80,90,soon\n", ["Line 2, column 4", "Line 3, column 4", "Line 4, column 4"]),
        ("pupil,baseline,exit,months\na,80,90,0.000000000001\nb,80,90,0.09\nc,80,90,0.1\nd,80,90,240.5\n", ["Line 2, column 4", "Line 3, column 4", "Line 5, column 4"]),
        ("pupil,baseline,exit\na,1e5,90\nb,nan,90\nc,inf,90\nd,9999999999,90\ne,٨٠,90\nf,0x50,90\n", ["Line 2", "Line 3", "Line 4", "Line 5", "Line 6", "Line 7"]),
    ]

    @Test("What cannot be read is said with its line and column, all at once, and nothing is computed", arguments: wrong)
    func refuses(text: String, said: [String]) {
        let faults = Self.faults(text)
        #expect(faults.count == said.count)
        for (fault, words) in zip(faults, said) { #expect(fault.contains(words), "\(fault)") }
    }

    @Test("The faults as JSON")
    func json() {
        do { _ = try ImpactTable(Self.rows("pupil,baseline,exit\na,x,9\n")); Issue.record("read") } catch {
            #expect(error.json.text.hasPrefix(#"{"problems":[{"line":2,"column":2,"message":"#))
        }
    }

    @Test("Its effects are those of the other software")
    func oracle() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Oracles/impact.csv")
        let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        var compared = 0
        for line in lines where line[0] == "low" {
            let before = line[1].split(separator: " "), after = line[2].split(separator: " ")
            guard before.count >= 3, !line[1].contains("e") else { continue }
            let rows = [ImpactTable.Row(line: 1, cells: ["pupil", "baseline", "exit"])] + before.indices.map { .init(line: $0 + 2, cells: ["\($0)", "\(before[$0])", "\(after[$0])"]) }
            let low = ImpactTableFigures(try ImpactTable(rows)).effect?.interval?.low, theirs = Double(line[4])
            #expect((low == nil) == (theirs == nil) && abs((low ?? 0) - (theirs ?? 0)) <= 1e-9 * max(1, abs(theirs ?? 0)))
            compared += 1
        }
        #expect(compared > 45)
    }
}
