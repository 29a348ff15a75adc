import Access
import Basics
import Database
import Pages

/// One rule of the safety net: what would be a gap, why it is one, who acts, and the next step.
public struct SafetyRule: Sendable {
    public enum Kind: String, Sendable {
        /// Something is missing or wrong.
        case gap
        /// It may be right: please check.
        case check
    }

    /// Stable, for instance `need-missing`.
    public let id: String
    public let title: String
    public let kind: Kind
    /// Why it matters, with its source.
    public let why: String
    /// Who acts, by role.
    public let who: String
    /// What to do about it, starting with a verb.
    public let next: String
    public let find: @Sendable (Reader, SafetyQuestion) throws -> [Finding]

    public init(_ id: String, _ kind: Kind, _ title: String, why: String, who: String, next: String,
                find: @escaping @Sendable (Reader, SafetyQuestion) throws -> [Finding]) {
        self.id = id
        self.kind = kind
        self.title = title
        self.why = why
        self.who = who
        self.next = next
        self.find = find
    }
}

/// What a rule is asked: for whom, about which school, on which day.
public struct SafetyQuestion: Sendable {
    public let viewer: Viewer
    public let school: SchoolID?
    public let day: Day

    public init(viewer: Viewer, school: SchoolID? = nil, day: Day) {
        self.viewer = viewer
        self.school = school
        self.day = day
    }
}

/// One gap that a rule found. It is computed anew each time; only a person's answer to it is stored.
public struct Finding: Sendable, Hashable {
    public let school: SchoolID
    public let urn: String
    /// Nil where the finding is about the school itself.
    public let pupil: PupilID?
    /// What it is about where it names no pupil and there may be several at a school: `run-31`, `role-ta`. An answer holds
    /// for this alone. Empty where school and pupil say it.
    public let subject: String
    public let upn: String
    /// The pupil's name as people use it; empty for a school.
    public let name: String
    /// Since when it is so, as far as the record tells.
    public let since: Day?
    /// What is found, in a sentence without a name.
    public let message: String
    public let next: Address

    public init(school: SchoolID, urn: String, pupil: PupilID?, subject: String = "", upn: String, name: String, since: Day?, message: String, next: Address) {
        self.school = school
        self.urn = urn
        self.pupil = pupil
        self.subject = subject
        self.upn = upn
        self.name = name
        self.since = since
        self.message = message
        self.next = next
    }
}
