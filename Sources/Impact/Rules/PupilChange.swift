import Basics
import Measures
import Statistics

/// What one pupil scored on a scale when an intervention began, and when it ended.
public struct PupilChange: Sendable, Hashable {
    public let pupil: PupilID
    public let baseline: TestResult?
    public let exit: TestResult?

    public init(pupil: PupilID, baseline: TestResult?, exit: TestResult?) { (self.pupil, self.baseline, self.exit) = (pupil, baseline, exit) }

    /// A pupil who was in it more than once has one change: from the first score before to the last after.
    public init(over runs: [PupilChange], of pupil: PupilID) {
        self.init(pupil: pupil, baseline: runs.compactMap(\.baseline).min { ($0.takenOn, $0.id) < ($1.takenOn, $1.id) }, exit: runs.compactMap(\.exit).max { ($0.takenOn, $0.id) < ($1.takenOn, $1.id) })
    }

    /// Both scores, where both are exact: of `<70` nobody knows by how much it changed.
    public var exact: (baseline: TestResult, exit: TestResult)? {
        guard let baseline, let exit, baseline.score.bound == .exact, exit.score.bound == .exact else { return nil }
        return (baseline, exit)
    }

    /// Exit less baseline in the unit of the scale, whichever way is good; nil where one is missing or not exact.
    public var difference: Int? { exact.map { $0.exit.score.number - $0.baseline.score.number } }

    /// Calendar months between the two tests; nil where one is missing or they are of one day.
    public var months: Double? {
        guard let baseline, let exit, exit.takenOn > baseline.takenOn else { return nil }
        return RatioGain.months(days: exit.takenOn - baseline.takenOn)
    }

    /// Which way a pupil went, in what is good for the pupil.
    public enum Way: String, Sendable, CaseIterable {
        case better, same, worse

        public var label: String {
            switch self {
            case .better: "Better"
            case .same: "The same"
            case .worse: "Not as good"
            }
        }
    }

    /// Known also of `<70`, where the other score lies beyond it; nil where it is not.
    public func way(on scale: Scale) -> Way? {
        guard let before = baseline?.score, let after = exit?.score else { return nil }
        if after.possible.lowerBound > before.possible.upperBound { return scale.fallsToTheGood ? .worse : .better }
        if after.possible.upperBound < before.possible.lowerBound { return scale.fallsToTheGood ? .better : .worse }
        return exact == nil ? nil : .same
    }

    /// Whether the change is more than the test's own error makes; nil without a standard error of measurement.
    public func reliable(on scale: Scale, measurementError: Double?) -> Way? {
        guard let pair = exact, let measurementError,
              let change = ReliableChange(before: Double(pair.baseline.score.number), after: Double(pair.exit.score.number), measurementError: measurementError) else { return nil }
        switch change.direction {
        case .withinError: return .same
        case .rose: return scale.fallsToTheGood ? .worse : .better
        case .fell: return scale.fallsToTheGood ? .better : .worse
        }
    }
}

extension Score {
    /// The numbers that it can stand for.
    fileprivate var possible: ClosedRange<Int> {
        switch bound {
        case .exact: number...number
        case .below: Int.min...(number - 1)
        case .above: (number + 1)...Int.max
        }
    }
}
