import Basics
@testable import Impact
import Measures
@testable import People
import Testing

@Suite("Data drops")
struct DataDropTests {
    static let pupils = [
        PupilTraits(pupil: PupilID(1), year: YearGroup("4"), provision: "K", needs: ["SLCN", "MLD"], pupilPremium: true),
        PupilTraits(pupil: PupilID(2), year: YearGroup("4"), provision: "E", needs: ["ASD"], hasOneToOne: true, lookedAfter: true),
        PupilTraits(pupil: PupilID(3), year: YearGroup("R"), provision: "K", needs: ["SEMH"], pupilPremium: true, eal: true),
        PupilTraits(pupil: PupilID(4), year: YearGroup("R")),
    ]

    static let groups: [([DropTrait], [Int])] = [
        ([], [1, 2, 3, 4]), ([.withSEN], [1, 2, 3]), ([.onSupport], [1, 3]), ([.withPlan], [2]), ([.need("MLD")], [1]), ([.withoutOneToOne, .withSEN], [1, 3]),
        ([.withSEN, .pupilPremium], [1, 3]), ([.pupilPremium, .eal], [3]), ([.lookedAfter, .eal], []), ([.year(YearGroup("R")), .withSEN], [3]),
    ]

    @Test("A group is who has all of some things in common", arguments: groups)
    func group(traits: [DropTrait], who: [Int]) {
        #expect(DropGroup(traits).pupils(of: Self.pupils).map(\.pupil.rawValue) == who)
        #expect(traits.allSatisfy { DropTrait(key: $0.key) == $0 })
    }

    @Test("Two groups overlap, each thing once; a key that is none is none")
    func overlap() {
        let both = DropGroup([.withSEN, .eal]).overlapping(DropGroup([.eal, .pupilPremium]))
        #expect(both.traits == [.withSEN, .eal, .pupilPremium] && both.label == "SEND + EAL + Pupil premium" && both.pupils(of: Self.pupils).count == 1)
        #expect(DropTrait(key: "need:") == nil && DropTrait(key: "year:99") == nil && DropTrait(key: "x") == nil)
    }

    static func expectation(_ course: ExpectedProgress.Course, school: Int? = nil, years: [String] = [], starts: Day = Scores.start, id: Int = 1) -> ExpectedProgress {
        ExpectedProgress(id: RowID(id), instrument: InstrumentID(1), scale: "reading", school: school.map { SchoolID($0) }, years: years.map { YearGroup($0) }, starts: starts, course: course)
    }

    @Test("Whoever sees some of the pupils does not learn of few others by taking theirs away", arguments: [(10, 0, 0, true), (10, 5, 0, true), (10, 6, 0, false), (10, 9, 0, false), (12, 7, 0, true), (12, 7, 3, false), (12, 7, 5, true)])
    func partial(all: Int, seen number: Int, hiddenWithoutScore: Int, shows: Bool) throws {
        let pupils = (0..<all).map { PupilTraits(pupil: PupilID($0 + 1), year: YearGroup("4"), provision: "K") }
        let lines = pupils.map { DropPupil(traits: $0, line: DropLine(pupil: $0.pupil, baseline: Score(80), actual: $0.pupil.rawValue > all - hiddenWithoutScore ? nil : Score(80), expected: 80, on: Scores.reading)) }
        let school = School(id: SchoolID(1), urn: "999001", name: "Elm", laCode: "999", laName: "Larkshire", establishment: "9001", phase: "Primary", kind: .mainstream, lowAge: 4, highAge: 11, capacity: 210, unitRecognised: false, resourcedRecognised: false, rulesFrom: nil)
        var drop = SignDropTests.drop
        drop.state = .explained
        let seen = SeenDrop(drop: drop, school: school, instrument: Scores.instrument(Scores.reading), scale: Scores.reading, pupils: lines, expected: [], answers: [:], reviewers: [],
                            names: Dictionary(uniqueKeysWithValues: pupils.prefix(number).map { ($0.pupil, "Kit") }), readsPupils: true, tellsFew: false)
        #expect(seen.shows(DropGroup([])) == shows && seen.shows(DropGroup([.withSEN])) == shows)
    }

