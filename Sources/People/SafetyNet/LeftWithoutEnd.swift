import AreaKit
import Basics
import Database
import Pages

let leftWithoutEnd = SafetyRule(
    "left-without-end", .gap, "Left, and something is still open",
    why: "A pupil who has left every school of the trust keeps no open support, plan, need or class here: the record is complete when it goes to the next school (transfer within 15 school days; Education (Pupil Information) Regulations 2005).",
    who: "The SENCO and the data manager act", next: "Close the record"
) { reader, question in
    let day = question.day
    let running: (SQL) -> SQL = { "(\($0).ends IS NULL OR \($0).ends >= \(day))" }
    let membership: SQL = """
        EXISTS (SELECT 1 FROM class_member m JOIN school_class c ON c.id = m.class_id WHERE m.pupil_id = e.pupil_id AND \(running("m")) \
        AND c.academic_year = \(AcademicYear(containing: day).starting))
        """
    let need: SQL = "EXISTS (SELECT 1 FROM pupil_need n WHERE n.pupil_id = e.pupil_id AND \(running("n")))"
    let support: SQL = """
        EXISTS (SELECT 1 FROM provision_spell ps WHERE ps.pupil_id = e.pupil_id AND ps.provision IN ('K', 'E', 'A', 'P', 'Q', 'S') AND \(running("ps")))
        """
    let sql: SQL = """
        SELECT \(SafetyQuestion.pupilColumns), e.ends, \(support), \(need), \(membership) \
        FROM enrolment e CROSS JOIN school s CROSS JOIN pupil p \
        WHERE e.ends < \(day) AND e.kind <> 'G' AND s.id = e.school_id AND p.id = e.pupil_id AND \(question.inQuestion) \
        AND \(question.viewer.seesPupil(on: day)) AND NOT EXISTS (SELECT 1 FROM enrolment o WHERE o.pupil_id = e.pupil_id AND o.id <> e.id \
        AND (\(running("o")) OR (o.kind <> 'G' AND (o.ends > e.ends OR (o.ends = e.ends AND o.id > e.id))))) \
        AND (\(support) OR \(need) OR \(membership)) \(SafetyQuestion.order)
        """
    return try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer)
        let left: Day = try row.next()
        let open = try ["support or a plan", "a need", "a class"].filter { _ in try row.next(Bool.self) }
        return found.finding(since: left, "Left on \(left.inWords); still open: \(open.joined(separator: ", ")).", next: pupilPath(found.pupil))
    }
}
