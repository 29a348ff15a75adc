/// How one knows that a provision was given.
public enum Proof: String, Sendable, CaseIterable {
    /// Each session is logged by whoever gave it.
    case eachSession = "each_session"
    /// Once a week somebody says that all was given, except what was not.
    case weekly
    /// Nothing is logged: what is there for everyone.
    case none

    public var label: String {
        switch self {
        case .eachSession: "Each session is logged"
        case .weekly: "Once a week: “given, except …”"
        case .none: "Nothing is logged"
        }
    }

    /// What fits where nobody says otherwise: each session for lines of section F, one to one and outside people;
    /// weekly for groups; none for what everyone has.
    public static func usual(kind: InterventionKind, plannedSize: Int, isSectionF: Bool = false, isExternal: Bool = false) -> Proof {
        if isSectionF || isExternal { return .eachSession }
        if kind == .universal { return .none }
        return plannedSize == 1 ? .eachSession : .weekly
    }
}
