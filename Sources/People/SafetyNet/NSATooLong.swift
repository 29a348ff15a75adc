import AreaKit
import Basics
import Database
import Pages

/// Thirteen weeks, where a school has no table of terms: a term of 39 weeks' teaching divided by three.
let weeksOfATerm = 91

let nsaTooLong = SafetyRule(
    "nsa-too-long", .gap, "“No specialist assessment” for longer than a term",
    why: "The code NSA is meant for a short time only, while the type of need is found out (census guidance). A term is the longest in the school’s table of terms; where there is none, 13 weeks.",
    who: "The SENCO acts", next: "Choose the type of need"
) { reader, question in
    let term = try TermLength(reader)
    let sql = question.found("n.starts", from: "pupil_need n CROSS JOIN provision_spell ps", of: "n.pupil_id", where: """
        n.need = 'NSA' AND \(question.open("n")) AND n.starts < \(question.day - term.shortest(else: weeksOfATerm)) \
        AND ps.pupil_id = n.pupil_id AND \(question.supported)
        """)
    let old = try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer)
        let starts: Day = try row.next()
        let finding = found.finding(since: starts, "No type of need since \(starts.inWords): longer than a term.", next: question.needsStep(found.pupil))
        return question.day - starts > term.days(at: found.school, else: weeksOfATerm) ? finding : nil
    }
    return old.compactMap { $0 }
}
