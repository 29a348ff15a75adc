import Basics

/// What a school decided about an intervention, once it saw what it did.
public struct ImpactDecision: Hashable, Sendable {
    public enum Verdict: String, Sendable, CaseIterable {
        case keep, adapt, stop

        public var label: String {
            switch self {
            case .keep: "Keep it as it is"
            case .adapt: "Keep it, and change something"
            case .stop: "Stop it"
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var intervention: InterventionID
    public var school: SchoolID
    /// The runs it looked at: those that ended between these days.
    public var from: Day, to: Day
    public var verdict: Verdict
    public var because: String
    /// What changes, where it is adapted.
    public var change: String
    public var decidedOn: Day
    public var decidedBy: String
    public var lookAgain: Day?

    /// Whether it is about runs of which the last ended on a day: it looked at them, once that one was over.
    public func isAbout(lastEnd: Day) -> Bool { from <= lastEnd && lastEnd <= to && lastEnd <= decidedOn }
}
