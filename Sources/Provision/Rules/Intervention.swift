import Basics

/// An entry of the catalogue: a programme or strategy by its name, with what is usual for it in this trust or school.
/// Numbers are what the school usually does, to be edited, and not its publisher's rules.
public struct Intervention: Hashable, Sendable {
    public var id: InterventionID
    public var version = 1
    /// Stable everywhere for those that Trellis brings, such as `precision-teaching`; empty for one that somebody added.
    public var key = ""
    public var name: String
    public var kind: InterventionKind
    /// Keys of the broad areas of need that it is for, such as `C&I`.
    public var areas: [String]
    public var about = ""
    /// Pupils in a group, 1 for one to one.
    public var groupSize: Int
    /// Length of a session.
    public var minutes: Int
    public var sessionsAWeek: Int
    /// Nil where it has no usual end.
    public var weeks: Int?
    /// A key of `StaffRole`: who usually gives it.
    public var role: String
    public var training = ""
    public var licence = ""
    /// Bought once for a run, whoever takes part.
    public var sharedMaterials = Pence(0)
    /// Bought for each pupil.
    public var materialsEach = Pence(0)
    public var entryInstrument: InstrumentID?
    public var exitInstrument: InstrumentID?
    /// What is measured before and after, in words, where it is no test of the catalogue.
    public var measuring = ""
    /// What is known of it, with where that stands.
    public var evidence = ""
    /// Keys of `EvidenceStrand` that come nearest.
    public var strands: [String] = []
    /// Nil for the whole trust.
    public var school: SchoolID?
    /// The trust's entry that a school adapted, and why.
    public var adapts: InterventionID?
    public var adaptedBecause = ""
    /// The last day on which a provision of it may begin.
    public var ends: Day?

    public init(id: InterventionID = .new, key: String = "", name: String, kind: InterventionKind, areas: [String], groupSize: Int, minutes: Int, sessionsAWeek: Int,
                weeks: Int? = nil, role: String, school: SchoolID? = nil) {
        (self.id, self.key, self.name, self.kind, self.areas) = (id, key, name, kind, areas)
        (self.groupSize, self.minutes, self.sessionsAWeek, self.weeks) = (groupSize, minutes, sessionsAWeek, weeks)
        (self.role, self.school) = (role, school)
    }

    /// Whether Trellis brings it: name and kind stay as they are, what is usual may be edited.
    public var isShipped: Bool { !key.isEmpty }

    /// Whether a provision of it may begin on a day.
    public func isOffered(on day: Day) -> Bool { ends.map { day <= $0 } ?? true }
}

/// How much more a provision is than teaching for everyone (domain 3.2 and 7.1).
public enum InterventionKind: String, Sendable, CaseIterable {
    case universal, targeted, targetedPlus = "targeted_plus", specialist

    public var label: String {
        switch self {
        case .universal: "Universal"
        case .targeted: "Targeted"
        case .targetedPlus: "Targeted Plus"
        case .specialist: "Specialist"
        }
    }

    /// The layer of support that it belongs to, as `SupportLayer` of Plans names it.
    public var layer: String {
        switch self {
        case .universal: "L0"
        case .targeted: "L1"
        case .targetedPlus: "L2"
        case .specialist: "L3"
        }
    }
}
