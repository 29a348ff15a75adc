import AreaKit
import Basics
import Database
import Pages

let noneWithNeeds = SafetyRule(
    "none-with-needs", .check, "“No SEN”, and yet a need is open",
    why: "A need is recorded for pupils with SEN support or a plan. This may be right for a few days while a decision is entered.",
    who: "The SENCO acts", next: "End the need or record the support"
) { reader, question in
    let needs: SQL = "(SELECT n.pupil_id, MIN(n.starts) AS since, COUNT(*) AS number FROM pupil_need n WHERE \(question.open("n")) GROUP BY n.pupil_id) d"
    let sql = question.found("d.number, d.since, ps.starts", from: "\(needs) CROSS JOIN provision_spell ps", of: "d.pupil_id",
                             where: "ps.pupil_id = d.pupil_id AND ps.provision = 'N' AND \(question.open("ps"))")
    return try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer)
        let number: Int = try row.next(), since: Day = try row.next(), starts: Day = try row.next()
        return found.finding(since: max(since, starts), "The status is No SEN, and \(count(number, "need")) \(number == 1 ? "is" : "are") open.",
                             next: question.statusStep(found))
    }
}
