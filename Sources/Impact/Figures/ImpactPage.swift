import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Provision

let impactRoutes: [Route] = [
    .read(impactPath, .seeFigures) { visit in
        let ask = try ImpactListQuestion(visit.request.query, visit.today)
        return try await visit.read { try page(visit, ask, $0) }
    },
]

/// What the address of the list asks.
private struct ImpactListQuestion: Sendable {
    var school: SchoolID?
    /// Nil for the latest in which something ended.
    var year: AcademicYear?
    /// The key of an area of need that an intervention is for; empty for all.
    let area: String
    let sort: String

    init(_ query: FormValues, _ today: Day) throws {
        school = SchoolID(query["school"])
        year = try askedYear(query, today)
        (area, sort) = (query["area"], query["sort"])
    }

    var values: FormValues { FormValues([("school", school.map { "\($0)" } ?? ""), ("year", year.map { "\($0.starting)" } ?? ""), ("area", area), ("sort", sort)]) }
}

extension Reader {
    /// The school that a page of impact is about; nil for all of those in sight, where there is more than one.
    /// - Throws: `NotFound` where it is not in sight.
    func impactSchool(_ asked: SchoolID?, among schools: [School]) throws -> SchoolID? {
        if let asked { return try schools.first { $0.id == asked }.map(\.id) ?? { throw NotFound() }() }
        return schools.count == 1 ? schools[0].id : nil
    }
}

private func page(_ visit: Visit, _ asked: ImpactListQuestion, _ reader: Reader) throws -> Answer {
    let schools = try reader.schools(for: visit.viewer)
    var ask = asked
    ask.school = try reader.impactSchool(asked.school, among: schools)
    let year = try asked.year ?? reader.lastYear(ImpactQuestion(school: ask.school), for: visit.viewer, on: visit.today)
    ask.year = year
    let years = try reader.yearsWithRuns(ImpactQuestion(school: ask.school), for: visit.viewer, on: visit.today), others = yearLinks(years, year) { impactPath().at(ask.school, in: $0) }
    let impacts = ask.ordered(try reader.impacts(at: ask.school, in: year, for: visit.viewer, on: visit.today))
    let lead: HTML = "What came of the support that ended in \(year.description). A group of fewer than \(ImpactFigures.fewestForFigures) has no figure."
    return visit.page("Impact", at: "impact", """
        \(pageTitle("Impact", lead: lead, actions: [linkButton("See data drops", dropsPath().at(ask.school, in: year), aside: true), printButton("Print")]))\(filters(ask, schools, visit.today))\
        <div id="found">\(others)\(impacts.isEmpty ? none(ask, year) : impactTable(impacts, year, visit.today))</div>
        """)
}

extension Reader {
    /// All interventions of a school, or of all in sight, with what was decided.
    /// - Parameter costing: whether what they cost is asked for, too.
    func impacts(at school: SchoolID?, in year: AcademicYear, for viewer: Viewer, costing: Bool = false, on day: Day) throws -> [InterventionImpact] {
        let found = try impact(ImpactQuestion(school: school, year: year), for: viewer, on: day)
        guard let school else { return found }
        let decided = try decisions(of: found.map(\.intervention.id), at: school)
        return try withDosage(found, at: school, costsFor: costing ? viewer : nil, on: day).map { impact in
            var impact = impact
            impact.decisions = decided[impact.intervention.id] ?? []
            return impact
        }
    }
}

extension ImpactListQuestion {
    fileprivate func ordered(_ impacts: [InterventionImpact]) -> [InterventionImpact] {
        let found = impacts.filter { area.isEmpty || $0.intervention.areas.contains(area) }
        switch sort {
        case "pupils": return found.sorted { $0.pupils > $1.pupils }
        case "undecided": return found.filter { $0.decision == nil } + found.filter { $0.decision != nil }
        default: return found
        }
    }
}

private func filters(_ ask: ImpactListQuestion, _ schools: [School], _ today: Day) -> HTML {
    let write = FormWriter(ask.values), areas = [Choice("", "All areas")] + AreaOfNeed.all.map { Choice($0.key, $0.label) }
    let school: HTML = schools.count < 2 ? "" : write.select("school", "School", [Choice("", "All schools")] + schools.map { Choice("\($0.id)", $0.name) })
    return """
        <form class="filters" method="get" action="\(impactPath())" data-shows="found">\(school)\
        \(write.select("year", "Ended in", askedYears(today).map { Choice("\($0.starting)", "\($0)") }))\(write.select("area", "For which need", areas))\
        \(write.select("sort", "Order", [Choice("", "By name"), Choice("pupils", "Most pupils first"), Choice("undecided", "Not decided first")]))\
        <p class="actions"><button>Show these</button></p></form>
        """
}

private func none(_ ask: ImpactListQuestion, _ year: AcademicYear) -> HTML {
    ask.area.isEmpty ? "<p>No intervention ended in \(year.description) here.</p>" : "<p>No intervention for this need ended in \(year.description) here. Choose all areas, or another year.</p>"
}

/// Interventions side by side; on a phone each is a card.
private func impactTable(_ impacts: [InterventionImpact], _ year: AcademicYear, _ today: Day) -> HTML {
    let heads = [head("Intervention"), head("Pupils", number: true), head("Outcomes"), head("Given"), head("Scores"), head("Decision")]
    return table("Interventions that ended in \(year)", heads, impacts.map { impact in
        """
        <tr><th scope="row"><a class="name" href="\(interventionImpactPath(impact.intervention.id).at(impact.school, in: year))">\(impact.intervention.name)</a></th>\
        <td class="number" data-label="Pupils">\(impact.pupilsInWords)</td><td data-label="Outcomes">\(impact.outcomesInWords)</td>\
        <td data-label="Given">\(impact.dosageInWords)</td><td data-label="Scores">\(impact.scoresInWords)</td><td data-label="Decision">\(impact.decisionInWords(today))</td></tr>

        """
    })
}
