import Basics

/// A test, scale or screening: what it is called, what it gives scores for, and for whom it is meant. Items and norm
/// tables belong to their publishers and stand nowhere here.
public struct Instrument: Hashable, Sendable {
    /// What it looks at.
    public enum Domain: String, Sendable, CaseIterable {
        case language, speech, reading, spelling, writing, mathematics, reasoning, behaviour, wellbeing, development

        public var label: String {
            switch self {
            case .language: "Language"
            case .speech: "Speech sounds"
            case .reading: "Reading"
            case .spelling: "Spelling"
            case .writing: "Writing"
            case .mathematics: "Mathematics"
            case .reasoning: "Reasoning and memory"
            case .behaviour: "Behaviour"
            case .wellbeing: "Wellbeing and feelings"
            case .development: "Development and learning"
            }
        }
    }

    public var id: InstrumentID
    public var version = 1
    /// Stable everywhere for those that Trellis brings, such as `wellcomm-early`; empty for one that a trust added.
    public var key = ""
    public var name: String
    public var publisher = ""
    public var domain: Domain
    public var scales: [Scale]
    /// Whether its scores may be compared over time. Some screenings look only at one moment.
    public var measuresProgress: Bool
    public var youngestMonths: Int?
    public var oldestMonths: Int?
    /// What one must have to use it.
    public var licence = ""
    public var about = ""
    /// Nil for the whole trust.
    public var school: SchoolID?
    /// The last day on which it was offered.
    public var ends: Day?

    public init(id: InstrumentID, version: Int = 1, key: String = "", name: String, publisher: String = "", domain: Domain, scales: [Scale], measuresProgress: Bool,
                youngestMonths: Int? = nil, oldestMonths: Int? = nil, licence: String = "", about: String = "", school: SchoolID? = nil, ends: Day? = nil) {
        (self.id, self.version, self.key, self.name, self.publisher) = (id, version, key, name, publisher)
        (self.domain, self.scales, self.measuresProgress) = (domain, scales, measuresProgress)
        (self.youngestMonths, self.oldestMonths, self.licence, self.about) = (youngestMonths, oldestMonths, licence, about)
        (self.school, self.ends) = (school, ends)
    }

    /// Whether Trellis brings it: its name and scales stay as they are; its cut-offs may be set.
    public var isShipped: Bool { !key.isEmpty }

    /// Those whose cut-offs are known from memory only, or not from the publisher (domain 5.4, mark M): pages ask for a check.
    private static let fromMemory: Set<String> = ["sdq-parent", "sdq-self"]

    /// Whether somebody must hold the cut-offs that it comes with against the publisher's before they rely on them.
    public var asksForCheckOfCutOffs: Bool { Self.fromMemory.contains(key) }

    public func isOffered(on day: Day) -> Bool { ends.map { $0 >= day } ?? true }

    public func scale(_ key: String) -> Scale? { scales.first { $0.key == key } }

    /// `4 to 17 years`, `6 months to 6 years`; empty where nothing is said.
    public var ages: String {
        switch (youngestMonths.map(Self.age), oldestMonths.map(Self.age)) {
        case (let from?, let to?): "\(from) to \(to)"
        case (let from?, nil): "from \(from)"
        case (nil, let to?): "up to \(to)"
        case (nil, nil): ""
        }
    }

    private static func age(_ months: Int) -> String {
        if months < 24 { return count(months, "month") }
        return months % 12 == 0 ? count(months / 12, "year") : "\(Age.inWords(months: months)) years"
    }

    /// Whether it is meant for a child of this age; where nothing is said, for all. `4 to 17 years` holds until the
    /// day before the eighteenth birthday.
    public func isMeant(for pupilBorn: Day, on day: Day) -> Bool {
        let months = Age.months(born: pupilBorn, on: day), oldest = oldestMonths.map { $0 % 12 == 0 ? $0 + 11 : $0 }
        return months >= (youngestMonths ?? 0) && months <= (oldest ?? .max)
    }
}
