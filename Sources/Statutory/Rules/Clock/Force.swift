/// How strongly something binds.
public enum Force: String, Sendable, CaseIterable {
    case law, code, grant, guidance, practice

    public var label: String {
        switch self {
        case .law: "Law"
        case .code: "Code of Practice"
        case .grant: "Condition of a grant"
        case .guidance: "Government guidance"
        case .practice: "Common practice"
        }
    }
}
