import Basics

/// A class or a teaching group of one academic year.
public struct SchoolClass: Hashable, Sendable {
    public enum Kind: String, Sendable { case registration = "class", group }

    public var id: ClassID
    public var version = 1
    public var school: SchoolID
    /// The calendar year in which the academic year starts.
    public var academicYear: Int
    public var kind: Kind
    public var name: String
    public var subject = ""
}

/// A pupil's time in a class or group.
public struct ClassMember: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var schoolClass: ClassID
    public var pupil: PupilID
    public var spell: Spell
}

/// An adult of a class.
public struct ClassStaff: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var schoolClass: ClassID
    public var staff: StaffID
    public var role: String
}

/// Somebody who works in a school.
public struct StaffMember: Hashable, Sendable {
    public var id: StaffID
    public var version = 1
    public var school: SchoolID
    public var misID: String?
    public var title = ""
    public var surname: String
    public var forename: String
    public var role = ""
    public var email = ""
    public var starts: Day?
    public var ends: Day?

    public var name: String { [title, forename, surname].filter { !$0.isEmpty }.joined(separator: " ") }
}

/// One lesson of a class's week.
public struct Lesson: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var schoolClass: ClassID
    /// Monday is 1.
    public var weekday: Int
    /// The period's name, with the week of a two-week timetable before it.
    public var period: String
    /// `09:05`, on the clock in England.
    public var startsAt = ""
    public var endsAt = ""
    public var room = ""
    public var staff: StaffID?
}

/// The year a pupil is taught in during one academic year; the expected one follows from the birth date.
public struct PupilYear: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    public var academicYear: Int
    public var year: YearGroup
}
