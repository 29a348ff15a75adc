import Basics

/// A pupil's time in a provision.
public struct ProvisionMember: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var run: ProvisionID
    public var pupil: PupilID
    public var spell: Spell
    public var because = ""

    public init(id: RowID = .new, run: ProvisionID = .new, pupil: PupilID, spell: Spell) { (self.id, self.run, self.pupil, self.spell) = (id, run, pupil, spell) }
}

/// An outcome of a pupil's plan that a provision serves.
public struct ProvisionOutcome: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var run: ProvisionID
    public var pupil: PupilID
    public var outcome: OutcomeID

    public init(id: RowID = .new, run: ProvisionID = .new, pupil: PupilID, outcome: OutcomeID) { (self.id, self.run, self.pupil, self.outcome) = (id, run, pupil, outcome) }
}
