/// Who owes a duty.
public enum DutyOwner: String, Sendable, CaseIterable {
    case la, school, family, adviser

    public var label: String {
        switch self {
        case .la: "LA"
        case .school: "School"
        case .family: "Family"
        case .adviser: "Mediation adviser"
        }
    }
}
