import Basics

/// Notes a circumstance of a pupil from a day on: looked after, pupil premium, service child.
public struct StartFlag: Sendable {
    public let kind: ContextFlag.Kind?
    public let from: Day
    /// The authority that cares for a looked-after child.
    public let authority: String
    public let reason: String

    public init(kind: ContextFlag.Kind?, from: Day, authority: String = "", reason: String = "") {
        self.kind = kind
        self.from = from
        self.authority = authority.trimmed
        self.reason = reason.trimmed
    }

    public func applied(to pupil: Pupil, flags: [ContextFlag], today: Day) throws -> Change<ContextFlag> {
        var problems = Problems()
        problems.requireStart(from, of: pupil, today: today)
        guard let kind else {
            problems.add("flag", "Choose what applies.")
            throw problems
        }
        if let other = flags.first(where: { $0.kind == kind && $0.spell.overlaps(Spell(starts: from)) }) {
            problems.add("flag", "This is recorded already, \(other.spell.inWords).")
        }
        problems.require(kind != .lookedAfter || !authority.isEmpty, "authority", "Give the local authority that looks after \(pupil.calledName): its name or its three figures.")
        problems.require(kind == .lookedAfter || authority.isEmpty, "authority", "An authority belongs to a looked-after child only. Leave this empty.")
        try problems.check()
        let flag = ContextFlag(id: .new, pupil: pupil.id, kind: kind, detail: authority, spell: Spell(starts: from))
        return Change("flag.started", to: flag, because: reason.nonEmpty)
    }
}
