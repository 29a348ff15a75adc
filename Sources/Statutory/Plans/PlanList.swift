import Access
import Basics
import Database
import Pages
import People

/// Which plans are asked for.
struct PlanFilter: Sendable {
    enum Which: String, CaseIterable, Sendable {
        case all, missing, undated, unregistered

        var label: String {
            switch self {
            case .all: "Plans in force"
            case .missing: "E on the register, no plan here"
            case .undated: "No day of the final plan"
            case .unregistered: "A plan here, not E on the register"
            }
        }

        fileprivate var condition: SQL {
            switch self {
            case .all: "k.id IS NOT NULL"
            case .missing: "k.id IS NULL"
            case .undated: "k.id IS NOT NULL AND k.final_on IS NULL AND NOT EXISTS (SELECT 1 FROM ehc_version v WHERE v.plan_id = k.id)"
            case .unregistered: "k.id IS NOT NULL AND k.final_on IS NOT NULL AND ps.id IS NULL"
            }
        }
    }

    var school: SchoolID?
    var which = Which.all
    var page = 1

    static let size = 50
}

/// One line of a list of plans.
struct PlanLine: Sendable {
    let pupil: PupilID
    let name: String
    let school: String
    let plan: EHCPlan?
}

extension Reader {
    /// A page of the pupils with a plan, or with E on the register, whose record is in sight.
    func planLines(_ filter: PlanFilter, for viewer: Viewer, on day: Day) throws -> [PlanLine] {
        let sql: SQL = """
            SELECT p.id, \(calledName), s.name, k.id \(source(filter.school, viewer, day)) AND \(filter.which.condition) \
            ORDER BY p.sort_name, p.id LIMIT \(PlanFilter.size) OFFSET \((filter.page - 1) * PlanFilter.size)
            """
        let found = try rows(sql) { try ($0.next(PupilID.self), $0.next(String.self), $0.next(String.self), $0.next(RowID?.self)) }
        let plans = Dictionary(try all(EHCPlan.self, "WHERE id IN \(found.compactMap(\.3))").map { ($0.id, $0) }) { $1 }
        viewer.witness.saw(found.map(\.0))
        return found.map { pupil, name, school, plan in PlanLine(pupil: pupil, name: name, school: school, plan: plan.flatMap { plans[$0] }) }
    }

    /// How many there are of each kind, in one query.
    func planCounts(at school: SchoolID?, for viewer: Viewer, on day: Day) throws -> [PlanFilter.Which: Int] {
        let sums: [SQL] = PlanFilter.Which.allCases.map { "SUM(CASE WHEN \($0.condition) THEN 1 ELSE 0 END)" }
        let counts = try first("SELECT \(SQL.joined(sums, ", ")) \(source(school, viewer, day))") { row in try PlanFilter.Which.allCases.map { _ in try row.next(Int?.self) ?? 0 } }
        return Dictionary(uniqueKeysWithValues: zip(PlanFilter.Which.allCases, counts ?? [0, 0, 0, 0]))
    }

    var calledName: SQL {
        """
        \(CalledName.whole)
        """
    }

    /// Pupils on roll `p` at `s` with a plan `k`, or E on the register `ps`, or both.
    private func source(_ school: SchoolID?, _ viewer: Viewer, _ day: Day) -> SQL {
        let sight = viewer.inStaffParts.doing(.seeRecord), at: SQL = school.map { "e.school_id = \($0)" } ?? "1 = 1"
        let near: SQL = (school.map { [$0] } ?? sight.schools).map { "p.id IN (SELECT x.pupil_id FROM enrolment x WHERE x.school_id IN \($0))" } ?? "1 = 1"
        let registered: SQL = "ps.provision IN ('E', 'S') AND ps.starts <= \(day) AND (ps.ends IS NULL OR ps.ends >= \(day))"
        return """
            FROM pupil p JOIN enrolment e ON e.id = (SELECT x.id FROM enrolment x WHERE x.pupil_id = p.id AND x.starts <= \(day) AND (x.ends IS NULL OR x.ends >= \(day)) \
            AND x.kind <> 'G' ORDER BY CASE x.kind WHEN 'S' THEN 1 ELSE 0 END, x.id LIMIT 1) JOIN school s ON s.id = e.school_id \
            LEFT JOIN ehc_plan k ON k.pupil_id = p.id AND k.ended_on IS NULL LEFT JOIN provision_spell ps ON ps.pupil_id = p.id AND \(registered) \
            WHERE p.id IN (SELECT o.pupil_id FROM ehc_plan o WHERE o.ended_on IS NULL UNION SELECT ps.pupil_id FROM provision_spell ps WHERE \(registered)) \
            AND \(near) AND \(at) AND \(sight.seesEnrolment(on: day))
            """
    }
}
