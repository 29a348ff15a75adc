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
    /// Whether the school's own system, and not Trellis, is where the SEN status is kept first.
    public var misOwnsRegister: Bool
}
