import Basics
import Files
import Foundation

/// The trust's schools as the department's register of schools (GIAS) downloads them, in Windows-1252 as there,
/// with two schools that belong to nobody, since the real file holds every school in England.
struct DemonstrationRegisterOfSchools {
    let trust: DemonstrationTrust

    /// Letters that Windows-1252 lacks would come out as their nearest; none of our school names has any.
    var bytes: Data { text.data(using: .windowsCP1252, allowLossyConversion: true) ?? Data(text.utf8) }

    private var text: String {
        let rows = trust.schools.map { Dictionary(uniqueKeysWithValues: columns(of: $0)) } + strangers
        return DelimitedText.line(Self.header) + rows.map { row in
            DelimitedText.line(Self.header.map { row[$0] ?? "" })
        }.joined()
    }

    private func columns(of school: DemonstrationSchool) -> [(String, String)] {
        identity(of: school) + kind(of: school) + bases(of: school) + [
            ("SchoolCapacity", "\((roll(of: school) / 30 + 2) * 30)"), ("NumberOfPupils", "\(roll(of: school))"),
            ("Trusts (code)", trust.shape.trustUID), ("Trusts (name)", trust.shape.trustName),
            ("Street", "School Lane"), ("Town", school.town), ("Postcode", school.postcode), ("TelephoneNum", "01632960\(school.urn.suffix(3))"),
        ]
    }

    private func identity(of school: DemonstrationSchool) -> [(String, String)] {
        [("URN", school.urn), ("LA (code)", school.laCode), ("LA (name)", school.laName),
         ("EstablishmentNumber", school.establishmentNumber), ("EstablishmentName", school.name),
         ("EstablishmentStatus (code)", "1"), ("EstablishmentStatus (name)", "Open"),
         ("OpenDate", "01-09-2014"), ("UKPRN", "1999\(school.urn.suffix(4))")]
    }

    private func kind(of school: DemonstrationSchool) -> [(String, String)] {
        let special = school.kind == .special
        let phase = special ? ("0", "Not applicable") : school.kind == .primary ? ("2", "Primary") : ("4", "Secondary")
        return [("TypeOfEstablishment (code)", special ? "44" : "34"),
                ("TypeOfEstablishment (name)", special ? "Academy special converter" : "Academy converter"),
                ("PhaseOfEducation (code)", phase.0), ("PhaseOfEducation (name)", phase.1),
                ("StatutoryLowAge", "\(school.years.lowerBound + 4)"), ("StatutoryHighAge", "\(school.years.upperBound + 5)"),
                ("NurseryProvision (name)", school.nursery ? "Has Nursery Classes" : "No Nursery Classes"),
                ("SpecialClasses (name)", school.base == nil ? "No Special Classes" : "Has Special Classes")]
    }

    private func bases(of school: DemonstrationSchool) -> [(String, String)] {
        guard let base = school.base else { return [] }
        let members = "\(trust.pupils.filter { $0.base == base && $0.enrolments[0].urn == school.urn }.count)", places = "\(school.basePlaces)"
        return base == .unit
            ? [("TypeOfResourcedProvision (name)", "SEN unit"), ("SenUnitOnRoll", members), ("SenUnitCapacity", places), ("SEN1 (name)", "ASD - Autistic Spectrum Disorder")]
            : [("TypeOfResourcedProvision (name)", "Resourced provision"), ("ResourcedProvisionOnRoll", members),
               ("ResourcedProvisionCapacity", places), ("SEN1 (name)", "SLCN - Speech, language and Communication")]
    }

    private func roll(of school: DemonstrationSchool) -> Int {
        trust.pupils.reduce(0) { $0 + $1.enrolments.filter { $0.urn == school.urn && $0.isOpen(on: trust.today) }.count }
    }

    private var strangers: [[String: String]] {
        [("999901", "8101", "Teaselbank Primary School"), ("999902", "8102", "Ottershaw Meadow Primary School")].map { urn, number, name in
            ["URN": urn, "LA (code)": "999", "LA (name)": "Marlshire", "EstablishmentNumber": number, "EstablishmentName": name,
             "TypeOfEstablishment (code)": "1", "TypeOfEstablishment (name)": "Community school", "EstablishmentStatus (code)": "1",
             "EstablishmentStatus (name)": "Open", "PhaseOfEducation (code)": "2", "PhaseOfEducation (name)": "Primary"]
        }
    }

    private static let header = """
        URN|LA (code)|LA (name)|EstablishmentNumber|EstablishmentName|TypeOfEstablishment (code)|TypeOfEstablishment (name)|\
        EstablishmentStatus (code)|EstablishmentStatus (name)|OpenDate|CloseDate|PhaseOfEducation (code)|PhaseOfEducation (name)|\
        StatutoryLowAge|StatutoryHighAge|NurseryProvision (name)|SchoolCapacity|SpecialClasses (name)|NumberOfPupils|Trusts (code)|\
        Trusts (name)|UKPRN|Street|Town|Postcode|TelephoneNum|SEN1 (name)|TypeOfResourcedProvision (name)|ResourcedProvisionOnRoll|\
        ResourcedProvisionCapacity|SenUnitOnRoll|SenUnitCapacity
        """.split(separator: "|").map(String.init)
}
