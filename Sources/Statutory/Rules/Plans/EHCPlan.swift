import Basics

/// A pupil's EHC plan: its days, whose it is, what it names and what is paid for it. Its words stand in its versions.
public struct EHCPlan: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    /// Three figures of the council that keeps the plan; empty where nobody has said.
    public var council = ""
    public var officer = ""
    /// The day of the plan as it is in force; nil while there is a draft alone.
    public var finalOn: Day?
    /// The last review: its meeting, and the council's decision.
    public var metOn: Day?
    public var decidedOn: Day?
    public var band = ""
    public var topUp: TopUp?
    public var placement = Placement.unsaid
    /// The school, or the type of school, that section I names.
    public var setting = ""
    public var hasBudget = false
    public var budget: Pence?
    public var paper: PaperID?
    public var end: End?

    public init(pupil: PupilID, school: SchoolID) { (self.pupil, self.school) = (pupil, school) }

    public func isInForce(on day: Day) -> Bool { end.map { $0.on >= day } ?? true }
}

extension EHCPlan {
    /// What a council pays above place and notional funding (domain 6.3, E3).
    public struct TopUp: Hashable, Sendable {
        public enum Per: String, Sendable, CaseIterable {
            case week, year

            public var label: String { self == .week ? "a week" : "a year" }
        }

        public let amount: Pence
        public let per: Per

        public init(_ amount: Pence, _ per: Per) { (self.amount, self.per) = (amount, per) }

        public var words: String { "\(amount) \(per.label)" }
    }

    /// Where the pupil is taught, as the plan names it.
    public enum Placement: String, Sendable, CaseIterable {
        case unsaid = ""
        case mainstream, unit, resourced, special, alternative, independent, home, other

        public var label: String {
            switch self {
            case .unsaid: "Not said"
            case .mainstream: "Mainstream school"
            case .unit: "SEN unit"
            case .resourced: "Resourced provision"
            case .special: "Special school"
            case .alternative: "Alternative provision"
            case .independent: "Independent school"
            case .home: "Not in a school (section 61)"
            case .other: "Other"
            }
        }

        /// As people write it in a grid or a file: the label, its first word, or the word kept.
        public init?(typed: String) {
            let words = typed.folded
            let short: [String: Placement] = ["sen unit": .unit, "unit": .unit, "rp": .resourced, "resourced provision": .resourced, "eotas": .home, "ap": .alternative, "mainstream": .mainstream, "special": .special]
            guard let found = short[words] ?? Self.allCases.first(where: { $0 != .unsaid && ($0.label.folded == words || $0.rawValue == words) }) else { return nil }
            self = found
        }
    }

    /// How a plan ended.
    public struct End: Hashable, Sendable {
        /// Its last day.
        public let on: Day
        public let reason: EndReason
        public let words: String

        public init(on day: Day, _ reason: EndReason, words: String) { (on, self.reason, self.words) = (day, reason, words) }
    }

    /// Why a plan ended, by the numbers of the council's yearly return (SEN2, item 4.6).
    public enum EndReason: String, Sendable, CaseIterable {
        case age = "1", met = "2", higherEducation = "3", work = "4", moved = "5", disengaged = "6", leftEngland = "7", died = "8", other = "9"

        public var label: String {
            switch self {
            case .age: "Reached the highest age"
            case .met: "Needs are met without a plan"
            case .higherEducation: "Went into higher education"
            case .work: "Went into paid work, not an apprenticeship"
            case .moved: "Moved to another council in England"
            case .disengaged: "No longer wishes to take part"
            case .leftEngland: "Left England"
            case .died: "Died"
            case .other: "Another reason"
            }
        }
    }
}
