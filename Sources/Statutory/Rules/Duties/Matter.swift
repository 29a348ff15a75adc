import Basics

/// The piece of work to which something legal belongs: one case, one plan, one review, one consultation, or a school itself.
public struct Matter: Hashable, Sendable {
    public var kind: MatterKind
    /// The row of the case, the plan, the review or the consultation; of a school the school's own.
    public var row: RowID
    /// Nil of a child who is not on roll, and of what a school owes for all.
    public var pupil: PupilID?
    public var school: SchoolID?
    /// The council that keeps it, by its code; empty where none does.
    public var council: String

    public init(_ kind: MatterKind, row: RowID, pupil: PupilID?, school: SchoolID?, council: String) {
        (self.kind, self.row, self.pupil, self.school, self.council) = (kind, row, pupil, school, council)
    }

    /// What a school owes of itself, or for one pupil without any case.
    public static func school(_ school: SchoolID, pupil: PupilID? = nil) -> Matter {
        Matter(.school, row: RowID(school.rawValue), pupil: pupil, school: school, council: "")
    }
}

public enum MatterKind: String, Sendable, CaseIterable {
    case `case`, plan, review, consultation, school

    public var label: String {
        switch self {
        case .case: "Request or case"
        case .plan: "EHC plan"
        case .review: "Annual review"
        case .consultation: "Consultation"
        case .school: "The school’s own duties"
        }
    }
}

/// How a day is known.
public enum DateSource: String, Sendable, CaseIterable {
    case ours, council, family, estimated

    public var label: String {
        switch self {
        case .ours: "We saw it or did it ourselves"
        case .council: "The council said so"
        case .family: "The family said so"
        case .estimated: "Estimated: nobody has said so"
        }
    }

    /// Whether figures about a council may rest on it.
    public var counts: Bool { self == .ours || self == .council }
}
