import Basics
@testable import Impact
import Measures
import Plans
import Statistics
import Testing

@Suite("Impact of an intervention")
struct ImpactFiguresTests {
    @Test("Standard scores give a mean change and an effect; who lacks a score is left out and counted")
    func points() {
        let changes = Scores.changes([(80, 85), (90, 100), (100, 115)]) + [Scores.change(4, Score(82), nil), Scores.change(5, nil, Score(82)), Scores.change(6, Score(70, .below), Score(75))]
        let figures = ImpactFigures(changes, on: Scores.reading, of: Scores.instrument(Scores.reading), measurementError: 3)
        #expect(figures.n == 3 && figures.meanChange == 10 && figures.deviation == 5 && abs((figures.effect?.effect ?? 0) - 4.0 / 7) < 1e-12)
        #expect(figures.withoutExit == 1 && figures.withoutBaseline == 1 && figures.notExact == 1 && figures.baselineMean == 90)
        #expect(figures.ways == [.better: 4] && figures.reliably == [.better: 2, .same: 1] && figures.ratio == nil)
    }

    @Test("Ages give a ratio, and are never averaged")
    func ages() {
        let figures = ImpactFigures(Scores.changes([(96, 102), (100, 101)]), on: Scores.age, of: Scores.instrument(Scores.age))
        let months = RatioGain.months(days: Scores.end - Scores.start)
        #expect(figures.meanChange == nil && figures.effect == nil && abs((figures.ratio?.ratio ?? 0) - 7 / (2 * months)) < 1e-12)
        // Two scores of one day make a pair, and no time between them.
        let sameDay = PupilChange(pupil: PupilID(3), baseline: Scores.result(3, Score(90), on: Scores.start, id: 5), exit: Scores.result(3, Score(99), on: Scores.start, id: 6))
        let mixed = ImpactFigures(Scores.changes([(96, 102), (100, 101)]) + [sameDay], on: Scores.age, of: Scores.instrument(Scores.age))
        #expect(mixed.n == 3 && mixed.ratioN == 2 && mixed.ratio == figures.ratio)
    }

    @Test("Levels are counted; a test of one moment is not compared at all")
    func order() {
        let levels = ImpactFigures(Scores.changes([(0, 2), (1, 1), (3, 2)]), on: Scores.levels, of: Scores.instrument(Scores.levels))
        #expect(levels.ways == [.better: 1, .same: 1, .worse: 1] && levels.meanChange == nil && levels.effect == nil)
        let once = ImpactFigures(Scores.changes([(80, 90)]), on: Scores.reading, of: Scores.instrument(Scores.reading, progress: false))
        #expect(once.comparison == .oneMoment && once.ways.isEmpty && once.meanChange == nil)
    }

    static let ways: [(Scale, Score, Score, PupilChange.Way?)] = [
        (Scores.reading, Score(80), Score(81), .better), (Scores.reading, Score(80), Score(80), .same), (Scores.reading, Score(80), Score(79), .worse),
        (Scores.difficulties, Score(20), Score(12), .better), (Scores.difficulties, Score(12), Score(20), .worse),
        (Scores.reading, Score(70, .below), Score(70), .better), (Scores.reading, Score(70, .below), Score(65), nil), (Scores.reading, Score(70, .below), Score(70, .below), nil),
        (Scores.reading, Score(130), Score(130, .above), .better), (Scores.reading, Score(75), Score(70, .below), .worse),
    ]

    @Test("A pupil went up or down in what is good for the pupil, as far as bounds tell", arguments: ways)
    func way(scale: Scale, before: Score, after: Score, way: PupilChange.Way?) {
        #expect(Scores.change(1, before, after).way(on: scale) == way)
    }

    @Test("What is shown depends on how many, and on who looks", arguments: [
        (0, false, false, false), (4, true, false, false), (4, false, false, false), (5, false, true, false), (9, true, true, false), (10, false, true, true), (10, true, true, true),
    ])
    func sight(n: Int, sees: Bool, figures: Bool, effect: Bool) {
        let sight = ImpactSight(n: n, seesPupils: sees)
        #expect(sight.pupils == sees && sight.figures == figures && sight.effect == effect && (sight.instead == nil) == effect)
    }

    @Test("The words say what a figure cannot show")
    func words() {
        let low = ImpactFigures(Scores.changes([(75, 80), (78, 80), (81, 90)]), on: Scores.reading, of: Scores.instrument(Scores.reading))
        let words = ImpactWords(low, on: Scores.reading, chosenForLowScores: true, retest: 0.9).sentences.joined(separator: " ")
        #expect(words.contains("no comparison group") && words.contains("About 2.2 points") && words.contains("take age out"))
        #expect(!ImpactWords(low, on: Scores.reading, chosenForLowScores: false).sentences.joined().contains("chance"))
        let sdq = ImpactFigures(Scores.changes([(20, 12)]) + [Scores.change(2, Score(20), nil)], on: Scores.difficulties, of: Scores.instrument(Scores.difficulties))
        let said = ImpactWords(sdq, on: Scores.difficulties, chosenForLowScores: true).sentences.joined(separator: " ")
        #expect(said.contains("lower score is better") && said.contains("1 with no exit score") && said.contains("by chance alone"))
    }

    @Test("Outcomes come first: met, partly, not met")
    func outcomes() {
        #expect(OutcomeTally([.met, .met, .partly, .notMet, nil]).inWords == "2 of 4 outcomes met, 1 partly, 1 not. 1 not reviewed yet.")
        #expect(OutcomeTally([]).inWords == "No outcome is linked." && OutcomeTally([nil]).inWords == "1 outcome linked, none reviewed yet.")
    }

    @Test("A price for each gain, and none for a loss")
    func cost() {
        #expect(CostPerGain.outcome(Pence(10_000), OutcomeTally(met: 3))?.inWords == "£33.33 for each outcome met")
        #expect(CostPerGain.outcome(Pence(10_000), OutcomeTally(notMet: 3)) == nil)
        #expect(CostPerGain.month(Pence(9_000), RatioGain([(12, 6), (3, 3)]))?.price == Pence(1_500) && CostPerGain.month(Pence(9_000), RatioGain([(6, 6)])) == nil)
        let sdq = ImpactFigures(Scores.changes([(20, 12), (18, 16)]), on: Scores.difficulties, of: Scores.instrument(Scores.difficulties))
        #expect(CostPerGain.point(Pence(1_000), sdq, lowIsGood: true)?.price == Pence(100) && CostPerGain.point(Pence(1_000), sdq, lowIsGood: false) == nil)
    }

    @Test("Little of it given says little of it")
    func dosage() {
        #expect(Dosage(planned: 600, offered: 450, received: 440).caution?.contains("Only 75 %") == true)
        #expect(Dosage(planned: 600, offered: 600, received: 400).caution?.contains("67 %") == true)
        #expect(Dosage(planned: 600, offered: 580, received: 560).caution == nil && Dosage(planned: 0, offered: 0, received: 0).delivered == nil)
    }
}
