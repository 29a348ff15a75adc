/// How far a role sees, before it is said where.
public enum RoleReach: Sendable {
    case trust, school
    /// A school, or some of its years.
    case years
    case examinationYears, taught, lookedAfter, caseload, family
}

extension Role {
    public var reach: RoleReach {
        switch self {
        case .operator, .trustLead, .trustAnalyst, .dataManager, .protectionOfficer, .trustee, .administrator: .trust
        case .senco, .assistantSENCO, .head, .governor, .safeguardingLead: .school
        case .lead: .years
        case .teacher, .assistant, .cover: .taught
        case .designatedTeacher: .lookedAfter
        case .examsOfficer: .examinationYears
        case .specialist, .councilOfficer: .caseload
        case .parent, .youngPerson, .openedRecord: .family
        }
    }

    /// Whether it is played in a school.
    public var needsSchool: Bool { ![.trust, .caseload, .family].contains(reach) }
}
