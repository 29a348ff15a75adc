import Access
import Basics
import Database
import Measures
import Pages
import People

extension Reader {
    /// The entries of the catalogue that a viewer works with: the trust's, and those of the schools in sight, by name.
    func entries(for viewer: Viewer) throws -> [Intervention] {
        try all(Intervention.self, "WHERE school_id IS NULL OR \(viewer.sees(school: "school_id")) ORDER BY name, id")
    }

    /// - Throws: `NotFound` where it is another school's.
    func entry(_ id: InterventionID, for viewer: Viewer) throws -> Intervention {
        guard let entry = try one(id, of: Intervention.self), entry.school.map(viewer.sees) ?? true else { throw NotFound() }
        return entry
    }

    /// An entry that this viewer keeps.
    func entryToKeep(_ id: InterventionID, for viewer: Viewer) throws -> Intervention {
        let entry = try entry(id, for: viewer)
        guard viewer.keepsEntries(of: entry.school) else { throw NotFound() }
        return entry
    }

    /// The numbers of the tests that Trellis brings, by their keys.
    func instrumentKeys() throws -> [String: InstrumentID] {
        Dictionary(try rows("SELECT key, id FROM instrument WHERE key <> ''") { try ($0.next(String.self), $0.next(InstrumentID.self)) }) { $1 }
    }

    /// Where an entry is used today, school by school, as far as the viewer sees provision.
    func uses(of entry: InterventionID, for viewer: Viewer, on day: Day) throws -> [EntryUse] {
        try rows("""
            SELECT s.id, s.name, COUNT(DISTINCT r.id), COUNT(DISTINCT m.pupil_id) FROM provision_run r JOIN school s ON s.id = r.school_id \
            LEFT JOIN provision_member m ON m.run_id = r.id AND m.starts <= \(day) AND (m.ends IS NULL OR m.ends >= \(day)) \
            WHERE r.intervention_id = \(entry) AND r.starts <= \(day) AND (r.ended_on IS NULL OR r.ended_on >= \(day)) AND \(viewer.seesProvision(on: day)) \
            GROUP BY s.id, s.name ORDER BY s.name, s.id
            """) { try EntryUse(school: $0.next(), name: $0.next(), runs: $0.next(), pupils: $0.next()) }
    }
}

/// How much a school uses an entry.
struct EntryUse: Sendable {
    let school: SchoolID
    let name: String
    let runs: Int
    let pupils: Int
}

extension Viewer {
    /// Whether this person keeps the entries of a school, or of the trust (nil): a school's SENCO decides there, and whoever
    /// keeps the costs of the whole trust for all.
    func keepsEntries(of school: SchoolID?) -> Bool {
        guard let school else { return keepsTrustEntries }
        return schoolsOfEntries?.contains(school) ?? true
    }

    var keepsTrustEntries: Bool {
        let work = atProvision.doing(.keepCosts)
        return !work.parts.isEmpty && work.schools == nil
    }

    /// The schools whose entries they keep; nil for every school.
    private var schoolsOfEntries: [SchoolID]? {
        let work = atProvision.doing(.workOnProvision).doing(.changeRegister)
        return work.parts.isEmpty ? [] : work.schools
    }

    var keepsEntries: Bool { keepsTrustEntries || schoolsOfEntries?.isEmpty != true }

    /// The schools among these whose entries they keep.
    func keptSchools(_ schools: [School]) -> [School] { schools.filter { keepsEntries(of: $0.id) } }
}

extension Reader {
    /// For whom something is kept, where there is a choice: the trust, or one of several schools.
    func ownerChoice(_ write: FormWriter, _ viewer: Viewer) throws -> HTML {
        let schools = viewer.keptSchools(try schools(for: viewer)), trust = viewer.keepsTrustEntries ? [Choice("trust", "Every school of the trust")] : []
        let choices = trust + schools.map { Choice("\($0.id)", $0.name) }
        return choices.count > 1 ? write.select("school", "For whom?", (trust.isEmpty ? [Choice("", "Choose")] : []) + choices) : ""
    }

    /// Whom a form names as the owner; nil for the trust.
    func owner(_ typed: String, _ viewer: Viewer) throws -> SchoolID? {
        if typed == "trust" || typed.isEmpty, viewer.keepsTrustEntries { return nil }
        return try ownSchool(typed, viewer)
    }

    /// The school that a form names; the only one where there is no choice.
    func ownSchool(_ typed: String, _ viewer: Viewer) throws -> SchoolID {
        let schools = viewer.keptSchools(try schools(for: viewer))
        if typed.isEmpty, schools.count != 1 { throw schools.isEmpty ? NotFound() : Problems("school", "Choose the school.") as any Error }
        guard let school = schools.first(where: { typed.isEmpty || "\($0.id)" == typed }) else { throw NotFound() }
        return school.id
    }
}
