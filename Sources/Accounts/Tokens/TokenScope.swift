import Access

/// What a token may be used for: some of the permissions of whoever made it, never more.
public enum TokenScope: String, Sendable, CaseIterable {
    case readRegister = "register.read"
    case readPlans = "plans.read"
    case writeRegister = "register.write"
    case readFigures = "figures.read"
    case readSafetyNet = "safety.read"
    case readImports = "imports.read"
    case concerns
    case notes = "notes.write"
    case enterResults = "results.write"
    case writePlans = "plans.write"
    case readProvision = "provision.read"
    case logSessions = "sessions.write"
    case readCosts = "costs.read"

    /// The permission that somebody must have to choose it.
    public var key: Permission {
        switch self {
        case .readRegister: .exportRegister
        case .readPlans: .seePlans
        case .writeRegister: .changeRegister
        case .readFigures: .seeFigures
        case .readSafetyNet: .seeSafetyNet
        case .readImports: .importFiles
        case .concerns: .raiseConcern
        case .notes: .raiseConcern
        case .enterResults: .enterResults
        case .writePlans: .workOnPlans
        case .readProvision: .seeProvision
        case .logSessions: .logSessions
        case .readCosts: .seeCosts
        }
    }

    /// Those that this person may choose.
    static func offered(to person: Viewer) -> [TokenScope] { allCases.filter { person.may($0.key) } }

    var permissions: Set<Permission> {
        switch self {
        case .readRegister: [.exportRegister, .seePupils, .seeRecord]
        case .readPlans: [.seePlans, .seePupils]
        case .writeRegister: [.changeRegister, .addPupil, .seePupils]
        case .readFigures: [.seeFigures]
        case .readSafetyNet: [.seeSafetyNet]
        case .readImports: [.importFiles]
        case .concerns: [.raiseConcern, .seePupils, .seeRecord]
        case .notes: [.raiseConcern, .seePupils, .seeRecord]
        case .enterResults: [.enterResults, .seePupils]
        case .writePlans: [.workOnPlans, .seePlans, .seePupils]
        case .readProvision: [.seeProvision, .seePupils]
        case .logSessions: [.logSessions, .seeProvision, .seePupils]
        case .readCosts: [.seeCosts, .seeProvision, .seePupils]
        }
    }

    public var label: String {
        switch self {
        case .readRegister: "Read the register and pupils"
        case .readPlans: "Read plans"
        case .writeRegister: "Decide about status and needs, add pupils"
        case .readFigures: "Read figures, no names"
        case .readSafetyNet: "Read the safety net"
        case .readImports: "Read what came of files that were read in"
        case .concerns: "Read and raise concerns"
        case .notes: "Read and write notes, and end what is to be done"
        case .enterResults: "Read and enter results of tests"
        case .writePlans: "Read and write plans"
        case .readProvision: "Read provision and sessions"
        case .logSessions: "Log sessions"
        case .readCosts: "Read what provision costs"
        }
    }

    var hint: String {
        switch self {
        case .readPlans: "Plans that are shared or live. Drafts, too, where the program may also read pupils’ records."
        case .readRegister: "Holds facts about children. Choose it only where the program needs them."
        case .writeRegister: "The program decides as if you did."
        case .readFigures: "For a dashboard of the trust."
        case .readSafetyNet: "UPNs, no names."
        case .readImports: "Numbers of rows, and what was wrong with them."
        case .concerns: "Colleagues’ words about children. It opens notes and what is to be done, too. To decide about concerns, choose the register as well."
        case .notes: "What was said about children. It opens concerns, too. Choose it only where the program needs it."
        case .enterResults: "Holds scores of children. For a program that tests them."
        case .readProvision: "Which children get what, and how much of it was given."
        case .logSessions: "For a timetable or a tablet program. It reads provision, too."
        case .readCosts: "What a child’s provision costs. Choose it only where the program needs it."
        case .writePlans: "Drafts, too. To bring plans in from another school, choose the files as well; to take them out, the register."
        }
    }

    static func named(_ codes: [String]) -> [TokenScope] { codes.compactMap(TokenScope.init) }
}
