import AreaKit
import Basics
import Database
@testable import Identification
import Pages
@testable import People
import Stage
import Testing

@Suite("Suggestions from data")
struct SignalTests {
    static let today = Stage.november

    static func attendance(_ attended: Int, of possible: Int = 100, ended ago: Int = 7) -> AttendanceFigure {
        AttendanceFigure(pupil: PupilID(1), starts: today - ago - 50, ends: today - ago, possible: possible, attended: attended, origin: .report)
    }

    static func figures(_ attendance: [AttendanceFigure]) -> PupilFigures {
        var figures = PupilFigures()
        figures.attendance = attendance
        return figures
    }

    @Test("Each speaks from its threshold on, of figures that are not too old", arguments: [
        (SignalRule.Figure.attendance, figures([attendance(84)]), true), (.attendance, figures([attendance(85)]), false), (.attendance, figures([attendance(20, ended: 121)]), false),
        (.attendance, figures([attendance(0, of: 0)]), false), (.attendance, PupilFigures(), false), (.attendance, figures([attendance(60, ended: 100), attendance(97)]), false),
        (.fall, figures([attendance(97, ended: 90), attendance(87)]), true), (.fall, figures([attendance(97, ended: 90), attendance(88)]), false), (.fall, figures([attendance(50)]), false),
    ])
    func thresholds(figure: SignalRule.Figure, figures: PupilFigures, speaks: Bool) {
        let rule = SignalRule.usual.first { $0.figure == figure }
        #expect((rule?.suggestion(from: figures, today: Self.today) != nil) == speaks)
        var off = rule
        off?.isOn = false
        #expect(off?.suggestion(from: figures, today: Self.today) == nil)
    }

    @Test("A SENCO sees the figure and the rule, raises a concern from it or sets it aside with a reason", arguments: StageEngine.here)
    func look(engine: StageEngine) async throws {
        let stage = try await ConcernStage(engine), sam = stage.sam, elm = stage.elm, path = "/concerns/signals"
        try await stage.stage.act { writer in
            let total = AttendanceTotal(id: .new, pupil: sam.id, school: elm.id, starts: Self.today - 60, ends: Self.today - 7, possible: 100, attended: 80)
            try writer.save(Change("attendance.counted", to: total))
        }
        #expect(try await stage.stage.visit(.read, path, as: stage.tom).status == 404)
        #expect(try await !stage.stage.visit(.read, path, as: .amira(at: stage.oak.id)).text.contains("Whitlock"))
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("Attended 80% of"))
        #expect(try await stage.stage.visit(.read, "/pupils/\(sam.id)/concerns/raise?signal=attendance", as: stage.amira).text.contains(">Attended 80% of"))
        #expect(try await !stage.stage.visit(.read, "/pupils/\(sam.id)/concerns/raise?signal=attendance", as: stage.tom).text.contains(">Attended 80%"))
        let aside = "/pupils/\(sam.id)/signals/set-aside"
        #expect(try await stage.stage.visit(.read, aside + "?figure=attendance", as: stage.tom).status == 404)
        #expect(try await stage.send(aside, as: stage.amira, [("figure", "attendance")]).status == 422)
        #expect(try await stage.send(aside, as: stage.amira, [("figure", "language"), ("reason", "x")]).status == 422)
        #expect(try await stage.send(aside, as: stage.amira, [("figure", "attendance"), ("reason", "In hospital in October")]).status == 303)
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("No rule finds anybody"))
        #expect(try await stage.events(of: sam.id).last == "signal.set_aside")
    }

    @Test("Those who keep every school set the rules, all at once or none", arguments: StageEngine.here)
    func rules(engine: StageEngine) async throws {
        let stage = try await ConcernStage(engine), path = "/concerns/signals/rules"
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.read, path, as: .dev).text.contains("value=\"85\""))
        var form = ["attendance", "fall", "behaviour", "suspensions"].flatMap { [("\($0)-threshold", "90"), ("\($0)-days", "60"), ("\($0)-on", "yes")] }
        form += [("score-0-instrument", "any"), ("score-0-band", "watch"), ("score-0-results", "1"), ("score-0-days", "90"), ("score-0-on", "yes")]
        #expect(try await stage.send(path, as: .dev, form).status == 303)
        form[0].1 = "101"
        let wrong = try await stage.send(path, as: .dev, form)
        #expect(wrong.status == 422 && wrong.text.contains("href=\"#attendance-threshold\""))
        let absurd = form.map { ($0.0, $0.0 == "attendance-threshold" ? "\(Int.max)" : $0.1) }
        #expect(try await stage.send(path, as: .dev, absurd).status == 422)
        #expect(try await stage.stage.read { try $0.signalRules().figures.map(\.threshold) } == [900, 900, 90, 90])
        #expect(try await stage.stage.read { try $0.signalRules().scores.map(\.key) } == ["score-any-watch-1"])
        form[0].1 = "90"
        let again = form + [("score-1-instrument", "any"), ("score-1-band", "watch"), ("score-1-results", "1"), ("score-1-days", "9"), ("score-1-on", "yes")]
        let twice = try await stage.send(path, as: .dev, again)
        #expect(twice.status == 422 && twice.text.contains("href=\"#score-1-days\""))
    }
}
