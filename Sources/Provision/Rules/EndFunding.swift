import Basics

/// Says until when a sum is paid.
public struct EndFunding: Sendable {
    public let lastDay: Day?

    public init(lastDay: Day?) { self.lastDay = lastDay }

    /// - Parameter beside: the lines of the same pupil or school: a longer one must not run into the next.
    public func applied(to line: FundingLine, beside: [FundingLine] = []) throws -> Change<FundingLine> {
        var problems = Problems()
        problems.require(lastDay != nil, "last_day", "Give the last day on which it is paid.")
        guard let lastDay else { throw problems }
        problems.require(lastDay >= line.spell.starts, "last_day", "It is paid from \(line.spell.starts.inWords). Give that day or a later one.")
        let spell = Spell(starts: line.spell.starts, ends: lastDay)
        let next = beside.first { $0.id != line.id && $0.pupil == line.pupil && $0.school == line.school && $0.stream == line.stream && $0.spell.overlaps(spell) }
        if let next, lastDay >= line.spell.starts { problems.add("last_day", "The same stream is recorded again \(next.spell.inWords). Give an earlier day.") }
        try problems.check()
        var after = line
        after.spell = spell
        return Change("funding.ended", from: line, to: after)
    }
}
