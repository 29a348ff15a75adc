import Access
import AreaKit
import Basics
import Database
import Pages
import People

let costsAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/costs"), .seeCosts, name: "listCosts", "What a school's provision costs in an academic year: one line for each pupil and provision, and one for places not filled", query: [
        APIField("school", .urn, "URN of the school."), .maybe("year", .integer(2000...2100), "The calendar year in which the academic year starts; this one where it is left out."),
    ], item: [
        APIField("provision", .id, "The provision's number in Trellis."), APIField("name", .anyText, "What the school calls it."), APIField("kind", .code(InterventionKind.allCases.map(\.rawValue)), "How much more it is than teaching for everyone."),
        APIField("pupil", .orNull(.id), "The pupil's number in Trellis; null for places that are not filled, and for pupils out of sight together."), APIField("part", .anyText, "Whose part it is: pupil, unfilled or unseen."),
        APIField("to_date", .number, "Pence to this day."), APIField("for_the_year", .number, "Pence for the whole year."), APIField("base", .code(CostBase.allCases.map(\.rawValue)), "On what costs are shared now."),
        APIField("rates", .anyText, "By whose rates."),
    ]) { asked in
        try await asked.read { reader in
            guard let school = try reader.school(asked: asked.query, for: asked.viewer) else { throw Problems("school", "Say which school, by its URN.") }
            let year = asked.query.integer("year").map { AcademicYear(starting: $0) } ?? AcademicYear(containing: asked.today)
            let costs = try reader.schoolCosts(of: school, in: year, for: asked.viewer, today: asked.today), lines = try CostLines(costs, asked.viewer, reader).parts
            let base = costs.basis.settings.base(on: min(asked.today, year.lastDay))
            let ordered = lines.sorted { marks($0).lexicographicallyPrecedes(marks($1)) }
            return try asked.part(of: ordered, marks: 2, marks).json { json($0, base, costs.basis.set) }
        }
    },
]

/// By which a list of parts goes on: by provision, its pupils by number, the others last.
private func marks(_ part: CostLines.Part) -> [Int] { [part.provision.id.rawValue, part.pupil?.rawValue ?? (part.isUnfilled ? Int.max : Int.max - 1)] }

private func json(_ part: CostLines.Part, _ base: CostBase, _ set: RateSet) -> JSON {
    .object([
        "provision": .integer(part.provision.id.rawValue), "name": .text(part.provision.name), "kind": .text(part.provision.kind.rawValue), "pupil": part.pupil.map { .integer($0.rawValue) } ?? .null,
        "part": .text(part.pupil != nil ? "pupil" : part.isUnfilled ? "unfilled" : "unseen"), "to_date": .integer(part.toDate.rawValue), "for_the_year": .integer(part.whole.rawValue),
        "base": .text(base.rawValue), "rates": .text(set.name),
    ])
}
