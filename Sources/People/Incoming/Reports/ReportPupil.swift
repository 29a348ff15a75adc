import Basics
import Files

/// Reads one row of a report of pupils.
struct ReportPupil {
    private let row: TableRow
    private let columns: ReportColumns
    private let map: ReportMap
    private var values: IncomingValues

    static func read(_ row: TableRow, _ columns: ReportColumns, _ map: ReportMap) throws(IncomingRefusal) -> IncomingPupil {
        var reading = ReportPupil(row: row, columns: columns, map: map, values: IncomingValues(row: row.number))
        return try reading.pupil()
    }

    private mutating func pupil() throws(IncomingRefusal) -> IncomingPupil {
        let name = values.name(row, columns, map.nameOrder), born = day("birth_date")
        var pupil = try IncomingPupil(values, surname: name.surname, forename: name.forename, birthDate: born)
        try identify(&pupil)
        nameMore(&pupil)
        place(&pupil)
        special(&pupil)
        context(&pupil)
        pupil.problems = values.problems
        return pupil
    }

    private mutating func identify(_ pupil: inout IncomingPupil) throws(IncomingRefusal) {
        pupil.urn = try values.identifier(text("urn"), "urn")
        pupil.upn = values.upn(try values.identifier(text("upn"), "upn"))
        pupil.formerUPNs = text("former_upn").map { [UniquePupilNumber($0).text] }
        pupil.uln = try values.identifier(text("uln"), "uln")
        pupil.admissionNumber = try values.identifier(text("admission_number"), "admission_number")
        pupil.misID = try values.identifier(text("mis_id"), "mis_id")
    }

    private mutating func nameMore(_ pupil: inout IncomingPupil) {
        pupil.otherNames.preferredSurname = text("preferred_surname")
        pupil.otherNames.preferredForename = text("preferred_forename")
        pupil.otherNames.formerSurname = text("former_surname")
        pupil.otherNames.middleNames = text("middle_names")
        pupil.sex = values.sex(text("sex"))
    }

    private mutating func place(_ pupil: inout IncomingPupil) {
        pupil.yearActual = values.year(text("year"))
        pupil.className = className()
        pupil.enrolment.status = values.code(text("enrolment_status"), "enrolment_status", in: .enrolmentStatus)
        pupil.enrolment.entryDate = day("entry_date")
        pupil.enrolment.leavingDate = day("leaving_date")
        pupil.enrolment.leavingReason = text("leaving_reason")?.uppercased()
        let hasBlankYear = columns.has("year") && text("year") == nil && map.blankYear == .leaver
        pupil.enrolment.hasLeft = hasBlankYear || pupil.enrolment.leavingDate != nil
    }

    private mutating func className() -> String? {
        guard let text = text("class") else { return nil }
        guard ClassName.looksLikeDate(text) else { return ClassName.read(text) }
        values.leaveOut("class", "The class \(quoted(text)) looks like a date that a spreadsheet made of the name. Export the report again and do not open it in a spreadsheet.")
        return nil
    }

    private mutating func special(_ pupil: inout IncomingPupil) {
        let starts = day("sen_start")
        pupil.provisions = values.provision(text("sen")).map { [IncomingProvision(starts: starts, code: $0)] }
        pupil.needs = needs()
        pupil.flags.senUnit = values.flag(text("sen_unit"), "sen_unit")
        pupil.flags.resourcedProvision = values.flag(text("resourced_provision"), "resourced_provision")
    }

    /// Nil where the report has no column of needs; empty where it has one and the row none.
    private mutating func needs() -> [IncomingNeed]? {
        let fields = ["need", "need_1", "need_2", "need_3"].filter(columns.has)
        if fields.isEmpty { return nil }
        return fields.compactMap { field in
            guard let code = values.needWords(text(field), field) else { return nil }
            guard field == "need" else { return IncomingNeed(rank: field.last?.wholeNumberValue, code: code) }
            return IncomingNeed(rank: values.number(text("need_rank"), "need_rank"), code: code,
                                starts: day("need_start"), ends: day("need_end"))
        }
    }

    private mutating func context(_ pupil: inout IncomingPupil) {
        pupil.ethnicity = text("ethnicity")
        pupil.languages.first = text("first_language")
        pupil.languages.home = text("home_language")
        pupil.languages.englishIsAdditional = values.flag(text("eal"), "eal")
        pupil.flags.serviceChild = values.flag(text("service_child"), "service_child").map { $0 ? "Y" : "N" }
        pupil.flags.pupilPremium = values.flag(text("pupil_premium"), "pupil_premium")
        pupil.flags.lookedAfter = values.flag(text("looked_after"), "looked_after")
        pupil.flags.careAuthority = text("care_authority")
        pupil.flags.homeAuthority = text("home_la")
        pupil.home = home()
    }

    private func home() -> IncomingAddress? {
        let lines = text("address")?.split(whereSeparator: { $0 == "," || $0.isNewline }).compactMap { String($0).nonEmpty } ?? []
        let postcode = text("postcode")?.uppercased()
        return lines.isEmpty && postcode == nil ? nil : IncomingAddress(lines: lines, postcode: postcode)
    }

    private func text(_ field: String) -> String? { columns.text(field, row) }
    private mutating func day(_ field: String) -> Day? { values.day(text(field), field, order: map.dateOrder) }
}
