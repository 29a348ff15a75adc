import Basics
@testable import Impact
import Statistics
import Testing

@Suite("Daily timings")
struct ProbeTests {
    static let series = ProbeSeries(id: RowID(1), pupil: PupilID(1), school: SchoolID(1), skill: "reads CVC words aloud", starts: Scores.start, aimCorrect: 40, aimIncorrect: 2, aimOn: Scores.start + 42)

    static func chart(_ counts: [(Int, Int)], changes: [PhaseChange] = []) -> ProbeChart {
        ProbeChart(series, counts.enumerated().map { Probe(id: RowID($0 + 1), series: RowID(1), pupil: PupilID(1), takenOn: Scores.start + $0, correct: $1.0, incorrect: $1.1) }, changes)
    }

    @Test("A timing is written down as a count in a time")
    func logs() throws {
        let change = try LogProbe(correct: "12", incorrect: "3", seconds: "30", takenOn: Scores.start).applied(to: nil, of: Self.series, today: Scores.today)
        #expect(change.event == "probe.logged" && change.after.correctAMinute == 24 && change.after.inWords == "24 correct and 6 incorrect a minute")
        #expect(try LogProbe(correct: "12", incorrect: "3", seconds: "30", takenOn: Scores.start).applied(to: change.after, of: Self.series, today: Scores.today).isEmpty)
        let said = refused { try LogProbe(correct: "many", incorrect: "-1", seconds: "5", takenOn: Scores.today + 1).applied(to: nil, of: Self.series, today: Scores.today) }
        #expect(Set(said.keys) == ["correct", "incorrect", "seconds", "taken_on"])
        #expect(refused { try LogProbe(correct: "1", incorrect: "0", takenOn: Scores.start - 1).applied(to: nil, of: Self.series, today: Scores.today) }["taken_on"]?.contains("before the practice") == true)
    }

    @Test("A practice has a skill, an aim and a day")
    func starts() throws {
        let born = Scores.start - 3000
        #expect(try StartProbes(skill: "reads", aimCorrect: "40", aimIncorrect: "2", starts: Scores.start, aimOn: Scores.end).applied(to: PupilID(1), at: SchoolID(1), born: born).after.aimCorrect == 40)
        #expect(Set(refused { try StartProbes(skill: "", aimCorrect: "0", aimIncorrect: "", starts: Scores.start, aimOn: Scores.start).applied(to: PupilID(1), at: SchoolID(1), born: born) }.keys)
            == ["skill", "aim_correct", "aim_incorrect", "aim_on"])
    }

    @Test("An aim lies within two years")
    func aimDay() throws {
        let said = { (day: Day) in refused { try StartProbes(skill: "reads", aimCorrect: "40", aimIncorrect: "2", starts: Scores.start, aimOn: day).applied(to: PupilID(1), at: SchoolID(1), born: Scores.start - 3000) } }
        #expect(said(Scores.start.adding(years: 2)).isEmpty)
        for day in [Scores.start.adding(years: 2) + 1, Day.distantFuture] { #expect(said(day)["aim_on"]?.contains("two years") == true) }
    }

    static let advice: [([(Int, Int)], ProbeChart.Advice)] = [
        ([], .wait), ([(10, 1), (10, 1), (10, 1)], .wait), ([(10, 1), (10, 1), (10, 1), (10, 1), (10, 1), (10, 1)], .change),
        ([(10, 1), (11, 1), (12, 1), (14, 1), (16, 1), (18, 1)], .goOn), ([(42, 0), (44, 1), (41, 2)], .moveOn), ([(42, 0), (44, 5), (41, 2)], .wait),
    ]

    @Test("Three in a row say what to do", arguments: advice)
    func advises(counts: [(Int, Int)], advice: ProbeChart.Advice) { #expect(Self.chart(counts).advice == advice) }

    @Test("A change of phase begins the count anew, and each phase has its slope")
    func phases() throws {
        let change = PhaseChange(series: RowID(1), pupil: PupilID(1), starts: Scores.start + 5, words: "two timings a day")
        let chart = Self.chart(Array(repeating: (10, 1), count: 7), changes: [change])
        #expect(chart.advice == .wait && chart.phases.map(\.probes.count) == [5, 2] && chart.phases.map(\.words) == ["", "two timings a day"])
        #expect(abs((chart.phases[0].correct ?? 0) - 1) < 1e-12)
        let line = try #require(chart.aimLine)
        #expect(line.from == 10 && line.to == 40 && abs(line.value(on: (Scores.start + 42).number) - 40) < 1e-9)
    }
}
