import Basics

/// What one file says of one pupil: the same shape from a transfer file, a census or a report.
///
/// Nil means "not sent", never "none": a file that is silent about something changes nothing.
/// An empty list means that the file has the block and that it holds nothing.
public struct IncomingPupil: Sendable, Equatable {
    /// The row of the spreadsheet, or the line of the XML file, where this pupil begins.
    public let row: Int
    /// The school's URN where the file itself names it for each pupil.
    public var urn: String?

    public var upn: String?
    public var formerUPNs: [String]?
    /// Unique learner number: ten digits.
    public var uln: String?
    public var admissionNumber: String?
    /// The pupil's number in the school's management information system.
    public var misID: String?

    public var surname: String
    /// Empty for a pupil with one name.
    public var forename: String
    public var otherNames = IncomingNames()
    public var birthDate: Day
    /// `M` or `F`.
    public var sex: String?
    public var yearActual: YearGroup?
    public var className: String?
    public var ethnicity: String?
    public var languages = IncomingLanguages()

    public var enrolment = IncomingEnrolment()
    public var flags = IncomingFlags()
    public var freeMeals: [IncomingMealSpell]?
    public var disabilities: [String]?

    public var provisions: [IncomingProvision]?
    public var needs: [IncomingNeed]?

    /// Where the pupil lives.
    public var home: IncomingAddress?
    public var contacts: [IncomingContact]?

    public var attendance: [IncomingYearAttendance]?
    public var termlyAttendance: IncomingTermlyAttendance?
    public var stageResults: [IncomingStageResult]?
    public var schoolHistory: [IncomingSchoolSpell]?

    /// What the file holds beyond the elements that we know, kept as it came.
    public var unread: [IncomingUnread] = []
    /// Single values that could not be used; the rest of the pupil stands.
    public var problems: [IncomingProblem] = []

    public init(row: Int, surname: String, forename: String, birthDate: Day) {
        self.row = row
        self.surname = surname
        self.forename = forename
        self.birthDate = birthDate
    }
}
