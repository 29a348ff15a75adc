import Basics

/// What is done with a family, by agreement, so that things get better before they get worse.
///
/// It is voluntary: it stands on the family's consent (Working Together; Children Act 2004, section 10, for the council's part).
public struct EarlyHelpEpisode: Hashable, Sendable {
    /// Why it ended.
    public enum Ending: String, Sendable, CaseIterable {
        case met, school
        case socialCare = "social_care"
        case declined, moved, other

        public var label: String {
            switch self {
            case .met: "Things are better: the help is no longer needed"
            case .school: "The school’s own support goes on alone"
            case .socialCare: "Children’s social care has taken it on"
            case .declined: "The family no longer wants it"
            case .moved: "The family has moved, or the child changed school"
            case .other: "Another reason"
            }
        }
    }

    public var id: EarlyHelpID = .new
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    /// Nil where nobody had written down the council's scheme.
    public var scheme: RowID?
    /// As the council called it, and its meeting, when it began.
    public var name: String
    public var meeting: String
    public var startedOn: Day
    public var startedBy: String
    public var strengths: String
    public var needs: String
    /// What the family hopes for.
    public var wanted = ""
    /// Who belongs to the family and the home.
    public var household = ""
    /// The day of the next meeting.
    public var reviewOn: Day?
    public var closedOn: Day?
    public var ending: Ending?
    public var closedWords = ""
    public var closedBy = ""

    public init(pupil: PupilID, school: SchoolID, name: String, meeting: String, startedOn: Day, startedBy: String, strengths: String, needs: String) {
        (self.pupil, self.school, self.name, self.meeting) = (pupil, school, name, meeting)
        (self.startedOn, self.startedBy, self.strengths, self.needs) = (startedOn, startedBy, strengths, needs)
    }

    public var isOpen: Bool { closedOn == nil }
    /// To which its parts belong.
    public var owner: EarlyHelpOwner { EarlyHelpOwner(episode: id, pupil: pupil, school: school) }

    /// Since when the meeting that was agreed is missing; nil where none is, or no day is set.
    public func lateSince(on day: Day) -> Day? { reviewOn.flatMap { isOpen && $0 < day ? $0 + 1 : nil } }
}

/// To which episode, pupil and school a part of it belongs.
public struct EarlyHelpOwner: Hashable, Sendable {
    public let episode: EarlyHelpID
    public let pupil: PupilID
    public let school: SchoolID
}

/// Sets the day of the next meeting.
public struct SetNextMeeting: Sendable {
    public let day: Day?

    public init(on day: Day?) { self.day = day }

    public func applied(to before: EarlyHelpEpisode, today: Day) throws -> Change<EarlyHelpEpisode> {
        guard before.isOpen else { throw Problems("", "This is closed, so no meeting follows.") }
        guard let day, day >= today, day <= today.adding(years: 1) else { throw Problems("review_on", "Give the day, from today to a year from now.") }
        var after = before
        after.reviewOn = day
        return Change("earlyHelp.meetingSet", from: before, to: after)
    }
}
