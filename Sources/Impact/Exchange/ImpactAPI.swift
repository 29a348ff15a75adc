import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People
import Provision

let impactAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/impact"), .seeFigures, name: "listImpact", "What interventions did that ended in an academic year, school by school and scale by scale", query: [
        .ofSchool, .maybe("year", .integer(2000...2100), "The calendar year in which the academic year starts, such as 2026; the present one where it is left out. Only of whole years are there figures, so that no child can be worked out from two stretches."),
    ], item: impactFields) { asked in
        try await asked.read { reader in
            let year = try asked.query.academicYear(asked.today), school = try reader.school(asked: asked.query, for: asked.viewer)
            let schools = try reader.schools(for: asked.viewer).filter { school == nil || $0.id == school }.sorted { $0.id < $1.id }
            let lines = try schools.flatMap { try reader.impactLines(at: $0, in: year, for: asked.viewer, showsAll: false, on: asked.today) }
            let marked = lines.enumerated().map { ($0.offset, $0.element) }
            return try asked.part(of: marked, marks: 1) { [$0.0] }.json { json($0.1, year) }
        }
    },
]

extension APIValues {
    fileprivate func academicYear(_ today: Day) throws -> AcademicYear {
        guard has("year") else { return AcademicYear(containing: today) }
        guard let year = integer("year"), askedYears(today).contains(AcademicYear(starting: year)) else {
            throw Problems("year", "Ask about this academic year or one of the four before, by the year in which it starts.")
        }
        return AcademicYear(starting: year)
    }
}

private let impactFields: [APIField] = [
    APIField("school", .urn, "URN of the school."), APIField("year", .number, "The calendar year in which the academic year starts."),
    APIField("intervention", .id, "The number of the intervention in Trellis."), APIField("name", .anyText, "Its name."),
    APIField("test", .orNull(.anyText), "The test by which it was judged; null where there is none."), APIField("scale", .orNull(.anyText), "What the test gives a score for."),
    APIField("pupils", .orNull(.number), "How many took part; null where they are too few to be shown, as every figure of them."), APIField("n", .orNull(.number), "Pupils with two exact scores."),
    APIField("outcomes_met", .orNull(.number), "Outcomes of plans that were met."), APIField("outcomes_partly", .orNull(.number), "Met in part."), APIField("outcomes_not_met", .orNull(.number), "Not met."),
    APIField("planned_minutes", .orNull(.number), "Minutes planned, all pupils together."), APIField("offered_minutes", .orNull(.number), "That took place."), APIField("received_minutes", .orNull(.number), "That pupils were there for."),
    APIField("mean_change", .orNull(.anyText), "Mean change in points, as a decimal."), APIField("effect", .orNull(.anyText), "Change in standard deviations of the start, without a comparison group; from ten pupils up."),
    APIField("effect_low", .orNull(.anyText), "Low end of its 95 % interval."), APIField("effect_high", .orNull(.anyText), "High end."), APIField("ratio_gain", .orNull(.anyText), "Months of age gained for each month gone by."),
    APIField("verdict", .orNull(.code(ImpactDecision.Verdict.allCases.map(\.rawValue))), "What was decided last."), APIField("decided_on", .orNull(.day), "When."),
    APIField("cost", .orNull(.number), "What its runs cost, in pence; null without the scope costs.read, as all that follows."), APIField("cost_per_outcome_met", .orNull(.number), "Pence spent for each outcome met, on those whose outcomes were reviewed."),
    APIField("cost_per_gain", .orNull(.number), "Pence spent for each unit gained, on those with both scores."), APIField("gain", .orNull(.anyText), "What the unit is: a point, or a month beyond the calendar."),
    APIField("cost_base", .orNull(.code(CostBase.allCases.map(\.rawValue))), "On what costs are shared."), APIField("rates", .orNull(.anyText), "By whose rates."),
]

private func json(_ line: ImpactLine, _ year: AcademicYear) -> JSON {
    let number: (Int?) -> JSON = { $0.map { .integer($0) } ?? .null }, exact: (Double?) -> JSON = { .optional($0.map(ImpactWords.exact)) }
    return .object([
        "school": .text(line.urn), "year": .integer(year.starting), "intervention": .integer(line.intervention.id.rawValue), "name": .text(line.intervention.name),
        "test": .optional(line.scale?.instrument.name), "scale": .optional(line.scale?.scale.name), "pupils": number(line.pupils), "n": number(line.n),
        "outcomes_met": number(line.outcomes?.met), "outcomes_partly": number(line.outcomes?.partly), "outcomes_not_met": number(line.outcomes?.notMet),
        "planned_minutes": number(line.dosage?.planned), "offered_minutes": number(line.dosage?.offered), "received_minutes": number(line.dosage?.received),
        "mean_change": exact(line.meanChange), "effect": exact(line.effectSize), "effect_low": exact(line.low), "effect_high": exact(line.high), "ratio_gain": exact(line.ratio),
        "verdict": .optional(line.decision?.verdict.rawValue), "decided_on": .optional(line.decision?.decidedOn.description),
        "cost": number(line.cost?.rawValue), "cost_per_outcome_met": number(line.perOutcome?.price.rawValue), "cost_per_gain": number(line.perGain?.price.rawValue),
        "gain": .optional(line.perGain?.unit), "cost_base": .optional(line.base?.rawValue), "rates": .optional(line.rates),
    ])
}
