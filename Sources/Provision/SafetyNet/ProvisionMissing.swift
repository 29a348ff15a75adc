import Access
import AreaKit
import Basics
import Database
import Pages
import People

let provisionMissing = SafetyRule(
    "provision-missing", .gap, "SEN support or an EHC plan, and no provision is running",
    why: "SEN support is provision that is additional to or different from what others have (SEND Code of Practice 2015, 6.15), and what an EHC plan says must be given (Children and Families Act 2014, section 42). What a whole class has counts here: whether it is enough is for people to say.",
    who: "The SENCO acts", next: "Start a provision"
) { reader, question in
    let asMember: SQL = """
        EXISTS (SELECT 1 FROM provision_member v JOIN provision_run r ON r.id = v.run_id WHERE v.pupil_id = ps.pupil_id AND \(question.open("v")) AND \(question.running))
        """
    let withClass: SQL = """
        EXISTS (SELECT 1 FROM class_member m JOIN provision_run r ON r.class_id = m.class_id WHERE m.pupil_id = ps.pupil_id AND \(question.open("m")) AND \(question.running))
        """
    let withSchool: SQL = """
        EXISTS (SELECT 1 FROM provision_run r WHERE r.school_id = e.school_id AND r.kind = 'universal' AND r.class_id IS NULL AND \(question.running) \
        AND NOT EXISTS (SELECT 1 FROM provision_member v WHERE v.run_id = r.id))
        """
    let sql = question.found("ps.starts, ps.provision", from: "provision_spell ps", of: "ps.pupil_id",
                             where: "\(question.supported) AND NOT (\(asMember) OR \(withClass) OR \(withSchool))")
    return try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer), starts: Day = try row.next(), code: String = try row.next()
        let form = startProvisionPath().asking(["pupil": "\(found.pupil)"])
        return found.finding(since: max(starts, found.entered), "\(["E", "S"].contains(code) ? "An EHC plan" : "SEN support"), and no provision is running.",
                             next: question.provisionStep(found, form: form))
    }
}
