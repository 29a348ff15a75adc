import Basics

/// How long one kind of record is kept: from when, and for how many years.
public struct RetentionRule: Hashable, Sendable {
    /// What the years are counted from.
    public enum Clock: String, Sendable, CaseIterable {
        case birth, ended

        public var label: String {
            switch self {
            case .birth: "from the pupil’s birth date"
            case .ended: "from its end"
            }
        }
    }

    /// How sure we are of the default (domain 0.1): S2 is quoted by a good source; M must be checked locally.
    public enum Mark: String, Sendable { case quoted = "S2", checkLocally = "M", practice = "PRACTICE" }

    public let record: RecordClass
    public let clock: Clock
    public let years: Int
    public let source: String
    public let mark: Mark

    /// What domain 8.2 gives. It is guidance, not law: the trust decides.
    public static let defaults: [RetentionRule] = [
        RetentionRule(record: .send, clock: .birth, years: 31, source: "IRMS toolkit as quoted: date of birth + 31 years (a plan may run to 25, plus 6). Older pages say 25 or 30 to 35.", mark: .quoted),
        RetentionRule(record: .pupilFile, clock: .birth, years: 25, source: "Usual for secondary schools: date of birth + 25 years. A primary school’s file passes to the next school and is not kept.", mark: .checkLocally),
        RetentionRule(record: .identity, clock: .birth, years: 31, source: "As long as anything else is kept about the pupil; it goes with the last of it.", mark: .practice),
        RetentionRule(record: .account, clock: .ended, years: 6, source: "Usual for records of staff: six years after they leave.", mark: .checkLocally),
        RetentionRule(record: .request, clock: .ended, years: 6, source: "Usual for complaints: six years after the answer (about SEND or a child: date of birth + 25).", mark: .checkLocally),
        RetentionRule(record: .sight, clock: .ended, years: 1, source: "At least 12 months, longer where incidents need it.", mark: .practice),
    ]

    /// The first day on which it may be disposed of.
    public func due(from day: Day) -> Day { day.adding(years: years) }

    /// `31 years from the pupil’s birth date`.
    public var inWords: String { "\(count(years, "year")) \(from)" }

    /// From what the years are counted, for this kind.
    public var from: String {
        switch (clock, record) {
        case (.birth, _): clock.label
        case (.ended, .account): "from the last day of the account"
        case (.ended, .request): "from the answer"
        case (.ended, .sight): "from the look"
        case (.ended, _): clock.label
        }
    }
}

/// What the trust decided about one kind of record, where it differs from the default.
public struct RetentionChoice: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var record: RecordClass
    public var clock: RetentionRule.Clock
    public var years: Int
    public var reason: String
}

/// Decides how long a kind of record is kept.
public struct ChooseRetention: Sendable {
    public let years: Int?
    public let reason: String

    public init(years: String, reason: String) { (self.years, self.reason) = (Int(years.trimmed), reason.trimmed) }

    public func applied(to rule: RetentionRule, before: RetentionChoice?) throws -> Change<RetentionChoice> {
        var problems = Problems()
        problems.require(years.map { (1...100).contains($0) } == true, "years", "Give a number of years from 1 to 100.")
        problems.require(rule.record != .identity, "years", "This goes with the last of a pupil’s other records, so it has no time of its own.")
        problems.require(!reason.isEmpty, "reason", "Say who decided this and from which source.")
        try problems.check()
        var after = before ?? RetentionChoice(id: .new, record: rule.record, clock: rule.clock, years: 0, reason: "")
        (after.years, after.reason) = (years ?? rule.years, reason)
        return Change("retention.chosen", from: before, to: after, because: reason)
    }
}
