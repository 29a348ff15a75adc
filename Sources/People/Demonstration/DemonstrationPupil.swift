import Basics

/// An invented child, as all the files about the child together would tell it.
public struct DemonstrationPupil: Sendable {
    public var upn = ""
    public var surname: String
    /// Empty for a child who has one name only.
    public var forename: String
    public var preferredForename: String?
    public var birthDate: Day
    /// `F` or `M`.
    public var sex: String
    /// The curriculum year that the school records.
    public var year: YearGroup
    public var household: DemonstrationHousehold
    public var pupilPremium = false
    public var freeMealsSince: Day?
    public var serviceChild = false
    /// The authority that looks after the child; nil where none does.
    public var careAuthority: String?
    /// The first day at any school.
    public var firstEntry: Day
    public var provisions: [DemonstrationProvision] = []
    public var needs: [DemonstrationNeed] = []
    public var base: DemonstrationSchool.Base?
    public var contacts: [DemonstrationContact] = []
    public var attendance: [DemonstrationAttendance] = []
    /// The multiplication tables check: the calendar year and the result.
    public var tablesCheck: (year: Int, result: String)?
    /// The school before this trust, where there was one.
    public var formerSchool: DemonstrationFormerSchool?
    public var enrolments: [DemonstrationEnrolment] = []

    /// The provision code of today, empty where none was ever recorded.
    public var provision: String { provisions.last?.code ?? "" }
    /// Needs that have not ended, in their order.
    public var openNeeds: [DemonstrationNeed] { needs.filter { $0.ends == nil }.sorted { $0.rank < $1.rank } }
}

/// From this day on the child had this SEN provision: N, K or E.
public struct DemonstrationProvision: Sendable, Equatable {
    public let starts: Day
    public let code: String
}

/// A type of need with its rank and its days.
public struct DemonstrationNeed: Sendable, Equatable {
    public let rank: Int
    public let code: String
    public let starts: Day
    public var ends: Day?
}

/// A child on the roll of one school of the trust.
public struct DemonstrationEnrolment: Sendable, Equatable {
    /// The school's URN.
    public let urn: String
    public let admissionNumber: String
    /// C current, M main of two, S subsidiary of two.
    public var status = "C"
    public let entry: Day
    public var leaving: Day?
    public var className: String?
    /// The transfer file is a week older than the class list and does not know yet that the child has left.
    public var leftSinceTransferFile = false

    /// Whether the school's transfer file has the child.
    var isTransferred: Bool { leaving == nil || leftSinceTransferFile }

    func isOpen(on day: Day) -> Bool { Spell(starts: entry, ends: leaving).covers(day) }
}

/// Half-day sessions of one academic year.
public struct DemonstrationAttendance: Sendable, Equatable {
    public let year: AcademicYear
    public let possible: Int
    public let attended: Int
    public let authorised: Int
    public var unauthorised: Int { possible - attended - authorised }
}

/// A school outside the trust, which does not exist.
public struct DemonstrationFormerSchool: Sendable, Equatable {
    public let laCode: String
    public let establishmentNumber: String
    public let name: String
    public let entry: Day
    public let leaving: Day
}
