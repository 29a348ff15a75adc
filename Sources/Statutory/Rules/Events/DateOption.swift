/// What may be said about an event besides its day.
public enum DateOption: String, Sendable, CaseIterable {
    case to, about, asked, by, notice, decided, countFrom = "count-from", learned, transferred, reviewed, notified, certificate
    case underFive = "under-five", outsideReview = "outside-review", closed

    public enum Kind: Sendable, Hashable {
        case day, closures, yes
        case choice([OptionChoice])
    }

    public func kind(for event: StatutoryEvent) -> Kind {
        switch self {
        case .to: .choice(OptionChoice.transfers)
        case .about: .choice(event == .mediation ? OptionChoice.answers : event == .order ? OptionChoice.orders : OptionChoice.concessions)
        case .countFrom: .choice(OptionChoice.reviewBases)
        case .underFive, .outsideReview: .yes
        case .closed: .closures
        default: .day
        }
    }

    /// The words it takes with any event, where it takes words.
    public var words: [String] {
        StatutoryEvent.allCases.filter { $0.options.contains(self) }.reduce(into: []) { words, event in
            guard case .choice(let choices) = kind(for: event) else { return }
            words += choices.map(\.key).filter { !words.contains($0) }
        }
    }

    public var isNeeded: Bool { self == .to || self == .about }

    public var label: String {
        switch self {
        case .to: "Where the pupil moves to"
        case .about: "What it is about"
        case .asked: "The day the LA asked the school for advice"
        case .by: "The LA’s own date for the reply"
        case .notice: "The day the LA served its notice of changes"
        case .decided: "The day of the LA’s decision after this review"
        case .countFrom: "The next review is counted from"
        case .learned: "The day the old LA learned of the move"
        case .transferred: "The day the plan was handed over"
        case .reviewed: "The day the plan was made or last reviewed"
        case .notified: "The day the LA said that it will reassess"
        case .certificate: "The date of the mediation certificate"
        case .underFive: "The child is under five"
        case .outsideReview: "The change does not come from a review"
        case .closed: "When the school is closed"
        }
    }
}

/// One of the words that an option takes.
public struct OptionChoice: Sendable, Hashable {
    public let key: String
    public let label: String
    let triggers: [Trigger]

    static let transfers = [
        OptionChoice(key: "school", label: "From early years to school", triggers: [.changeOfSchool]),
        OptionChoice(key: "infant", label: "Infant school", triggers: [.changeOfSchool]),
        OptionChoice(key: "primary", label: "Primary school", triggers: [.changeOfSchool]),
        OptionChoice(key: "junior", label: "Junior school", triggers: [.changeOfSchool]),
        OptionChoice(key: "middle", label: "Middle school", triggers: [.changeOfSchool]),
        OptionChoice(key: "secondary", label: "Secondary school", triggers: [.changeOfSchool]),
        OptionChoice(key: "post-16", label: "From secondary school to a post-16 place", triggers: [.moveToPost16]),
        OptionChoice(key: "another-post-16", label: "From one post-16 place to another", triggers: [.moveBetweenPost16]),
    ]

    /// What a family says about mediation: the certificate follows from the one, the meeting from the other.
    static let answers = [
        OptionChoice(key: "no-mediation", label: "The family does not want mediation", triggers: [.mediationRefused]),
        OptionChoice(key: "wants-mediation", label: "The family wants mediation", triggers: [.mediationWanted]),
    ]

    static let concessions = [
        OptionChoice(key: "assessment", label: "A refusal to assess", triggers: [.assessmentConceded]),
        OptionChoice(key: "contents", label: "What stands in the plan, or a refusal to change it", triggers: [.contentConceded]),
    ]

    static let orders = [
        OptionChoice(key: "assessment", label: "To assess", triggers: [.assessmentOrdered]),
        OptionChoice(key: "plan", label: "To make a plan", triggers: [.planOrdered]),
        OptionChoice(key: "contents", label: "To change the plan", triggers: [.amendmentOrdered]),
        OptionChoice(key: "school", label: "To name a school", triggers: [.schoolOrdered]),
        OptionChoice(key: "upkeep", label: "To keep the plan running", triggers: [.upkeepOrdered]),
    ]

    static let reviewBases = [
        OptionChoice(key: "meeting", label: "The meeting: the cautious way", triggers: [.reviewHeld]),
        OptionChoice(key: "decision", label: "The LA’s decision", triggers: [.reviewDecision]),
    ]
}
