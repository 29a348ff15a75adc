import Basics

/// That a pupil's record is kept, and shown to nobody but the data protection officer and the
/// safeguarding lead, while a question about it is open.
public struct Restriction: Hashable, Sendable {
    /// Why a person may ask for it (UK GDPR, Article 18(1)).
    public enum Ground: String, Sendable, CaseIterable {
        case accuracy, unlawful, claim, objection

        public var label: String {
            switch self {
            case .accuracy: "They say that it is wrong, and we are checking"
            case .unlawful: "We should not have it, and they want it kept all the same"
            case .claim: "We no longer need it, and they need it for a legal claim"
            case .objection: "They object to our use of it, and we are weighing this"
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var ground: Ground
    public var reason: String
    public var spell: Spell
}

/// Restricts the use of a pupil's record from today on.
public struct RestrictRecord: Sendable {
    public let ground: String, reason: String

    public init(ground: String, reason: String) { (self.ground, self.reason) = (ground, reason.trimmed) }

    /// - Parameter standing: the restriction that stands already.
    public func applied(to pupil: PupilID, standing: Restriction?, today: Day) throws -> Change<Restriction> {
        var problems = Problems()
        let ground = Restriction.Ground(rawValue: ground)
        problems.require(standing == nil, "upn", "This record is restricted already.")
        problems.require(!reason.isEmpty, "reason", "Say who asked and why, in a sentence.")
        guard let ground else {
            problems.add("ground", "Choose why it is restricted.")
            throw problems
        }
        try problems.check()
        return Change("restriction.started", to: Restriction(id: .new, pupil: pupil, ground: ground, reason: reason, spell: Spell(starts: today)), because: reason)
    }
}

extension Restriction {
    /// Ends it. Whoever asked for it is told before (Article 18(3)).
    public func lifted(told: Bool, reason: String, today: Day) throws -> Change<Restriction> {
        var problems = Problems()
        problems.require(spell.ends == nil, "", "This restriction has ended already.")
        problems.require(told, "told", "Tell whoever asked for it first, then tick this box. The law asks for that.")
        problems.require(reason.nonEmpty != nil, "reason", "Say why it ends.")
        try problems.check()
        var after = self
        after.spell = Spell(starts: spell.starts, ends: max(today, spell.starts))
        return Change("restriction.lifted", from: self, to: after, because: reason.trimmed)
    }
}
