import Basics
import Files

/// Which elements of a record we read, so that all others can be kept as they came and counted.
struct KnownElements: Sendable {
    /// The known children of an element, by its name; all in lower case.
    private let children: [String: Set<String>]

    private init(_ table: [String: String]) {
        children = table.reduce(into: [:]) { known, row in
            known[row.key.lowercased()] = Set(row.value.lowercased().split(separator: " ").map(String.init))
        }
    }

    /// The parts of a record that nobody reads. What lies below such a part goes with it.
    func unread(in record: XMLElement) -> [IncomingUnread] {
        record.children.flatMap { unread($0, in: record.name, path: $0.name) }
    }

    private func unread(_ element: XMLElement, in parent: String, path: String) -> [IncomingUnread] {
        guard let known = children[parent.lowercased()] else { return [] }
        guard known.contains(element.name.lowercased()) else { return [IncomingUnread(path: path, raw: element.asXML(4_000))] }
        return element.children.flatMap { unread($0, in: element.name, path: "\(path)/\($0.name)") }
    }

    /// The blocks of the common transfer file, versions 17 to 26. `NAWdetails` (Wales), `SuppInfo` (the
    /// supplier's own) and `AttendSessions` (marks without a delimiter) are not named: they are kept and not read.
    static let transferFile = KnownElements([
        "Pupil": """
            UPN UniqueLearnerNumber Surname Forename DOB Sex Gender BasicDetails FSMhistory LookedAfter SENhistory \
            Address Phones Email Contacts Attendance StageAssessments SchoolHistory
            """,
        "BasicDetails": """
            FormerUPN PreferredSurname PreferredForename FormerSurname FormerForename MiddleNames NCyearActual Ethnicity \
            EthnicitySource Languages EnrolStatus ServiceChild MedicalFlag Disabilities
            """,
        "FSMhistory": "FSMreviewDate FSMinstance",
        "LookedAfter": "InCare CareAuthority",
        "SENhistory": "SEN SENneeds",
        "SEN": "StartDate SENprovision",
        "SENneeds": "SENneed",
        "SENneed": "NeedStartDate NeedEndDate SENtypeRank SENtype",
        "Contacts": "Contact",
        "Contact": """
            Order Title Surname Forename MiddleNames Sex Gender Relationship Responsibility Address AddressAsPupil \
            Phones Email
            """,
        "Attendance": "YearData",
        "YearData": """
            Year LEA Estab SchoolName SessionsPossible SessionsAttended SessionsAuthorised SessionsUnauthorised
            """,
        "StageAssessments": "KeyStage",
        "KeyStage": "Stage StageAssessment",
        "StageAssessment": "Locale Year Subject Method Component ResultStatus ResultQualifier Result ResultDate",
        "SchoolHistory": "School",
        "School": "LEA Estab URN SchoolName EntryDate LeavingDate LeavingReason LastSchool",
    ])

    /// The blocks of a school census pupil; those that we pass by on purpose are named too.
    static let census = KnownElements([
        "PupilOnRoll": censusBlocks,
        "PupilNoLongerOnRoll": censusBlocks,
        "SpecialEducationalNeeds": "SENprovision SENneeds SENunitIndicator ResourcedProvisionIndicator TopUpFunding",
        "SENneeds": "SENneed",
        "SENneed": "SENtypeRank SENtype",
    ])

    private static let censusBlocks = """
        PupilIdentifiers PupilCharacteristics PupilStatus SpecialEducationalNeeds Attendance Exclusions \
        LearningAims HomeInformation Home
        """
}

extension XMLElement {
    /// The element written as XML again, cut at a number of characters.
    func asXML(_ limit: Int) -> String { String(markup(limit).prefix(limit)) }

    private func markup(_ limit: Int) -> String {
        var written = "<\(name)>" + escaped(text)
        for child in children where written.utf8.count < limit { written += child.markup(limit) }
        return written + "</\(name)>"
    }

    private func escaped(_ text: String) -> String {
        text.reduce(into: "") { written, character in
            switch character {
            case "&": written += "&amp;"
            case "<": written += "&lt;"
            default: written.append(character)
            }
        }
    }
}
