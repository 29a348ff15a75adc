import Basics
import Plans

/// How the outcomes went that an intervention was for: the first figure of its impact.
public struct OutcomeTally: Sendable, Hashable {
    public var met = 0, partly = 0, notMet = 0
    /// Due, and nobody has said how they went.
    public var unknown = 0

    public init(met: Int = 0, partly: Int = 0, notMet: Int = 0, unknown: Int = 0) { (self.met, self.partly, self.notMet, self.unknown) = (met, partly, notMet, unknown) }

    /// - Parameter results: one for each linked outcome; nil where it was not reviewed.
    public init(_ results: [OutcomeReview.Result?]) {
        for result in results {
            switch result {
            case .met: met += 1
            case .partly: partly += 1
            case .notMet: notMet += 1
            case nil: unknown += 1
            }
        }
    }

    public var reviewed: Int { met + partly + notMet }

    /// `7 of 12 outcomes met, 3 partly, 2 not.`
    public var inWords: String {
        guard reviewed > 0 else { return unknown == 0 ? "No outcome is linked." : "\(count(unknown, "outcome")) linked, none reviewed yet." }
        let rest = unknown == 0 ? "" : " \(unknown) not reviewed yet."
        return "\(met) of \(count(reviewed, "outcome")) met, \(partly) partly, \(notMet) not.\(rest)"
    }
}
