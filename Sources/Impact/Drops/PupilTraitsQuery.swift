import Basics
import Database
import People

extension Reader {
    /// What groups are made of, of all pupils on a school's roll on a day; in the order of their names. A record whose use is
    /// restricted is left out (UK GDPR, Article 18). Three queries however many pupils.
    /// - Parameter group: those who can't be in it may be left out.
    func pupilTraits(at school: SchoolID, on day: Day, in group: DropGroup) throws -> [PupilTraits] {
        let found = try rows("""
            SELECT p.id, (SELECT y.year FROM pupil_year y WHERE y.pupil_id = p.id AND y.school_id = e.school_id AND y.academic_year = \(AcademicYear(containing: day).starting)), \
            ps.provision, \(has("context_flag", "x.flag = \(ContextFlag.Kind.pupilPremium)", day)), \(has("context_flag", "x.flag = \(ContextFlag.Kind.lookedAfter)", day)), p.eal \
            FROM enrolment e JOIN pupil p ON p.id = e.pupil_id LEFT JOIN provision_spell ps ON ps.id = (SELECT x.id FROM provision_spell x WHERE x.pupil_id = e.pupil_id AND \(runs("x", day)) \
            ORDER BY x.starts DESC LIMIT 1) WHERE e.school_id = \(school) AND e.kind <> 'G' AND \(runs("e", day)) \
            AND p.id NOT IN (SELECT r.pupil_id FROM restriction r WHERE r.ends IS NULL) AND \(group.statuses) ORDER BY p.surname, p.forename, p.id
            """) { row in
            try PupilTraits(pupil: row.next(), year: row.next(YearGroup?.self) ?? YearGroup(rawValue: ""), provision: CodeList.censusProvision(row.next(String?.self) ?? "") ?? "",
                            pupilPremium: row.next(), lookedAfter: row.next(), eal: row.next(Bool?.self) ?? false)
        }
        let needs = try needs(of: found.map(\.pupil), on: day), alone = try oneToOne(of: found.map(\.pupil), on: day)
        var seen: Set<PupilID> = []
        return found.filter { seen.insert($0.pupil).inserted }.map { pupil in
            var pupil = pupil
            (pupil.needs, pupil.hasOneToOne) = (needs[pupil.pupil] ?? [], alone.contains(pupil.pupil))
            return pupil
        }
    }

    /// The main need first.
    private func needs(of pupils: [PupilID], on day: Day) throws -> [PupilID: [String]] {
        let found = try rows("SELECT x.pupil_id, x.need FROM pupil_need x WHERE x.pupil_id IN \(pupils) AND \(runs("x", day)) ORDER BY x.pupil_id, COALESCE(x.rank, 9), x.id") {
            try ($0.next(PupilID.self), $0.next(String.self))
        }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }

    /// With whom somebody is one to one for a part of the week: provision for one alone, or a line of a plan that says so.
    private func oneToOne(of pupils: [PupilID], on day: Day) throws -> Set<PupilID> {
        Set(try column("""
            SELECT m.pupil_id FROM provision_member m JOIN provision_run r ON r.id = m.run_id JOIN provision_pattern t ON t.run_id = r.id \
            WHERE m.pupil_id IN \(pupils) AND \(runs("m", day)) AND r.kind <> 'universal' AND (r.ended_on IS NULL OR r.ended_on >= \(day)) AND t.planned_size = 1 AND \(runs("t", day)) \
            UNION SELECT l.pupil_id FROM owed_line l WHERE l.pupil_id IN \(pupils) AND l.is_alone AND \(runs("l", day))
            """, as: PupilID.self))
    }

    private func has(_ table: SQL, _ condition: SQL, _ day: Day) -> SQL { "EXISTS (SELECT 1 FROM \(table) x WHERE x.pupil_id = p.id AND \(condition) AND \(runs("x", day)))" }
    private func runs(_ table: SQL, _ day: Day) -> SQL { "\(table).starts <= \(day) AND (\(table).ends IS NULL OR \(table).ends >= \(day))" }
}

extension DropGroup {
    /// Which statuses a pupil of it can have.
    fileprivate var statuses: SQL {
        if traits.contains(.onSupport) { return "ps.provision IN ('K', 'A', 'P', 'Q')" }
        if traits.contains(.withPlan) { return "ps.provision IN ('E', 'S')" }
        return traits.contains(.withSEN) ? "ps.provision IN ('K', 'A', 'P', 'Q', 'E', 'S')" : "1 = 1"
    }
}
