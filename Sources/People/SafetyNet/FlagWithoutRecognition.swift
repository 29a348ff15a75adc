import AreaKit
import Basics
import Database
import Pages

let flagWithoutRecognition = SafetyRule(
    "flag-without-recognition", .gap, "In a unit or base that is not recognised",
    why: "The census flags for a SEN unit and for resourced provision are only for places that the local authority formally recognises, as Get Information About Schools shows (census guidance).",
    who: "The data manager acts", next: "End the flag, or have the place recognised"
) { reader, question in
    let sql = question.found("b.base, b.starts", from: "base_spell b", of: "b.pupil_id", where: """
        b.school_id = e.school_id AND \(question.open("b")) \
        AND ((b.base = 'SENU' AND NOT s.unit_recognised) OR (b.base = 'RP' AND NOT s.resourced_recognised))
        """)
    return try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer)
        let base: BaseSpell.Base = try row.next()
        return found.finding(since: try row.next(Day.self), "Marked as in the school’s \(base == .unit ? "SEN unit" : "resourced provision"), which is not recognised here.",
                             next: pupilPath(found.pupil))
    }
}
