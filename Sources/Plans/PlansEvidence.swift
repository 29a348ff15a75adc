import Access
import AreaKit
import Basics
import Database

/// Plans that were agreed, each with how its outcomes ended.
let cyclesEvidence = EvidenceSource(.cycles) { reader, ask in
    let found = try reader.rows("""
        SELECT n.id, n.starts, n.reviewed_on, o.words, (SELECT r.result FROM outcome_review r WHERE r.outcome_id = o.id ORDER BY r.id DESC LIMIT 1) FROM plan n \
        LEFT JOIN outcome o ON o.plan_id = n.id WHERE n.pupil_id = \(ask.pupil) AND n.starts IS NOT NULL AND (n.reviewed_on IS NULL OR n.reviewed_on >= \(ask.from)) ORDER BY n.starts DESC, n.id, o.position
        """) { (plan: try $0.next(PlanID.self), starts: try $0.next(Day?.self), reviewed: try $0.next(Day?.self), words: try $0.next(String?.self), result: try $0.next(String?.self)) }
    return found.map(\.plan).unique.map { plan in
        let lines = found.filter { $0.plan == plan }
        let outcomes = lines.compactMap { line in line.words.map { "\($0): \(line.result.flatMap { OutcomeReview.Result(rawValue: $0) }?.label ?? "not reviewed yet")." } }
        return EvidenceLine(lines[0].starts, lines[0].reviewed.map { "Plan, reviewed on \($0.inWords)" } ?? "Plan, not reviewed yet", outcomes.joined(separator: " "))
    }
}
