import Access
import AreaKit
import Basics
import Database
import Pages
import People

let outcomeIncomplete = SafetyRule(
    "outcome-incomplete", .gap, "An outcome without a measure, a baseline or a date",
    why: "Without them nobody can say at the review whether it is met (SEND Code of Practice 2015, 6.48: agreed outcomes, their expected impact, and a clear date for review).",
    who: "The SENCO and the class teacher act", next: "Amend the plan"
) { reader, question in
    let lacking: SQL = "(SELECT COUNT(*) FROM outcome o WHERE o.plan_id = n.id AND (o.measure = '' OR o.baseline = '' OR o.due IS NULL))"
    let sql = question.found("n.id, n.starts, \(lacking)", from: "plan n", of: "n.pupil_id", where: "n.state = 'live' AND \(lacking) > 0")
    return try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer), id: PlanID = try row.next(), starts: Day? = try row.next(), number: Int = try row.next()
        return found.finding(since: starts, "\(count(number, "outcome")) of the live plan \(number == 1 ? "lacks" : "lack") a measure, a baseline or a date.",
                             next: question.step(found, .changeRegister, form: amendPlanPath(id), page: question.plan(found, id)))
    }
}
