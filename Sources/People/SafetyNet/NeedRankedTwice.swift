import AreaKit
import Basics
import Database
import Pages

let needRankedTwice = SafetyRule(
    "need-ranked-twice", .gap, "The same need is recorded twice",
    why: "Each type of need may stand only once in a pupil’s list, or the second place in the census is lost (census guidance).",
    who: "The SENCO acts", next: "End one of the two"
) { reader, question in
    let twice: SQL = """
        (SELECT t.pupil_id, MIN(t.need) AS need, MAX(t.since) AS since FROM \
        (SELECT n.pupil_id, n.need, MAX(n.starts) AS since FROM pupil_need n WHERE \(question.open("n")) \
        GROUP BY n.pupil_id, n.need HAVING COUNT(*) > 1) t GROUP BY t.pupil_id) d
        """
    let sql = question.found("d.need, d.since", from: "\(twice) CROSS JOIN provision_spell ps", of: "d.pupil_id",
                             where: "ps.pupil_id = d.pupil_id AND \(question.supported)")
    return try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer)
        let need: String = try row.next()
        return found.finding(since: try row.next(Day.self), "“\(NeedType.label(need))” is recorded twice.", next: question.needsStep(found.pupil))
    }
}
