import Basics

/// What a finding is about: the same rule, school, pupil and subject mean the same finding.
public struct FindingKey: Hashable, Sendable {
    public let rule: String
    public let school: SchoolID
    /// Nil where the finding is about the school itself.
    public let pupil: PupilID?
    /// Which of several at a school it is, such as `run-31`; empty where school and pupil say it.
    public let subject: String

    public init(rule: String, school: SchoolID, pupil: PupilID?, subject: String = "") {
        self.rule = rule
        self.school = school
        self.pupil = pupil
        self.subject = subject
    }
}

/// A person's answer to a finding of the safety net.
public struct FindingAnswer: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Ask again on a day.
        case later
        /// It is right as it is.
        case right
    }

    public var id: RowID
    public var version = 1
    public var key: FindingKey
    public var kind: Kind
    /// From this day on it is asked again.
    public var until: Day?
    public var reason: String
    public var answeredBy: String
    public var answeredOn: Day
    /// Somebody wants it asked again.
    public var withdrawnOn: Day?

    /// Whether the answer still keeps a finding quiet. What began after the answer was given is something new.
    public func covers(since: Day?, on day: Day) -> Bool {
        guard withdrawnOn == nil, since ?? .distantPast <= answeredOn else { return false }
        return kind == .right || (until ?? .distantPast) > day
    }
}
