import Basics
import Files

/// Reads the `Pupil` element of a transfer file. Its blocks may come in any order.
enum CTFPupil {
    static func read(_ element: XMLElement) throws(IncomingRefusal) -> IncomingPupil {
        var values = IncomingValues(row: element.line)
        let born = values.day(element.text("DOB"), "birth_date")
        var pupil = try IncomingPupil(values, surname: element.text("Surname"), forename: element.text("Forename"), birthDate: born)
        identity(element, &pupil, &values)
        if let basic = element.child("BasicDetails") { basicDetails(basic, &pupil, &values) }
        care(element, &pupil, &values)
        pupil.freeMeals = element.child("FSMhistory").map { freeMeals($0, &values) }
        if let history = element.child("SENhistory") { senHistory(history, &pupil, &values) }
        pupil.home = element.child("Address").flatMap(CTFContact.address)
        pupil.contacts = element.child("Contacts").map { CTFContact.contacts($0, &values) }
        pupil.attendance = element.child("Attendance").map { CTFRecord.attendance($0, &values) }
        pupil.stageResults = element.child("StageAssessments").map { CTFRecord.results($0, &values) }
        pupil.schoolHistory = element.child("SchoolHistory").map { CTFRecord.schools($0, &values) }
        pupil.unread = KnownElements.transferFile.unread(in: element)
        pupil.problems = values.problems
        return pupil
    }

    private static func identity(_ element: XMLElement, _ pupil: inout IncomingPupil, _ values: inout IncomingValues) {
        pupil.upn = values.upn(element.text("UPN"))
        pupil.uln = element.text("UniqueLearnerNumber")
        pupil.sex = values.sex(element.text("Sex") ?? element.text("Gender"))
    }

    private static func basicDetails(_ basic: XMLElement, _ pupil: inout IncomingPupil, _ values: inout IncomingValues) {
        let former = basic.children("FormerUPN").compactMap(\.text.nonEmpty).map { UniquePupilNumber($0).text }
        pupil.formerUPNs = former.isEmpty ? nil : former
        pupil.otherNames.preferredSurname = basic.text("PreferredSurname")
        pupil.otherNames.preferredForename = basic.text("PreferredForename")
        pupil.otherNames.formerSurname = basic.text("FormerSurname")
        pupil.otherNames.formerForename = basic.text("FormerForename")
        pupil.otherNames.middleNames = basic.text("MiddleNames")
        pupil.yearActual = basic.text("NCyearActual").map { YearGroup($0) }
        pupil.ethnicity = basic.text("Ethnicity")?.uppercased()
        pupil.enrolment.status = values.code(basic.text("EnrolStatus"), "enrolment_status", in: .enrolmentStatus)
        pupil.flags.serviceChild = basic.text("ServiceChild")?.uppercased()
        pupil.flags.medical = values.flag(basic.text("MedicalFlag"), "medical")
        pupil.disabilities = basic.child("Disabilities")?.children("Disability").map { $0.text.uppercased() }
        pupil.languages = languages(basic.child("Languages"))
    }

    private static func languages(_ block: XMLElement?) -> IncomingLanguages {
        var languages = IncomingLanguages()
        for type in block?.children("Type") ?? [] {
            let language = type.text("Language")?.uppercased()
            switch type.text("LanguageType")?.uppercased() {
            case "F": languages.first = language
            case "H": languages.home = language
            default: break
            }
        }
        return languages
    }

    private static func care(_ element: XMLElement, _ pupil: inout IncomingPupil, _ values: inout IncomingValues) {
        pupil.flags.lookedAfter = values.flag(element.text("LookedAfter", "InCare"), "looked_after")
        pupil.flags.careAuthority = element.text("LookedAfter", "CareAuthority")
    }

    private static func freeMeals(_ block: XMLElement, _ values: inout IncomingValues) -> [IncomingMealSpell] {
        block.children("FSMinstance").compactMap { row in
            guard let starts = values.day(row.text("FSMstartDate"), "fsm_start") else { return nil }
            return IncomingMealSpell(starts: starts, ends: values.day(row.text("FSMendDate"), "fsm_end"),
                                     country: row.text("UKcountry")?.uppercased())
        }
    }

    private static func senHistory(_ history: XMLElement, _ pupil: inout IncomingPupil, _ values: inout IncomingValues) {
        pupil.provisions = history.children("SEN").compactMap { provision($0, &values) }
        pupil.needs = history.child("SENneeds").map { SENNeeds.read($0, &values) }
    }

    /// A row without a start date can't stand in a history.
    private static func provision(_ row: XMLElement, _ values: inout IncomingValues) -> IncomingProvision? {
        guard let code = values.code(row.text("SENprovision"), "sen", in: .provision) else { return nil }
        guard let starts = values.day(row.text("StartDate"), "sen_start") else {
            if row.text("StartDate") == nil { values.leaveOut("sen_start", "SEN provision \(code) has no start date, so it was left out. Add the date in your MIS.") }
            return nil
        }
        return IncomingProvision(starts: starts, code: code)
    }
}

/// Reads ranked needs, which transfer file and census write alike.
enum SENNeeds {
    static func read(_ block: XMLElement, _ values: inout IncomingValues) -> [IncomingNeed] {
        block.children("SENneed").compactMap { row in
            guard let code = values.need(row.text("SENtype")) else { return nil }
            return IncomingNeed(rank: values.number(row.text("SENtypeRank"), "need_rank"), code: code,
                                starts: values.day(row.text("NeedStartDate"), "need_start"),
                                ends: values.day(row.text("NeedEndDate"), "need_end"))
        }
    }
}

extension IncomingValues {
    /// A need type's code, kept where we don't know it.
    mutating func need(_ text: String?) -> String? {
        guard let code = text?.nonEmpty?.uppercased() else { return nil }
        if NeedType.named(code) == nil { warn("need", "We don't know the need type \(quoted(code)). It is kept as it is.") }
        return code
    }
}
