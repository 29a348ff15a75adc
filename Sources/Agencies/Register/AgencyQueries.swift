import Access
import Basics
import Database
import Pages
import People

extension Reader {
    /// The agencies that a viewer works with: the trust's, and those of the schools in sight, by name. Closed ones too.
    func agencies(for viewer: Viewer) throws -> [Agency] {
        try all(Agency.self, "WHERE school_id IS NULL OR \(viewer.sees(school: "school_id")) ORDER BY name, id")
    }

    /// - Throws: `NotFound` where it is another school's.
    func agency(_ id: AgencyID, for viewer: Viewer) throws -> Agency {
        guard let agency = try one(id, of: Agency.self), agency.school.map(viewer.sees) ?? true else { throw NotFound() }
        return agency
    }

    /// An agency that this viewer keeps.
    func agencyToKeep(_ id: AgencyID, for viewer: Viewer) throws -> Agency {
        let agency = try agency(id, for: viewer)
        guard viewer.keepsAgencies(of: agency.school) else { throw NotFound() }
        return agency
    }

    /// The agencies that one may refer to on a day from a school: those of its council first.
    func openAgencies(of school: School, for viewer: Viewer, on day: Day) throws -> [Agency] {
        let open = try agencies(for: viewer).filter { $0.isOpen(on: day) && ($0.school == nil || $0.school == school.id) }
        return open.filter { $0.laCode == school.laCode } + open.filter(\.laCode.isEmpty) + open.filter { !$0.laCode.isEmpty && $0.laCode != school.laCode }
    }

    /// Who works for an agency, those who left last.
    func people(of agency: AgencyID) throws -> [AgencyPerson] {
        try all(AgencyPerson.self, "WHERE agency_id = \(agency) ORDER BY CASE WHEN ends IS NULL THEN 0 ELSE 1 END, name, id")
    }

    func healthBodies() throws -> [HealthBody] { try all(HealthBody.self, "ORDER BY name, id") }

    /// The councils of the trust's schools: three figures and a name.
    func councils() throws -> [(code: String, name: String)] {
        try rows("SELECT la_code, MIN(la_name) FROM school WHERE la_code <> '' GROUP BY la_code ORDER BY la_code") { try ($0.next(), $0.next()) }
    }
}

extension Viewer {
    /// The person in what they do at work, where they see agencies.
    var atAgencies: Viewer { doing(.seePlans).inStaffParts }

    /// Whether this person finds the register of agencies at all.
    var findsAgencies: Bool { !atAgencies.parts.isEmpty }

    /// Whether this person keeps the agencies of a school, or those of the whole trust (nil).
    func keepsAgencies(of school: SchoolID?) -> Bool {
        let work = inStaffParts.doing(.keepAgencies)
        guard !work.parts.isEmpty else { return false }
        return school.map(work.sees) ?? (work.schools == nil)
    }

    var keepsAgencies: Bool { !inStaffParts.doing(.keepAgencies).parts.isEmpty }
}

extension Reader {
    /// For whom an agency is kept, where there is a choice.
    func agencyOwnerChoice(_ write: FormWriter, _ viewer: Viewer) throws -> HTML {
        let trust = viewer.keepsAgencies(of: nil) ? [Choice("", "Every school of the trust")] : []
        let choices = trust + (try keptSchools(viewer)).map { Choice("\($0.id)", $0.name) }
        return choices.count > 1 ? write.select("school", "For whom?", choices) : ""
    }

    /// Whom a form names; nil for the trust.
    func agencyOwner(_ typed: String, _ viewer: Viewer) throws -> SchoolID? {
        if typed.isEmpty, viewer.keepsAgencies(of: nil) { return nil }
        let schools = try keptSchools(viewer)
        if typed.isEmpty, schools.count > 1 { throw Problems("school", "Choose the school.") }
        guard let school = schools.first(where: { typed.isEmpty || "\($0.id)" == typed }) else { throw NotFound() }
        return school.id
    }

    private func keptSchools(_ viewer: Viewer) throws -> [School] { try schools(for: viewer.inStaffParts.doing(.keepAgencies)) }
}
