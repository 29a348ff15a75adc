import Access
import AreaKit
import Basics
import Database
import Pages
import People

let planNotRead = SafetyRule(
    "plan-not-read", .gap, "A plan that no teacher of the pupil has read",
    why: "All teachers and support staff who work with the pupil are made aware of their needs, of the outcomes sought and of what is done (SEND Code of Practice 2015, 6.49).",
    who: "The SENCO acts", next: "Give it to the teachers"
) { reader, question in
    let kinds = try reader.supportKinds()
    let unread: SQL = "NOT EXISTS (SELECT 1 FROM plan_reading g WHERE g.plan_id = n.id)"
    // Two weeks are fair, for a holiday may lie between.
    let sql = question.found("n.id, n.starts", from: "plan n", of: "n.pupil_id",
                             where: "n.state = 'live' AND n.kind IN \(kinds) AND n.starts < \(question.day - 14) AND \(unread)")
    return try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer), id: PlanID = try row.next(), starts: Day? = try row.next()
        return found.finding(since: starts, "The plan is live, and nobody has said that they have read it.", next: question.plan(found, id))
    }
}
