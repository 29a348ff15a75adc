import Basics

/// One school of the trust.
public struct School: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case mainstream, special, alternative
    }

    public var id: SchoolID
    public var version = 1
    /// Six figures that name the school nationally.
    public var urn: String
    public var name: String
    /// Three figures of the local authority, and four of the school within it.
    public var laCode: String
    public var laName: String
    public var establishment: String
    /// As GIAS words it: Primary, Secondary, All-through, Not applicable.
    public var phase: String
    public var kind: Kind
    public var lowAge: Int?
    public var highAge: Int?
    public var capacity: Int?
    /// Whether the local authority recognises a SEN unit or resourced provision here (domain 1.5).
    public var unitRecognised: Bool
    public var resourcedRecognised: Bool
    /// The safety net speaks from this day on; what is older is one group.
    public var rulesFrom: Day?
    /// What the school's own system keeps first: a file changes it here. The rest is kept here first, and a
    /// file that says otherwise is shown as a conflict.
    public var misOwns: Set<MISField> = Set(MISField.allCases)

    /// As GIAS has it, in one line; empty where the file did not say.
    public var address = ""
    public var phone = ""
    /// For how many pupils the SEN unit, and the resourced provision, have places.
    public var unitPlaces: Int?
    public var resourcedPlaces: Int?

    /// The places of both together; nil where no file said how many.
    public var basePlaces: Int? { unitPlaces == nil && resourcedPlaces == nil ? nil : (unitPlaces ?? 0) + (resourcedPlaces ?? 0) }

    public var misOwnsRegister: Bool { misOwns.contains(.register) }
}

/// A group of facts that either the school's own system or Trellis keeps first.
public enum MISField: String, Sendable, CaseIterable {
    case identity, roll, classes, register, context, contacts

    public var label: String {
        switch self {
        case .identity: "Names, birth date, UPN"
        case .roll: "Dates on roll"
        case .classes: "Years and classes"
        case .register: "SEN status and needs"
        case .context: "Pupil premium, looked after and the like"
        case .contacts: "Family and other contacts"
        }
    }
}
