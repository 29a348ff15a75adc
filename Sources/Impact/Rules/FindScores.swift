import Basics
import Measures

/// Finds the baseline and the exit among a pupil's results, so that nobody types a score twice: those of the same scale
/// that lie nearest to the beginning and to the end.
public struct FindScores: Sendable {
    /// When the pupil joined, and left; nil while they are in it.
    public let joined: Day, left: Day?

    public init(joined: Day, left: Day?) { (self.joined, self.left) = (joined, left) }

    /// A baseline may be a term older than the start, and two weeks younger.
    static let baselineBefore = 90, baselineAfter = 14
    /// An exit may be taken four weeks before the end, and a term after it.
    static let exitBefore = 28, exitAfter = 90

    /// - Parameter results: of this pupil, of one instrument and scale; withdrawn ones are passed over.
    public func found(in results: [TestResult], of pupil: PupilID) -> PupilChange {
        let standing = results.filter { $0.pupil == pupil && $0.withdrawnOn == nil }
        let baseline = standing.filter { isBaseline($0.takenOn) }.min { nearer($0.takenOn, $1.takenOn, joined) }
        guard let left else { return PupilChange(pupil: pupil, baseline: baseline, exit: nil) }
        let earliest = max(left - Self.exitBefore, (baseline?.takenOn ?? .distantPast) + 1)
        let exit = standing.filter { $0.takenOn >= earliest && $0.takenOn <= left + Self.exitAfter && $0.id != baseline?.id }.min { nearer($0.takenOn, $1.takenOn, left) }
        return PupilChange(pupil: pupil, baseline: baseline, exit: exit)
    }

    private func isBaseline(_ day: Day) -> Bool {
        day >= joined - Self.baselineBefore && day <= joined + Self.baselineAfter && day < left ?? .distantFuture
    }

    /// Of two as near, the earlier.
    private func nearer(_ a: Day, _ b: Day, _ day: Day) -> Bool { (abs(a - day), a) < (abs(b - day), b) }
}
