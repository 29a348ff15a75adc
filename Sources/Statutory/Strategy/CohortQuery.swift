import Basics
import Database
import People

extension Reader {
    /// Figures of a school's roll as of a day, fit to be published. A record whose use is restricted is left out (UK GDPR,
    /// Article 18). Whoever asks has the school in sight; no pupil is told of.
    func cohortFigures(of school: SchoolID, on day: Day) throws -> CohortFigures {
        let september = AcademicYear(containing: day).firstDay
        let found = try rows("""
            SELECT p.id, ps.provision, n.need, (SELECT y.year FROM pupil_year y WHERE y.pupil_id = p.id AND y.school_id = e.school_id AND y.academic_year = \(AcademicYear(containing: day).starting)), \
            CASE WHEN EXISTS (SELECT 1 FROM context_flag x WHERE x.pupil_id = p.id AND x.flag = \(ContextFlag.Kind.pupilPremium) AND \(runs("x", day))) THEN 1 ELSE 0 END \
            FROM enrolment e JOIN pupil p ON p.id = e.pupil_id \
            LEFT JOIN provision_spell ps ON ps.id = (SELECT x.id FROM provision_spell x WHERE x.pupil_id = p.id AND \(runs("x", day)) ORDER BY x.starts DESC, x.id DESC LIMIT 1) \
            LEFT JOIN pupil_need n ON n.id = (SELECT x.id FROM pupil_need x WHERE x.pupil_id = p.id AND \(runs("x", day)) ORDER BY COALESCE(x.rank, 9), x.id LIMIT 1) \
            WHERE e.school_id = \(school) AND e.kind <> 'G' AND \(runs("e", day)) AND p.id NOT IN (SELECT r.pupil_id FROM restriction r WHERE r.ends IS NULL) ORDER BY p.id, e.id
            """) { row in
            try (pupil: row.next(PupilID.self), provision: row.next(String?.self) ?? "", need: row.next(String?.self) ?? "", year: row.next(YearGroup?.self), isPremium: row.next(Int.self) == 1)
        }
        var seen: Set<PupilID> = []
        let pupils = found.filter { seen.insert($0.pupil).inserted }, ids = pupils.map(\.pupil)
        let attendance = try attendance(of: ids, since: september).mapValues { $0.filter { $0.starts >= september && $0.ends <= day && $0.origin != .census } }
        let suspended = try suspensions(of: ids, since: september).filter { $0.value.contains { $0.starts <= day } }
        let holdsSuspensions = try !suspensions(of: ids, since: AcademicYear(containing: day).previous.firstDay).isEmpty
        return CohortFigures(pupils.map { pupil in
            let latest = attendance[pupil.pupil]?.max { ($0.possible, $0.ends) < ($1.possible, $1.ends) }
            return CohortFigures.Pupil(
                provision: CodeList.censusProvision(pupil.provision) ?? "N", need: pupil.need.isEmpty ? "" : NeedType.named(pupil.need)?.label ?? pupil.need, year: pupil.year ?? YearGroup(rawValue: ""),
                isPremium: pupil.isPremium, attendance: latest.map { CohortFigures.Sessions(possible: $0.possible, attended: $0.attended) }, isSuspended: suspended[pupil.pupil] != nil)
        }, holdsSuspensions: holdsSuspensions)
    }

    private func runs(_ table: SQL, _ day: Day) -> SQL { "\(table).starts <= \(day) AND (\(table).ends IS NULL OR \(table).ends >= \(day))" }
}
