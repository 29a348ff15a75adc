/// What a person may do. Few and coarse; which role has which is one table (`Role.permissions`).
public enum Permission: String, Sendable, CaseIterable {
    /// Pages for anybody, signed in or not: the sign-in page itself, an invitation's link.
    case arrive
    /// The pages of a signed-in person that hold nothing about anybody else.
    case visit
    /// Numbers of a school or of the trust, no names.
    case seeFigures
    /// What to do in an emergency, for every pupil of the schools one works in.
    case seeEmergencies
    /// Who a pupil is, their class, status and needs, and how to help them.
    case seePupils
    /// The whole record: circumstances, diagnoses, family, results, papers, history.
    case seeRecord
    /// Say that something about a pupil worries one, and answer a SENCO who asks.
    case raiseConcern
    /// The outcomes and the whole plan of a pupil, beyond how to help them in the classroom.
    case seePlans
    /// Write plans, add to them, review them.
    case workOnPlans
    /// Enter what a test or a screening found.
    case enterResults
    /// The provision map, what a pupil gets, and in which minutes.
    case seeProvision
    /// Say of a session whether it was given, and who was there.
    case logSessions
    /// Start provision, change and end it.
    case workOnProvision
    /// What provision costs.
    case seeCosts
    /// Rates, funding, and why a cost is over or under.
    case keepCosts
    /// Publish the school's inclusion strategy for everybody to read.
    case publishStrategy
    /// What each council asks for, and its own forms.
    case keepPacks
    /// Plan screening campaigns, change and close them.
    case planScreening
    /// Refer pupils to agencies, and keep consent, advice and early help.
    case refer
    /// Which agencies there are and how to refer to them.
    case keepAgencies
    /// Decide about status, needs and flags.
    case changeRegister
    /// Put a pupil on roll by hand.
    case addPupil
    /// Read files in, and take an import back.
    case importFiles
    /// Write the register to a file.
    case exportRegister
    /// The safety net, and answers to it.
    case seeSafetyNet
    /// Staff, classes and the school's own settings.
    case keepSchool
    /// Who looked at a record, and who changed what.
    case seeTrail
    /// Invite people, say which roles they play, end their access.
    case keepAccounts
    /// Let a family, a specialist or a council officer see a pupil's record.
    case shareRecord
    /// What was written by mistake and belongs to the safeguarding lead.
    case safeguard
    /// Open the record of a pupil one does not work with, with a reason, for a short time.
    case openRecord
    /// Release copies of records, holds, retention, disposal: the data protection officer.
    case protectData

    /// What it allows, in words for the page that shows who may do what.
    public var label: String {
        switch self {
        case .arrive: "Open the sign-in page"
        case .visit: "Sign in"
        case .seeFigures: "See figures, no names"
        case .seeEmergencies: "See what to do in an emergency"
        case .seePupils: "See pupils and how to help them"
        case .seeRecord: "See the whole record"
        case .raiseConcern: "Raise a concern"
        case .seePlans: "See plans and their outcomes"
        case .workOnPlans: "Write and review plans"
        case .enterResults: "Enter results of tests and screenings"
        case .seeProvision: "See provision and what came of it"
        case .logSessions: "Log sessions"
        case .workOnProvision: "Start, change and end provision"
        case .seeCosts: "See what provision costs"
        case .keepCosts: "Keep rates and funding"
        case .publishStrategy: "Publish the inclusion strategy"
        case .keepPacks: "Keep councils’ packs and forms"
        case .planScreening: "Plan screening campaigns"
        case .refer: "Refer to agencies and keep their advice"
        case .keepAgencies: "Keep agencies and how to refer to them"
        case .changeRegister: "Decide about status and needs"
        case .addPupil: "Add a pupil"
        case .importFiles: "Read files in"
        case .exportRegister: "Write the register to a file"
        case .seeSafetyNet: "See and answer the safety net"
        case .keepSchool: "Keep the school’s settings"
        case .seeTrail: "See who looked and who changed what"
        case .keepAccounts: "Invite people and give roles"
        case .shareRecord: "Share a record with family or professionals"
        case .safeguard: "Read what was handed to the safeguarding lead"
        case .openRecord: "Open a record with a reason"
        case .protectData: "Release copies, keep and dispose of records"
        }
    }
}
