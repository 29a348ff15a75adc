import Access
import Basics
import Database
import Measures
import Pages
import Provision

/// What runs of a school cost, for those who may see it, and what a unit of gain cost.
struct ImpactCosts: Sendable {
    let sheets: [ProvisionID: CostSheet]
    /// How the figures were reckoned: `Shared by planned size. Rates: …`.
    let basis: String
    /// `planned` or `present`, and whose rates, for files and programs.
    let base: CostBase, rates: String

    /// The parts of those who took part, without places that nobody filled.
    func spent(on members: [RunMember]) -> Pence {
        Set(members.map(\.key)).map { sheets[$0.run]?.toDate.pupils[$0.pupil] ?? Pence(0) }.reduce(Pence(0), +)
    }

    /// All that some runs cost.
    func total(of runs: Set<ProvisionID>) -> Pence { runs.map { sheets[$0]?.toDate.total ?? Pence(0) }.reduce(Pence(0), +) }
    func unfilled(of runs: Set<ProvisionID>) -> Pence { runs.map { sheets[$0]?.toDate.unfilled ?? Pence(0) }.reduce(Pence(0), +) }

    /// What is not in the figures, in sentences; empty where nothing is missing.
    func missing(of runs: Set<ProvisionID>) -> String {
        let sheets = runs.compactMap { self.sheets[$0] }, unproved = sheets.map(\.unproved).reduce(0, +)
        let roles = sheets.reduce(into: [String: Int]()) { $0.merge($1.withoutRate, uniquingKeysWith: +) }.sorted { $0.key < $1.key }
        let rates = roles.isEmpty ? "" : "Not counted, since no rate is set: \(roles.map { "\(count($1, "session")) by \(StaffRole.label($0).lowercased())" }.joined(separator: ", "))."
        return [rates, unproved == 0 ? "" : "\(count(unproved, "session")) that nobody logged cost nothing here."].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What an outcome met cost: all that was spent on those whose outcomes were reviewed. Nil where nothing is known of
    /// the cost, or nothing was gained.
    func perOutcome(_ impact: InterventionImpact) -> CostPerGain? {
        let spent = spent(on: impact.members.filter { $0.outcomes.reviewed > 0 })
        return spent > Pence(0) ? .outcome(spent, impact.outcomes) : nil
    }

    /// What a point, or a month beyond the calendar, cost: all that was spent on those with both scores.
    func perGain(_ scale: ScaleImpact) -> CostPerGain? {
        let spent = spent(on: scale.counted)
        guard spent > Pence(0) else { return nil }
        switch scale.figures.comparison {
        case .points: return .point(spent, scale.figures, lowIsGood: scale.scale.fallsToTheGood)
        case .ages: return .month(spent, scale.figures.ratio)
        case .order, .oneMoment: return nil
        }
    }
}

extension Reader {
    /// What runs of a school cost.
    /// - Returns: nil where the viewer does not see costs there.
    func impactCosts(of runs: [WholeProvision], at school: SchoolID, for viewer: Viewer, on day: Day) throws -> ImpactCosts? {
        guard viewer.may(.seeCosts, at: school), !runs.isEmpty else { return nil }
        let basis = try costBasis(of: school), first = runs.map(\.run.starts).min() ?? day, last = min(day, runs.compactMap(\.run.endedOn).max() ?? day)
        return ImpactCosts(sheets: try costs(of: runs, today: day), basis: basis.inWords(from: first, to: last), base: basis.settings.base(on: last), rates: basis.set.name)
    }
}

extension InterventionImpact {
    /// What it cost, and what a unit of gain cost; nothing for those who see no costs.
    var costsCard: HTML {
        guard let costs else { return "" }
        let runs = Set(members.map(\.run)), unfilled = costs.unfilled(of: runs), missing = costs.missing(of: runs)
        let beside = unfilled == Pence(0) ? "" : ", of which \(unfilled) for places that nobody filled"
        return card("What it cost", id: "cost", """
            \(facts([("All together", "\(costs.total(of: runs).description)\(beside)")] + prices(costs).map { ($0.0, "\($0.1)") }))\
            <p class="hint">\(costs.basis)\(missing.isEmpty ? "" : " \(missing)") A price is what was spent on the pupils counted, without places that nobody filled, over what they gained. \
            It does not say that the support made the gain.</p>
            """)
    }

    /// What is named, and its price in words: of outcomes, and of each scale.
    func prices(_ costs: ImpactCosts) -> [(String, String)] {
        let ofOutcomes = outcomeSight.figures ? [("Outcomes", costs.perOutcome(self))] : []
        let ofScales = scales.filter { sight(of: $0).figures && [.points, .ages].contains($0.figures.comparison) }.map { ($0.name, costs.perGain($0)) }
        return (ofOutcomes + ofScales).map { ($0.0, $0.1?.inWords ?? "No price: no cost is known, or nothing was gained.") }
    }
}
