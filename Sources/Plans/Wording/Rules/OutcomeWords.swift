import Basics

/// An outcome as it is written, for the checks of its wording. Nothing of it is kept or sent anywhere.
public struct OutcomeWords: Sendable, Equatable {
    public var words: String
    public var measure: String
    public var baseline: String
    public var target: String
    public var due: Day?
    public var owner: String
    /// What is given towards it, one thing on each line.
    public var provision: String
    /// The names by which the pupil is called.
    public var called: [String]
    /// The forenames of other pupils whom the writer may have in mind: those of the pupil's classes.
    public var others: [String]
    public var today: Day

    public init(
        words: String, measure: String = "", baseline: String = "", target: String = "", due: Day? = nil, owner: String = "", provision: String = "",
        called: [String] = [], others: [String] = [], today: Day
    ) {
        (self.words, self.measure, self.baseline, self.target, self.due) = (words, measure, baseline, target, due)
        (self.owner, self.provision, self.called, self.others, self.today) = (owner, provision, called, others, today)
    }

    /// What is written in one of its parts.
    public subscript(_ part: WordingPart) -> String {
        get {
            switch part {
            case .words: words
            case .measure: measure
            case .baseline: baseline
            case .target: target
            case .due: due?.description ?? ""
            case .owner: owner
            case .provision: provision
            }
        }
        set {
            switch part {
            case .words: words = newValue
            case .measure: measure = newValue
            case .baseline: baseline = newValue
            case .target: target = newValue
            case .due: due = Day(newValue)
            case .owner: owner = newValue
            case .provision: provision = newValue
            }
        }
    }
}

/// A part of an outcome in which the checks read.
public enum WordingPart: String, Sendable, CaseIterable {
    case words, measure, baseline, target, due, owner, provision

    public var label: String {
        switch self {
        case .words: "Outcome"
        case .measure: "Measure"
        case .baseline: "Baseline"
        case .target: "Target"
        case .due: "Date"
        case .owner: "Owner"
        case .provision: "Provision"
        }
    }
}
