import Access
import AreaKit
import Basics
import Database
import Pages
import People

let memberLeftSchool = SafetyRule(
    "member-left-school", .gap, "Left the school, and still in a provision",
    why: "A place that nobody fills is planned, proved and paid for, and another pupil may need it. The record that goes to the next school says when each provision ended (transfer within 15 school days; Education (Pupil Information) Regulations 2005).",
    who: "The SENCO acts", next: "Note that the pupil left it"
) { reader, question in
    let here: SQL = "x.pupil_id = e.pupil_id AND x.school_id = e.school_id AND x.id <> e.id"
    let sql: SQL = """
        SELECT \(SafetyQuestion.pupilColumns), e.ends, r.id FROM provision_run r CROSS JOIN provision_member v CROSS JOIN enrolment e CROSS JOIN school s CROSS JOIN pupil p \
        WHERE r.ended_on IS NULL AND v.run_id = r.id AND v.ends IS NULL AND e.pupil_id = v.pupil_id AND e.school_id = r.school_id AND e.ends < \(question.day) AND s.id = e.school_id AND p.id = e.pupil_id \
        AND NOT EXISTS (SELECT 1 FROM enrolment x WHERE \(here) AND (x.ends IS NULL OR x.ends >= \(question.day) OR x.ends > e.ends)) AND \(question.ofProvision) AND \(question.inQuestion) \(SafetyQuestion.order)
        """
    let rows = try reader.rows(sql) { row in try (found: FoundPupil(&row, question.viewer), left: row.next(Day.self), run: row.next(ProvisionID.self)) }
    return rows.grouped { $0.found }.map { all in
        let one = all[0]
        return one.found.finding(since: one.left + 1, "Left on \(one.left.inWords), and is still in \(count(all.count, "provision")).", next: question.provisionPage(one.run, of: one.found))
    }
}
