import Basics

/// What is asked of an agency for a pupil.
public struct Referral: Hashable, Sendable {
    /// From what it began.
    public enum Origin: String, Sendable, CaseIterable {
        case none = ""
        case concern, result, review
    }

    public var id: ReferralID = .new
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    public var agency: AgencyID
    public var reason: String
    public var wanted: String
    public var draftedBy: String
    public var draftedOn: Day
    public var origin = Origin.none
    public var originRow: Int?
    public var state = ReferralState.drafted
    /// The day of its latest step.
    public var since: Day
    public var sentOn: Day?
    public var seenOn: Day?
    /// By when the agency said it sees the pupil.
    public var expectedOn: Day?

    public init(pupil: PupilID, school: SchoolID, agency: AgencyID, reason: String, wanted: String, draftedBy: String, on day: Day) {
        (self.pupil, self.school, self.agency, self.reason, self.wanted) = (pupil, school, agency, reason, wanted)
        (self.draftedBy, draftedOn, since) = (draftedBy, day, day)
    }

    /// How long it has waited, or did, from sent to seen; nil before it is sent.
    public func waited(on day: Day) -> Int? { sentOn.map { (seenOn ?? (state.isOver ? since : day)) - $0 } }

    /// Since when an answer is missing: the day after the agency's usual time, or after the day it named. Nil where none is.
    public func unansweredSince(_ answerDays: Int, on day: Day) -> Day? {
        Self.unanswered(state, since: since, expectedOn: expectedOn, within: answerDays, on: day)
    }

    /// The same of a referral that stands at a state since a day.
    public static func unanswered(_ state: ReferralState, since: Day, expectedOn: Day?, within answerDays: Int, on day: Day) -> Day? {
        let last: Day? = ReferralState.unanswered.contains(state) ? since + answerDays : ReferralState.queued.contains(state) ? expectedOn : nil
        return last.flatMap { $0 < day ? $0 + 1 : nil }
    }
}

/// One step of a referral: what happened, when, who wrote it down, and their words.
public struct ReferralStep: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var referral: ReferralID
    public var pupil: PupilID
    public var school: SchoolID
    public var state: ReferralState
    public var happenedOn: Day
    public var who: String
    public var words: String

    public init(_ state: ReferralState, of referral: Referral, on day: Day, by who: String, words: String) {
        (self.referral, pupil, school, self.state) = (referral.id, referral.pupil, referral.school, state)
        (happenedOn, self.who, self.words) = (day, who, words)
    }
}

/// A paper of the record that goes along with a referral.
public struct ReferralPaper: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var referral: ReferralID
    public var pupil: PupilID
    public var paper: PaperID

    public init(referral: ReferralID, pupil: PupilID, paper: PaperID) { (self.referral, self.pupil, self.paper) = (referral, pupil, paper) }
}
