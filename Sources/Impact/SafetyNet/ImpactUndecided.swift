import Access
import AreaKit
import Basics
import Database
import Pages

let impactUndecided = SafetyRule(
    "impact-undecided", .check, "Support ended, and nobody decided whether to go on with it",
    why: "What works is kept, and what does not is stopped or changed: that is the review of assess, plan, do and review (SEND Code of Practice 2015, 6.53 to 6.56).",
    who: "The SENCO acts", next: "Decide about it"
) { reader, question in
    let day = question.day
    return try reader.rows("""
        SELECT r.school_id, s.urn, COUNT(DISTINCT r.intervention_id), MIN(r.ended_on), MAX(r.ended_on) FROM provision_run r JOIN school s ON s.id = r.school_id \
        WHERE r.kind <> 'universal' AND r.ended_on BETWEEN \(day - 365) AND \(day - 43) AND (r.do_not_judge_before IS NULL OR r.do_not_judge_before <= \(day)) \
        AND \(question.asks(about: "r.school_id")) AND NOT EXISTS (SELECT 1 FROM impact_decision d \
        WHERE d.school_id = r.school_id AND d.intervention_id = r.intervention_id AND d.decided_on >= r.ended_on AND r.ended_on BETWEEN d.runs_from AND d.runs_to) \
        GROUP BY r.school_id, s.urn, s.sort_name ORDER BY s.sort_name
        """) { row in
        let school: SchoolID = try row.next(), urn: String = try row.next(), number: Int = try row.next(), first: Day = try row.next(), last: Day = try row.next()
        let list = impactPath().asking(["school": "\(school)", "year": "\(AcademicYear(containing: last).starting)", "sort": "undecided"])
        return Finding(school: school, urn: urn, pupil: nil, upn: "", name: "", since: first + 43,
                       message: "\(count(number, "intervention")) ended, and nobody has decided whether to keep, adapt or stop \(number == 1 ? "it" : "them").", next: list)
    }
}
