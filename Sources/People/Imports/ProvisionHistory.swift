import Basics

/// A history of provision as a file tells it, laid over the one the record holds.
enum ProvisionHistory {
    /// Rows become spells that do not meet: each ends the day before the next begins; of two with the same
    /// start the later row counts; a row that repeats the code before it adds nothing (formats 1, pitfalls).
    static func spells(_ rows: [IncomingProvision], of pupil: PupilID) -> [ProvisionSpell] {
        let ordered = rows.enumerated().compactMap { place, row in row.starts.map { (day: $0, place: place, code: row.code) } }
            .sorted { ($0.day, $0.place) < ($1.day, $1.place) }
        var kept: [(day: Day, code: String)] = []
        for row in ordered {
            if kept.last?.day == row.day { kept.removeLast() }
            if kept.last?.code != row.code { kept.append((row.day, row.code)) }
        }
        return kept.enumerated().map { place, row in
            let next = place + 1 < kept.count ? kept[place + 1].day - 1 : nil
            return ProvisionSpell(id: .new, pupil: pupil, provision: row.code, spell: Spell(starts: row.day, ends: next), decidedHere: false)
        }
    }

    /// What must change so that the record tells the same history.
    struct Alignment {
        var replaced: [ProvisionSpell] = []
        var changes: [Change<ProvisionSpell>] = []
        var isEmpty: Bool { replaced.isEmpty && changes.isEmpty }
    }

    /// Spells that begin on the same day are corrected; one of the same code that overlaps is moved; one that
    /// lies wholly before the file's history is kept, since the file does not go back so far; any other is
    /// replaced, and what it held stays in the trail.
    static func align(_ held: [ProvisionSpell], to wanted: [ProvisionSpell]) -> Alignment {
        guard let first = wanted.first else { return Alignment() }
        var alignment = Alignment(), rest = held, missing: [ProvisionSpell] = []
        for spell in wanted {
            let place = rest.firstIndex { $0.spell.starts == spell.spell.starts } ?? rest.firstIndex { $0.provision == spell.provision && $0.spell.overlaps(spell.spell) }
            guard let place else { missing.append(spell); continue }
            alignment.correct(rest.remove(at: place), to: spell)
        }
        for spell in rest {
            if spell.spell.starts >= first.spell.starts { alignment.replaced.append(spell); continue }
            if (spell.spell.ends ?? .distantFuture) < first.spell.starts { continue }
            alignment.changes.insert(Change("status.ended", from: spell, to: spell.ending(first.spell.starts - 1)), at: 0)
        }
        alignment.changes += missing.map { Change($0.spell.ends == nil ? "status.started" : "status.noted", to: $0) }
        return alignment
    }
}

extension ProvisionHistory.Alignment {
    fileprivate mutating func correct(_ held: ProvisionSpell, to wanted: ProvisionSpell) {
        var after = held
        after.provision = wanted.provision
        after.spell = wanted.spell
        if after != held { changes.append(Change("status.corrected", from: held, to: after)) }
    }
}
