import Basics

/// What a pupil will be able to do, and how one will know.
public struct Outcome: Hashable, Sendable {
    public var id: OutcomeID
    public var version = 1
    public var plan: PlanID
    public var pupil: PupilID
    public var position: Int
    public var words: String
    /// How one will know.
    public var measure = ""
    /// Where the pupil is now.
    public var baseline = ""
    /// What counts as reached.
    public var target = ""
    public var due: Day?
    /// Who sees to it.
    public var owner = ""
    /// An area of the plan's scheme; empty where none was chosen.
    public var area = ""
    public var adultLife: AdultLife?
    /// The outcome of the plan before that this one goes on with.
    public var carriedFrom: OutcomeID?

    public init(id: OutcomeID = .new, plan: PlanID, pupil: PupilID, position: Int, words: String) {
        (self.id, self.plan, self.pupil, self.position, self.words) = (id, plan, pupil, position, words)
    }

    /// What one needs to tell whether it is met, and that is not there, in words.
    public var lacks: [String] {
        [(measure, "a measure"), (baseline, "a baseline")].filter { $0.0.isEmpty }.map(\.1) + (due == nil ? ["a date"] : [])
    }
}

/// The part of adult life that an outcome serves, from any age (SEND Code of Practice 2015, 8.7 and 8.8).
public enum AdultLife: String, Sendable, CaseIterable {
    case independence, relationships, health, employment

    public var label: String {
        switch self {
        case .independence: "Living independently"
        case .relationships: "Friends, relationships and community"
        case .health: "Good health"
        case .employment: "Further learning and work"
        }
    }
}

/// How one outcome went, at the review of its plan.
public struct OutcomeReview: Hashable, Sendable {
    public enum Result: String, Sendable, CaseIterable {
        case met, partly, notMet = "not_met"

        public var label: String {
            switch self {
            case .met: "Met"
            case .partly: "Partly met"
            case .notMet: "Not met"
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var outcome: OutcomeID
    public var plan: PlanID
    public var pupil: PupilID
    public var result: Result
    public var evidence: String
    public var nextStep: String
    /// A file that shows it.
    public var paper: PaperID?
    public var reviewedOn: Day
    public var reviewedBy: String
}
