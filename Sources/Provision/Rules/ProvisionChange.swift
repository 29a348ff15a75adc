import Basics

/// What one act changed: the writer saves all of it, or nothing. Parts of a new provision have no number of it yet.
public struct ProvisionChange: Sendable {
    public var run: Change<ProvisionRun>?
    /// What ends, first; then what begins.
    public var patterns: [Change<WeeklyPattern>] = []
    public var members: [Change<ProvisionMember>] = []
    public var outcomes: [Change<ProvisionOutcome>] = []
    public var costs: [Change<ProvisionCost>] = []

    public init() {}
}
