import Access
import AreaKit
import Basics
import Database
import Pages
import People

let noProgress = SafetyRule(
    "no-progress", .gap, "No progress over two cycles, and nothing was changed",
    why: "Where a pupil does not progress, the school looks at what it does, and thinks of involving specialists (SEND Code of Practice 2015, 6.58 to 6.59).",
    who: "The SENCO acts", next: "Look at the plan again"
) { reader, question in
    // The outcome of today goes on with one that was not met, which went on with one that was not met; each time with
    // the same words, and with “continue as it is”.
    let tables: SQL = """
        plan n CROSS JOIN outcome o CROSS JOIN outcome o2 CROSS JOIN outcome_review r2 CROSS JOIN plan_review v2 \
        CROSS JOIN outcome o3 CROSS JOIN outcome_review r3 CROSS JOIN plan_review v3
        """
    let chain: SQL = """
        o.plan_id = n.id AND o2.id = o.carried_from_id AND o2.words = o.words AND r2.outcome_id = o2.id AND r2.result = 'not_met' AND v2.plan_id = o2.plan_id AND v2.decision = 'continue' \
        AND o3.id = o2.carried_from_id AND o3.words = o.words AND r3.outcome_id = o3.id AND r3.result = 'not_met' AND v3.plan_id = o3.plan_id AND v3.decision = 'continue'
        """
    let rows = try reader.rows(question.found("n.id, n.starts", from: tables, of: "n.pupil_id", where: "n.state = 'live' AND \(chain)")) { row in
        let found = try FoundPupil(&row, question.viewer), id: PlanID = try row.next(), starts: Day? = try row.next()
        return found.finding(since: starts, "An outcome was not met in two cycles, and goes on unchanged.", next: question.plan(found, id, at: PlanPart.outcomes.key))
    }
    return rows.unique
}
