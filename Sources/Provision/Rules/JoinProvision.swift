import Basics

/// A pupil joins a provision that runs.
public struct JoinProvision: Sendable {
    public let pupil: JoiningPupil
    public let from: Day

    public init(_ pupil: JoiningPupil, from: Day) { (self.pupil, self.from) = (pupil, from) }

    /// - Parameter today: who joins from a day that is past must be on roll now, too.
    public func applied(to whole: WholeProvision, today: Day) throws -> ProvisionChange {
        var problems = Problems()
        problems.requireRunning(whole.run)
        problems.require(from >= whole.run.starts, "from", "It starts on \(whole.run.starts.inWords). Give that day or a later one.")
        if let end = whole.run.plannedEnd { problems.require(from <= end, "from", "This day is after its last day, \(end.inWords).") }
        problems.requireRoll(pupil, from: from, "pupil")
        if from < today, problems.message(for: "pupil") == nil { problems.requireRoll(pupil, from: today, "pupil") }
        if let there = whole.members.first(where: { $0.pupil == pupil.pupil && $0.spell.overlaps(Spell(starts: from)) }) {
            problems.add("pupil", "\(pupil.called) takes part already, \(there.spell.inWords).")
        }
        if let size = whole.pattern(on: from)?.plannedSize { problems.require(whole.pupils(on: from).count < size, "pupil", "The group is full: it is planned for \(count(size, "pupil")). Change its size first.") }
        try problems.check()
        var change = ProvisionChange()
        change.members = [Change("provision.joined", to: ProvisionMember(run: whole.run.id, pupil: pupil.pupil, spell: Spell(starts: from)))]
        change.outcomes = pupil.outcomes.map { Change("provision.outcomeLinked", to: ProvisionOutcome(run: whole.run.id, pupil: pupil.pupil, outcome: $0)) }
        return change
    }
}
