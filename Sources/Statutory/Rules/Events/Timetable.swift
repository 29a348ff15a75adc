import Basics

/// What follows from an event, in the order of days.
public struct Timetable: Sendable, Hashable {
    public let event: StatutoryEvent
    public let day: Day
    public let details: EventDetails
    public let duties: [Duty]
    /// What is owed along with it without a day.
    public let standing: [StandingDuty]

    public init(_ event: StatutoryEvent, on day: Day, _ details: EventDetails = EventDetails(), book: RuleBook = .england) {
        (self.event, self.day, self.details) = (event, day, details)
        let triggers = event.triggers(day, details)
        duties = book.duties(triggers, on: day, closures: details.closures)
            .filter { event.wants($0, details) && !details.notYet.contains($0.id) }
            .map { $0.noting(ClosureNotes(event, day, details)) }
        standing = StandingDuty.named(event.standing)
    }
}

extension StatutoryEvent {
    /// What hangs on a day that nobody gave is left out where it would say less than it seems.
    fileprivate func wants(_ duty: Duty, _ details: EventDetails) -> Bool {
        switch self {
        // The least time for comments can't be reckoned from the last day for the notice.
        case .annualReview: duty.id != "AR-11" || details.days[.notice] != nil
        case .ceaseNotice: ["CE-1", "MT-1", "MT-2"].contains(duty.id)
        default: true
        }
    }
}

extension Duty {
    fileprivate func noting(_ notes: ClosureNotes) -> Duty {
        notes.words(for: self).reduce(self) { $0.noting($1) }
    }
}
