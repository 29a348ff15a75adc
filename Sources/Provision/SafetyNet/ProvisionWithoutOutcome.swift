import Access
import AreaKit
import Basics
import Database
import Pages
import People

let provisionWithoutOutcome = SafetyRule(
    "provision-without-outcome", .gap, "Provision that serves no outcome of the plan",
    why: "What is done for a pupil is tied to the outcomes that were agreed, so that the review can say whether it helps (SEND Code of Practice 2015, 6.48 to 6.51). Outcomes of an EHC plan stand in the plan itself, and lines of its section F tie provision to it.",
    who: "The SENCO and the class teacher act", next: "Link an outcome"
) { reader, question in
    // Two weeks are fair for finding the right outcome.
    // Where one begins with a school's pupils, each leads to its few provisions; else the provisions that run lead to theirs.
    let runs: SQL = question.beginsWithPupils ? "provision_member v CROSS JOIN provision_run r" : "provision_run r CROSS JOIN provision_member v"
    let sql = question.found("r.id, v.starts", from: runs, of: "v.pupil_id", where: """
        \(question.running) AND r.kind <> 'universal' AND r.school_id = e.school_id AND v.run_id = r.id AND \(question.open("v")) AND v.starts < \(question.day - 14) \
        AND NOT EXISTS (SELECT 1 FROM provision_outcome o WHERE o.run_id = r.id AND o.pupil_id = v.pupil_id) \
        AND EXISTS (SELECT 1 FROM provision_spell ps WHERE ps.pupil_id = v.pupil_id AND ps.provision IN ('K', 'A', 'P', 'Q') AND \(question.open("ps")))
        """)
    let found = try reader.rows(sql) { row in try (found: FoundPupil(&row, question.viewer), run: row.next(ProvisionID.self), since: row.next(Day.self)) }
    return found.grouped { $0.found }.map { all in
        let one = all[0], only = all.count == 1
        return one.found.finding(since: all.map(\.since).min().map { $0 + 15 }, only ? "A provision is linked to no outcome." : "\(all.count) provisions are linked to no outcome.",
                                 next: only ? question.provisionPage(one.run, of: one.found) : question.provisionPage(of: one.found))
    }
}

extension Array {
    /// What was found, put together by pupil and school; in the order in which each comes first.
    func grouped(_ whose: (Element) -> FoundPupil) -> [[Element]] {
        var order: [PupilAt: Int] = [:], groups: [[Element]] = []
        for one in self {
            let key = PupilAt(pupil: whose(one).pupil, school: whose(one).school)
            if let place = order[key] { groups[place].append(one) } else { order[key] = groups.count; groups.append([one]) }
        }
        return groups
    }
}

private struct PupilAt: Hashable {
    let pupil: PupilID, school: SchoolID
}
