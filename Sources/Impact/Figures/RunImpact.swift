import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People
import Provision

// What came of single provisions: on their own page, and in a few words on the map.

/// What came of provisions, for the map and its files.
public let impactEffects: ProvisionEffects = { reader, viewer, runs, day in
    let impacts = try reader.runImpacts(of: runs, for: viewer, on: day)
    return impacts.compactMapValues { impact in impact.effectInWords(viewer).flatMap { words in impact.members.first.map { ProvisionEffect(words, provisionPath($0.run).at("impact")) } } }
}

extension Reader {
    /// What came of some provisions so far, each by itself, at schools whose figures the viewer sees. A fixed number of
    /// queries for any number of them.
    func runImpacts(of runs: [ProvisionID], for viewer: Viewer, on day: Day) throws -> [ProvisionID: InterventionImpact] {
        if runs.isEmpty || !viewer.may(.seeFigures) { return [:] }
        let members = try runMembers(where: "r.id IN \(runs) AND r.kind <> 'universal'").filter { viewer.may(.seeFigures, at: $0.school) }
        let interventions = Dictionary(try all(Intervention.self, "WHERE id IN \(Set(members.map(\.intervention)).sorted())").map { ($0.id, $0) }) { $1 }
        let results = try scores(of: members), seen = try pupilsInSight(of: members, for: viewer, on: day)
        return Dictionary(grouping: members, by: \.run).compactMapValues { members in
            guard let first = members.first, let intervention = interventions[first.intervention] else { return nil }
            var impact = InterventionImpact(intervention: intervention, school: first.school, members: members, scales: results.scales(of: members))
            impact.seen = seen
            return impact
        }
    }
}

extension InterventionImpact {
    /// Whether its outcomes may be shown of one group alone: who sees plans may look them up one by one, so that nothing can
    /// be worked out from two groups.
    private func seesOutcomes(_ viewer: Viewer) -> Bool { seesPupils || (school.map { viewer.may(.seePlans, at: $0) } ?? false) }

    /// `3 of 5 outcomes met`, else how scores changed; nil where nothing is known yet, or not for this viewer.
    func effectInWords(_ viewer: Viewer) -> String? {
        if outcomes.reviewed > 0, seesOutcomes(viewer) { return outcomeSight.figures ? outcomes.metInWords : Self.noFigure }
        guard seesPupils, let first = scales.first, !first.counted.isEmpty else { return nil }
        return sight(of: first).figures ? first.figureInWords : Self.noFigure
    }

    private static let noFigure = "\(ImpactSight.few): no figure"

    /// What is shown of one group on its own page.
    fileprivate func facts(_ viewer: Viewer) -> [(String, HTML)] {
        var list: [(String, HTML)] = seesOutcomes(viewer) ? [("Outcomes", "\(outcomesInWords)")] : []
        if seesPupils { list.append(("Scores", "\(members.contains { $0.left == nil } && scales.allSatisfy(\.counted.isEmpty) ? startsInWords : scoresInWords)")) }
        // A price with the cost of the group would tell what all of it gained.
        if seesPupils { list += (costs.map(prices) ?? []).map { ("Cost, \($0.0)", "\($0.1)") } }
        return list
    }

    /// How many of those who take part have a score to start from.
    private var startsInWords: String {
        guard let first = scales.first else { return "Not measured" }
        return "\(first.name): \(first.changes.count { $0.change.baseline != nil }) of \(count(first.changes.count, "pupil")) \(first.changes.count == 1 ? "has" : "have") a score to start from"
    }
}

extension OutcomeTally {
    /// `3 of 5 outcomes met`.
    var metInWords: String { "\(met) of \(count(reviewed, "outcome")) met" }
}

/// What came of a provision, on its own page.
let runImpactSection = PageSection<ProvisionID>(order: 10, needs: .seeFigures) { reader, viewer, id, day in
    guard var impact = try reader.runImpacts(of: [id], for: viewer, on: day)[id], let school = impact.school else { return "" }
    let left = impact.members.compactMap(\.left).max(), isOver = impact.members.allSatisfy { $0.left.map { $0 <= day } ?? false }
    if isOver, let run = try reader.one(id, of: ProvisionRun.self) { impact.costs = try reader.impactCosts(of: reader.whole([run]), at: school, for: viewer, on: day) }
    let all = interventionImpactPath, about = impact.intervention.id, known = isOver ? left.map { all(about).at(school, in: AcademicYear(containing: $0)) } : nil
    let shown = impact.facts(viewer), wait = impact.judgeFrom.flatMap { $0 > day ? $0 : nil }.map { "Not to be judged before \($0.inWords). " } ?? ""
    let each: HTML = known.map { impact.seesPupils ? "<a href=\"\($0.asking(["run": "\(id)"]))\">See each pupil</a> " : "" } ?? ""
    return card("What came of it", id: "impact", """
        \(shown.isEmpty ? "<p>Figures of one group are for those who may see its pupils’ records.</p>" : facts(shown))\
        \(impact.costs.map { "<p class=\"hint\">\($0.basis)</p>" } ?? "")\(isOver ? "" : "<p class=\"hint\">\(wait)It goes on, so this is how things stand today.</p>")\
        <p class="actions no-print">\(each)<a href="\(known ?? all(about).asking(["school": "\(school)"]))">See the impact of \(impact.intervention.name)</a></p>
        """)
}
