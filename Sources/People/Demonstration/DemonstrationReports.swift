import Basics

// The reports of the schools' systems, column by column.

extension DemonstrationReport {
    private typealias PupilColumn = Column<DemonstrationRolls.Member>

    /// Words in full: `Year 4`, `Yes`, dates as 03/09/2024.
    static let longPupils = DemonstrationReport("pupils-long", .pupils, [
        PupilColumn("mis_id", "Arbor Student ID") { "\($0.enrolment.urn.suffix(3))\($0.enrolment.admissionNumber)" },
        PupilColumn("admission_number", "Admission Number") { $0.enrolment.admissionNumber },
        PupilColumn("upn", "UPN") { $0.pupil.upn },
        PupilColumn("forename", "Legal First Name") { $0.pupil.forename },
        PupilColumn("surname", "Legal Last Name") { $0.pupil.surname },
        PupilColumn("preferred_forename", "Preferred First Name") { $0.pupil.preferredForename ?? "" },
        PupilColumn("sex", "Sex") { $0.pupil.sex == "F" ? "Female" : "Male" },
        PupilColumn("birth_date", "Date of Birth") { $0.pupil.birthDate.slashed },
        PupilColumn("year", "Year group") { longYear($0.pupil.year) },
        PupilColumn("class", "Registration form") { $0.enrolment.className ?? "" },
        PupilColumn("entry_date", "Admission date") { $0.enrolment.entry.slashed },
        PupilColumn("leaving_date", "Date left") { $0.enrolment.leaving?.slashed ?? "" },
        PupilColumn("pupil_premium", "Pupil Premium") { $0.pupil.pupilPremium ? "Yes" : "No" },
        PupilColumn("looked_after", "Looked After") { $0.pupil.careAuthority == nil ? "No" : "Yes" },
        PupilColumn("eal", "English as additional language") { $0.pupil.household.language == "ENG" ? "No" : "Yes" },
        PupilColumn("home_la", "Home LA") { $0.pupil.household.homeLA },
    ], of: { _, _, members in members })

    /// Codes and short headings: `4`, `Y`, dates as 2024-09-03.
    static let shortPupils = DemonstrationReport("pupils-short", .pupils, [
        PupilColumn("surname", "Surname") { $0.pupil.surname },
        PupilColumn("forename", "Forename") { $0.pupil.forename },
        PupilColumn("class", "Reg") { $0.enrolment.className ?? "" },
        PupilColumn("year", "Year") { $0.pupil.year.rawValue },
        PupilColumn("admission_number", "Adno") { $0.enrolment.admissionNumber },
        PupilColumn("upn", "UPN") { $0.pupil.upn },
        PupilColumn("birth_date", "DOB") { "\($0.pupil.birthDate)" },
        PupilColumn("sex", "Gender") { $0.pupil.sex },
        PupilColumn("entry_date", "Entry Date") { "\($0.enrolment.entry)" },
        PupilColumn("leaving_date", "DOL") { $0.enrolment.leaving.map { "\($0)" } ?? "" },
        PupilColumn("pupil_premium", "Pupil Premium Indicator") { $0.pupil.pupilPremium ? "Y" : "N" },
        PupilColumn("looked_after", "LAC") { $0.pupil.careAuthority == nil ? "N" : "Y" },
        PupilColumn("eal", "EAL") { $0.pupil.household.language == "ENG" ? "N" : "Y" },
        PupilColumn("home_la", "Home LA") { $0.pupil.household.homeLA },
    ], of: { _, _, members in members })

    static let staff = DemonstrationReport("staff", .staff, [
        Column<DemonstrationStaff>("mis_id", "Staff code") { $0.number },
        Column<DemonstrationStaff>("title", "Title") { $0.title },
        Column<DemonstrationStaff>("forename", "Forename") { $0.forename },
        Column<DemonstrationStaff>("surname", "Surname") { $0.surname },
        Column<DemonstrationStaff>("role", "Role") { $0.role },
        Column<DemonstrationStaff>("email", "Email") { $0.email },
        Column<DemonstrationStaff>("starts", "Start date") { $0.starts.slashed },
    ], of: { trust, school, _ in trust.staff.filter { $0.urn == school.urn } })

    static let classes = DemonstrationReport("classes", .classes, [
        Column<DemonstrationClass>("name", "Class name") { $0.name },
        Column<DemonstrationClass>("kind", "Type") { _ in "Registration" },
        Column<DemonstrationClass>("year", "Year") { $0.year },
        Column<DemonstrationClass>("teacher", "Teacher") { $0.teacher?.name ?? "" },
    ], of: { trust, school, _ in trust.classes.filter { $0.urn == school.urn } })

    static let groups = DemonstrationReport("groups", .groups, [
        Column<DemonstrationGroupMember>("group", "Group") { $0.group.name },
        Column<DemonstrationGroupMember>("subject", "Subject") { $0.group.subject },
        Column<DemonstrationGroupMember>("teacher", "Teacher") { $0.group.teacher },
        Column<DemonstrationGroupMember>("admission_number", "Adno") { $0.admissionNumber },
    ], of: { trust, school, _ in
        trust.groups.filter { $0.urn == school.urn }.flatMap { group in
            group.admissionNumbers.map { DemonstrationGroupMember(group: group, admissionNumber: $0) }
        }
    })

    static let timetable = DemonstrationReport("timetable", .timetable, [
        Column<DemonstrationLesson>("group", "Class") { $0.className },
        Column<DemonstrationLesson>("subject", "Subject") { $0.subject },
        Column<DemonstrationLesson>("day", "Day") { $0.day },
        Column<DemonstrationLesson>("period", "Period") { $0.period },
        Column<DemonstrationLesson>("starts", "Start time") { $0.starts },
        Column<DemonstrationLesson>("ends", "End time") { $0.ends },
        Column<DemonstrationLesson>("room", "Room") { $0.room },
        Column<DemonstrationLesson>("teacher", "Staff") { $0.teacher },
    ], of: { trust, school, _ in trust.classes.filter { $0.urn == school.urn }.flatMap(DemonstrationLesson.week) })

    /// `Year 4`, `Year N2`, `Reception`, and a bare code where years are not followed.
    private static func longYear(_ year: YearGroup) -> String {
        switch year.rawValue {
        case "R": "Reception"
        case "X": "X"
        default: "Year \(year.rawValue)"
        }
    }
}

/// A child's place in a teaching group.
struct DemonstrationGroupMember: Sendable {
    let group: DemonstrationGroup
    let admissionNumber: String
}

/// One lesson of a class in an ordinary week.
struct DemonstrationLesson: Sendable {
    let className: String
    let subject: String
    let day: String
    let period: String
    let starts: String
    let ends: String
    let room: String
    let teacher: String

    /// Five lessons on each of five days.
    static func week(of made: DemonstrationClass) -> [DemonstrationLesson] {
        days.enumerated().flatMap { weekday, day in
            periods.enumerated().map { period, times in
                DemonstrationLesson(className: made.name, subject: subjects[(weekday * 2 + period * 3) % subjects.count], day: day,
                                    period: "\(period + 1)", starts: times.0, ends: times.1, room: made.name, teacher: made.teacher?.name ?? "")
            }
        }
    }

    private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    private static let periods = [("09:00", "10:00"), ("10:00", "10:45"), ("11:05", "12:05"), ("13:05", "14:05"), ("14:15", "15:15")]
    private static let subjects = ["English", "Mathematics", "Reading", "Science", "History", "Art", "Computing", "Physical education", "Music"]
}
