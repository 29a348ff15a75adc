import Basics
@testable import Measures
import Testing

@Suite("Reading scores")
struct ScoreTests {
    static let standard = Scale("reading", "Reading", .standard)
    static let percentile = Scale("reading", "Reading", .percentile)
    static let age = Scale("age", "Reading age", .months)
    static let points = Scale("total", "Total", .raw, lowest: 0, highest: 40)
    static let scaled = Scale("reading", "Reading", .scaled)
    static let colour = Scale("colour", "Colour", .colour, sections: (1...9).map { Scale.AgeSection("\($0)", $0 * 6, $0 * 6 + 5) })
    static let plainColour = Scale("colour", "Colour", .colour)
    static let levels = Scale("writing", "Writing", .levels, words: ["PK1", "PK2", "WTS", "EXS", "GDS"])

    static let read: [(Scale, String, Score)] = [
        (standard, "85", Score(85)), (standard, " 85 ", Score(85)), (standard, "85.0", Score(85)), (standard, "<70", Score(70, .below)), (standard, "< 70", Score(70, .below)),
        (standard, "below 70", Score(70, .below)), (standard, "Under 70", Score(70, .below)), (standard, ">130", Score(130, .above)), (standard, "over 130", Score(130, .above)),
        (standard, "40", Score(40)), (standard, "160", Score(160)),
        (percentile, "5", Score(5)), (percentile, "5th", Score(5)), (percentile, "1st", Score(1)), (percentile, "<1", Score(1, .below)),
        (age, "8:10", Score(106)), (age, "8;10", Score(106)), (age, "8-10", Score(106)), (age, "8y10m", Score(106)), (age, "8y 10m", Score(106)), (age, "10y5m", Score(125)),
        (age, "8 years 10 months", Score(106)), (age, "8 yrs, 10 mths", Score(106)), (age, "8y", Score(96)), (age, "106m", Score(106)), (age, "106 months", Score(106)),
        (age, "<6:00", Score(72, .below)), (age, ">12:06", Score(150, .above)), (age, "10:05", Score(125)), (age, "8:1", Score(97)),
        (points, "0", Score(0)), (points, "40", Score(40)), (scaled, "100", Score(100)), (scaled, "80", Score(80)),
        (colour, "R", Score(0)), (colour, "red", Score(0)), (colour, "A", Score(1)), (colour, "g4", Score(2, section: "4")), (colour, "4R", Score(0, section: "4")),
        (colour, "Green, section 4", Score(2, section: "4")), (colour, "amber 9", Score(1, section: "9")), (plainColour, "G", Score(2)),
        (levels, "EXS", Score(3)), (levels, "exs", Score(3)), (levels, "w", Score(2)), (levels, "PK2", Score(1)),
    ]

    @Test("What people type is read", arguments: read)
    func reads(scale: Scale, text: String, score: Score) throws {
        #expect(try scale.score(of: text) == score)
    }

    static let refused: [(Scale, String, String)] = [
        (standard, "165", "above 160"), (standard, "39", "below 40"), (standard, "eighty", "no score"), (standard, "", "no score"), (standard, "-85", "no score"), (standard, "8 5", "no score"),
        (standard, "85.5", "no score"), (standard, "<", "no score"), (standard, "٨٥", "no score"),
        (percentile, "0", "below 1"), (percentile, "100", "above 99"), (points, "41", "above 40"), (scaled, "79", "below 80"), (scaled, "121", "above 120"),
        (age, "8", "could be years or months"), (age, "8.10", "could be years and months"), (age, "8.5", "could be years and months"), (age, "0.3680555", "part of a day"),
        (age, "8:13", "a year has twelve"), (age, "40:00", "above 25:00"), (age, "R", "no score"),
        (colour, "P", "none of"), (colour, "", "none of"), (colour, "G12", "no section 12"), (plainColour, "G4", "none of"), (levels, "PK", "none of"), (levels, "EM", "none of"),
    ]

