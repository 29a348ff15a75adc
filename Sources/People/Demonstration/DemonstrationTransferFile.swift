import Basics

/// A school's roll as a Common Transfer File that it has made for itself, a week before the class list.
struct DemonstrationTransferFile {
    let trust: DemonstrationTrust
    let school: DemonstrationSchool

    func text(_ members: [DemonstrationRolls.Member]) -> String {
        var markup = MarkupText()
        markup.block("CTfile") { markup in
            header(&markup)
            markup.block("CTFpupilData") { markup in
                for member in members where member.enrolment.isTransferred { pupil(member, &markup) }
            }
        }
        return markup.text
    }

    private func header(_ markup: inout MarkupText) {
        markup.block("Header") { markup in
            markup.element("DocumentName", "Common Transfer File")
            markup.element("CTFversion", "\(trust.calendar.year.starting % 100).0")
            markup.element("DateTime", "\(trust.today - 7)T16:05:09")
            markup.element("DocumentQualifier", "full")
            markup.element("SupplierID", "DemonstrationMIS")
            for end in ["SourceSchool", "DestSchool"] {
                markup.block(end) { markup in
                    markup.element("LEA", school.laCode)
                    markup.element("Estab", school.establishmentNumber)
                    markup.element("URN", school.urn)
                    markup.element("SchoolName", school.name)
                    markup.element("AcademicYear", trust.calendar.year.starting)
                }
            }
        }
    }

    private func pupil(_ member: DemonstrationRolls.Member, _ markup: inout MarkupText) {
        let pupil = member.pupil
        markup.block("Pupil") { markup in
            markup.element("UPN", pupil.upn)
            markup.element("Surname", pupil.surname)
            markup.element("Forename", pupil.forename)
            markup.element("DOB", "\(pupil.birthDate)")
            markup.element("Sex", pupil.sex)
            basicDetails(member, &markup)
            pupil.write(mealsTo: &markup, reviewed: trust.calendar.termStart)
            markup.block("LookedAfter") { markup in
                markup.element("InCare", pupil.careAuthority != nil)
                markup.element("CareAuthority", pupil.careAuthority)
            }
            pupil.write(senHistoryTo: &markup)
            pupil.household.write(addressTo: &markup)
            pupil.write(contactsTo: &markup)
            pupil.write(attendanceTo: &markup, at: school)
            pupil.write(resultsTo: &markup)
            schoolHistory(member, &markup)
        }
    }

    private func basicDetails(_ member: DemonstrationRolls.Member, _ markup: inout MarkupText) {
        let pupil = member.pupil
        markup.block("BasicDetails") { markup in
            markup.element("PreferredForename", pupil.preferredForename)
            markup.element("NCyearActual", pupil.year.rawValue)
            markup.element("Ethnicity", pupil.household.ethnicity)
            markup.element("EthnicitySource", "P")
            markup.block("Languages") { markup in
                markup.block("Type") { markup in
                    markup.element("LanguageType", "F")
                    markup.element("Language", pupil.household.language)
                }
            }
            markup.element("EnrolStatus", member.enrolment.status)
            markup.element("ServiceChild", pupil.serviceChild ? "Y" : "N")
            markup.element("MedicalFlag", false)
        }
    }

    /// Oldest first. The transfer file does not know of a leaving that came after it.
    private func schoolHistory(_ member: DemonstrationRolls.Member, _ markup: inout MarkupText) {
        let earlier = member.pupil.enrolments.filter { $0.leaving != nil && !$0.leftSinceTransferFile }
        markup.block("SchoolHistory") { markup in
            if let former = member.pupil.formerSchool { former.write(to: &markup) }
            for enrolment in earlier {
                guard let place = trust.schools.first(where: { $0.urn == enrolment.urn }) else { continue }
                place.write(to: &markup, entry: enrolment.entry, leaving: enrolment.leaving)
            }
            school.write(to: &markup, entry: member.enrolment.entry, leaving: nil)
        }
    }
}
