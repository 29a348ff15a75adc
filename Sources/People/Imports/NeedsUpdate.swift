import Basics

extension PupilUpdate {
    /// Lays the file's needs over the open ones: same code and rank first, then same code.
    mutating func takeNeeds(_ sent: [IncomingNeed]) {
        let shift = sent.compactMap(\.rank).min() == 0 ? 1 : 0
        var open = known.needs.filter { $0.spell.ends == nil || $0.spell.covers(day) }
        let before = words(open)
        var touched = false
        for need in sent {
            let rank = need.rank.map { $0 + shift }
            let place = open.firstIndex { $0.need == need.code && $0.rank == rank } ?? open.firstIndex { $0.need == need.code }
            if let place { touched = correct(open.remove(at: place), need, rank) || touched } else { touched = add(need, rank) || touched }
        }
        if !sent.isEmpty, listsNeedsWhole, !statusIsNone { touched = end(open) || touched }
        if touched { note("Needs", before, sent.map { NeedType.label($0.code) }.joined(separator: "; ")) }
    }

    private mutating func correct(_ held: PupilNeed, _ sent: IncomingNeed, _ rank: Int?) -> Bool {
        var after = held
        after.rank = rank ?? held.rank
        let ends = sent.ends ?? held.spell.ends
        let starts = sent.starts ?? held.spell.starts
        if ends.map({ starts <= $0 }) ?? true { after.spell = Spell(starts: starts, ends: ends) }
        if after == held { return false }
        changes.needs.append(Change(ends != nil && held.spell.ends == nil ? "need.ended" : "need.corrected", from: held, to: after))
        return true
    }

    private mutating func add(_ sent: IncomingNeed, _ rank: Int?) -> Bool {
        let starts = sent.starts ?? min(day, sent.ends ?? day)
        let spell = Spell(starts: starts, ends: sent.ends)
        let ended = known.needs.contains { $0.need == sent.code && $0.spell == spell }
        if ended || spell.isReversed { return false }
        let fresh = PupilNeed(id: .new, pupil: id, need: sent.code, area: NeedType.named(sent.code)?.area?.key ?? "", rank: rank, spell: spell)
        changes.needs.append(Change("need.added", to: fresh))
        return true
    }

    /// A full list ends what it leaves out. A pupil without SEN sends no list, which ends nothing.
    private mutating func end(_ left: [PupilNeed]) -> Bool {
        let ending = left.filter { $0.spell.starts < day }
        changes.needs += ending.map { Change("need.ended", from: $0, to: $0.ending(day - 1)) }
        return !ending.isEmpty
    }

    private var statusIsNone: Bool { incoming.provision(on: day)?.code == "N" }

    private func words(_ needs: [PupilNeed]) -> String { needs.map(\.label).joined(separator: "; ") }
}
