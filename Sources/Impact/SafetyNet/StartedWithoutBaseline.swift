import Access
import AreaKit
import Basics
import Database
import Measures
import People

let startedWithoutBaseline = SafetyRule(
    "started-without-baseline", .gap, "Support began without a score to start from",
    why: "Nobody can say what support did where it was not measured first. Impact is reviewed with evidence (SEND Code of Practice 2015, 6.52 to 6.54).",
    who: "The SENCO and whoever gives it act", next: "Add the results"
) { reader, question in
    let day = question.day, left: SQL = "COALESCE(m.ends, r.ended_on)"
    let window: SQL = """
        t.taken_on BETWEEN \(reader.day("m.starts", plus: -FindScores.baselineBefore)) AND \(reader.day("m.starts", plus: FindScores.baselineAfter)) \
        AND (\(left) IS NULL OR t.taken_on < \(left))
        """
    let rows = try reader.rows(question.found("m.starts, COALESCE(q.instrument_id, i.entry_instrument_id)", from: measuredMembers, of: "m.pupil_id", where: """
        \(isMeasured) AND m.starts <= \(day - ImpactGaps.grace - 1) AND (\(left) IS NULL OR \(left) >= \(day)) AND \(nobodyNamed(.baseline)) \
        AND NOT EXISTS (SELECT 1 FROM test_result t WHERE \(judges) AND \(window))
        """)) { row in
        let found = try FoundPupil(&row, question.viewer), joined: Day = try row.next(), test: InstrumentID = try row.next()
        return found.finding(since: joined + ImpactGaps.grace + 1, "Support that is judged by a test began on \(joined.inWords), and there is no score to start from.", next: question.enter(found, test))
    }
    return rows.oncePerPupil
}
