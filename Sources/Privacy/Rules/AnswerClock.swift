import Basics

/// By when a request for a copy must be answered.
///
/// One month, and two more where the request is complex (UK GDPR, Article 12(3); domain 8.1, S2). The clock starts
/// on the day of the request, or on the later day on which we know who asks and that they may (Data (Use and Access)
/// Act 2025, for requests from 5 February 2026; domain 8.1, S2). The days from a question of ours to its answer do not
/// count. A month ends on the same date of the next month, or on its last day where it has no such date; where
/// that is no working day, on the next one (guidance of the Information Commissioner).
public struct AnswerClock: Hashable, Sendable {
    public let received: Day
    public let proved: Day?
    public let pauses: [Spell]
    public let isExtended: Bool

    public init(received: Day, proved: Day?, pauses: [Spell] = [], isExtended: Bool = false) {
        (self.received, self.proved, self.pauses, self.isExtended) = (received, proved, pauses, isExtended)
    }

    /// From here on the proof of identity or authority starts the clock.
    public static let proofStarts = Day(2026, 2, 5) ?? .distantPast

    /// The first day of the clock; nil while we do not know who asks.
    public var starts: Day? {
        if received < Self.proofStarts { return received }
        return proved.map { max($0, received) }
    }

    public var isPaused: Bool { pauses.contains { $0.ends == nil } }

    /// Nil before the clock starts, and while it is paused.
    public var due: Day? {
        guard let starts, !isPaused else { return nil }
        return workingDay(from: starts.adding(months: isExtended ? 3 : 1) + pausedDays(from: starts))
    }

    /// The last day on which we may say that we need two months more: within the first month.
    public var mayExtendUntil: Day? { AnswerClock(received: received, proved: proved, pauses: pauses).due }

    /// Days of pauses after the clock has started.
    private func pausedDays(from starts: Day) -> Int {
        pauses.reduce(0) { sum, pause in sum + max(0, (pause.ends ?? pause.starts) - max(pause.starts, starts)) }
    }

    private func workingDay(from day: Day) -> Day { BankHolidays.isWorkingDay(day) ? day : workingDay(from: day + 1) }
}
