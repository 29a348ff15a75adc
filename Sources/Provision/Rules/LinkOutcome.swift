import Basics

/// Ties a provision to an outcome of a pupil's plan.
public struct LinkOutcome: Sendable {
    public let pupil: PupilID
    public let outcome: OutcomeID

    public init(_ outcome: OutcomeID, of pupil: PupilID) { (self.outcome, self.pupil) = (outcome, pupil) }

    public func applied(to whole: WholeProvision) throws -> Change<ProvisionOutcome> {
        var problems = Problems()
        problems.require(whole.members.contains { $0.pupil == pupil }, "outcome", "This outcome belongs to a pupil who does not take part.")
        problems.require(!whole.outcomes.contains { $0.outcome == outcome }, "outcome", "This outcome is linked already.")
        try problems.check()
        return Change("provision.outcomeLinked", to: ProvisionOutcome(run: whole.run.id, pupil: pupil, outcome: outcome))
    }
}
