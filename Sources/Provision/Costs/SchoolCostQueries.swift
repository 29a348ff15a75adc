import Access
import AreaKit
import Basics
import Database
import Pages
import People

extension Reader {
    /// What a school's provision costs in a year, for those who may see costs there.
    /// - Parameter set: the rates of a council, for a claim; the trust's own costs where it is left out.
    /// - Throws: `NotFound` where the viewer may not see the school's costs.
    public func schoolCosts(of school: SchoolID, in year: AcademicYear, for viewer: Viewer, today: Day, set: RateSetID? = nil) throws -> SchoolCosts {
        guard viewer.may(.seeCosts, at: school), let school = try one(school, of: School.self) else { throw NotFound() }
        return try reckonedCosts(of: school, in: year, today: today, set: set)
    }

    /// The same for figures without names: whoever calls this shows no pupil, and no sum of few.
    func countedCosts(of school: School, in year: AcademicYear, for viewer: Viewer, today: Day) throws -> SchoolCosts {
        guard viewer.may(.seeFigures, at: school.id) else { throw NotFound() }
        return try reckonedCosts(of: school, in: year, today: today)
    }

    /// The same of one pupil's provisions alone.
    /// - Throws: `NotFound` where the pupil is not in sight, or the costs of that school are not.
    func pupilCosts(of pupil: PupilID, at school: SchoolID, in year: AcademicYear, for viewer: Viewer, today: Day, set: RateSetID? = nil) throws -> SchoolCosts {
        _ = try self.pupil(pupil, for: viewer.doing(.seeCosts), on: today)
        guard viewer.may(.seeCosts, at: school), let school = try one(school, of: School.self) else { throw NotFound() }
        return try reckonedCosts(of: school, in: year, today: today, set: set, only: [pupil])
    }

    /// The same of some pupils of each school, reckoned once for all of a school.
    func costs(of pupils: [SchoolID: [PupilID]], in year: AcademicYear, for viewer: Viewer, today: Day) throws -> [SchoolID: SchoolCosts] {
        if pupils.isEmpty { return [:] }
        let schools = try all(School.self, "WHERE id IN \(pupils.keys.sorted()) ORDER BY id").filter { viewer.may(.seeCosts, at: $0.id) }
        return Dictionary(try schools.map { try ($0.id, reckonedCosts(of: $0, in: year, today: today, only: pupils[$0.id])) }) { $1 }
    }

    /// The schools of a pupil's rolls at which a viewer may see costs, the latest first.
    func costSchools(of pupil: PupilID, for viewer: Viewer) throws -> [School] {
        let ids = try column("SELECT school_id FROM enrolment WHERE pupil_id = \(pupil) ORDER BY starts DESC, id DESC", as: SchoolID.self).unique.filter { viewer.may(.seeCosts, at: $0) }
        let schools = Dictionary(try all(School.self, "WHERE id IN \(ids)").map { ($0.id, $0) }) { $1 }
        return ids.compactMap { schools[$0] }
    }

    /// The provisions of a school that ran in a year, by name.
    private func provisions(of school: SchoolID, in year: AcademicYear, only pupils: [PupilID]?) throws -> [WholeProvision] {
        let takesPart: SQL = pupils.map { "id IN (SELECT run_id FROM provision_member WHERE pupil_id IN \($0))" } ?? "1 = 1"
        return try whole(all(ProvisionRun.self, """
            WHERE school_id = \(school) AND starts <= \(year.lastDay) AND (ended_on IS NULL OR ended_on >= \(year.firstDay)) AND \(takesPart) ORDER BY name, id
            """))
    }

    private func reckonedCosts(of school: School, in year: AcademicYear, today: Day, set: RateSetID? = nil, only pupils: [PupilID]? = nil) throws -> SchoolCosts {
        let provisions = try provisions(of: school.id, in: year, only: pupils), basis = try costBasis(of: school.id, set: set)
        let sheets = try costs(of: provisions, CostQuestion(school: school.id, year: year, today: today), by: basis)
        let lines = try all(FundingLine.self, "WHERE school_id = \(school.id) AND starts <= \(year.lastDay) AND (ends IS NULL OR ends >= \(year.firstDay)) ORDER BY starts, id")
        let said = try all(VarianceJustification.self, "WHERE school_id = \(school.id) AND academic_year = \(year.starting) ORDER BY written_on, id")
        let known = Set(provisions.flatMap { $0.members.map(\.pupil) }).union(lines.compactMap(\.pupil))
        return SchoolCosts(school: school, year: year, today: today, basis: basis, provisions: provisions, sheets: sheets, lines: lines, pupils: try costedPupils(known.sorted(), at: school.id, in: year),
                           justifications: Dictionary(said.map { ($0.pupil, $0) }) { $1 })
    }

    /// What the comparison asks of pupils: of those who take part in provision or have money of their own, and of all
    /// with an EHC plan.
    private func costedPupils(_ known: [PupilID], at school: SchoolID, in year: AcademicYear) throws -> [PupilID: CostedPupil] {
        let runs = { (table: SQL) -> SQL in "\(table).starts <= \(year.lastDay) AND (\(table).ends IS NULL OR \(table).ends >= \(year.firstDay))" }
        let planned = Set(try column("""
            SELECT DISTINCT e.pupil_id FROM enrolment e JOIN provision_spell s ON s.pupil_id = e.pupil_id \
            WHERE e.school_id = \(school) AND s.provision = 'E' AND \(runs("e")) AND \(runs("s"))
            """, as: PupilID.self))
        let inUnit = Set(try column("SELECT b.pupil_id FROM base_spell b WHERE b.school_id = \(school) AND \(runs("b"))", as: PupilID.self))
        let asked = planned.union(known).sorted()
        let rolls = try rows("SELECT e.pupil_id, e.starts, e.ends FROM enrolment e WHERE e.school_id = \(school) AND e.pupil_id IN \(asked) ORDER BY e.starts, e.id") { row in
            try (row.next(PupilID.self), Spell(starts: row.next(), ends: row.next()))
        }
        let spells = Dictionary(grouping: rolls, by: \.0)
        return Dictionary(uniqueKeysWithValues: asked.map { ($0, CostedPupil(rolls: spells[$0]?.map(\.1) ?? [], hasPlan: planned.contains($0), isInUnit: inUnit.contains($0))) })
    }

    /// The pupils whose costs a viewer may see by name, by surname; whoever is not among them is in sums alone.
    func costedNames(_ pupils: [PupilID], for viewer: Viewer, on day: Day) throws -> [SeenPupil] {
        if pupils.isEmpty { return [] }
        return try rows("""
            SELECT p.id, \(CalledName.given), \(CalledName.family) \
            FROM pupil p WHERE p.id IN \(pupils) AND \(viewer.doing(.seeCosts).seesPupil(on: day)) ORDER BY p.sort_name, p.id
            """) { row in
            let (id, first, last): (PupilID, String, String) = try (row.next(), row.next(), row.next())
            return SeenPupil(id: id, name: [first, last].filter { !$0.isEmpty }.joined(separator: " "), called: first.isEmpty ? last : first, className: "")
        }
    }
}