    static let expected: [(ExpectedProgress.Course, Int?, Int, Int, Bool, Int?)] = [
        (.perYear(3), 10, 6, 12, false, 13), (.perYear(3), 10, 2, 4, false, 11), (.perYear(3), 10, 1, 2, false, 10), (.perYear(3), nil, 6, 12, false, nil),
        (.perYear(6), 20, 3, 6, true, 17), (.holds, 85, 6, 12, false, 85), (.withCalendar, 96, 3, 6, false, 102), (.reaches(32), nil, 0, 0, false, 32),
    ]

    @Test("Three points in a reception year are half of them by half of it", arguments: expected)
    func expects(course: ExpectedProgress.Course, baseline: Int?, halfTerms: Int, months: Int, lowIsGood: Bool, number: Int?) {
        #expect(Self.expectation(course).expected(from: baseline, halfTerms: halfTerms, months: months, lowIsGood: lowIsGood) == number)
    }

    @Test("The school's own before the trust's, a year's before all years', then the latest")
    func inForce() {
        let all: [ExpectedProgress] = [
            Self.expectation(.perYear(1), id: 1), Self.expectation(.perYear(2), years: ["R"], id: 2), Self.expectation(.perYear(3), school: 1, years: ["R"], id: 3),
            Self.expectation(.perYear(4), school: 1, years: ["R"], starts: Scores.end, id: 4), Self.expectation(.perYear(9), school: 2, id: 5),
        ]
        func course(_ school: Int, _ year: String, _ day: Day) -> ExpectedProgress.Course? {
            ExpectedProgress.inForce(all, instrument: InstrumentID(1), scale: "reading", at: SchoolID(school), year: YearGroup(year), on: day)?.course
        }
        #expect(course(1, "4", Scores.today) == .perYear(1) && course(3, "R", Scores.today) == .perYear(2) && course(1, "R", Scores.start) == .perYear(3))
        #expect(course(1, "R", Scores.today) == .perYear(4) && course(2, "R", Scores.today) == .perYear(9) && course(1, "4", Scores.start - 1) == nil)
    }

    @Test("Actual against expected, whichever way is good")
    func lines() {
        func standing(_ actual: Score?, _ expected: Int?, _ scale: Scale = Scores.reading) -> DropLine.Standing { DropLine(pupil: PupilID(1), baseline: nil, actual: actual, expected: expected, on: scale).standing }
        #expect(standing(Score(85), 85) == .expected && standing(Score(84), 85) == .below && standing(Score(86), 85) == .above && standing(nil, 85) == .missing && standing(Score(1), nil) == .unjudged)
        #expect(standing(Score(12), 17, Scores.difficulties) == .above && standing(Score(18), 17, Scores.difficulties) == .below && standing(Score(70, .below), 70) == .below)
    }

    @Test("A share is told of five and more")
    func tally() {
        let pupils = (1...6).map { PupilTraits(pupil: PupilID($0), year: YearGroup("4"), provision: "K") }
        let lines = (1...6).map { DropLine(pupil: PupilID($0), baseline: nil, actual: $0 == 6 ? nil : Score(80 + $0), expected: 83, on: Scores.reading) }
        let all = DropTally(DropGroup([.withSEN]), lines, of: pupils)
        #expect(all.judged == 5 && all.pupils == 6 && all.onTrack == 60 && DropTally(DropGroup([.withSEN]), Array(lines.dropFirst(2)), of: pupils).onTrack == nil)
        #expect(DropTally(DropGroup([.eal]), lines, of: pupils).pupils == 0)
    }

    @Test("Half-terms are counted over the years")
    func halfTerms() throws {
        let autumn = try #require(HalfTerm(AcademicYear(starting: 2025), 1)), spring = try #require(HalfTerm(AcademicYear(starting: 2026), 4))
        #expect(spring.since(autumn) == 9 && autumn < spring && spring.label == "Spring 2, 2026/27" && HalfTerm(AcademicYear(starting: 2025), 7) == nil)
    }

    static let days: [(Int, Int, Int, Int)] = [(2025, 9, 1, 1), (2025, 10, 31, 1), (2025, 11, 1, 2), (2025, 12, 31, 2), (2026, 1, 1, 3), (2026, 2, 19, 3), (2026, 2, 20, 4), (2026, 4, 12, 5), (2026, 6, 1, 6), (2026, 8, 31, 6)]

