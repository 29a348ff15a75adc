import Basics

/// Changes the week of a provision from a day on: times, people, room, size, money or proof.
public struct ChangeProvision: Sendable {
    public let from: Day
    public let pattern: PatternForm
    public let reason: String
    /// Whether it serves a line of section F of an EHC plan.
    public let isSectionF: Bool

    public init(from: Day, pattern: PatternForm, reason: String = "", isSectionF: Bool = false) {
        (self.from, self.pattern, self.reason, self.isSectionF) = (from, pattern, reason.trimmed, isSectionF)
    }

    /// - Parameter lastLogged: the latest day of which a session stands logged: what was logged is not planned anew.
    public func applied(to whole: WholeProvision, lastLogged: Day?, today: Day) throws -> ProvisionChange {
        var problems = Problems()
        problems.requireRunning(whole.run)
        problems.require(from <= today.adding(months: 12), "from", "This day is more than a year ahead. Give the day from which it is so.")
        problems.require(from >= whole.run.starts, "from", "This day is before it started, on \(whole.run.starts.inWords).")
        if let end = whole.run.plannedEnd { problems.require(from <= end, "from", "This day is after its last day, \(end.inWords).") }
        if let lastLogged { problems.require(from > lastLogged, "from", "Sessions are logged up to \(lastLogged.inWords). Give a later day.") }
        if let later = whole.patterns.first(where: { $0.spell.starts > from }) { problems.add("from", "Another change is planned from \(later.spell.starts.inWords). Give a day after it.") }
        let week = pattern.pattern(of: whole.run.kind, from: from, to: nil, isSectionF: isSectionF, &problems)
        if let size = pattern.plannedSize, size > 0 { problems.require(whole.pupils(on: from).count <= size, "group_size", "\(count(whole.pupils(on: from).count, "pupil")) take part. Make the group larger.") }
        guard let week else { throw problems }
        try problems.check()
        return change(whole, week)
    }

    /// The week before ends the day before; where it began on the same day, it is put right in place.
    private func change(_ whole: WholeProvision, _ week: WeeklyPattern) -> ProvisionChange {
        var change = ProvisionChange(), week = week
        week.run = whole.run.id
        guard let before = whole.pattern(on: from) else {
            change.patterns = [Change("provision.planned", to: week, because: reason.nonEmpty)]
            return change
        }
        if before.spell.starts == from {
            (week.id, week.version) = (before.id, before.version)
            change.patterns = [Change("provision.planCorrected", from: before, to: week, because: reason.nonEmpty)]
            return change
        }
        var ended = before
        ended.spell = Spell(starts: before.spell.starts, ends: from - 1)
        change.patterns = [Change("provision.planEnded", from: before, to: ended, because: reason.nonEmpty), Change("provision.changed", to: week, because: reason.nonEmpty)]
        return change
    }
}

extension Problems {
    mutating func requireRunning(_ run: ProvisionRun) {
        require(run.isRunning, "", "This provision ended on \(run.endedOn?.inWords ?? ""). Start a new one.")
    }
}
