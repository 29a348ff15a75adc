import Basics
import People

/// What a specialist wrote about a pupil, and what the school understood of it.
public struct Advice: Hashable, Sendable {
    public var id: AdviceID = .new
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    /// Nil where it is from somebody who is no agency of the list.
    public var agency: AgencyID?
    public var referral: ReferralID?
    public var paper: PaperID?
    public var author: String
    public var writtenOn: Day
    public var receivedOn: Day
    /// What it says, in the school's words.
    public var summary: String
    public var recordedBy: String
    /// Since when it counts for nothing, because it was entered by mistake.
    public var withdrawnOn: Day?
    public var withdrawnBecause = ""

    public init(pupil: PupilID, school: SchoolID, author: String, writtenOn: Day, receivedOn: Day, summary: String, recordedBy: String) {
        (self.pupil, self.school, self.author, self.writtenOn, self.receivedOn) = (pupil, school, author, writtenOn, receivedOn)
        (self.summary, self.recordedBy) = (summary, recordedBy)
    }
}

/// One thing that a specialist recommends, and what the school made of it.
public struct Recommendation: Hashable, Sendable {
    /// Where it stands, and what may follow.
    public enum State: String, Sendable, CaseIterable {
        /// Nobody has answered it yet.
        case proposed
        case accepted, adapted, declined
        case inProvision = "in_provision"
        case done, lapsed

        public var next: [State] {
            switch self {
            case .proposed: [.accepted, .adapted, .declined, .inProvision, .done, .lapsed]
            case .accepted, .adapted: [.inProvision, .done, .adapted, .declined, .lapsed].filter { $0 != self }
            case .inProvision: [.done, .adapted, .lapsed]
            case .declined, .lapsed: [.accepted, .adapted]
            case .done: []
            }
        }

        /// It is still to be answered or carried out.
        public var isOpen: Bool { [.proposed, .accepted, .adapted, .inProvision].contains(self) }
        /// Somebody is to carry it out.
        public var asksForOwner: Bool { [.accepted, .adapted, .inProvision].contains(self) }
        public var asksForReason: Bool { [.adapted, .declined, .lapsed].contains(self) }

        public var label: String {
            switch self {
            case .proposed: "Not answered yet"
            case .accepted: "Accepted"
            case .adapted: "Adapted"
            case .declined: "Declined"
            case .inProvision: "In provision"
            case .done: "Done"
            case .lapsed: "Lapsed"
            }
        }

        public var verb: String {
            switch self {
            case .proposed: "Ask again"
            case .accepted: "Accept it"
            case .adapted: "Adapt it"
            case .declined: "Decline it"
            case .inProvision: "Say which provision carries it out"
            case .done: "Say that it is done"
            case .lapsed: "Say that it no longer applies"
            }
        }
    }

    public var id: RecommendationID = .new
    public var version = 1
    public var advice: AdviceID
    public var pupil: PupilID
    public var school: SchoolID
    public var words: String
    public var state = State.proposed
    /// The day of its latest step.
    public var since: Day
    public var owner = ActionOwner(name: "")
    public var due: Day?
    public var evidence = ""
    public var run: ProvisionID?
    public var plan: PlanID?

    public init(of advice: Advice, _ words: String, on day: Day) {
        (self.advice, pupil, school, self.words, since) = (advice.id, advice.pupil, advice.school, words, day)
    }

    public func isOverdue(on day: Day) -> Bool { state.isOpen && (due.map { $0 < day } ?? false) }

    /// By when a recommendation is answered: six weeks after it came.
    public static let answerDays = 42
}

/// One step of a recommendation: what was decided, when, by whom, and why.
public struct RecommendationStep: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var recommendation: RecommendationID
    public var pupil: PupilID
    public var school: SchoolID
    public var state: Recommendation.State
    public var happenedOn: Day
    public var who: String
    public var words: String

    public init(_ state: Recommendation.State, of recommendation: Recommendation, on day: Day, by who: String, words: String) {
        (self.recommendation, pupil, school, self.state) = (recommendation.id, recommendation.pupil, recommendation.school, state)
        (happenedOn, self.who, self.words) = (day, who, words)
    }
}
