import Basics

/// One outcome of a plan that was kept elsewhere, and the plan to which it belongs.
public struct IncomingPlanRow: Sendable, Equatable {
    public let pupil: IncomingCounted
    /// As the file calls it; empty where it does not say.
    public let kind: String
    public let starts: Day
    public let reviewBy: Day
    /// Empty for a plan of which only the days are known.
    public let outcome: String
    public var measure = "", baseline = "", target = "", owner = ""
    public var due: Day?

    init(pupil: IncomingCounted, kind: String, starts: Day, reviewBy: Day, outcome: String) {
        (self.pupil, self.kind, self.starts, self.reviewBy, self.outcome) = (pupil, kind, starts, reviewBy, outcome)
    }
}
