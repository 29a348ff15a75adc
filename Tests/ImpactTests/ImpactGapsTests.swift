import Basics
@testable import Impact
import Measures
import Plans
import Testing

@Suite("What impact must not miss")
struct ImpactGapsTests {
    static func run(_ joined: Day, left: Day? = nil, measured: Bool = true, baseline: Bool = false, exit: Bool = false, effect: PupilRun.Effect = .unknown, intervention: Int = 1, pupil: Int = 1) -> PupilRun {
        PupilRun(intervention: InterventionID(intervention), pupil: PupilID(pupil), joined: joined, left: left, isMeasured: measured, hasBaseline: baseline, hasExit: exit, effect: effect)
    }

    @Test("Started without a baseline, from the fifteenth day on, while it runs")
    func baseline() {
        let start = Scores.start
        #expect(ImpactGaps.startedWithoutBaseline(Self.run(start), on: start + 14) == nil && ImpactGaps.startedWithoutBaseline(Self.run(start), on: start + 15) == start + 15)
        #expect(ImpactGaps.startedWithoutBaseline(Self.run(start, baseline: true), on: start + 60) == nil && ImpactGaps.startedWithoutBaseline(Self.run(start, measured: false), on: start + 60) == nil)
        #expect(ImpactGaps.startedWithoutBaseline(Self.run(start, left: start + 30), on: start + 60) == nil)
    }

    @Test("Ended without an exit, with a baseline or without")
    func exit() {
        let end = Scores.end, ended = Self.run(Scores.start, left: end, baseline: true)
        #expect(ImpactGaps.endedWithoutExit(ended, on: end + 14) == nil && ImpactGaps.endedWithoutExit(ended, on: end + 15) == end + 15 && ImpactGaps.endedWithoutExit(ended, on: end + 366) == nil)
        #expect(ImpactGaps.endedWithoutExit(Self.run(Scores.start, left: end), on: end + 30) == end + 15 && ImpactGaps.endedWithoutExit(Self.run(Scores.start, left: end, measured: false), on: end + 30) == nil && ImpactGaps.endedWithoutExit(Self.run(Scores.start, left: end, baseline: true, exit: true), on: end + 30) == nil)
        #expect(ImpactGaps.endedWithoutExit(Self.run(Scores.start, baseline: true), on: end + 30) == nil)
    }

    static let effects: [([PupilRun.Effect], Bool)] = [
        ([.none, .none, .none], true), ([.none, .none], false), ([.some, .none, .none], false), ([.none, .none, .none, .some], false), ([.some, .none, .none, .none], true),
        ([.none, .unknown, .none, .none], true), ([.none, .none, .unknown], false), ([], false),
    ]

    @Test("Three times without effect, the last three that are known", arguments: effects)
    func thrice(effects: [PupilRun.Effect], found: Bool) {
        let runs = effects.enumerated().map { Self.run(Scores.start + $0 * 40, left: Scores.start + $0 * 40 + 30, effect: $1) }
        let strangers = [Self.run(Scores.start, left: Scores.end, effect: .some, pupil: 2)]
        let day = ImpactGaps.withoutEffect((runs + strangers).shuffled(), of: PupilID(1), on: Scores.start + 400)
        #expect((day != nil) == found)
    }

    @Test("Whether a run did something: outcomes, then scores")
    func effect() {
        func effect(_ tally: OutcomeTally, _ change: PupilChange? = nil, _ scale: Scale? = nil, error: Double? = nil) -> PupilRun.Effect {
            PupilRun.Effect(outcomes: tally, change: change, scale: scale, instrument: scale.map { Scores.instrument($0) }, measurementError: error)
        }
        #expect(effect(OutcomeTally(partly: 1, notMet: 3)) == .some && effect(OutcomeTally(notMet: 1)) == .none && effect(OutcomeTally(unknown: 2)) == .unknown)
        let up = Scores.change(1, Score(80), Score(84))
        #expect(effect(OutcomeTally(), up, Scores.reading) == .some && effect(OutcomeTally(), up, Scores.reading, error: 4) == .none)
        #expect(effect(OutcomeTally(), Scores.change(1, Score(96), Score(97)), Scores.age) == .none && effect(OutcomeTally(), Scores.change(1, Score(96), Score(101)), Scores.age) == .some)
        #expect(effect(OutcomeTally(), Scores.change(1, Score(80), nil), Scores.reading) == .unknown)
    }
}
