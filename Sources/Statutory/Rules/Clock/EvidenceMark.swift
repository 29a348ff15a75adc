/// How surely a rule is known to those who wrote it down here.
public enum EvidenceMark: String, Sendable, CaseIterable {
    /// Read in the Act, the regulations or the grant's conditions.
    case primary = "S"
    /// Read in what councils, charities and lawyers write about it.
    case secondary = "S2"
    /// Worked out from what was read.
    case derived = "D"
    /// From memory: a number to check locally.
    case memory = "M"

    /// Of two the less sure one: what is reckoned from both is no surer.
    static func weaker(_ a: EvidenceMark, _ b: EvidenceMark) -> EvidenceMark {
        let order: [EvidenceMark] = [.primary, .derived, .secondary, .memory]
        return order.last { $0 == a || $0 == b } ?? a
    }

    public var label: String {
        switch self {
        case .primary: "Read in the law or the grant itself"
        case .secondary: "Read in what others write about the law"
        case .derived: "Worked out from the law"
        case .memory: "Not checked against the law: check locally"
        }
    }
}
