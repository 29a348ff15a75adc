import Access
import Basics
import Database
import People
import Provision

extension Reader {
    /// How much pupils got, of some runs, by run and pupil.
    func minutes(of runs: [ProvisionID]) throws -> [RunPupil: MemberDosage] {
        if runs.isEmpty { return [:] }
        let sums = try rows("""
            SELECT run_id, pupil_id, SUM(offered), SUM(minutes), SUM(CASE WHEN minutes > 0 THEN 1 ELSE 0 END) FROM session_pupil \
            WHERE run_id IN \(runs) AND stands GROUP BY run_id, pupil_id
            """) { row in try (RunPupil(run: row.next(), pupil: row.next()), MemberDosage(offered: row.next(), received: row.next(), sessions: row.next())) }
        return Dictionary(sums) { $1 }
    }

    /// What was planned for pupils of some runs of a school, in minutes, by their weeks and the school's calendar.
    private func plannedMinutes(of runs: [WholeProvision], at school: SchoolID) throws -> [RunPupil: Int] {
        guard let first = runs.map(\.run.starts).min(), let last = runs.compactMap(\.run.endedOn).max() else { return [:] }
        let days = WeekdayCounts(of: try schoolDays(of: school, around: first), in: Spell(starts: first, ends: last))
        var planned: [RunPupil: Int] = [:]
        for whole in runs {
            for member in whole.members { planned[RunPupil(run: whole.run.id, pupil: member.pupil), default: 0] += whole.plannedMinutes(in: member.spell, to: last, days) }
        }
        return planned
    }

    /// The same impacts with what pupils of one school got.
    /// - Parameter viewer: who sees what it cost, where they may; nil where nobody asks.
    func withDosage(_ impacts: [InterventionImpact], at school: SchoolID, costsFor viewer: Viewer? = nil, on day: Day) throws -> [InterventionImpact] {
        let ids = Set(impacts.flatMap { $0.members.map(\.run) }).sorted(), runs = try whole(all(ProvisionRun.self, "WHERE id IN \(ids)"))
        let minutes = try minutes(of: ids), planned = try plannedMinutes(of: runs, at: school)
        let costs = try viewer.flatMap { try impactCosts(of: runs, at: school, for: $0, on: day) }
        return impacts.map { impact in
            var impact = impact
            impact.costs = impact.members.isEmpty ? nil : costs
            let keys = impact.members.map(\.key)
            impact.minutes = minutes
            impact.dosage = keys.reduce(Dosage(planned: 0, offered: 0, received: 0)) { sum, key in
                sum + Dosage(planned: planned[key] ?? 0, offered: minutes[key]?.offered ?? 0, received: minutes[key]?.received ?? 0)
            }
            return impact
        }
    }

    /// What was decided about interventions of a school, the latest first.
    func decisions(of interventions: [InterventionID], at school: SchoolID) throws -> [InterventionID: [ImpactDecision]] {
        Dictionary(grouping: try all(ImpactDecision.self, "WHERE school_id = \(school) AND intervention_id IN \(interventions) ORDER BY decided_on DESC, id DESC"), by: \.intervention)
    }
}
