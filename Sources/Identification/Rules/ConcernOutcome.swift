import Basics

/// What can come of a concern.
public enum ConcernOutcome: String, Sendable, CaseIterable {
    case noAction = "no_action"
    case moreInformation = "more_information"
    case monitor
    case targeted
    case register
    case screen
    case refer
    case passedOn = "passed_on"
    case family

    public var label: String {
        switch self {
        case .noAction: "No further action"
        case .moreInformation: "Find out more"
        case .monitor: "Watch until a day"
        case .targeted: "Targeted support in class"
        case .register: "Add to the register: SEN support"
        case .screen: "Screen or test"
        case .refer: "Refer to a specialist"
        case .passedOn: "Another lead’s matter"
        case .family: "The family asks us not to, or disagrees"
        }
    }

    public var hint: String {
        switch self {
        case .noAction: "Say why. Whoever raised it reads your reason."
        case .moreInformation: "Ask colleagues, look at work, watch a lesson. Say by when."
        case .monitor: "The pupil goes on the watch list. This is not SEN."
        case .targeted: "Help that others of this age get too."
        case .register: "Help that is additional to, or different from, what others of this age get."
        case .screen: "Say which, and by when."
        case .refer: "Say to whom, and when you look again."
        case .passedOn: "Pastoral care, English as an additional language, medical or safeguarding."
        case .family: "Their words are kept. The pupil stays in the safety net."
        }
    }

    /// Whether the concern is at its end with it.
    public var closes: Bool {
        switch self {
        case .noAction, .targeted, .register, .passedOn: true
        case .moreInformation, .monitor, .screen, .refer, .family: false
        }
    }

    /// Whether it leaves something to be done by a day.
    public var asksForDay: Bool { !closes || self == .passedOn }

    /// Those that leave the concern open, until a day.
    public static let open = allCases.filter { !$0.closes }
}

/// Whose matter a concern can become.
public enum OtherLead: String, Sendable, CaseIterable {
    case pastoral, language, medical, safeguarding

    public var label: String {
        switch self {
        case .pastoral: "Pastoral lead"
        case .language: "Lead for English as an additional language"
        case .medical: "Medical lead"
        case .safeguarding: "Safeguarding lead"
        }
    }
}

/// What was decided about a concern, by whom, when and why.
public struct ConcernDecision: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var concern: ConcernID
    public var pupil: PupilID
    public var school: SchoolID
    public var outcome: ConcernOutcome
    public var decidedBy: String
    public var decidedOn: Day
    public var reason: String
    /// When somebody looks again; nil where the decision ends the concern.
    public var lookAgain: Day?
    public var passedTo = ""
    public var doing = ""
    public var familyWords = ""
    public var familyOn: Day?

    /// `Watch until 4 January 2027`.
    public var inWords: String {
        let lead = OtherLead(rawValue: passedTo).map { ": \($0.label)" } ?? ""
        return outcome.label + lead + (lookAgain.map { ", look again by \($0.inWords)" } ?? "")
    }
}
