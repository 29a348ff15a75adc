import Basics

/// One review: of a pupil's EHC plan, or of top-up funding without one. The same people, the same papers; only of a plan are the
/// days the law's.
public struct AnnualReview: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case plan, topUp = "top-up"

        public var label: String { self == .plan ? "EHC plan" : "Top-up funding without a plan" }
    }

    /// What the council makes of it.
    public enum Decision: String, Sendable, CaseIterable {
        case keep, amend, cease

        public var label: String {
            switch self {
            case .keep: "Keep it as it is"
            case .amend: "Change it"
            case .cease: "End it"
            }
        }
    }

    /// The days of a plan that a decision changes.
    public struct PlanDays: Hashable, Sendable {
        public var metOn: Day?, decidedOn: Day?, finalOn: Day?

        public init(metOn: Day? = nil, decidedOn: Day? = nil, finalOn: Day? = nil) { (self.metOn, self.decidedOn, self.finalOn) = (metOn, decidedOn, finalOn) }
    }

    public var id: RowID = .new
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    public var council: String
    public var kind: Kind
    public var isFirst = false
    /// The last day on which the council may decide.
    public var dueOn: Day
    public var basis = ""
    public var isLookedAfter = false
    public var meetingOn: Day?
    public var meetingAt = ""
    public var place = ""
    public var chair = ""
    public var invitedOn: Day?
    public var circulatedOn: Day?
    public var heldOn: Day?
    public var reportedOn: Day?
    public var decidedOn: Day?
    public var decision: Decision?
    public var noticedOn: Day?
    public var commentedOn: Day?
    /// What the plan said before the decision, to be put back where the decision was a slip.
    public var planBefore = PlanDays()
    /// The meeting about the personal education plan, where the pupil is looked after.
    public var pepOn: Day?
    public var finishedOn: Day?
    /// What the council did on a day that is only estimated.
    public var estimated: Set<ReviewStep> = []
    public var endedOn: Day?
    public var endedBecause = ""

    public init(pupil: PupilID, school: SchoolID, council: String, kind: Kind, dueOn: Day) {
        (self.pupil, self.school, self.council, self.kind, self.dueOn) = (pupil, school, council, kind, dueOn)
    }

    public var isOpen: Bool { finishedOn == nil && endedOn == nil }

    /// The last day for the meeting, so that the council can decide in time: four weeks before it must. Of top-up funding two, so
    /// that the report is there.
    public var latestMeeting: Day { dueOn - (kind == .plan ? 28 : 14) }

    /// Whether those who were asked and have not written are to be reminded: from two weeks before the advice goes round.
    public func wantsReminders(on day: Day) -> Bool { takesContributions && invitedOn != nil && (meetingOn.map { $0 >= day && $0 - 28 <= day } ?? false) }

    /// So near together, a review and the personal education plan are looked at beside each other.
    static let daysBesidePEP = 28

    /// The piece of work to which its legal events belong.
    public var matter: Matter { Matter(.review, row: id, pupil: pupil, school: school, council: council) }

    /// What people wrote can be changed until it has gone round.
    public var takesContributions: Bool { isOpen && circulatedOn == nil && heldOn == nil }
}