    @Test("What could mean two things, or nothing, is refused with the reason", arguments: refused)
    func refuses(scale: Scale, text: String, words: String) {
        do { Issue.record("\(text) was read as \(try scale.score(of: text))") } catch { #expect(error.message.contains(words), "\(error.message)") }
    }

    static let damaged = [
        "10:05:00", "8:10:00 AM", "Oct-05", "05-Oct", "5 Oct", "05-Oct-2010", "2010-05-01", "2010-05-01 00:00:00", "2010-05-01T00:00:00", "01/05/2010", "10/5/10", "1.5.2010",
        "#REF!", "#N/A", "########", "8.5E+01", "Sept-10", "May-10",
    ]

    @Test("What a spreadsheet has made of a score is refused, and says so", arguments: damaged)
    func damage(text: String) {
        for scale in [Self.age, Self.standard, Self.points] {
            do { Issue.record("\(text) was read as \(try scale.score(of: text))") } catch { #expect(error.message.contains("spreadsheet"), "\(error.message)") }
        }
    }

    @Test("What is shown can be typed again")
    func roundTrip() throws {
        for (scale, _, score) in Self.read { #expect(try scale.score(of: scale.typed(score)) == score) }
    }

    @Test("Scores in words")
    func words() {
        #expect(Self.standard.words(of: Score(70, .below)) == "below 70" && Self.age.words(of: Score(106)) == "8:10" && Self.age.words(of: Score(97)) == "8:01")
        #expect(Self.colour.words(of: Score(2, section: "4")) == "Green, section 4" && Self.levels.words(of: Score(3)) == "EXS")
    }

    static let banded: [(Scale, Score, String, Band.Concern)] = [
        (standard, Score(69), "Very low", .act), (standard, Score(70, .below), "Very low", .act), (standard, Score(70), "Low", .act), (standard, Score(84), "Low", .act),
        (standard, Score(85), "Low average", .watch), (standard, Score(90), "Average", .none), (standard, Score(110), "Average", .none), (standard, Score(115), "High average", .none),
        (standard, Score(130), "High", .none), (standard, Score(130, .above), "Very high", .none), (standard, Score(40, .below), "Very low", .act),
        (percentile, Score(1), "Very low", .act), (percentile, Score(15), "Low", .act), (percentile, Score(16), "Low average", .watch), (percentile, Score(25), "Average", .none),
        (scaled, Score(99), "Below the expected standard", .watch), (scaled, Score(110), "Higher standard", .none),
        (plainColour, Score(0), "Red", .act), (plainColour, Score(1), "Amber", .watch), (plainColour, Score(2), "Green", .none),
    ]

    @Test("A score falls into its band (domain 5.3)", arguments: banded)
    func bands(scale: Scale, score: Score, name: String, concern: Band.Concern) {
        let band = Scale.band(of: score, in: scale.usualBands)
        #expect(band?.name == name && band?.concern == concern)
    }

    @Test("An age has no band of its own, and points have none unless the test says")
    func noBands() {
        #expect(Scale.band(of: Score(106), in: Self.age.usualBands) == nil && Scale.band(of: Score(3), in: Self.points.usualBands) == nil)
    }

    @Test("Percentiles, standard scores and stanines agree with other software")
    func curve() {
        let rows = oracle("standard_scores")
        #expect(rows.count == 220)
        for row in rows {
            guard row.count == 4, let number = Int(row[1]), let wanted = Int(row[2]) else { Issue.record("\(row)"); continue }
            if row[0] == "score" { #expect(NormalCurve.percentile(ofStandard: number) == wanted && NormalCurve.stanine(ofStandard: number) == Int(row[3]), "\(row)") }
            else { #expect(NormalCurve.standard(ofPercentile: number) == wanted, "\(row)") }
        }
        #expect([70, 77, 84, 85, 90, 100, 110, 115, 130].map(NormalCurve.percentile) == [2, 6, 14, 16, 25, 50, 75, 84, 98])
    }

    @Test("Months of age are whole")
    func months() throws {
        let born = try #require(Day(2018, 3, 10))
        #expect(try [#require(Day(2026, 3, 9)), #require(Day(2026, 3, 10)), #require(Day(2026, 4, 9))].map { Age.months(born: born, on: $0) } == [95, 96, 96])
    }
}
