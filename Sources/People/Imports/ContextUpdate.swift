import Basics

extension PupilUpdate {
    /// Circumstances that last a while, and membership of a SEN unit or resourced provision.
    mutating func updateContext() {
        let flags = incoming.flags
        if owns(.context) {
            takeFlag(.lookedAfter, flags.lookedAfter, detail: flags.careAuthority)
            takeFlag(.pupilPremium, flags.pupilPremium)
            takeFlag(.serviceChild, flags.serviceChild.flatMap { ["Y": true, "N": false][$0] })
            takeFreeMeals()
        }
        if owns(.register) {
            takeBase(.unit, flags.senUnit)
            takeBase(.resourced, flags.resourcedProvision)
        }
    }

    private mutating func takeFlag(_ kind: ContextFlag.Kind, _ sent: Bool?, detail: String? = nil) {
        guard let sent else { return }
        let open = known.flags.last { $0.kind == kind && $0.spell.covers(day) }
        if open == nil, known.flags.contains(where: { $0.kind == kind && $0.spell.starts > day }) { return }
        switch (open, sent) {
        case (nil, true):
            note(kind.label, "no", "yes")
            changes.flags.append(Change("flag.started", to: ContextFlag(id: .new, pupil: id, kind: kind, detail: detail ?? "", spell: Spell(starts: day))))
        case (let open?, false):
            note(kind.label, "yes", "no")
            var ended = open
            ended.spell = Spell(starts: open.spell.starts, ends: max(open.spell.starts, day - 1))
            changes.flags.append(Change("flag.ended", from: open, to: ended))
        case (let open?, true):
            guard let detail, detail != open.detail else { return }
            note(kind.label, open.detail, detail)
            var changed = open
            changed.detail = detail
            changes.flags.append(Change("flag.changed", from: open, to: changed))
        case (nil, false): return
        }
    }

    private mutating func takeFreeMeals() {
        for sent in (incoming.freeMeals ?? []).lastOfEach(by: \.starts) where sent.ends.map({ sent.starts <= $0 }) ?? true {
            let held = known.flags.first { $0.kind == .freeMeals && $0.spell.starts == sent.starts }
            var after = held ?? ContextFlag(id: .new, pupil: id, kind: .freeMeals, spell: Spell(starts: sent.starts))
            after.spell = Spell(starts: sent.starts, ends: sent.ends)
            if after == held { continue }
            note(ContextFlag.Kind.freeMeals.label, held?.spell.inWords ?? "", after.spell.inWords)
            changes.flags.append(Change(held == nil ? "flag.started" : "flag.changed", from: held, to: after))
        }
    }

    private mutating func takeBase(_ base: BaseSpell.Base, _ sent: Bool?) {
        guard let sent else { return }
        let open = known.bases.last { $0.base == base && $0.school == school.id && $0.spell.covers(day) }
        let later = known.bases.contains { $0.base == base && $0.spell.starts > day }
        if sent, open == nil, !later {
            note(base.label, "no", "yes")
            changes.bases.append(Change("base.joined", to: BaseSpell(id: .new, pupil: id, school: school.id, base: base, spell: Spell(starts: day))))
        } else if !sent, let open {
            note(base.label, "yes", "no")
            var ended = open
            ended.spell = Spell(starts: open.spell.starts, ends: max(open.spell.starts, day - 1))
            changes.bases.append(Change("base.left", from: open, to: ended))
        }
    }
}
