import Basics

// The larger blocks of a child in a transfer file.

extension DemonstrationPupil {
    func write(mealsTo markup: inout MarkupText, reviewed: Day) {
        guard let freeMealsSince else { return }
        markup.block("FSMhistory") { markup in
            markup.element("FSMreviewDate", "\(reviewed)")
            markup.block("FSMinstance") { markup in
                markup.element("FSMstartDate", "\(freeMealsSince)")
                markup.element("UKcountry", "ENG")
            }
        }
    }

    /// Needs stand beside the provision rows, with days of their own.
    func write(senHistoryTo markup: inout MarkupText) {
        guard !provisions.isEmpty else { return }
        markup.block("SENhistory") { markup in
            for provision in provisions {
                markup.block("SEN") { markup in
                    markup.element("StartDate", "\(provision.starts)")
                    markup.element("SENprovision", provision.code)
                }
            }
            guard !needs.isEmpty else { return }
            markup.block("SENneeds") { markup in needs.forEach { $0.write(to: &markup) } }
        }
    }

    func write(contactsTo markup: inout MarkupText) {
        guard !contacts.isEmpty else { return }
        markup.block("Contacts") { markup in
            for (order, contact) in contacts.enumerated() { contact.write(to: &markup, order: order + 1) }
        }
    }

    func write(attendanceTo markup: inout MarkupText, at school: DemonstrationSchool) {
        guard !attendance.isEmpty, enrolments[0].urn == school.urn else { return }
        markup.block("Attendance") { markup in attendance.forEach { $0.write(to: &markup, at: school) } }
    }

    /// The multiplication tables check; its seven-part key is the one the Standards and Testing Agency writes.
    func write(resultsTo markup: inout MarkupText) {
        guard let tablesCheck else { return }
        markup.block("StageAssessments") { markup in
            markup.block("KeyStage") { markup in
                markup.element("Stage", "KS2")
                markup.block("StageAssessment") { markup in
                    let parts = [("Locale", "ENG"), ("Year", "\(tablesCheck.year)"), ("Subject", "MAT"), ("Method", "TT"), ("Component", "MTC"),
                                 ("ResultStatus", "R"), ("ResultQualifier", "MT"), ("Result", tablesCheck.result)]
                    for (name, words) in parts { markup.element(name, words) }
                }
            }
        }
    }
}

extension DemonstrationNeed {
    func write(to markup: inout MarkupText) {
        markup.block("SENneed") { markup in
            markup.element("NeedStartDate", "\(starts)")
            markup.element("NeedEndDate", ends.map { "\($0)" })
            markup.element("SENtypeRank", rank)
            markup.element("SENtype", code)
        }
    }
}

extension DemonstrationHousehold {
    func write(addressTo markup: inout MarkupText) {
        markup.block("Address") { markup in
            markup.block("BS7666Address") { markup in
                markup.element("PAON", houseNumber)
                markup.element("Street", street)
                markup.element("Town", town)
            }
            markup.element("PostCode", postcode)
        }
    }
}

extension DemonstrationContact {
    func write(to markup: inout MarkupText, order: Int) {
        markup.block("Contact") { markup in
            markup.element("Order", order)
            markup.element("Title", title)
            markup.element("Surname", surname)
            markup.element("Forename", forename)
            markup.element("Relationship", relationship)
            markup.element("Responsibility", hasResponsibility)
            if livesWithChild { markup.block("Address") { $0.element("AddressAsPupil", true) } }
            markup.block("Phones") { markup in
                markup.block("Phone") { markup in
                    markup.element("TelephoneType", "M")
                    markup.element("PhoneNo", phone)
                }
            }
            markup.element("Email", email)
        }
    }
}

extension DemonstrationAttendance {
    func write(to markup: inout MarkupText, at school: DemonstrationSchool) {
        markup.block("YearData") { markup in
            markup.element("Year", year.starting)
            markup.element("LEA", school.laCode)
            markup.element("Estab", school.establishmentNumber)
            markup.element("SchoolName", school.name)
            markup.element("SessionsPossible", possible)
            markup.element("SessionsAttended", attended)
            markup.element("SessionsAuthorised", authorised)
            markup.element("SessionsUnauthorised", unauthorised)
        }
    }
}

extension DemonstrationSchool {
    func write(to markup: inout MarkupText, entry: Day, leaving: Day?) {
        markup.block("School") { markup in
            markup.element("LEA", laCode)
            markup.element("Estab", establishmentNumber)
            markup.element("URN", urn)
            markup.element("SchoolName", name)
            markup.element("EntryDate", "\(entry)")
            markup.element("LeavingDate", leaving.map { "\($0)" })
            markup.element("LastSchool", leaving == nil)
        }
    }
}

extension DemonstrationFormerSchool {
    func write(to markup: inout MarkupText) {
        markup.block("School") { markup in
            markup.element("LEA", laCode)
            markup.element("Estab", establishmentNumber)
            markup.element("SchoolName", name)
            markup.element("EntryDate", "\(entry)")
            markup.element("LeavingDate", "\(leaving)")
            markup.element("LastSchool", false)
        }
    }
}
