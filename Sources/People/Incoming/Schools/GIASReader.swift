import Basics
import Files

/// Reads the schools of one trust from the GIAS file of all establishments (`edubasealldata….csv`).
public enum GIASReader {
    /// The schools whose trust has that group UID, or whose URN is among those given, in the order of the file.
    ///
    /// - Throws: `FileRefusal` where the file is none of this kind or holds none of those schools.
    public static func read(_ path: String, trustUID: String?, urns: Set<String>) throws -> [IncomingSchool] {
        var limits = FileLimits.standard
        limits.bytes = 256 * 1024 * 1024 // the file of all England is 61 MB and grows
        var columns: GIASColumns?
        var schools: [IncomingSchool] = []
        try TableFile.read(path, limits: limits) { row in
            guard let known = columns else { return columns = try GIASColumns(row) }
            let urn = known.text("URN", row)
            let isOurs = urn.map(urns.contains) ?? false || trustUID != nil && known.text("Trusts (code)", row) == trustUID
            if isOurs, let urn, let name = known.text("EstablishmentName", row) { schools.append(known.school(row, urn, name)) }
        }
        if schools.isEmpty { throw nothingFound(trustUID, urns) }
        return schools
    }

    private static func nothingFound(_ trustUID: String?, _ urns: Set<String>) -> FileRefusal {
        if let trustUID { return FileRefusal("No school in this file belongs to the trust with group UID \(trustUID). Look the number up on the trust's page in GIAS.") }
        if urns.isEmpty { return FileRefusal("Say which schools to read: give the trust's group UID, or the URNs of the schools.") }
        return FileRefusal("This file has none of the schools \(urns.sorted().joined(separator: ", ")). Check the URNs.")
    }
}

/// Where the columns stand in one file.
private struct GIASColumns {
    private let positions: [String: Int]

    init(_ header: TableRow) throws {
        positions = Dictionary(header.cells.enumerated().map { ($1.trimmed, $0) }, uniquingKeysWith: { first, _ in first })
        let missing = ["URN", "EstablishmentName", "LA (code)", "EstablishmentNumber"].filter { positions[$0] == nil }
        guard missing.isEmpty else {
            throw FileRefusal("This isn't the GIAS file of all establishments: it has no column \(missing.map(quoted).joined(separator: ", ")). Download “Establishment fields CSV” from GIAS.")
        }
    }

    func text(_ column: String, _ row: TableRow) -> String? { positions[column].flatMap { row[safe: $0].nonEmpty } }

    func school(_ row: TableRow, _ urn: String, _ name: String) -> IncomingSchool {
        IncomingSchool(
            row: row.number, urn: urn, authority: coded("LA", row), establishmentNumber: text("EstablishmentNumber", row),
            name: name, type: coded("TypeOfEstablishment", row), phase: coded("PhaseOfEducation", row),
            lowAge: number("StatutoryLowAge", row), highAge: number("StatutoryHighAge", row),
            status: coded("EstablishmentStatus", row), opened: day("OpenDate", row), closed: day("CloseDate", row),
            capacity: number("SchoolCapacity", row), pupils: number("NumberOfPupils", row),
            resourcedProvisionType: text("TypeOfResourcedProvision (name)", row),
            resourcedProvisionOnRoll: number("ResourcedProvisionOnRoll", row),
            resourcedProvisionCapacity: number("ResourcedProvisionCapacity", row),
            senUnitOnRoll: number("SenUnitOnRoll", row), senUnitCapacity: number("SenUnitCapacity", row),
            specialClasses: coded("SpecialClasses", row),
            senProvided: (1...13).compactMap { text("SEN\($0) (name)", row) },
            lines: ["Street", "Locality", "Address3"].compactMap { text($0, row) }, phone: text("TelephoneNum", row), town: text("Town", row), postcode: text("Postcode", row), trust: coded("Trusts", row), ukprn: text("UKPRN", row))
    }

    private func coded(_ column: String, _ row: TableRow) -> IncomingCodedName {
        IncomingCodedName(code: text(column + " (code)", row), name: text(column + " (name)", row))
    }

    private func number(_ column: String, _ row: TableRow) -> Int? { text(column, row).flatMap { Int($0) } }

    /// `dd-mm-yyyy` or `dd/mm/yyyy`.
    private func day(_ column: String, _ row: TableRow) -> Day? { text(column, row).flatMap(DateOrder.dmy.day) }
}
