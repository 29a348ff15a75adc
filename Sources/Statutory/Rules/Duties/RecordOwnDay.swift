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

    /// The day to reckon from, and what is met on the day given.
    public struct Recorded: Hashable, Sendable {
        public let from: Day
        public let on: Day
        public let meets: [String]
    }

    /// - Parameter standing: the open duties of the matter, and the day that stands.
    /// - Throws: `Problems` with everything that is wrong.
    public func applied(beside standing: [OwedDuty], last: Day?, today: Day) throws -> Recorded {
        var problems = Problems()
        problems.require(day != nil, "day", "Give the day.")
        if let day {
            problems.require(day <= today, "day", "This day is still to come.")
            problems.require(day >= LawEdition.firstDay, "day", "Give a day from \(LawEdition.firstDay.inWords) on, when this law began.")
            if let last, !putsRight { problems.require(day > last, "day", "The day that stands is \(last.inWords). Give a later one; or choose that it was wrong.") }
        }
        problems.require(words.count <= MeetDuty.longest, "words", "Make this shorter: at most 2,000 letters.")
        try problems.check()
        guard let day else { throw Problems("day", "Give the day.") }
        let meets = putsRight || last == nil ? [] : Self.met(by: event), due = standing.first { $0.isOpen && meets.contains($0.rule) }?.dueOn
        return Recorded(from: event == .inclusionStrategy ? max(day, due.map { $0 + 1 } ?? day) : day, on: day, meets: meets)
    }
}
