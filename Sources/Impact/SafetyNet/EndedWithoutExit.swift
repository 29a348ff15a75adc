import Access
import AreaKit
import Basics
import Database
import Measures
import People

let endedWithoutExit = SafetyRule(
    "ended-without-exit", .gap, "Support ended without a score",
    why: "Without a score at the end nobody knows what it did, and what does nothing is done again. Impact is reviewed with evidence (SEND Code of Practice 2015, 6.52 to 6.54).",
    who: "The SENCO and whoever gave it act", next: "Add the results"
) { reader, question in
    try reader.membersWithoutClearExit(question).filter { try reader.lacksExit($0) }.map { one in
        one.found.finding(since: one.left + ImpactGaps.grace + 1, "Support that is judged by a test ended on \(one.left.inWords), and there is no score from then.", next: question.enter(one.found, one.test))
    }.oncePerPupil
}

/// A pupil who left a run without a score that can only be an exit.
private struct WithoutClearExit {
    let found: FoundPupil
    let joined: Day, left: Day
    let test: InstrumentID
    let scale: String?
}

extension Reader {
    /// Nearly all who lack an exit, in one query: those with no score later than any baseline could be.
    fileprivate func membersWithoutClearExit(_ question: SafetyQuestion) throws -> [WithoutClearExit] {
        let day = question.day, left: SQL = "COALESCE(m.ends, r.ended_on)"
        let window: SQL = """
            t.taken_on BETWEEN \(self.day(left, plus: -FindScores.exitBefore)) AND \(self.day(left, plus: FindScores.exitAfter)) \
            AND t.taken_on > \(self.day("m.starts", plus: FindScores.baselineAfter))
            """
        return try rows(question.found("m.starts, \(left), COALESCE(q.instrument_id, i.entry_instrument_id), q.scale", from: measuredMembers, of: "m.pupil_id", where: """
            \(isMeasured) AND \(left) BETWEEN \(day - ImpactGaps.asked) AND \(day - ImpactGaps.grace - 1) AND \(nobodyNamed(.exit)) \
            AND NOT EXISTS (SELECT 1 FROM test_result t WHERE \(judges) AND \(window))
            """)) { row in
            WithoutClearExit(found: try FoundPupil(&row, question.viewer), joined: try row.next(), left: try row.next(), test: try row.next(), scale: try row.next())
        }
    }

    /// A short run may have begun and ended within the days of a baseline: then one of two scores is the exit.
    fileprivate func lacksExit(_ one: WithoutClearExit) throws -> Bool {
        if one.left - FindScores.exitBefore > one.joined + FindScores.baselineAfter { return true }
        let results = try results(with: one.test, among: [one.found.pupil], from: one.joined - FindScores.baselineBefore, to: one.left + FindScores.exitAfter)
        return FindScores(joined: one.joined, left: one.left).found(in: results.filter { one.scale == nil || $0.scale == one.scale }, of: one.found.pupil).exit == nil
    }
}
