/// The part a person plays. What each may do follows the matrix of domain 8.4; a trust can take a permission
/// away from a role, never add one.
public enum Role: String, Sendable, CaseIterable {
    case `operator`
    case trustLead = "trust-lead"
    case trustAnalyst = "trust-analyst"
    case dataManager = "data-manager"
    case protectionOfficer = "data-protection-officer"
    case senco
    case assistantSENCO = "assistant-senco"
    case head
    case lead
    case teacher
    case assistant = "teaching-assistant"
    case cover
    case safeguardingLead = "safeguarding-lead"
    case designatedTeacher = "designated-teacher"
    case examsOfficer = "exams-officer"
    case governor
    case trustee
    case specialist
    case councilOfficer = "council-officer"
    case parent
    case youngPerson = "young-person"
    case administrator
    /// Nobody is appointed to it: a record opened with a reason is seen through it while its time runs.
    case openedRecord = "opened-record"

    /// Those to which people are appointed.
    public static let appointed: [Role] = allCases.filter { ![.operator, .openedRecord].contains($0) }

    public var label: String { RoleWords.of(self).label }

    /// What this role sees and does, in a sentence for the person.
    public var explanation: String { RoleWords.of(self).explanation }

    public var permissions: Set<Permission> {
        switch self {
        case .operator: Set(Permission.allCases).subtracting([.safeguard])
        case .trustLead: [.arrive, .visit, .seeFigures, .seeEmergencies, .seePupils, .seePlans, .planScreening, .keepAgencies, .exportRegister, .seeSafetyNet, .keepAccounts, .openRecord, .seeProvision, .seeCosts, .keepCosts, .publishStrategy, .keepPacks]
        case .trustAnalyst: [.arrive, .visit, .seeFigures]
        case .dataManager: [.arrive, .visit, .seeFigures, .seeEmergencies, .seePupils, .enterResults, .addPupil, .exportRegister, .importFiles, .seeSafetyNet, .keepSchool, .keepPacks]
        case .protectionOfficer: [.arrive, .visit, .seeFigures, .seeTrail, .protectData]
        case .senco: [.arrive, .visit, .seeFigures, .seeEmergencies, .seePupils, .seeRecord, .raiseConcern, .seePlans, .workOnPlans, .enterResults, .planScreening, .refer, .keepAgencies, .changeRegister,
                      .addPupil, .importFiles, .exportRegister, .seeSafetyNet, .keepSchool, .seeTrail, .keepAccounts, .shareRecord, .openRecord, .seeProvision, .logSessions, .workOnProvision, .seeCosts, .keepCosts]
        case .assistantSENCO: [.arrive, .visit, .seeFigures, .seeEmergencies, .seePupils, .seeRecord, .raiseConcern, .seePlans, .workOnPlans, .enterResults,
                               .planScreening, .refer, .changeRegister, .exportRegister, .seeSafetyNet, .openRecord, .seeProvision, .logSessions, .workOnProvision, .seeCosts]
        case .head: [.arrive, .visit, .seeFigures, .seeEmergencies, .seePupils, .seeRecord, .raiseConcern, .seePlans, .exportRegister, .seeSafetyNet, .seeTrail,
                     .keepAccounts, .openRecord, .seeProvision, .seeCosts, .keepCosts, .publishStrategy]
        case .lead: [.arrive, .visit, .seeFigures, .seeEmergencies, .seePupils, .seeRecord, .raiseConcern, .seePlans, .openRecord, .seeProvision]
        case .safeguardingLead: [.arrive, .visit, .seeEmergencies, .seePupils, .seeRecord, .raiseConcern, .seePlans, .safeguard, .openRecord, .seeProvision]
        case .designatedTeacher: [.arrive, .visit, .seeEmergencies, .seePupils, .seeRecord, .raiseConcern, .seePlans, .seeProvision]
        case .teacher: [.arrive, .visit, .seeEmergencies, .seePupils, .raiseConcern, .seePlans, .workOnPlans, .enterResults, .seeProvision, .logSessions, .workOnProvision]
        case .assistant: [.arrive, .visit, .seeEmergencies, .seePupils, .raiseConcern, .enterResults, .seeProvision, .logSessions]
        case .cover: [.arrive, .visit, .seeEmergencies, .seePupils, .raiseConcern, .seeProvision, .logSessions]
        case .examsOfficer: [.arrive, .visit, .seeEmergencies, .seePupils]
        case .governor, .trustee: [.arrive, .visit, .seeFigures]
        case .specialist, .councilOfficer: [.arrive, .visit, .seePupils]
        case .parent, .youngPerson: [.arrive, .visit, .seePupils, .seePlans, .seeProvision]
        case .administrator: [.arrive, .visit, .keepAccounts]
        case .openedRecord: [.arrive, .visit, .seePupils, .seeRecord, .seePlans, .seeProvision]
        }
    }

    /// Whether whoever plays it works for the trust; family and outside professionals do not.
    public var isStaff: Bool { ![.parent, .youngPerson].contains(self) }

    /// Whether a second factor is asked for: everybody who can see a pupil's plan (domain 8.3), and whoever
    /// decides who may.
    public var needsSecondFactor: Bool {
        switch self {
        case .governor, .trustee, .trustAnalyst, .parent, .youngPerson: false
        default: true
        }
    }

    /// Those who see a school's leavers, too, for the hand-over (domain 8.4); everybody else's sight ends the
    /// day after a pupil leaves the roll.
    public var handsOver: Bool { [.operator, .senco, .dataManager, .protectionOfficer, .openedRecord].contains(self) }
}
