import Basics

/// What every adult in the school must know of one pupil when seconds count.
public struct EmergencyLine: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case allergy, epilepsy, choking, asthma, diabetes, evacuation, other

        public var label: String {
            switch self {
            case .allergy: "Allergy"
            case .epilepsy: "Epilepsy"
            case .choking: "Choking or swallowing"
            case .asthma: "Asthma"
            case .diabetes: "Diabetes"
            case .evacuation: "Leaving the building"
            case .other: "Something else"
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var kind: Kind
    /// What an adult sees or hears.
    public var lookFor = ""
    public var whatToDo: String
    /// What it is, and where it lies.
    public var medicine = ""
    public var whoToCall = ""
    public var spell: Spell

    /// Each part that is filled in, with its name, in the order in which it is needed.
    public var parts: [(label: String, text: String)] {
        [("Do this", whatToDo), ("What you see", lookFor), ("Medicine", medicine), ("Call", whoToCall)].filter { !$0.1.isEmpty }
    }
}

extension EmergencyLine: Spelled {}
