/// What kind of service an agency gives (domain 7.5).
public enum AgencyKind: String, Sendable, CaseIterable {
    case speech = "SALT", psychology = "EP", mentalHealth = "CAMHS", supportTeam = "MHST", occupational = "OT", physiotherapy = "PHYS"
    case paediatrics = "PAED", neurodevelopmental = "ND", vision = "STVI", hearing = "STHI", multisensory = "STMSI", specialistTeaching = "STLS"
    case autismOutreach = "ASDOUT", schoolNursing = "SCH-N", specialistNurse = "CNS", audiology = "AUD", orthoptics = "ORTH", virtualSchool = "VSH"
    case attendance = "EWO", earlyHelp = "EH", socialCare = "CSC", youthJustice = "YJS", portage = "PORT", adviceService = "SENDIASS"
    case expertsAtHand = "EAH", outreach = "OUT", charity = "CHAR", other = "OTHER"

    public var label: String {
        switch self {
        case .speech: "Speech and language therapy"
        case .psychology: "Educational psychology"
        case .mentalHealth: "Child and adolescent mental health"
        case .supportTeam: "Mental health support team in schools"
        case .occupational: "Occupational therapy"
        case .physiotherapy: "Physiotherapy"
        case .paediatrics: "Community paediatrics"
        case .neurodevelopmental: "Neurodevelopmental pathway (autism, ADHD)"
        case .vision: "Specialist teaching: vision"
        case .hearing: "Specialist teaching: hearing"
        case .multisensory: "Specialist teaching: both senses"
        case .specialistTeaching: "Specialist teaching and learning service"
        case .autismOutreach: "Autism outreach"
        case .schoolNursing: "School nursing"
        case .specialistNurse: "Specialist nurse (such as epilepsy, diabetes)"
        case .audiology: "Audiology"
        case .orthoptics: "Orthoptics"
        case .virtualSchool: "Virtual school"
        case .attendance: "Attendance service"
        case .earlyHelp: "Early help or family help"
        case .socialCare: "Children’s social care"
        case .youthJustice: "Youth justice"
        case .portage: "Portage and early years SEND"
        case .adviceService: "Advice service for families (SENDIASS)"
        case .expertsAtHand: "Experts at Hand team"
        case .outreach: "Outreach of a special school"
        case .charity: "Charity"
        case .other: "Another service"
        }
    }
}
