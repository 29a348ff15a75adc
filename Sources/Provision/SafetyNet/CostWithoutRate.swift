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
    let known = Set(try reader.column("SELECT DISTINCT k.role FROM staff_rate k JOIN rate_set g ON g.id = k.set_id WHERE g.la_code = '' AND k.starts <= \(question.day)", as: String.self))
    let sql: SQL = """
        SELECT s.id, s.urn, t.role, t.second_role, MIN(r.starts), COUNT(DISTINCT r.id) FROM provision_run r JOIN school s ON s.id = r.school_id JOIN provision_pattern q ON q.run_id = r.id JOIN provision_time t ON t.pattern_id = q.id \
        WHERE \(question.running) AND r.kind <> 'universal' AND \(question.open("q")) AND \(question.ofProvision) GROUP BY s.sort_name, s.id, s.urn, t.role, t.second_role ORDER BY s.sort_name, t.role, t.second_role
        """
    var found: [Finding] = []
    try reader.each(sql) { row in
        let (school, urn, roles): (SchoolID, String, [String]) = try (row.next(), row.next(), [row.next(), row.next()]), since: Day = try row.next(), number: Int = try row.next()
        for role in roles where !role.isEmpty && StaffRole.named(role)?.isExternal != true && !known.contains(role) {
            found.append(Finding(school: school, urn: urn, pupil: nil, subject: "role-\(role)", upn: "", name: "", since: since, message: "\(StaffRole.label(role)): no rate is set, and \(count(number, "provision")) \(number == 1 ? "is" : "are") given by this role.", next: ratesPath()))
        }
    }
    return found
}
