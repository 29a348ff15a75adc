import Access
import Basics
import Database
import Measures
import People
import Provision
import Statistics

/// One intervention at a school on one scale, as files and programs get it. What may not be shown is nil.
struct ImpactLine: Sendable {
    let urn: String
    let intervention: Intervention
    /// Nil where it was judged by its outcomes alone.
    let scale: ScaleImpact?
    let impact: InterventionImpact
    /// Shows all, as to whoever keeps the school's own records.
    let showsAll: Bool

    private func ifShown<Value>(_ sight: ImpactSight, _ value: Value?) -> Value? { showsAll || sight.figures ? value : nil }

    var runs: Int? { ifShown(impact.sight, impact.runs) }
    var pupils: Int? { ifShown(impact.sight, impact.pupils) }
    var outcomes: OutcomeTally? { ifShown(impact.outcomeSight, impact.outcomes) }
    var dosage: Dosage? { ifShown(impact.sight, impact.dosage) }
    var decision: ImpactDecision? { impact.decision }

    private func figure<Value>(_ value: (ImpactFigures) -> Value?) -> Value? { scale.flatMap { scale in ifShown(impact.sight(of: scale), value(scale.figures)) } }

    var n: Int? { figure(\.n) }
    var meanChange: Double? { figure(\.meanChange) }
    var deviation: Double? { figure(\.deviation) }
    var ratio: Double? { figure { $0.ratio?.ratio } }
    /// Which way pupils went.
    func way(_ way: PupilChange.Way) -> Int? { figure { $0.comparison == .oneMoment ? nil : $0.ways[way] ?? 0 } }

    /// What it cost, for those who see costs.
    var cost: Pence? { impact.costs.flatMap { ifShown(impact.sight, $0.total(of: Set(impact.members.map(\.run)))) } }
    var perOutcome: CostPerGain? { impact.costs.flatMap { costs in ifShown(impact.outcomeSight, costs.perOutcome(impact)) } }
    var perGain: CostPerGain? { impact.costs.flatMap { costs in scale.flatMap { ifShown(impact.sight(of: $0), costs.perGain($0)) } } }
    /// By what the cost was reckoned.
    var base: CostBase? { cost == nil ? nil : impact.costs?.base }
    var rates: String? { cost == nil ? nil : impact.costs?.rates }

    /// From ten pupils up, for everybody.
    private var effect: ImpactFigures? { scale.flatMap { $0.figures.n >= ImpactFigures.fewestForEffect && (showsAll || impact.sight(of: $0).effect) ? $0.figures : nil } }
    var effectSize: Double? { effect?.effect?.effect }
    var low: Double? { effect?.effect?.interval?.low }
    var high: Double? { effect?.effect?.interval?.high }
}

extension Reader {
    /// What interventions of a school did in a year, one line for each and scale.
    func impactLines(at school: School, in year: AcademicYear, for viewer: Viewer, showsAll: Bool, on day: Day) throws -> [ImpactLine] {
        try impacts(at: school.id, in: year, for: viewer, costing: true, on: day).flatMap { impact -> [ImpactLine] in
            let scales: [ScaleImpact?] = impact.scales.isEmpty ? [nil] : impact.scales
            return scales.map { ImpactLine(urn: school.urn, intervention: impact.intervention, scale: $0, impact: impact, showsAll: showsAll) }
        }
    }
}
