import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People
import Provision

let noEffectThreeTimes = SafetyRule(
    "no-effect-three-times", .check, "The same support did nothing three times",
    why: "Where a pupil does not progress, the school looks at what it does, and thinks of involving specialists (SEND Code of Practice 2015, 6.58 to 6.59).",
    who: "The SENCO acts", next: "Look at the pupil’s provision"
) { reader, question in
    let candidates = try reader.oftenGiven(question)
    let members = try reader.runMembers(where: "r.kind <> 'universal' AND m.pupil_id IN \(candidates.map(\.found.pupil)) AND COALESCE(m.ends, r.ended_on) < \(question.day)")
    let scores = try reader.scores(of: members), own = Dictionary(grouping: members, by: \.pupil)
    let roots = Dictionary(try reader.all(Intervention.self, "WHERE id IN \(Set(members.map(\.intervention)).sorted())").map { ($0.id, $0.root) }) { $1 }
    return candidates.compactMap { one in
        let runs = (own[one.found.pupil] ?? []).filter { roots[$0.intervention] == one.root }.map { scores.pupilRun($0) }
        guard let ended = ImpactGaps.withoutEffect(runs, of: one.found.pupil, on: question.day) else { return nil }
        return one.found.finding(since: ended, "The last three times that this pupil had the same support, it did nothing that was measured or met.", next: question.provisionPage(of: one.found))
    }.oncePerPupil
}

/// A pupil who had the same intervention three times or more: the trust's, and what a school made of it.
private struct OftenGiven {
    let found: FoundPupil
    let root: String
}

extension Reader {
    fileprivate func oftenGiven(_ question: SafetyQuestion) throws -> [OftenGiven] {
        let root: SQL = "COALESCE(NULLIF(i.key, ''), CAST(COALESCE(i.adapts_id, i.id) AS TEXT))"
        let often: SQL = """
            (SELECT v.pupil_id, \(root) AS root FROM provision_member v JOIN provision_run r ON r.id = v.run_id JOIN intervention i ON i.id = r.intervention_id \
            WHERE r.kind <> 'universal' AND COALESCE(v.ends, r.ended_on) < \(question.day) AND \(question.among("v.pupil_id")) \
            GROUP BY v.pupil_id, \(root) HAVING COUNT(DISTINCT r.id) >= \(ImpactGaps.often)) m
            """
        return try rows(question.found("m.root", from: often, of: "m.pupil_id", where: "1 = 1")) { row in
            OftenGiven(found: try FoundPupil(&row, question.viewer), root: try row.next())
        }
    }
}

extension MemberScores {
    /// Whether a run did something for a pupil.
    func pupilRun(_ member: RunMember) -> PupilRun {
        let judged = member.measure.flatMap(scale), change = judged.map { self.change(of: member, on: $0.1, of: $0.0) }
        let error = judged.flatMap { self.error(of: $0.0, $0.1, on: member.left ?? member.joined) }
        return PupilRun(intervention: member.intervention, pupil: member.pupil, joined: member.joined, left: member.left, isMeasured: member.measure != nil,
                        hasBaseline: change?.baseline != nil, hasExit: change?.exit != nil,
                        effect: PupilRun.Effect(outcomes: member.outcomes, change: change, scale: judged?.1, instrument: judged?.0, measurementError: error?.measurementError))
    }
}
