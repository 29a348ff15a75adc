/// Where a referral stands, and which steps may follow.
public enum ReferralState: String, Sendable, CaseIterable {
    case drafted
    /// The family is asked.
    case consent
    case sent, acknowledged
    /// The agency asks for more before it decides.
    case moreInformation = "more_information"
    case accepted, waiting, seen, reported, discharged, declined
    /// The school or the family took it back.
    case withdrawn

    /// Which steps may follow, the usual one first.
    public var next: [ReferralState] {
        switch self {
        case .drafted: [.consent, .sent, .withdrawn]
        case .consent: [.sent, .withdrawn]
        case .sent: [.acknowledged, .accepted, .moreInformation, .waiting, .seen, .declined, .withdrawn]
        case .acknowledged: [.accepted, .moreInformation, .waiting, .seen, .declined, .withdrawn]
        case .moreInformation: [.sent, .declined, .withdrawn]
        case .accepted: [.waiting, .seen, .moreInformation, .declined, .withdrawn]
        case .waiting: [.seen, .waiting, .moreInformation, .declined, .discharged, .withdrawn]
        case .seen: [.reported, .discharged]
        case .reported: [.discharged, .seen]
        case .discharged, .declined, .withdrawn: []
        }
    }

    public var isOver: Bool { next.isEmpty }

    /// Before anything has left the school.
    public var isInside: Bool { [.drafted, .consent].contains(self) }

    /// Sent, and nobody knows yet whether the agency takes it.
    public static let unanswered: [ReferralState] = [.sent, .acknowledged]
    public static let open = allCases.filter { !$0.isOver }
    /// Sent, and nobody has seen the pupil yet.
    public static let queued: [ReferralState] = [.sent, .acknowledged, .moreInformation, .accepted, .waiting]

    /// Steps that say nothing without words.
    public var asksForWords: Bool { [.moreInformation, .declined, .withdrawn].contains(self) }
    /// Steps at which an agency may say when it sees the pupil.
    public var mayExpect: Bool { [.accepted, .waiting].contains(self) }

    public var label: String {
        switch self {
        case .drafted: "Drafted"
        case .consent: "Family asked for consent"
        case .sent: "Sent"
        case .acknowledged: "Acknowledged"
        case .moreInformation: "More information asked for"
        case .accepted: "Accepted"
        case .waiting: "On the waiting list"
        case .seen: "Seen"
        case .reported: "Report received"
        case .discharged: "Discharged"
        case .declined: "Declined by the agency"
        case .withdrawn: "Taken back"
        }
    }

    /// What one does or writes down, for a button.
    public func verb(from before: ReferralState) -> String {
        switch self {
        case .drafted: "Draft it"
        case .consent: "Say that the family is asked"
        case .sent: before == .moreInformation ? "Say that the information is sent" : "Say that it is sent"
        case .acknowledged: "Say that they have it"
        case .moreInformation: "Say that they ask for more"
        case .accepted: "Say that they take it"
        case .waiting: before == .waiting ? "Say that they gave a new day" : "Say that it waits on their list"
        case .seen: before == .reported ? "Say that they saw the pupil again" : "Say that they saw the pupil"
        case .reported: "Say that the report came"
        case .discharged: "Say that they have discharged"
        case .declined: "Say that they decline"
        case .withdrawn: "Take it back"
        }
    }

    /// What the school does itself, on the day it is written down; the day of all else is the agency's, and is asked for.
    public var isOwnAct: Bool { [.drafted, .consent, .sent, .withdrawn].contains(self) }

    /// What its words tell.
    public var wordsLabel: String {
        switch self {
        case .consent: "How was the family asked, and by when do they answer?"
        case .sent: "How was it sent?"
        case .moreInformation: "What do they ask for?"
        case .declined: "Why, in their words? What do they advise instead?"
        case .withdrawn: "Why is it taken back?"
        case .seen: "Who saw the pupil, and what happens next?"
        case .discharged: "Why, and how does one come back to them?"
        default: "Anything to add?"
        }
    }
}
