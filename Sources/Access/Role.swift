/// The part a person plays. The permissions follow domain 8.4; sign-in brings the roles still missing here.
public enum Role: String, Sendable, CaseIterable {
    case `operator`
    case trustLead = "trust-lead"
    case dataManager = "data-manager"
    case senco
    case head
    case teacher
    case governor
    case trustee

    public var label: String {
        switch self {
        case .operator: "Operator of this system"
        case .trustLead: "Trust SEND lead"
        case .dataManager: "Data manager"
        case .senco: "SENCO"
        case .head: "Headteacher"
        case .teacher: "Class teacher"
        case .governor: "SEND governor"
        case .trustee: "Trustee"
        }
    }

    /// What this role sees and does, in a sentence for the person.
    public var explanation: String {
        switch self {
        case .operator: "Runs the program on the server: the whole trust."
        case .trustLead: "Sees every school and every pupil on the register. Leads the work, and leaves decisions about a pupil to the school."
        case .dataManager: "Reads files in from the school’s own system and keeps codes and numbers right."
        case .senco: "Leads SEND in one school: decides on status and needs, and answers the safety net."
        case .head: "Sees the whole school."
        case .teacher: "Sees the pupils of the classes they teach."
        case .governor: "Sees the school’s figures, never a child’s name."
        case .trustee: "Sees the trust’s figures, never a child’s name."
        }
    }

    public var permissions: Set<Permission> {
        switch self {
        case .operator: Set(Permission.allCases)
        case .trustLead: [.visit, .seeFigures, .seePupils, .exportRegister, .importFiles, .seeSafetyNet, .keepSchool]
        case .dataManager: [.visit, .seeFigures, .seePupils, .exportRegister, .importFiles, .seeSafetyNet, .keepSchool]
        case .senco: [.visit, .seeFigures, .seePupils, .changeRegister, .exportRegister, .importFiles, .seeSafetyNet, .keepSchool]
        case .head: [.visit, .seeFigures, .seePupils, .exportRegister, .seeSafetyNet]
        case .teacher: [.visit, .seePupils]
        case .governor, .trustee: [.visit, .seeFigures]
        }
    }
}
