import Basics
import Measures
import Statistics

extension ExpectedProgress {
    /// The line from where a pupil began to what is expected of them on a day; nil where nothing is, or they began too late
    /// for it.
    public func aim(from baseline: TestResult, on day: Day, of scale: Scale) -> AimLine? {
        guard baseline.score.bound == .exact, day > baseline.takenOn else { return nil }
        let months = Int(RatioGain.months(days: day - baseline.takenOn).rounded(.down))
        let expected = expected(from: baseline.score.number, halfTerms: HalfTerm(containing: day).taught(since: baseline.takenOn), months: months, on: scale)
        return expected.flatMap { AimLine(starts: baseline.takenOn.number, from: Double(baseline.score.number), ends: day.number, to: Double($0)) }
    }
}
