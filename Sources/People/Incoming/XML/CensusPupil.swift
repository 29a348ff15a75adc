import Basics
import Files

/// Reads one pupil of a school census. Parts are found by name anywhere below the pupil, since the layers
/// between differ from year to year.
enum CensusPupil {
    static func read(_ element: XMLElement) throws(IncomingRefusal) -> IncomingPupil {
        var values = IncomingValues(row: element.line)
        let identifiers = element.first("PupilIdentifiers") ?? element
        let born = values.day(identifiers.value("DOB"), "birth_date")
        var pupil = try IncomingPupil(values, surname: identifiers.value("Surname"), forename: identifiers.value("Forename"), birthDate: born)
        identity(identifiers, &pupil, &values)
        status(element, &pupil, &values)
        context(element, &pupil, &values)
        needs(element, &pupil, &values)
        pupil.termlyAttendance = element.first("TermlyAttendance").map { termly($0, &values) }
        pupil.enrolment.hasLeft = element.isNamed("PupilNoLongerOnRoll") || pupil.enrolment.leavingDate != nil
        pupil.unread = KnownElements.census.unread(in: element)
        pupil.problems = values.problems
        return pupil
    }

    private static func identity(_ part: XMLElement, _ pupil: inout IncomingPupil, _ values: inout IncomingValues) {
        pupil.upn = values.upn(part.value("UPN"))
        pupil.uln = part.value("UniqueLearnerNumber")
        pupil.formerUPNs = part.value("FormerUPN").map { [UniquePupilNumber($0).text] }
        pupil.sex = values.sex(part.value("Sex") ?? part.value("Gender"))
        pupil.otherNames.preferredSurname = part.value("PreferredSurname")
        pupil.otherNames.preferredForename = part.value("PreferredForename")
        pupil.otherNames.formerSurname = part.value("FormerSurname")
        pupil.otherNames.middleNames = part.value("MiddleNames")
    }

    private static func status(_ element: XMLElement, _ pupil: inout IncomingPupil, _ values: inout IncomingValues) {
        pupil.enrolment.status = values.code(element.value("EnrolStatus"), "enrolment_status", in: .enrolmentStatus)
        pupil.enrolment.entryDate = values.day(element.value("EntryDate"), "entry_date")
        pupil.enrolment.leavingDate = values.day(element.value("LeavingDate"), "leaving_date")
        pupil.yearActual = element.value("NCyearActual").map { YearGroup($0) }
    }

    private static func context(_ element: XMLElement, _ pupil: inout IncomingPupil, _ values: inout IncomingValues) {
        pupil.ethnicity = element.value("Ethnicity")?.uppercased()
        pupil.languages.first = element.value("Language")?.uppercased()
        pupil.flags.serviceChild = (element.value("ServiceChild") ?? element.value("ServiceChildIndicator"))?.uppercased()
        pupil.flags.lookedAfter = values.flag(element.value("InCare"), "looked_after")
        pupil.flags.careAuthority = element.value("CareAuthority")
        pupil.flags.senUnit = values.flag(element.value("SENunitIndicator"), "sen_unit")
        pupil.flags.resourcedProvision = values.flag(element.value("ResourcedProvisionIndicator"), "resourced_provision")
    }

    /// The census gives the provision of its own day, so the row has no start.
    private static func needs(_ element: XMLElement, _ pupil: inout IncomingPupil, _ values: inout IncomingValues) {
        pupil.provisions = values.code(element.value("SENprovision"), "sen", in: .provision).map { [IncomingProvision(code: $0)] }
        pupil.needs = element.first("SENneeds").map { SENNeeds.read($0, &values) }
    }

    private static func termly(_ block: XMLElement, _ values: inout IncomingValues) -> IncomingTermlyAttendance {
        var attendance = IncomingTermlyAttendance()
        attendance.possible = values.number(block.value("SessionsPossible"), "attendance")
        attendance.authorised = values.number(block.value("SessionsAuthorised"), "attendance")
        attendance.unauthorised = values.number(block.value("SessionsUnauthorised"), "attendance")
        for detail in block.first("SessionDetails")?.children("SessionDetail") ?? [] {
            guard let reason = detail.value("AttendanceReason")?.uppercased() else { continue }
            attendance.reasons[reason, default: 0] += values.number(detail.value("AbsenceSessions"), "attendance") ?? 0
        }
        return attendance
    }
}

extension XMLElement {
    /// The text of the first element of that name anywhere below; nil where it is absent or empty.
    func value(_ name: String) -> String? { first(name)?.text.nonEmpty }
}
