import Basics

/// What becomes of the duties of a matter when something happened in it, or the day of something is put right.
///
/// - A duty that is still open and arises again is reckoned anew: its row, its excuses and its place in calendars stay.
/// - One of the event whose day is put right is reckoned anew, too, and stays done, on whatever day that was: who invited in time
///   need not invite again because the meeting moved. Where the law has changed since, it keeps what stood under the edition it was
///   done by.
/// - One of another event that was done after the new day belongs to the same happening. What must be done before a day, such as
///   the invitations to a meeting, says nothing by that.
/// - Any other that was done is history, and the duty arises once more.
/// - What the event that was put right owed and the new one doesn't is dropped.
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

    /// The one that stands in this duty's place.
    private func held(_ duty: Duty) -> OwedDuty? {
        let same = standing.filter { $0.rule == duty.id }
        return same.first(where: \.isOpen) ?? same.first { replaced.contains($0.event) } ?? same.first { doneSince($0, duty) }
    }

    private func doneSince(_ owed: OwedDuty, _ duty: Duty) -> Bool {
        owed.doneOn.map { $0 > event.happenedOn && duty.due >= event.happenedOn } ?? false
    }

    private var left: [Change<OwedDuty>] {
        let arising = Set(duties.map(\.id))
        return standing.filter { $0.isOpen && replaced.contains($0.event) && !arising.contains($0.rule) }
            .map { Change("duty.dropped", from: $0, to: $0.dropped(because: Self.putRight)) }
    }

    static let putRight = "The day was put right"
}
