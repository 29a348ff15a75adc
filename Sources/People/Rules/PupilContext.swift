import Basics

/// Something about a pupil's circumstances that lasts for a while.
public struct ContextFlag: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case lookedAfter = "looked_after"
        case previouslyLookedAfter = "previously_looked_after"
        case pupilPremium = "pupil_premium"
        case freeMeals = "free_meals"
        case serviceChild = "service_child"

        public var label: String {
            switch self {
            case .lookedAfter: "Looked after"
            case .previouslyLookedAfter: "Previously looked after"
            case .pupilPremium: "Pupil premium"
            case .freeMeals: "Free school meals"
            case .serviceChild: "Service child"
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var kind: Kind
    /// The authority that cares for a looked-after child.
    public var detail = ""
    public var spell: Spell
}

/// Membership of a SEN unit or of resourced provision that the authority recognises (domain 1.5).
public struct BaseSpell: Hashable, Sendable {
    public enum Base: String, Sendable, CaseIterable {
        case unit = "SENU", resourced = "RP"

        public var label: String { self == .unit ? "SEN unit" : "Resourced provision" }
    }

    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    public var base: Base
    public var spell: Spell
}

/// A part-time timetable, alternative provision, or education otherwise than at school.
public struct Arrangement: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case partTime = "part_time"
        case alternativeProvision = "alternative_provision"
        case educationOtherwise = "education_otherwise"

        public var label: String {
            switch self {
            case .partTime: "Part-time timetable"
            case .alternativeProvision: "Alternative provision"
            case .educationOtherwise: "Education otherwise than at school"
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    public var kind: Kind
    public var hours = ""
    public var place = ""
    public var reason = ""
    public var spell: Spell
}

/// The watch list: a pupil who is watched and is not on the SEN register.
public struct WatchSpell: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    public var reason: String
    /// The day by which somebody looks again.
    public var lookAgain: Day
    public var spell: Spell
}

/// A diagnosis, kept apart from need types: none is needed for support (domain 1.2, NEED-7 and NEED-8).
public struct Diagnosis: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var name: String
    public var givenBy = ""
    public var givenOn: Day?
}