    @Test("A day lies in a half-term", arguments: days)
    func containing(year: Int, month: Int, day: Int, number: Int) throws {
        let term = HalfTerm(containing: try #require(Day(year, month, day)))
        #expect(term.number == number && term.year.starting == 2025)
    }

    static let taught: [(Int, Int, Int, Int, Int)] = [(2025, 9, 10, 6, 6), (2025, 10, 20, 6, 5), (2025, 7, 10, 6, 6), (2026, 1, 10, 6, 4), (2025, 9, 10, 1, 1), (2026, 6, 20, 6, 1), (2026, 7, 10, 6, 0), (2026, 7, 10, 1, 0), (2026, 3, 10, 6, 3), (2026, 3, 13, 6, 2), (2026, 5, 2, 6, 2), (2026, 5, 3, 6, 1)]

    @Test("A whole year is taught after a test of September, and after one of the July before", arguments: taught)
    func teaching(year: Int, month: Int, day: Int, drop: Int, halfTerms: Int) throws {
        let term = try #require(HalfTerm(AcademicYear(starting: 2025), drop))
        #expect(term.taught(since: try #require(Day(year, month, day))) == halfTerms)
    }

    @Test("Expected is counted to the day of the test, and stays on the scale")
    func untilTheTest() throws {
        let points = Scale("reading", "Points", .raw, lowest: 0, highest: 11, bands: []), september = try #require(Day(2025, 9, 12))
        func expected(_ day: Day?, _ course: ExpectedProgress.Course, on scale: Scale = Scale("reading", "Points", .raw, lowest: 0, highest: 60, bands: [])) throws -> Int? {
            let drop = DataDrop(id: DataDropID(1), school: SchoolID(1), halfTerm: try #require(HalfTerm(AcademicYear(starting: 2025), 3)), asOf: try #require(Day(2026, 2, 18)), instrument: InstrumentID(1), scale: "reading")
            return FindDropScores(drop).line(of: PupilID(1), [Scores.result(1, Score(10), on: september), Scores.result(1, Score(10), on: try #require(day))], Self.expectation(course), on: scale).expected
        }
        #expect(try expected(Day(2026, 2, 10), .perYear(6)) == 13 && expected(Day(2026, 1, 8), .perYear(6)) == 12)
        #expect(try expected(Day(2026, 2, 10), .perYear(6), on: points) == 11 && expected(Day(2026, 2, 10), .reaches(30), on: points) == 11)
    }

    @Test("A drop compares this half-term's score with that of the year's beginning")
    func finds() throws {
        let july = try #require(Day(2026, 7, 3)), points = Scale("reading", "Points", .raw, lowest: 0, highest: 60, bands: [])
        let drop = DataDrop(id: DataDropID(1), school: SchoolID(1), halfTerm: try #require(HalfTerm(AcademicYear(starting: 2025), 6)), asOf: july, instrument: InstrumentID(1), scale: "reading")
        let three = Self.expectation(.perYear(3))
        func line(_ results: [(Int, Int, Int, Int)], _ expected: ExpectedProgress? = nil) -> DropLine {
            FindDropScores(drop).line(of: PupilID(1), results.compactMap { result in Day(result.0, result.1, result.2).map { Scores.result(1, Score(result.3), on: $0) } }, expected ?? three, on: points)
        }
        let reception = line([(2025, 6, 30, 9), (2025, 9, 12, 10), (2026, 2, 1, 11), (2026, 6, 30, 12)])
        #expect(reception.baseline == Score(10) && reception.actual == Score(12) && reception.expected == 13 && reception.standing == .below)
        #expect(line([(2025, 9, 12, 10), (2026, 2, 1, 11)]).standing == .missing && line([(2026, 6, 30, 12)]).standing == .unjudged)
        #expect(line([(2026, 1, 8, 10), (2026, 6, 30, 12)]).expected == 12 && line([(2026, 6, 30, 12)], Self.expectation(.reaches(13))).standing == .below)
        #expect(line([(2025, 7, 1, 9), (2026, 6, 30, 12)]).expected == 12 && line([(2025, 9, 12, 10), (2026, 7, 6, 12)]).standing == .missing)
    }
}
