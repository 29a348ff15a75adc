import Basics

/// What becomes of the duties of a matter when something happened in it, or the day of something is put right.
///
/// - A duty that is still open and arises again is reckoned anew: its row, its excuses and its place in calendars stay.
/// - One that was done after the new day belongs to the same happening: it is reckoned anew, too, and stays done. Where the law
///   has changed since, it keeps what stood under the edition it was done by.
/// - One that was done before is history, and the duty arises once more.
/// - What the replaced event owed and the new one doesn't is dropped.
struct ReckonAnew {
    /// As stored, with its id.
    let event: LegalEvent
    let duties: [Duty]
    /// All of the matter that were not dropped.
    let standing: [OwedDuty]
    /// The events of the matter by their ids, and which of them the new one stands for.
    let days: [LegalEventID: Day]
    let replaced: Set<LegalEventID>

    var changes: [Change<OwedDuty>] { duties.compactMap(change) + left }

    private func change(_ duty: Duty) -> Change<OwedDuty>? {
        guard let held = held(duty) else { return Change("duty.arose", to: OwedDuty(duty, from: event)) }
        if !replaced.contains(held.event), let other = days[held.event], other > event.happenedOn { return nil }
        if held.doneOn != nil, held.edition != duty.edition { return nil }
        return Change("duty.reckonedAnew", from: held, to: held.reckoned(as: duty, from: event))
    }

    /// The one that stands in this duty's place: open, or done after the new day.
    private func held(_ duty: Duty) -> OwedDuty? {
        let same = standing.filter { $0.rule == duty.id }
        return same.first(where: \.isOpen) ?? same.first { owed in owed.doneOn.map { $0 > event.happenedOn } ?? false }
    }

    private var left: [Change<OwedDuty>] {
        let arising = Set(duties.map(\.id))
        return standing.filter { $0.isOpen && replaced.contains($0.event) && !arising.contains($0.rule) }
            .map { Change("duty.dropped", from: $0, to: $0.dropped(because: Self.putRight)) }
    }

    static let putRight = "The day was put right"
}
