import AreaKit
import Basics
import Database
import Pages

let provisionNotRecorded = SafetyRule(
    "provision-not-recorded", .gap, "No status is recorded",
    why: "The census counts each pupil on roll once: EHC plan, SEN support or No SEN. These have none of the three (census guidance).",
    who: "The SENCO acts", next: "Record the status"
) { reader, question in
    let known: SQL = """
        EXISTS (SELECT 1 FROM provision_spell ps WHERE ps.pupil_id = e.pupil_id AND \(question.open("ps")) \
        AND ps.provision IN ('N', 'K', 'E', 'A', 'P', 'Q', 'S'))
        """
    let last: SQL = "(SELECT MAX(ps.ends) FROM provision_spell ps WHERE ps.pupil_id = e.pupil_id AND ps.ends < \(question.day))"
    let unknown: SQL = "(SELECT MIN(ps.provision) FROM provision_spell ps WHERE ps.pupil_id = e.pupil_id AND \(question.open("ps")))"
    return try reader.rows(question.found("\(last), \(unknown)", where: "NOT \(known)")) { row in
        let found = try FoundPupil(&row, question.viewer)
        let lastEnd: Day? = try row.next(), unknown: String? = try row.next()
        let message = unknown.map { "The code \($0) is recorded, which the census does not know." } ?? "On roll without any status."
        return found.finding(since: max(found.entered, lastEnd.map { $0 + 1 } ?? found.entered), message, next: question.statusStep(found))
    }
}
