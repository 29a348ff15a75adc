import Basics

/// Says until when a line is owed: the plan was amended, or ceased.
public struct EndOwedLine: Sendable {
    public let to: Day?

    public init(to: Day?) { self.to = to }

    public func applied(to line: OwedLine) throws -> Change<OwedLine> {
        guard let to else { throw Problems("to", "Give the last day on which it is owed.") }
        if to < line.spell.starts { throw Problems("to", "It is owed from \(line.spell.starts.inWords). Give that day or a later one.") }
        var after = line
        after.spell = Spell(starts: line.spell.starts, ends: to)
        return Change("line.ended", from: line, to: after)
    }
}
