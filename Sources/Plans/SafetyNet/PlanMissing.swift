import Access
import AreaKit
import Basics
import Database
import Pages
import People

let planMissing = SafetyRule(
    "plan-missing", .gap, "SEN support without a live plan",
    why: "SEN support is a cycle of assess, plan, do and review, and what is agreed is written down (SEND Code of Practice 2015, 6.44 to 6.56). With an EHC plan, that is the plan.",
    who: "The SENCO and the class teacher act", next: "Write the plan"
) { reader, question in
    let kinds = try reader.supportKinds()
    // One whose place is taken holds until the day before the other starts.
    let stillHolds: SQL = "n.state = 'closed' AND n.ends >= \(question.day) AND EXISTS (SELECT 1 FROM plan f WHERE f.follows_id = n.id AND f.state = 'live')"
    let live: SQL = """
        EXISTS (SELECT 1 FROM plan n WHERE n.pupil_id = ps.pupil_id AND n.kind IN \(kinds) AND n.starts <= \(question.day) AND (n.state IN ('live', 'reviewed') OR \(stillHolds)))
        """
    let draft: SQL = "(SELECT MAX(n.id) FROM plan n WHERE n.pupil_id = ps.pupil_id AND n.state IN ('draft', 'shared') AND n.kind IN \(kinds))"
    let sql = question.found("ps.starts, \(draft)", from: "provision_spell ps", of: "ps.pupil_id",
                             where: "ps.provision IN ('K', 'A', 'P', 'Q') AND \(question.open("ps")) AND NOT \(live)")
    return try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer), starts: Day = try row.next(), draft: PlanID? = try row.next()
        let form = draft.map { writePlanPath($0) } ?? startPlanPath(found.pupil), page = pupilPath(found.pupil).at("plans")
        return found.finding(since: max(starts, found.entered), draft == nil ? "SEN support, and there is no plan." : "SEN support, and the plan is still being written.",
                             next: question.step(found, .workOnPlans, form: form, page: page))
    }
}
