import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What must not be missed of EHC plans.
let planSafetyRules: [SafetyRule] = [planMissing, planUndated, sectionFUncounted]

let planMissing = SafetyRule(
    "ehc-plan-missing", .gap, "E on the register, and no EHC plan written down",
    why: "From a plan’s days follow the annual review and what the council owes (Children and Families Act 2014, sections 42 and 44). Without it nobody sees when they are due.",
    who: "The SENCO acts", next: "Write down the plan"
) { reader, question in
    let sql = question.found("ps.starts", from: "provision_spell ps", of: "ps.pupil_id", where: """
        ps.provision IN ('E', 'S') AND \(question.open("ps")) AND e.kind <> 'S' AND NOT EXISTS (SELECT 1 FROM ehc_plan k WHERE k.pupil_id = ps.pupil_id AND k.ended_on IS NULL)
        """)
    return try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer), since: Day = try row.next()
        return found.finding(since: since, "The register says E since \(since.inWords). No plan is written down.", next: question.planStep(found))
    }
}

let planUndated = SafetyRule(
    "ehc-plan-undated", .gap, "An EHC plan without the day of the final plan",
    why: "The first annual review must be complete within twelve months of the day on which the plan was made (Children and Families Act 2014, section 44). Without that day nobody can reckon it.",
    who: "The SENCO acts", next: "Write down the day of the final plan"
) { reader, question in
    let sql = question.found("k.id", from: "ehc_plan k", of: "k.pupil_id", where: """
        k.ended_on IS NULL AND k.final_on IS NULL AND e.kind <> 'S' AND NOT EXISTS (SELECT 1 FROM ehc_version v WHERE v.plan_id = k.id)
        """)
    return try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer)
        return found.finding(since: nil, "A plan is here, and nobody has written down the day of the final plan.", next: question.planStep(found))
    }
}

extension EHCPlan {
    /// The last day of a plan or meeting from which the next review is less than twelve weeks before its last day for meeting.
    static func lastBeforeReview(on day: Day) -> Day { (day + 28 + 84 + 1).adding(years: -1) }
}

extension Reader {
    /// Whether the next review of a plan should have begun, and none is open.
    func isReviewToBegin(_ plan: EHCPlan, on day: Day) throws -> Bool {
        guard plan.end == nil, let last = plan.metOn ?? plan.finalOn, last <= EHCPlan.lastBeforeReview(on: day) else { return false }
        return try value("SELECT COUNT(*) FROM annual_review WHERE pupil_id = \(plan.pupil) AND kind = 'plan' AND finished_on IS NULL AND ended_on IS NULL", as: Int.self) == 0
    }
}

let sectionFUncounted = SafetyRule(
    "section-f-uncounted", .gap, "A line of section F that no provision counts",
    why: "What section F says must be given (Children and Families Act 2014, section 42). A line that is joined to no provision is given by chance, and nobody sees when it is short.",
    who: "The SENCO acts", next: "Join the line to its provision"
) { reader, question in
    let sql = question.found("COUNT(*), MIN(v.dated_on)", from: "ehc_line l JOIN ehc_version v ON v.id = l.version_id JOIN ehc_plan k ON k.id = v.plan_id", of: "l.pupil_id", where: """
        l.owed_line_id IS NULL AND k.ended_on IS NULL AND e.kind <> 'S' AND v.kind IN ('final', 'amended') \
        AND NOT EXISTS (SELECT 1 FROM ehc_version w WHERE w.plan_id = v.plan_id AND w.kind IN ('final', 'amended') AND (w.dated_on > v.dated_on OR (w.dated_on = v.dated_on AND w.id > v.id))) \
        GROUP BY e.school_id, s.urn, s.sort_name, p.id, p.upn, p.preferred_forename, p.forename, p.preferred_surname, p.surname, p.sort_name, e.starts
        """)
    return try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer), lines: Int = try row.next(), since: Day = try row.next()
        return found.finding(since: since, "\(count(lines, "line")) of section F \(lines == 1 ? "is" : "are") joined to no provision.", next: question.planStep(found))
    }
}

extension SafetyQuestion {
    /// Where this viewer goes on: the plan for those who read the record, the pupil’s page for the others.
    fileprivate func planStep(_ found: FoundPupil) -> Address { viewer.may(.seeRecord, at: found.school) ? ehcPlanPath(found.pupil) : pupilPath(found.pupil) }
}
