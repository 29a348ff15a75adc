import AreaKit
import Basics
import Database
import Pages

let noResponsibleContact = SafetyRule(
    "no-responsible-contact", .gap, "Nobody with parental responsibility",
    why: "Parents are told of every decision about SEN support and take part in it (Children and Families Act 2014, sections 19 and 68). Somebody with parental responsibility must be known.",
    who: "The school office acts", next: "Record who has parental responsibility"
) { reader, question in
    let known: SQL = """
        EXISTS (SELECT 1 FROM contact c WHERE c.pupil_id = e.pupil_id AND c.responsibility AND (c.ends IS NULL OR c.ends >= \(question.day)))
        """
    return try reader.rows(question.found("p.upn", where: "NOT \(known)")) { row in
        let found = try FoundPupil(&row, question.viewer)
        return found.finding(since: found.entered, "No contact with parental responsibility is recorded.", next: pupilPath(found.pupil).at("contacts"))
    }
}
