import Access
import Basics
import Database
import People
import Provision

/// An entry of the catalogue that a school runs this year, with what it costs.
struct CostedEntry: Sendable {
    let intervention: Intervention
    let cost: Pence
    /// Whether fewer than five pupils stand behind the cost.
    let isOfFew: Bool
}

extension Reader {
    /// What a school runs in the academic year of a day, by name, each with its reckoned cost of the whole year.
    func strategyCosts(of school: School, for viewer: Viewer, on day: Day) throws -> [CostedEntry] {
        let costs = try schoolCosts(of: school.id, in: AcademicYear(containing: day), for: viewer.inStaffParts, today: day)
        let groups = Dictionary(grouping: costs.provisions, by: \.run.intervention)
        return try all(Intervention.self, "WHERE id IN \(groups.keys.sorted()) ORDER BY name, id").map { intervention in
            let sheets = (groups[intervention.id] ?? []).compactMap { costs.sheets[$0.run.id]?.whole }
            let pupils = sheets.reduce(into: Set<PupilID>()) { $0.formUnion($1.bearers) }.count
            return CostedEntry(intervention: intervention, cost: Pence(sheets.map(\.total.rawValue).reduce(0, +)), isOfFew: (1..<FewTogether.least).contains(pupils))
        }
    }

    /// What the catalogue offers the school and is not run this year.
    func strategyCatalogue(of school: School, besides running: [CostedEntry], on day: Day) throws -> [Intervention] {
        let known = Set(running.map(\.intervention.id))
        return try all(Intervention.self, "WHERE (school_id IS NULL OR school_id = \(school.id)) AND (ends IS NULL OR ends >= \(day)) ORDER BY name, id LIMIT 300").filter { !known.contains($0.id) }
    }
}
