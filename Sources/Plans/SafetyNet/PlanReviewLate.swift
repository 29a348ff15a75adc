import Access
import AreaKit
import Basics
import Database
import Pages
import People

let planReviewLate = SafetyRule(
    "plan-review-late", .gap, "A plan past its review date",
    why: "What is done for a pupil is reviewed on the date that was agreed, with the pupil and the parents (SEND Code of Practice 2015, 6.53 to 6.56).",
    who: "The SENCO and the class teacher act", next: "Review the plan"
) { reader, question in
    // After the review the next cycle has two weeks to begin.
    let late: SQL = "((n.state = 'live' AND n.review_by < \(question.day)) OR (n.state = 'reviewed' AND n.reviewed_on < \(question.day - 14)))"
    return try reader.rows(question.found("n.id, n.kind, n.kind_name, n.state, n.review_by, n.reviewed_on", from: "plan n", of: "n.pupil_id", where: late)) { row in
        let found = try FoundPupil(&row, question.viewer), id: PlanID = try row.next(), kind = try Plan.nameOfKind(row.next(), row.next())
        let state: PlanState = try row.next(), reviewBy: Day? = try row.next(), reviewed: Day? = try row.next()
        if state == .reviewed {
            return found.finding(since: reviewed.map { $0 + 15 }, "The \(kind) was reviewed, and the next is not live.", next: question.plan(found, id))
        }
        return found.finding(since: reviewBy.map { $0 + 1 }, "The \(kind) was to be reviewed by \(reviewBy?.inWords ?? "").",
                             next: question.step(found, .workOnPlans, form: reviewPlanPath(id), page: question.plan(found, id)))
    }
}
