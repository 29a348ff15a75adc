import AreaKit
import Basics
import Database
import Pages

let rollNotReconciled = SafetyRule(
    "roll-not-reconciled", .gap, "The numbers do not make the roll",
    why: "EHC plan, SEN support and No SEN together must equal the number on roll, or the census is queried (census guidance).",
    who: "The data manager and the SENCO act", next: "See the pupils without a status"
) { reader, question in
    let counts = try reader.registerCounts(for: question.viewer, school: question.school, on: question.day).filter { $0.value.notRecorded > 0 }
    let schools = try reader.rows("SELECT id, urn FROM school WHERE id IN \(Array(counts.keys).sorted()) ORDER BY sort_name") {
        try ($0.next(SchoolID.self), $0.next(String.self))
    }
    return schools.compactMap { school, urn in
        counts[school].map { count in
            Finding(school: school, urn: urn, pupil: nil, upn: "", name: "", since: nil,
                    message: "EHC plan, SEN support and No SEN make \(count.roll - count.notRecorded); \(count.roll) are on roll.",
                    next: registerPath().asking(["school": "\(school)", "status": "none"]))
        }
    }
}
