import Basics

/// Why a pupil's provision costs more or less than the money for it (domain 6.4).
public enum VarianceReason: String, Sendable, CaseIterable {
    case overPlan = "O-PLAN", overEscalation = "O-ESC", overTransition = "O-TRANS", overEquipment = "O-EQUIP", overEvidence = "O-EARLY", overFunding = "O-GAP"
    case underGroups = "U-GRP", underVacancy = "U-VAC", underAbsence = "U-ABS", underStepDown = "U-STEP", underFree = "U-EXT", underLate = "U-LATE"

    public var isOver: Bool { rawValue.hasPrefix("O") }

    public var label: String {
        switch self {
        case .overPlan: "The plan specifies more than is funded"
        case .overEscalation: "Escalation, or a ratio for safety"
        case .overTransition: "Transition or a phased start"
        case .overEquipment: "Equipment bought once"
        case .overEvidence: "Evidence for a needs assessment"
        case .overFunding: "The council’s money is late or disputed"
        case .underGroups: "Given in groups"
        case .underVacancy: "A post is vacant"
        case .underAbsence: "Absence or a part-time timetable"
        case .underStepDown: "The need is less; support stepped down"
        case .underFree: "Given free by the NHS or the council"
        case .underLate: "A late start"
        }
    }
}

/// Why a pupil's cost was over or under in a year, as somebody wrote it.
public struct VarianceJustification: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    /// The calendar year in which the academic year starts.
    public var academicYear: Int
    public var reason: VarianceReason
    public var words: String
    /// What stood there when it was written.
    public var over: Pence
    public var writtenOn: Day
    public var writtenBy: String
}
