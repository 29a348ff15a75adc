import Basics

/// Works out what one row of a file changes in one pupil's record. It writes nothing.
struct PupilUpdate: Sendable {
    let incoming: IncomingPupil
    let known: KnownPupil
    let school: School
    /// The day on which what the file says is true.
    let day: Day
    /// The pupil's class of this academic year, found or made beforehand.
    let schoolClass: ClassID?
    /// Classes of this school in this academic year, to tell a move from a first place.
    let classesHere: Set<ClassID>
    /// Registration changes only through files that carry the whole of it.
    let listsNeedsWhole: Bool
    /// The pupil is new in this file.
    let isNew: Bool
    /// For a file of pupils who are to join: the day from which they are on roll. What such a file says of
    /// leaving is the former school's.
    let joins: Day?

    var changes = PupilChanges()
    var differences: [Difference] = []
    var conflicts: [String] = []

    mutating func work() {
        updateIdentity()
        updateEnrolment()
        updateYearAndClass()
        updateRegister()
        updateContext()
        updateContacts()
        updateSchoolRecord()
    }

    var id: PupilID { known.pupil.id }
    var year: AcademicYear { AcademicYear(containing: day) }

    func owns(_ field: MISField) -> Bool { isNew || school.misOwns.contains(field) }

    /// Of a new pupil, what tells a person at a glance who comes in.
    var outline: [Difference] {
        differences.filter { $0.label == "Class" || $0.label == "SEN status" || $0.label == "Needs" || $0.label.hasPrefix("Year in") }
    }

    mutating func note(_ label: String, _ old: String, _ new: String) { differences.append(Difference(label, old, new)) }
}

/// Everything a row changes, in the order in which it is saved.
struct PupilChanges: Sendable {
    var pupils: [Change<Pupil>] = []
    var formerUPNs: [Change<FormerUPN>] = []
    var formerNames: [Change<FormerName>] = []
    var enrolments: [Change<Enrolment>] = []
    var years: [Change<PupilYear>] = []
    var members: [Change<ClassMember>] = []
    /// Spells that a fuller history replaces.
    var replaced: [ProvisionSpell] = []
    var provisions: [Change<ProvisionSpell>] = []
    var needs: [Change<PupilNeed>] = []
    var tasks: [Change<MISTask>] = []
    var flags: [Change<ContextFlag>] = []
    var bases: [Change<BaseSpell>] = []
    var contacts: [Change<Contact>] = []
    var attendance: [Change<YearlyAttendance>] = []
    var absences: [Change<TermlyAbsence>] = []
    var results: [Change<StageResult>] = []
    var histories: [Change<SchoolHistory>] = []
}
