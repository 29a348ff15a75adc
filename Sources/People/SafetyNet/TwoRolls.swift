import AreaKit
import Basics
import Database
import Pages

let twoRolls = SafetyRule(
    "two-rolls", .gap, "On two rolls of the trust",
    why: "The census counts a pupil at one school, unless two schools share the pupil and one is marked as main (M) and the other as second (S). Otherwise both schools count the same pupil (census guidance, enrolment status).",
    who: "The data managers of both schools act", next: "End one enrolment, or mark main and second"
) { reader, question in
    let doubled: SQL = """
        (SELECT d.pupil_id, MAX(d.starts) AS since FROM enrolment d WHERE \(question.open("d")) AND d.kind <> 'G' AND \(question.among("d.pupil_id")) GROUP BY d.pupil_id \
        HAVING COUNT(DISTINCT d.school_id) > 1 AND (SUM(CASE WHEN d.kind = 'M' THEN 1 ELSE 0 END) <> 1 \
        OR SUM(CASE WHEN d.kind IN ('M', 'S') THEN 1 ELSE 0 END) < COUNT(*))) t
        """
    return try reader.rows(question.found("t.since", from: doubled, of: "t.pupil_id", where: "1 = 1")) { row in
        let found = try FoundPupil(&row, question.viewer)
        return found.finding(since: try row.next(Day.self), "On the rolls of two schools at once, not marked as main and second.", next: pupilPath(found.pupil))
    }
}
