import Basics

/// Records a pupil's place in a SEN unit or in resourced provision.
///
/// Only what the local authority recognises may be flagged in the census (domain 1.5), so a base that the
/// school's own entry does not show is asked about.
public struct JoinBase: Sendable {
    public let base: BaseSpell.Base?
    public let from: Day
    /// The person has checked that the authority recognises it.
    public let recognised: Bool
    public let reason: String

    public init(base: BaseSpell.Base?, from: Day, recognised: Bool = false, reason: String = "") {
        self.base = base
        self.from = from
        self.recognised = recognised
        self.reason = reason.trimmed
    }

    public func applied(to pupil: Pupil, at school: School, bases: [BaseSpell], today: Day) throws -> Change<BaseSpell> {
        var problems = Problems()
        problems.requireStart(from, of: pupil, today: today)
        guard let base else {
            problems.add("base", "Choose a SEN unit or resourced provision.")
            throw problems
        }
        if let other = bases.first(where: { $0.base == base && $0.spell.overlaps(Spell(starts: from)) }) {
            problems.add("base", "\(pupil.calledName) has this place already, \(other.spell.inWords).")
        }
        problems.require(recognised || school.recognises(base), "recognised",
            "\(school.name) has no \(base.label.lowercasedStart) that the local authority recognises, as far as we know. Tick the box if the authority has agreed to it.")
        try problems.check()
        let place = BaseSpell(id: .new, pupil: pupil.id, school: school.id, base: base, spell: Spell(starts: from))
        return Change("base.joined", to: place, because: reason.nonEmpty)
    }
}

extension School {
    /// Whether the authority recognises such a base here.
    public func recognises(_ base: BaseSpell.Base) -> Bool { base == .unit ? unitRecognised : resourcedRecognised }
}

extension String {
    /// With a small first letter, inside a sentence; `SEN unit` stays as it is.
    public var lowercasedStart: String {
        guard let first, dropFirst().first?.isUppercase != true else { return self }
        return first.lowercased() + dropFirst()
    }
}
