import AreaKit
import Basics
import Database
import Pages

let needWithoutRankOne = SafetyRule(
    "need-without-rank-one", .gap, "No need is ranked first",
    why: "The census ranks each pupil’s needs; the main need has rank 1 (census guidance; SEN2 item “SEN type rank”).",
    who: "The SENCO acts", next: "Say which need comes first"
) { reader, question in
    let open = question.open("n")
    let ranks: SQL = """
        (SELECT n.pupil_id, MIN(n.starts) AS since FROM pupil_need n WHERE \(open) GROUP BY n.pupil_id \
        HAVING SUM(CASE WHEN n.rank = 1 THEN 1 ELSE 0 END) = 0) d
        """
    let sql = question.found("ps.provision, d.since", from: "\(ranks) CROSS JOIN provision_spell ps", of: "d.pupil_id",
                             where: "ps.pupil_id = d.pupil_id AND \(question.supported)")
    return try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer)
        let provision: String = try row.next()
        return found.finding(since: try row.next(Day.self), "\(supportWords(provision)), and none of the needs is ranked first.",
                             next: question.needsStep(found.pupil))
    }
}
