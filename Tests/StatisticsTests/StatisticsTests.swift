import Statistics
import Testing

@Suite("Statistics")
struct StatisticsTests {
    @Test("A table worked by hand")
    func byHand() throws {
        // Baselines 80, 90, 100: SD 10. Changes 5, 10, 15: mean 10. J = 1 − 3/7, so g = 4/7. Exits 85, 100, 115: r = 1.
        let effect = try #require(StandardisedMeanChange(PairedSample([(80, 85), (90, 100), (100, 115)])))
        #expect(abs(effect.effect - 4.0 / 7) < 1e-15 && effect.correlation == 1 && abs((effect.variance ?? 0) - 16.0 / 49 / 6) < 1e-15)
    }

    @Test("Fewer than two, or no spread, is no figure")
    func none() {
        #expect(Sample([]).mean == nil && Sample([3]).standardDeviation == nil && Sample([3]).mean == 3 && Sample([0.1, 0.1, 0.1]).standardDeviation == 0)
        #expect(StandardisedMeanChange(PairedSample([(80, 90)])) == nil && StandardisedMeanChange(PairedSample([])) == nil)
        #expect(StandardisedMeanChange(PairedSample(Array(repeating: (0.1, 0.3), count: 12))) == nil)
        #expect(StandardisedMeanChange(n: 1, meanChange: 3, baselineDeviation: 2, correlation: 0.5) == nil)
        #expect(Trend([]) == nil && Trend([(1, 1)]) == nil && Trend([(1, 1), (1, 2)]) == nil)
    }

    @Test("Where all end alike there is an effect without an interval")
    func exitsAlike() throws {
        let effect = try #require(StandardisedMeanChange(PairedSample([(80, 95), (85, 95), (90, 95)])))
        #expect(effect.effect > 0 && effect.correlation == nil && effect.interval == nil)
    }

    @Test("The order of pupils and the unit change nothing")
    func invariant() throws {
        let pairs: [(before: Double, after: Double)] = [(71, 80), (84, 83), (90, 99), (66, 70), (78, 78), (81, 92)]
        let one = try #require(StandardisedMeanChange(PairedSample(pairs)))
        let turned = try #require(StandardisedMeanChange(PairedSample(pairs.reversed())))
        let scaled = try #require(StandardisedMeanChange(PairedSample(pairs.map { ($0.before * 4 - 50, $0.after * 4 - 50) })))
        for other in [turned, scaled] {
            #expect(abs(other.effect - one.effect) < 1e-12 && abs((other.variance ?? 9) - (one.variance ?? 0)) < 1e-12)
        }
        #expect(one.interval?.contains(one.effect) == true)
    }

    @Test("A quantile is between its neighbours, and a share is a share")
    func quantiles() {
        #expect(Sample([3, 1, 2]).median == 2 && Sample([1, 2]).median == 1.5 && Sample([1, 2]).quantile(1) == 2 && Sample([1]).quantile(0.3) == 1)
        #expect(Sample([1, 2]).quantile(1.2) == nil && Sample([]).median == nil && Sample([1, 2]).quantile(.nan) == nil)
    }

    @Test("Ages are divided as sums, not averaged")
    func ratio() {
        // 12 months in 6, and 0 in 2: 12 in 8, not the mean of 2 and 0.
        let gain = RatioGain([(12, 6), (0, 2)])
        #expect(gain?.ratio == 1.5 && gain?.beyondCalendar == 4)
        #expect(RatioGain([]) == nil && RatioGain([(3, 0)]) == nil && RatioGain([(-3, 6)])?.ratio == -0.5)
        #expect(abs(RatioGain.months(days: 365) - 12) < 0.01)
    }

    @Test("A change within the test's error is none")
    func reliable() {
        let error = ReliableChange.measurementError(deviation: 15, reliability: 0.91) ?? 0
        #expect(abs(error - 4.5) < 1e-12 && abs(ReliableChange.smallest(measurementError: error) - 12.47) < 0.01)
        #expect(ReliableChange(before: 80, after: 92, measurementError: error)?.direction == .withinError)
        #expect(ReliableChange(before: 80, after: 93, measurementError: error)?.direction == .rose)
        #expect(ReliableChange(before: 93, after: 80, measurementError: error)?.direction == .fell)
        #expect(ReliableChange(before: 80, after: 92, measurementError: 0) == nil)
        #expect(ReliableChange.measurementError(deviation: 15, reliability: 1.2) == nil)
    }

    @Test("Counts a minute that double each week have a celeration of two")
    func celeration() throws {
        let doubling = try #require(Celeration([.init(day: 0, count: 5, minutes: 1), .init(day: 7, count: 10, minutes: 1), .init(day: 14, count: 20, minutes: 1)]))
        #expect(abs(doubling.weekly - 2) < 1e-12 && abs(doubling.rate(on: 21) - 40) < 1e-9)
        let nothing = Celeration.Timing(day: 0, count: 0, minutes: 1)
        #expect(nothing.rate == 0 && nothing.drawn == 0.5)
        #expect(Celeration([nothing, .init(day: 7, count: -1, minutes: 1)]) == nil && Celeration([nothing, .init(day: 7, count: 1, minutes: 0)]) == nil)
    }

    @Test("An aim line says what each week must bring")
    func aim() {
        let adding = AimLine(starts: 0, from: 20, ends: 42, to: 50), doubling = AimLine(starts: 0, from: 5, ends: 21, to: 40, course: .multiplying)
        #expect(adding?.weekly == 5 && abs((doubling?.weekly ?? 0) - 2) < 1e-12 && abs((doubling?.value(on: 7) ?? 0) - 10) < 1e-9)
        #expect(AimLine(starts: 5, from: 1, ends: 5, to: 2) == nil && AimLine(starts: 0, from: 0, ends: 7, to: 2, course: .multiplying) == nil)
    }

    @Test("A group that began low is expected to rise by itself")
    func regression() {
        #expect(abs((StandardScoreChange.expectedByRegression(meanBefore: 78, retest: 0.9) ?? 0) - 2.2) < 1e-12)
        #expect(StandardScoreChange.expectedByRegression(meanBefore: 78, retest: 2) == nil && StandardScoreChange.deviations(points: 5) == 5.0 / 15)
    }
}
