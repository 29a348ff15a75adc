import Access
import AreaKit
import Basics
import Database
import Pages

let provisionOverrun = SafetyRule(
    "provision-overrun", .gap, "A provision past its last planned day, and not ended",
    why: "At its end somebody looks at what came of it and decides: go on, change or stop (SEND Code of Practice 2015, 6.53). After the last planned day no sessions are planned, and nobody is asked about any.",
    who: "The SENCO acts", next: "End it, or begin it anew"
) { reader, question in
    let sql = question.foundProvisions("r.planned_end", where: "r.ended_on IS NULL AND r.planned_end < \(question.day)")
    return try reader.rows(sql) { row in
        let found = try FoundProvision(&row), end: Day = try row.next()
        return found.finding(since: end + 1, "\(found.intervention): the last day was to be \(end.inWords).", next: provisionPath(found.id))
    }
}
