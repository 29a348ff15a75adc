import Basics
import Measures
import Statistics

/// Finds what a data drop compares: the score of the half-term, and the one that the pupil began the year with.
public struct FindDropScores: Sendable {
    public let drop: DataDrop

    public init(_ drop: DataDrop) { self.drop = drop }

    /// A score counts for a drop when it is at most so many days old.
    static let fresh = 60
    /// The year begins with a score of its first six weeks, or of the summer term before.
    static let early = 42, before = 120

    /// - Parameters:
    ///   - results: of one pupil on the scale of the drop, in any order.
    ///   - expectation: what is expected of the pupil.
    public func line(of pupil: PupilID, _ results: [TestResult], _ expectation: ExpectedProgress?, on scale: Scale) -> DropLine {
        let (baseline, actual) = found(of: pupil, in: results)
        return DropLine(pupil: pupil, baseline: baseline?.score, actual: actual?.score, expected: expected(baseline, actual, expectation, scale), on: scale)
    }

    /// The two results themselves.
    public func found(of pupil: PupilID, in results: [TestResult]) -> (baseline: TestResult?, actual: TestResult?) {
        let standing = results.filter { $0.pupil == pupil && $0.withdrawnOn == nil && $0.takenOn <= drop.asOf }.sorted { $0.takenOn < $1.takenOn }
        let actual = standing.last { $0.takenOn > drop.asOf - Self.fresh }
        return (baseline(standing.filter { $0.takenOn < actual?.takenOn ?? drop.asOf }), actual)
    }

    /// The first day of a result that can count.
    public var from: Day { drop.halfTerm.year.firstDay - Self.before }

    /// Who came in the middle of the year begins with the first score of it.
    private func baseline(_ earlier: [TestResult]) -> TestResult? {
        let year = drop.halfTerm.year.firstDay
        return earlier.last { $0.takenOn >= year - Self.before && $0.takenOn < year + Self.early } ?? earlier.first { $0.takenOn >= year }
    }

    private func expected(_ baseline: TestResult?, _ actual: TestResult?, _ expectation: ExpectedProgress?, _ scale: Scale) -> Int? {
        guard let expectation else { return nil }
        let exact = baseline.flatMap { $0.score.bound == .exact ? $0 : nil }, until = actual?.takenOn ?? drop.asOf
        let months = exact.map { Int(RatioGain.months(days: until - $0.takenOn).rounded(.down)) } ?? 0
        return expectation.expected(from: exact?.score.number, halfTerms: exact.map { HalfTerm.taught(from: $0.takenOn, to: until) } ?? 0, months: months, on: scale)
    }
}
