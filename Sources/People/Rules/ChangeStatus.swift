import Basics

/// Decides a pupil's SEN status from a day on: adding to the register, moving between SEN support and a
/// plan, or taking off it.
public struct ChangeStatus: Sendable {
    /// N, K or E.
    public let provision: String
    public let from: Day
    /// The need to record with it; empty where the pupil's open needs stand.
    public let need: String
    public let reason: String

    public init(provision: String, from: Day, need: String = "", reason: String) {
        self.provision = provision
        self.from = from
        self.need = need
        self.reason = reason.trimmed
    }

    /// What may be chosen: the codes of today's census (domain 1.1).
    public static let choices = ["K", "E", "N"]

    /// The status that stands before the change, its end, and the new one.
    /// - Throws: `Problems` with everything that is wrong.
    public func applied(to record: RegisterRecord, today: Day) throws -> RegisterChange {
        try problems(record, today).check()
        var change = RegisterChange()
        if let current = record.provision(on: from) {
            change.provisions.append(Change("status.ended", from: current, to: current.ending(from - 1), because: reason))
        }
        let fresh = ProvisionSpell(id: .new, pupil: record.pupil.id, provision: provision, spell: Spell(starts: from), decidedHere: true)
        change.provisions.append(Change("status.started", to: fresh, because: reason))
        change.needs = needs(record)
        change.watches = watches(record)
        return change
    }

    /// Whoever comes onto the register is no longer only watched.
    private func watches(_ record: RegisterRecord) -> [Change<WatchSpell>] {
        guard provision != "N", let before = record.watch(on: from) else { return [] }
        var after = before
        after.spell = Spell(starts: before.spell.starts, ends: max(before.spell.starts, from - 1))
        return [Change("watch.stopped", from: before, to: after, because: reason)]
    }

    private func needs(_ record: RegisterRecord) -> [Change<PupilNeed>] {
        if provision == "N" {
            return record.openNeeds(on: from).map { Change("need.ended", from: $0, to: $0.ending(max(from - 1, $0.spell.starts)), because: reason) }
        }
        if need.isEmpty { return [] }
        let rank = (record.openNeeds(on: from).compactMap(\.rank).max() ?? 0) + 1
        let area = NeedType.named(need)?.area?.key ?? ""
        return [Change("need.added", to: PupilNeed(id: .new, pupil: record.pupil.id, need: need, area: area, rank: rank, spell: Spell(starts: from)), because: reason)]
    }

    private func problems(_ record: RegisterRecord, _ today: Day) -> Problems {
        var problems = Problems()
        let current = record.provision(on: from), open = record.openNeeds(on: from)
        problems.require(Self.choices.contains(provision), "provision", "Choose a status.")
        problems.require(from <= today.adding(months: 3), "from", "This day is more than three months ahead. Give the day on which it starts.")
        problems.require(from > record.pupil.birth, "from", "This day is before \(record.pupil.calledName) was born. Give the day on which the status starts.")
        problems.require(!reason.isEmpty, "reason", "Say why, in a few words. It is kept with the record.")
        if let current {
            problems.require(current.provision != provision, "provision", "\(record.pupil.calledName) has this status already, since \(current.spell.starts.inWords).")
            problems.require(current.spell.starts < from, "from", "The status before this one starts on \(current.spell.starts.inWords). Give a later day, or correct that entry: “Correct” stands beside it at the end of the pupil’s page.")
        }
        if let later = record.provisions.first(where: { $0.spell.starts >= from && $0.id != current?.id }) {
            problems.add("from", "There is a later status, from \(later.spell.starts.inWords). Correct that entry first.")
        }
        if ["K", "E"].contains(provision), open.isEmpty {
            problems.require(!need.isEmpty, "need", "Choose the main need. The census asks for one with SEN support and with a plan.")
        }
        problems.require(need.isEmpty || NeedType.named(need) != nil, "need", "Choose a need of the list.")
        problems.require(need.isEmpty || !open.contains { $0.need == need }, "need", "This need is recorded already.")
        problems.require(need != "NSA" || provision == "K", "need", "This choice is for SEN support only.")
        return problems
    }
}

extension ProvisionSpell {
    /// The same spell with a last day.
    func ending(_ day: Day) -> ProvisionSpell {
        var spell = self
        spell.spell = Spell(starts: self.spell.starts, ends: day)
        return spell
    }
}

extension PupilNeed {
    func ending(_ day: Day) -> PupilNeed {
        var need = self
        need.spell = Spell(starts: spell.starts, ends: day)
        return need
    }
}
