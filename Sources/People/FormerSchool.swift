import Access
import Basics
import Database

// Whoever keeps a school's records still reads those of a pupil who left for another school of the trust, for the
// hand-over, and writes nothing there any more (domain 8.4).

extension Permission {
    /// What only the school does whose pupil it is.
    fileprivate static let ofOwnSchool: Set<Permission> = [.raiseConcern, .workOnPlans, .enterResults, .changeRegister, .workOnProvision, .logSessions, .keepCosts, .refer]
}

extension Part {
    fileprivate var handsOverSchools: [SchoolID]? {
        guard role.handsOver, case .schools(let schools) = sight else { return nil }
        return schools
    }
}

extension Viewer {
    /// At which of a pupil's schools this person writes something down: one of their own; the main one for whoever works
    /// with pupils one by one.
    func ownSchool(among schools: [SchoolID]) -> SchoolID? {
        schools.first(where: sees) ?? (parts.contains { $0.sight.schools == [] } ? schools.first : nil)
    }
}

extension Reader {
    /// The schools on whose rolls a pupil is on a day, the main one first.
    public func schoolsOfToday(_ pupil: PupilID, _ day: Day) throws -> [SchoolID] {
        try column("""
            SELECT school_id FROM enrolment WHERE pupil_id = \(pupil) AND starts <= \(day) AND (ends IS NULL OR ends >= \(day)) \
            ORDER BY CASE kind WHEN 'S' THEN 1 WHEN 'G' THEN 2 ELSE 0 END, starts DESC, id
            """)
    }

    /// The same parts, but those of a former school read only. Of a pupil on no roll at all the last school keeps the record.
    func withoutFormerSchools(_ parts: [Part], of pupil: PupilID, on day: Day) throws -> [Part] {
        guard parts.contains(where: { $0.handsOverSchools != nil }) else { return parts }
        let now = try schoolsOfToday(pupil, day)
        if now.isEmpty { return parts }
        return parts.map { part in
            guard let schools = part.handsOverSchools, !schools.contains(where: now.contains) else { return part }
            return part.limited(to: part.permissions.subtracting(Permission.ofOwnSchool))
        }
    }
}
