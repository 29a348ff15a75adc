import Access
import Basics
import Database
import Files
import People

extension Reader {
    /// What any form asks about a pupil, the family, the school and the council. Whoever asks has the whole record in sight.
    func pupilValues(_ record: PupilRecord, at school: School?, council: String, officer: String, _ asker: FormAsker) throws -> WordValues {
        try nameValues(record, asker.today).merging(familyValues(record)) { $1 }.merging(schoolValues(school, council: council, officer: officer, asker)) { $1 }
    }

    private func nameValues(_ record: PupilRecord, _ day: Day) throws -> WordValues {
        let pupil = record.pupil, year: YearGroup? = try value("SELECT year FROM pupil_year WHERE pupil_id = \(pupil.id) AND academic_year = \(AcademicYear(containing: day).starting) ORDER BY id DESC LIMIT 1")
        let needs = record.register.openNeeds(on: day), looked = try isLookedAfter(pupil.id, on: day)
        var values: WordValues = ["needs": .rows(needs.map { ["area": .text($0.label)] }), "pupil.looked": .text(looked ? "Yes" : "No")]
        values["pupil.forename"] = .known(pupil.forename)
        values["pupil.surname"] = .known(pupil.surname)
        values["pupil.known"] = .text(pupil.calledName)
        values["pupil.birth"] = .text(pupil.birth.inWords)
        values["pupil.year"] = .known(year?.label)
        values["pupil.upn"] = .known(pupil.upn)
        values["pupil.address"] = .known(pupil.address)
        values["pupil.language"] = .known(CodeList.languages.label(pupil.homeLanguage.nonEmpty ?? pupil.firstLanguage))
        values["pupil.status"] = .known(status(record.register.provision(on: day)?.provision))
        return values
    }

    private func status(_ provision: String?) -> String? {
        switch provision {
        case "E": "EHC plan"
        case "K": "SEN support"
        case "N": "Neither SEN support nor an EHC plan"
        default: nil
        }
    }

    /// Those with parental responsibility, and who else of the family stands in the record; none of a court's words.
    private func familyValues(_ record: PupilRecord) -> WordValues {
        ["family": .rows(record.contacts.filter(\.organisation.isEmpty).map { contact in
            var row: WordValues = ["responsibility": .text(contact.responsibility ? "With parental responsibility" : "Without parental responsibility")]
            let hidden = contact.addressConfidential
            row["name"] = .known(contact.name)
            row["relation"] = .known(CodeList.relationships.label(contact.relationship))
            row["address"] = hidden ? .text(Redaction.mark) : .known(contact.address)
            row["phone"] = hidden ? .text(Redaction.mark) : .known(contact.phones)
            row["email"] = hidden ? .text(Redaction.mark) : .known(contact.email)
            return row
        })]
    }

    private func schoolValues(_ school: School?, council: String, officer: String, _ asker: FormAsker) throws -> WordValues {
        var values: WordValues = ["form.date": .text(asker.today.inWords), "form.by": .text(asker.viewer.name)]
        let pack = try all(CouncilPack.self, "WHERE la_code = \(council)").first
        values["form.role"] = .known(asker.person.inStaffParts.parts.first?.role.label)
        values["council.name"] = .known(try knownCouncils().first { $0.code == council }?.name)
        values["council.officer"] = .known(officer)
        values["council.email"] = .known(pack?.email)
        guard let school else { return values }
        values["school.name"] = .text(school.name)
        values["school.urn"] = .text(school.urn)
        values["school.address"] = .known(school.address)
        values["school.phone"] = .known(school.phone)
        values["school.head"] = .known(try staffName(withRole: "Head", at: school.id) ?? staffName(withRole: "Headteacher", at: school.id))
        values["school.senco"] = .known(try staffName(withRole: "SENCO", at: school.id))
        return values
    }
}
