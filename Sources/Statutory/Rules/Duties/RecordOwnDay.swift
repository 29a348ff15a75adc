import Basics

/// Writes down a day from which a school's own duties are reckoned: its report was published, its plan written.
public struct RecordOwnDay: Sendable {
    public let event: StatutoryEvent
    public let day: Day?
    public let words: String
    /// Whether the day that stands was wrong; otherwise it happened anew.
    public let putsRight: Bool

    public init(_ event: StatutoryEvent, on day: Day?, words: String = "", putsRight: Bool = false) {
        (self.event, self.day, self.words, self.putsRight) = (event, day, words.trimmed, putsRight)
    }

    /// What a school may write down about itself.
    public static let ofSchools: [StatutoryEvent] = [.sencoAppointed, .informationReport, .inclusionStrategy, .accessibilityPlan]

    /// What doing it anew fulfils: the report of this year is what last year's asked for.
    static func met(by event: StatutoryEvent) -> [String] {
        switch event {
        case .informationReport: ["SD-5"]
        case .accessibilityPlan: ["SD-13"]
        case .inclusionStrategy: ["SD-16"]
        case .healthcarePlan: ["SD-12"]
        default: []
        }
    }

    /// Of what event a new day fulfils a rule of a school's own, so that the next time is reckoned, too.
    static func event(renewing rule: String) -> StatutoryEvent? { ofSchools.first { met(by: $0).contains(rule) } }

    /// What was written down of this by people: that a strategy is owed is written down by no one, on the day its grant began.
    static func written(_ event: StatutoryEvent, _ events: [LegalEvent]) -> LegalEvent? {
        events.last { $0.event == event && (event != .inclusionStrategy || $0.happenedOn > LawEdition.grantDay) }
    }

    /// The day to reckon from, the day on which it happened, and what becomes of the duties that stand.
    public struct Recorded: Sendable {
        public let from: Day
        public let on: Day
        public let changes: [Change<OwedDuty>]
    }

    /// - Parameters:
    ///   - standing: the duties of the matter that were not dropped.
    ///   - last: the day that stands.
    /// - Throws: `Problems` with everything that is wrong.
    public func applied(beside standing: [OwedDuty], last: Day?, paper: PaperID? = nil, today: Day) throws -> Recorded {
        let day = try checked(last, today), own = standing.filter { Self.met(by: event).contains($0.rule) }, open = own.first(where: \.isOpen)
        func met(_ owed: OwedDuty) -> Change<OwedDuty> { Change("duty.met", from: owed, to: owed.met(on: day, stated: .ours, words: words, paper: paper)) }
        guard putsRight, let last else { return happened(day, open, met) }
        guard let done = own.last(where: { $0.doneOn == last }) else { return event == .inclusionStrategy ? happened(day, open, met) : Recorded(from: day, on: day, changes: []) }
        if event != .inclusionStrategy { return Recorded(from: day, on: day, changes: [met(done)]) }
        if day >= done.yearStarts { return Recorded(from: max(day, done.dueOn + 1), on: day, changes: [met(done)]) }
        return Recorded(from: done.yearStarts, on: day, changes: [Change("duty.reopened", from: done, to: done.opened)] + (open.map { [Change("duty.dropped", from: $0, to: $0.dropped(because: ReckonAnew.putRight))] } ?? []))
    }

    /// A strategy counts for the year up to its 31 December, whenever in that year it is published; the next is due a year later.
    private func happened(_ day: Day, _ open: OwedDuty?, _ met: (OwedDuty) -> Change<OwedDuty>) -> Recorded {
        guard event == .inclusionStrategy, let open else { return Recorded(from: day, on: day, changes: open.map { [met($0)] } ?? []) }
        return day < open.yearStarts ? Recorded(from: open.yearStarts, on: day, changes: []) : Recorded(from: max(day, open.dueOn + 1), on: day, changes: [met(open)])
    }

    private func checked(_ last: Day?, _ today: Day) throws -> Day {
        var problems = Problems()
        problems.require(day != nil, "day", "Give the day.")
        if let day {
            let first = event == .inclusionStrategy ? LawEdition.grantDay + 1 : LawEdition.firstDay
            problems.require(day <= today, "day", "This day is still to come.")
            problems.require(day >= first, "day", "Give a day from \(first.inWords) on, when \(event == .inclusionStrategy ? "the grant asked for it first" : "this law began").")
            if let last, !putsRight { problems.require(day > last, "day", "The day that stands is \(last.inWords). Give a later one; or choose that it was wrong.") }
        }
        problems.require(words.count <= MeetDuty.longest, "words", "Make this shorter: at most 2,000 letters.")
        try problems.check()
        guard let day else { throw Problems("day", "Give the day.") }
        return day
    }
}

extension OwedDuty {
    /// The first day of the year that ends with its last.
    fileprivate var yearStarts: Day { dueOn.adding(years: -1) + 1 }
}
