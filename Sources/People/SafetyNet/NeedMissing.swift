import AreaKit
import Basics
import Database
import Pages

let needMissing = SafetyRule(
    "need-missing", .gap, "SEN support or a plan without a need",
    why: "The spring school census asks for the type of need of every pupil with SEN support or a plan (census guidance for schools).",
    who: "The SENCO acts", next: "Add a need"
) { reader, question in
    let open: SQL = "EXISTS (SELECT 1 FROM pupil_need n WHERE n.pupil_id = ps.pupil_id AND \(question.open("n")))"
    let lastEnd: SQL = "(SELECT MAX(n.ends) FROM pupil_need n WHERE n.pupil_id = ps.pupil_id AND n.ends < \(question.day))"
    let sql = question.found("ps.provision, ps.starts, \(lastEnd)", from: "provision_spell ps", of: "ps.pupil_id",
                             where: "\(question.supported) AND NOT \(open)")
    return try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer)
        let provision: String = try row.next(), starts: Day = try row.next(), lastEnd: Day? = try row.next()
        return found.finding(since: max(starts, lastEnd.map { $0 + 1 } ?? starts), "\(supportWords(provision)), and no need is recorded.",
                             next: question.needsStep(found.pupil))
    }
}
