import Basics

/// A member of staff as a report gives them.
public struct IncomingStaff: Sendable, Equatable {
    public let row: Int
    public var urn: String?
    public var misID: String?
    public var title: String?
    public var surname: String
    public var forename: String
    public var role: String?
    public var email: String?
    public var starts: Day?
    public var ends: Day?
}

/// A class or registration group.
public struct IncomingClass: Sendable, Equatable {
    public let row: Int
    public var urn: String?
    public var name: String
    /// What it is, in the words of the file: registration group, teaching set, base.
    public var kind: String?
    public var year: YearGroup?
    public var teacher: String?
    /// The map's `classes_start`: the first day of the class.
    public var starts: Day?
}

/// A pupil's place in a teaching group.
public struct IncomingGroupMember: Sendable, Equatable {
    public let row: Int
    public var urn: String?
    public var group: String
    public var subject: String?
    public var teacher: String?
    public var upn: String?
    public var admissionNumber: String?
    public var misID: String?
    /// The map's `classes_start`: the first day of the group.
    public var starts: Day?
}

/// A lesson of the timetable.
public struct IncomingLesson: Sendable, Equatable {
    public let row: Int
    public var urn: String?
    /// The class or teaching group.
    public var group: String
    public var subject: String?
    /// Monday is 1.
    public var weekday: Int?
    /// `A` or `B` (or `1`, `2`) where a timetable runs over two weeks.
    public var week: String?
    public var period: String?
    /// `09:05`, on the clock in England.
    public var starts: String?
    public var ends: String?
    public var room: String?
    public var teacher: String?
}
