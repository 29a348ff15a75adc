import Access
import AreaKit
import Basics
import Database
import Pages
import People

let costWithoutRate = SafetyRule(
    "cost-without-rate", .gap, "Sessions by a role that has no hourly rate",
    why: "Without a rate the sessions of this role cost nothing on every figure, and the school’s spending on provision is told too low.",
    who: "The trust’s finance or SEND lead acts", next: "Set the rate"
) { reader, question in
    guard question.viewer.may(.seeCosts) else { return [] }
    let rated = Dictionary(try reader.rows("SELECT k.role, MIN(k.starts) FROM staff_rate k JOIN rate_set g ON g.id = k.set_id WHERE g.la_code = '' GROUP BY k.role") { try ($0.next(String.self), $0.next(Day.self)) }) { $1 }
    return try reader.givers(question).filter { giver in giver.role != "" && StaffRole.needsRate(giver.role) && rated[giver.role].map { $0 > giver.since } ?? true }.map { giver in
        let number = "\(count(giver.runs, "provision")) \(giver.runs == 1 ? "is" : "are") given by this role", lacks = rated[giver.role].map { "the first rate holds from \($0.inWords), and sessions since \(giver.since.inWords) have none" } ?? "no rate is set"
        return Finding(school: giver.school, urn: giver.urn, pupil: nil, subject: "role-\(giver.role)", upn: "", name: "", since: giver.since, message: "\(StaffRole.label(giver.role)): \(lacks). This year \(number).", next: ratesPath())
    }
}

/// A role that gives provision at a school in the academic year.
private struct GivingRole {
    let school: SchoolID, urn: String, role: String
    /// The first day of the year on which it does.
    let since: Day
    let runs: Int
}

extension Reader {
    /// Each role of each school once, first or second, whether the provision still runs or not.
    fileprivate func givers(_ question: SafetyQuestion) throws -> [GivingRole] {
        let first = AcademicYear(containing: question.day).firstDay
        let given = { (role: SQL) -> SQL in
            """
            SELECT r.school_id AS school_id, r.id AS run_id, \(role) AS role, CASE WHEN q.starts > \(first) THEN q.starts ELSE \(first) END AS since \
            FROM provision_run r JOIN provision_pattern q ON q.run_id = r.id JOIN provision_time t ON t.pattern_id = q.id \
            WHERE r.kind <> 'universal' AND q.starts <= \(question.day) AND (q.ends IS NULL OR q.ends >= \(first)) AND (r.ended_on IS NULL OR r.ended_on >= \(first)) \
            AND (r.ended_on IS NOT NULL OR r.planned_end IS NULL OR r.planned_end >= \(first)) AND \(question.ofProvision)
            """
        }
        return try rows("""
            SELECT s.id, s.urn, g.role, MIN(g.since), COUNT(DISTINCT g.run_id) FROM (\(given("t.role")) UNION ALL \(given("t.second_role"))) g JOIN school s ON s.id = g.school_id \
            GROUP BY s.sort_name, s.id, s.urn, g.role ORDER BY s.sort_name, s.id, g.role
            """) { try GivingRole(school: $0.next(), urn: $0.next(), role: $0.next(), since: $0.next(), runs: $0.next()) }
    }
}
