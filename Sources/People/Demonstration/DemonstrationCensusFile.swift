import Basics

/// A school's return to the last school census. The systems of these schools put needs and indicators into the
/// file of every term, although the department asks for them in spring only.
struct DemonstrationCensusFile {
    let trust: DemonstrationTrust
    let school: DemonstrationSchool

    func text(_ members: [DemonstrationRolls.Member]) -> String {
        var markup = MarkupText()
        markup.block("Message") { markup in
            header(&markup)
            markup.block("Pupils") { markup in
                markup.block("PupilsOnRoll") { markup in
                    for member in members where member.enrolment.isOpen(on: trust.calendar.censusDay) { pupil(member, &markup) }
                }
            }
        }
        return markup.text
    }

    private func header(_ markup: inout MarkupText) {
        let day = trust.calendar.censusDay
        markup.block("Header") { markup in
            markup.block("CollectionDetails") { markup in
                markup.element("Collection", "SC")
                markup.element("Term", "AUT")
                markup.element("Year", day.year)
                markup.element("ReferenceDate", "\(day)")
            }
            markup.block("Source") { markup in
                markup.element("SourceLevel", "S")
                markup.element("LEA", school.laCode)
                markup.element("Estab", school.establishmentNumber)
                markup.element("SoftwareCode", "DemonstrationMIS")
                markup.element("Release", "7.2")
                markup.element("SerialNo", "001")
                markup.element("DateTime", "\(day)T16:00:00")
            }
        }
    }

    private func pupil(_ member: DemonstrationRolls.Member, _ markup: inout MarkupText) {
        let pupil = member.pupil
        markup.block("PupilOnRoll") { markup in
            markup.block("PupilIdentifiers") { markup in
                markup.element("UPN", pupil.upn)
                markup.element("Surname", pupil.surname)
                markup.element("Forename", pupil.forename)
                markup.element("Sex", pupil.sex)
                markup.element("DOB", "\(pupil.birthDate)")
            }
            markup.block("PupilStatus") { markup in
                markup.element("EnrolStatus", member.enrolment.status)
                markup.element("EntryDate", "\(member.enrolment.entry)")
                markup.element("PartTime", (pupil.year.number ?? 0) < 0)
                markup.element("NCyearActual", pupil.year.rawValue)
            }
            if !pupil.provision.isEmpty { needs(of: pupil, &markup) }
        }
    }

    /// At most two needs, and none with provision N: so the return was checked before it was sent.
    private func needs(of pupil: DemonstrationPupil, _ markup: inout MarkupText) {
        markup.block("SpecialEducationalNeeds") { markup in
            markup.element("SENprovision", pupil.provision)
            let needs = pupil.provision == "N" ? [] : pupil.openNeeds.prefix(2)
            if !needs.isEmpty {
                markup.block("SENneeds") { markup in
                    for need in needs {
                        markup.block("SENneed") { markup in
                            markup.element("SENtypeRank", need.rank)
                            markup.element("SENtype", need.code)
                        }
                    }
                }
            }
            markup.element("SENunitIndicator", pupil.base == .unit)
            markup.element("ResourcedProvisionIndicator", pupil.base == .resourced)
        }
    }
}
