import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Provision

let interventionImpactRoutes: [Route] = [
    .read(interventionImpactPath, .seeFigures) { visit, id in
        let school = SchoolID(visit.request.query["school"]), year = try askedYear(visit.request.query, visit.today)
        return try await visit.read { try page(visit, $0, try $0.interventionImpact(id, school, year, for: visit.viewer, on: visit.today)) }
    },
]

/// One intervention over the runs that ended in a year, and where it was asked about.
struct SeenImpact: Sendable {
    let impact: InterventionImpact
    let schools: [School]
    let year: AcademicYear

    var school: School? { schools.first { $0.id == impact.school } }
    var address: Address { interventionImpactPath(impact.intervention.id).at(impact.school, in: year) }
}

extension Reader {
    /// What one intervention did, if this viewer may know it.
    /// - Throws: `NotFound` where it, or the school, is not in sight.
    func interventionImpact(_ id: InterventionID, _ asked: SchoolID?, _ year: AcademicYear, for viewer: Viewer, on day: Day) throws -> SeenImpact {
        guard let intervention = try one(id, of: Intervention.self), intervention.school.map(viewer.sees) ?? true else { throw NotFound() }
        let schools = try schools(for: viewer), school = try impactSchool(asked ?? intervention.school, among: schools)
        let ask = ImpactQuestion(school: school, year: year, intervention: intervention)
        var impact = try self.impact(ask, for: viewer, on: day).first ?? InterventionImpact(intervention: intervention, school: school, members: [], scales: [])
        if let school {
            impact = try withDosage([impact], at: school, in: year)[0]
            impact.decisions = try decisions(of: [id], at: school)[id] ?? []
        }
        return SeenImpact(impact: impact, schools: schools, year: year)
    }
}

private func page(_ visit: Visit, _ reader: Reader, _ seen: SeenImpact) throws -> Answer {
    let impact = seen.impact, title = "Impact: \(impact.intervention.name)"
    if impact.seesPupils, impact.school != nil { visit.viewer.witness.saw(impact.members.map(\.pupil)) }
    let saved: HTML = visit.request.query["saved"] == "decided" ? notice("Saved what was decided.") : ""
    let place = seen.school?.name ?? "All schools", early = impact.judgeFrom.flatMap { $0 > visit.today ? $0 : nil }
    let wait: HTML = early.map { notice("Not to be judged before \($0.inWords), as was said at the start.", warns: true) } ?? ""
    let body: HTML = impact.members.isEmpty ? "<p>No run of it ended in \(seen.year.description) here.</p>" : parts(seen)
    return visit.page(title, at: "impact", """
        \(crumbs(("Impact", impactPath().at(impact.school, in: seen.year))))\(saved)\
        \(pageTitle(title, lead: "\(place), runs that ended in \(seen.year.description): \(impact.pupilsInWords) pupils", actions: actions(visit, seen)))\(wait)\(others(seen, visit.today))\
        \(body)\(impact.school == nil ? bySchool(seen) : "")\(decisionsCard(visit, impact))
        """)
}

private func actions(_ visit: Visit, _ seen: SeenImpact) -> [HTML] {
    guard let school = seen.impact.school, visit.person.decidesImpact(at: school), !seen.impact.members.isEmpty else { return [printButton("Print")] }
    return [linkButton("Decide about it", decideImpactPath(seen.impact.intervention.id).at(school, in: seen.year)), printButton("Print")]
}

extension Viewer {
    /// Whether they decide about interventions of a school: as they do about plans.
    func decidesImpact(at school: SchoolID) -> Bool { doing(.changeRegister).may(.workOnPlans, at: school) }
}

/// The same in another year.
private func others(_ seen: SeenImpact, _ today: Day) -> HTML {
    let links: [HTML] = askedYears(today).filter { $0 != seen.year }.map { year in
        "<li><a href=\"\(interventionImpactPath(seen.impact.intervention.id).at(seen.impact.school, in: year))\">\(year.description)</a></li>"
    }
    return "<nav class=\"no-print\" aria-label=\"Other years\"><ul class=\"jump\"><li>Other years:</li>\(links)</ul></nav>"
}

/// In the order in which somebody should read them.
private func parts(_ seen: SeenImpact) -> HTML {
    let impact = seen.impact
    return """
        \(card("Outcomes of plans", id: "outcomes", "<p><b>\(impact.outcomesInWords)</b></p>"))\
        \(dosageCard(impact))\(impact.scales.map { scaleCard(impact, $0) })\(unmeasuredCard(impact))
        """
}

private func dosageCard(_ impact: InterventionImpact) -> HTML {
    guard let dosage = impact.dosage, impact.sight.figures || impact.sight.pupils else {
        return card("What was given", id: "given", "<p>\(impact.dosageInWords)</p>")
    }
    let caution: HTML = dosage.caution.map { notice("\($0)", warns: true) } ?? ""
    return card("What was given", id: "given", """
        \(facts([("Planned", "\(grouped(dosage.planned)) minutes, all pupils together"), ("Took place", "\(grouped(dosage.offered)) minutes\(dosage.delivered.map { " (\($0) %)" } ?? "")"),
                 ("Pupils were there", "\(grouped(dosage.received)) minutes\(dosage.attended.map { " (\($0) % of what took place)" } ?? "")")]))\(caution)
        """)
}

/// Schools side by side, for those who look at many.
private func bySchool(_ seen: SeenImpact) -> HTML {
    let names = Dictionary(seen.schools.map { ($0.id, $0.name) }) { $1 }
    let lines: [HTML] = seen.impact.bySchool.map { part in
        """
        <tr><th scope="row"><a href="\(interventionImpactPath(part.members[0].intervention).at(part.school, in: seen.year))">\(part.school.flatMap { names[$0] } ?? "")</a></th>\
        <td class="number" data-label="Pupils">\(part.pupilsInWords)</td><td data-label="Outcomes">\(part.outcomesInWords)</td><td data-label="Scores">\(part.scoresInWords)</td></tr>

        """
    }
    return lines.isEmpty ? "" : card("School by school", id: "schools", table("School by school", [head("School"), head("Pupils", number: true), head("Outcomes"), head("Scores")], lines))
}

/// What was decided; why is for those who may see the pupils.
private func decisionsCard(_ visit: Visit, _ impact: InterventionImpact) -> HTML {
    guard impact.school != nil else { return "" }
    let readsWords = visit.viewer.may(.seeRecord)
    let lines: [HTML] = impact.decisions.map { decision in
        let words: HTML = readsWords ? "<p>\(decision.because)\(decision.change.isEmpty ? "" : " What changes: \(decision.change)")</p>" : ""
        let again = decision.lookAgain.map { " Somebody looks again on \($0.inWords)." } ?? ""
        // Figures carry no names, not even of who decided.
        let who = readsWords ? ", \(decision.decidedBy)" : ""
        return "<li><b>\(decision.verdict.label)</b>, \(decision.decidedOn.inWords)\(who).\(again)\(words)</li>"
    }
    return card("Decisions so far", id: "decisions", lines.isEmpty ? "<p>None.</p>" : "<ul class=\"plain tall\">\(lines)</ul>")
}
