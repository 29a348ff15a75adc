import Basics

/// Sessions (half days) of one academic year at one school, as a transfer file carries them.
public struct YearlyAttendance: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    /// The calendar year in which the academic year starts.
    public var year: Int
    public var laCode: String
    public var establishment: String
    public var schoolName = ""
    public var possible: Int?
    public var attended: Int?
    public var authorised: Int?
    public var unauthorised: Int?
}

/// Absence of one census term by reason.
public struct TermlyAbsence: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    /// The day of the census, `2027-01-21`.
    public var census: String
    public var possible: Int?
    /// `C2 20, I 6`: attendance codes with their sessions, in the order of the codes.
    public var reasons: String
}

/// One result of a key stage, by the seven parts of its key.
public struct StageResult: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var stage: String
    public var year: String
    public var subject: String
    public var method: String
    public var component: String
    public var status: String
    public var qualifier: String
    public var result: String
    public var resultDate = ""
}

/// Time at a school before or beside ours.
public struct SchoolHistory: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var laCode: String
    public var establishment: String
    public var schoolName: String
    public var spell: Spell
    public var reason = ""
}

/// A UPN the pupil had before.
public struct FormerUPN: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var upn: String
}

/// A name the pupil had before.
public struct FormerName: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var surname: String
    public var forename: String
}

/// Something decided here that must still be entered in the school's own system.
public struct MISTask: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    /// What to change there, in plain words: `SEN status`.
    public var field: String
    public var value: String
    public var decidedOn: Day
    /// Somebody says it is entered.
    public var tickedOn: Day?
    /// A file from the MIS shows it.
    public var confirmedOn: Day?
}
