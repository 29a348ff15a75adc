import Basics

/// A pupil leaves a provision that goes on for the others.
public struct LeaveProvision: Sendable {
    public let lastDay: Day
    public let reason: String

    public init(lastDay: Day, reason: String) { (self.lastDay, self.reason) = (lastDay, reason.trimmed) }

    /// - Parameter lastLogged: the latest day of which a session stands logged with this pupil.
    public func applied(to member: ProvisionMember, of run: ProvisionRun, lastLogged: Day?, today: Day) throws -> Change<ProvisionMember> {
        var problems = Problems()
        problems.require(member.run == run.id, "", "This pupil is not in this provision. Go back and look again.")
        problems.require(member.spell.ends == nil, "", "The pupil left on \(member.spell.ends?.inWords ?? "") already.")
        problems.require(lastDay <= today, "last_day", "This day is in the future. Give the day on which the pupil left.")
        problems.require(lastDay >= member.spell.starts, "last_day", "The last day comes before the first, \(member.spell.starts.inWords).")
        if let lastLogged { problems.require(lastDay >= lastLogged, "last_day", "A session with the pupil is logged on \(lastLogged.inWords). Give that day or a later one.") }
        problems.require(!reason.isEmpty, "reason", "Say why, in a few words. It is kept with the record.")
        try problems.check()
        var after = member
        (after.spell, after.because) = (Spell(starts: member.spell.starts, ends: lastDay), reason)
        return Change("provision.left", from: member, to: after, because: reason)
    }
}
