import Access
import Basics
import Database
@testable import Impact
import Measures
import Pages
import People
import Provision
import Stage
import Statistics
import Testing

@Suite("Charts of each pupil")
struct PupilChartsTests {
    @Test("Scores, the time in the group and the aim are drawn, and the same values stand in a table", arguments: StageEngine.here)
    func chart(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.measured([(80, 86), (90, 95)]), path = "/impact/\(stage.club.id)?school=\(stage.elm.id)"
        try await stage.score(pupils[0], 83, on: stage.joined + 30)
        let plain = try await stage.page(path, as: stage.amira)
        #expect(plain.split(separator: "<figure class=\"chart\"").count == 3 && !plain.contains("chart-aim") && plain.split(separator: "chart-span").count == 3)
        #expect(plain.contains("80 on \((stage.joined + 2).short), 83 on \((stage.joined + 30).short), 86 on \(stage.left.short).</title>"), "each value is in the title")
        #expect(plain.split(separator: "class=\"chart-circle\"").count == 6 && plain.contains("In the group") && plain.contains("Before") && plain.contains("After"))
        try await stage.stage.act { try $0.save(Change("expectation.set", to: ExpectedProgress(instrument: stage.test.id, scale: "reading", starts: stage.joined - 400, course: .holds, source: "Checked locally"))) }
        let aimed = try await stage.page(path, as: stage.amira)
        #expect(aimed.split(separator: "class=\"chart-aim\"").count == 3 && aimed.contains("Expected by \(stage.left.inWords): 80.") && aimed.contains("Dashed: the way to what is expected."))
        for viewer in [stage.grace, stage.analyst] { #expect(try await !stage.page(path, as: viewer).contains("<figure class=\"chart\""), "\(viewer.name)") }
    }

    @Test("Of many pupils each group has its own page of charts, and no page grows without end")
    func many() async throws {
        let stage = try await ImpactStage()
        try await stage.measured(ImpactStage.pairs(12))
        let path = "/impact/\(stage.club.id)?school=\(stage.elm.id)"
        let one = try await stage.stage.visit(.read, path, as: stage.amira)
        #expect(one.text.split(separator: "<figure class=\"chart\"").count == 13 && one.text.utf8.count < 60_000, "\(one.text.utf8.count)")
        try await stage.measured(ImpactStage.pairs(5))
        let all = try await stage.page(path, as: stage.amira), run = try await stage.runs()[1]
        #expect(!all.contains("<figure class=\"chart\"") && all.contains("&amp;run=\(run.id)\">Reading club</a>"))
        #expect(try await stage.page(path + "&run=\(run.id)", as: stage.amira).split(separator: "<figure class=\"chart\"").count == 6)
    }

    @Test("What is expected is a line from the score before to the day on which the pupil left, as each course has it", arguments: [
        (ExpectedProgress.Course.holds, 80.0), (.reaches(100), 100), (.perYear(12), 84), (.withCalendar, 84),
    ])
    func aim(course: ExpectedProgress.Course, to: Double) throws {
        let began = try #require(Day(2026, 9, 10)), left = try #require(Day(2027, 1, 20)), scale = try #require(Scale.reading)
        let expected = ExpectedProgress(instrument: InstrumentID(1), scale: "reading", starts: began, course: course)
        let baseline = TestResult(id: RowID(1), pupil: PupilID(1), school: SchoolID(1), instrument: InstrumentID(1), scale: "reading", takenOn: began, score: Score(80))
        let line = try #require(expected.aim(from: baseline, on: left, of: scale))
        #expect(line.from == 80 && abs(line.to - to) <= 2 && line.starts == began.number && line.ends == left.number, "\(line.to)")
        #expect(expected.aim(from: baseline, on: began, of: scale) == nil, "no time for it")
    }
}

extension Scale {
    fileprivate static var reading: Scale? {
        let made = KeepInstrument(name: "Reading test", domain: "reading", youngest: "4", oldest: "16", measuresProgress: true, lines: [.init(name: "Reading", kind: "standard")])
        return try? made.applied(to: nil, beside: [], at: nil).after.scales.first
    }
}
