import Basics

/// Records a need beside those a pupil has.
public struct AddNeed: Sendable {
    public let need: String
    public let area: String
    /// Its rank; those at or below it move down by one.
    public let rank: Int
    public let from: Day
    public let reason: String

    public init(need: String, area: String = "", rank: Int, from: Day, reason: String = "") {
        self.need = need
        self.area = area
        self.rank = rank
        self.from = from
        self.reason = reason.trimmed
    }

    public func applied(to record: RegisterRecord, today: Day) throws -> RegisterChange {
        let open = record.openNeeds(on: from)
        try problems(record, open, today).check()
        var change = RegisterChange()
        change.needs = open.compactMap { other in
            guard let present = other.rank, present >= rank else { return nil }
            return Change("need.ranked", from: other, to: other.ranked(present + 1))
        }
        let fresh = PupilNeed(id: .new, pupil: record.pupil.id, need: need, area: area.nonEmpty ?? NeedType.named(need)?.area?.key ?? "",
                              rank: rank, spell: Spell(starts: from))
        change.needs.append(Change("need.added", to: fresh, because: reason.nonEmpty))
        return change
    }

    private func problems(_ record: RegisterRecord, _ open: [PupilNeed], _ today: Day) -> Problems {
        var problems = Problems()
        problems.require(!need.isEmpty, "need", "Choose a need.")
        problems.require(!open.contains { $0.need == need }, "need", "This need is recorded already.")
        problems.require((1...open.count + 1).contains(rank), "rank", "Choose a place between 1, the main need, and \(open.count + 1).")
        problems.require(from <= today, "from", "This day is in the future. Give the day from which the need is known.")
        problems.require(from >= record.pupil.birth, "from", "This day is before \(record.pupil.calledName) was born.")
        problems.require(need != "NSA" || record.provision(on: from)?.provision == "K", "need", "This choice is for SEN support only.")
        return problems
    }
}

/// Ends a need that a pupil no longer has; those below it move up.
public struct EndNeed: Sendable {
    public let need: RowID
    public let lastDay: Day
    public let reason: String

    public init(need: RowID, lastDay: Day, reason: String) {
        self.need = need
        self.lastDay = lastDay
        self.reason = reason.trimmed
    }

    public func applied(to record: RegisterRecord, today: Day) throws -> RegisterChange {
        guard let before = record.openNeeds(on: today).first(where: { $0.id == need }) else {
            throw Problems("", "This need has ended already. Go back and look again.")
        }
        var problems = Problems()
        problems.require(lastDay >= before.spell.starts, "last_day", "The last day comes before the first, \(before.spell.starts.inWords).")
        problems.require(lastDay <= today, "last_day", "This day is in the future. Give the day on which it ended.")
        problems.require(!reason.isEmpty, "reason", "Say why, in a few words. It is kept with the record.")
        try problems.check()
        var change = RegisterChange()
        change.needs = [Change("need.ended", from: before, to: before.ending(lastDay), because: reason)]
        change.needs += record.openNeeds(on: today).compactMap { other in
            guard let rank = other.rank, let ended = before.rank, rank > ended else { return nil }
            return Change("need.ranked", from: other, to: other.ranked(rank - 1))
        }
        return change
    }
}

/// Makes another of a pupil's needs the main one, and so on down the list.
public struct RankNeeds: Sendable {
    /// The open needs in their new order, main need first.
    public let order: [RowID]

    public init(order: [RowID]) { self.order = order }

    public func applied(to record: RegisterRecord, today: Day) throws -> RegisterChange {
        let open = record.openNeeds(on: today)
        guard Set(order) == Set(open.map(\.id)), order.count == open.count else {
            throw Problems("", "Somebody changed the needs meanwhile. Look at the list again.")
        }
        var change = RegisterChange()
        change.needs = order.enumerated().compactMap { place, id in
            open.first { $0.id == id }.map { Change("need.ranked", from: $0, to: $0.ranked(place + 1)) }
        }.filter { !$0.isEmpty }
        return change
    }
}

extension PupilNeed {
    func ranked(_ rank: Int) -> PupilNeed {
        var need = self
        need.rank = rank
        return need
    }
}
