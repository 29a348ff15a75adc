import Basics

/// Ends a provision with a day and a reason; with it the week and every pupil's time in it.
public struct EndProvision: Sendable {
    public let lastDay: Day
    public let reason: String

    public init(lastDay: Day, reason: String) { (self.lastDay, self.reason) = (lastDay, reason.trimmed) }

    /// - Parameter lastLogged: the latest day of which a session stands logged.
    public func applied(to whole: WholeProvision, lastLogged: Day?, today: Day) throws -> ProvisionChange {
        var problems = Problems()
        problems.requireRunning(whole.run)
        problems.require(lastDay <= today, "last_day", "This day is in the future. Give the day on which it ended.")
        problems.require(lastDay >= whole.run.starts, "last_day", "The last day comes before the first, \(whole.run.starts.inWords).")
        if let lastLogged { problems.require(lastDay >= lastLogged, "last_day", "A session is logged on \(lastLogged.inWords). Give that day or a later one.") }
        problems.require(!reason.isEmpty, "reason", "Say why, in a few words. It is kept with the record.")
        try problems.check()
        return change(whole)
    }

    private func change(_ whole: WholeProvision) -> ProvisionChange {
        var change = ProvisionChange(), run = whole.run
        (run.endedOn, run.because) = (lastDay, reason)
        change.run = Change("provision.ended", from: whole.run, to: run, because: reason)
        change.patterns = whole.patterns.filter { $0.spell.ends == nil }.map { before in
            var after = before
            after.spell = before.spell.cut(at: lastDay)
            return Change("provision.planEnded", from: before, to: after)
        }
        change.members = whole.members.filter { $0.spell.ends == nil }.map { before in
            var after = before
            after.spell = before.spell.cut(at: lastDay)
            return Change("provision.left", from: before, to: after)
        }
        return change
    }
}

extension Spell {
    /// The same with a last day; what was to begin later lasts the one day on which it begins.
    func cut(at day: Day) -> Spell { Spell(starts: starts, ends: max(starts, day)) }
}
