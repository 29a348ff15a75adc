import Basics

/// Something dated of a pupil that runs until somebody ends it: a flag, a place in a unit, an arrangement.
public protocol Spelled: Equatable, Sendable {
    var spell: Spell { get set }
}

extension ContextFlag: Spelled {}
extension BaseSpell: Spelled {}
extension Arrangement: Spelled {}

/// Ends something that runs, on a day and with a reason.
public struct EndSpell: Sendable {
    public let lastDay: Day
    public let reason: String

    public init(lastDay: Day, reason: String) {
        self.lastDay = lastDay
        self.reason = reason.trimmed
    }

    /// - Parameter event: what the trail calls it, for instance `flag.ended`.
    public func applied<Part: Spelled>(to before: Part, event: String, today: Day) throws -> Change<Part> {
        var problems = Problems()
        problems.require(before.spell.ends == nil, "", "This has ended already. Go back and look again.")
        problems.require(lastDay >= before.spell.starts, "last_day", "The last day comes before the first, \(before.spell.starts.inWords).")
        problems.require(lastDay <= today, "last_day", "This day is in the future. Give the day on which it ended.")
        problems.require(!reason.isEmpty, "reason", "Say why, in a few words. It is kept with the record.")
        try problems.check()
        var after = before
        after.spell = Spell(starts: before.spell.starts, ends: lastDay)
        return Change(event, from: before, to: after, because: reason)
    }
}

extension Problems {
    /// The first day of something that starts now or has started.
    mutating func requireStart(_ day: Day, of pupil: Pupil, today: Day) {
        require(day <= today, "from", "This day is in the future. Give the day on which it started.")
        require(day >= pupil.birth, "from", "This day is before \(pupil.calledName) was born.")
    }
}
