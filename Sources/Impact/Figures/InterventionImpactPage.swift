import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Provision

let interventionImpactRoutes: [Route] = [
    .read(interventionImpactPath, .seeFigures) { visit, id in
        let query = visit.request.query, ask = AskedImpact(intervention: id, school: SchoolID(query["school"]), year: try askedYear(query, visit.today), run: ProvisionID(query["run"]), firstLine: Int(query["from"]) ?? 0)
        return try await visit.read { try page(visit, $0, try $0.interventionImpact(ask, for: visit.viewer, on: visit.today)) }
    },
]

/// Which intervention is asked about.
struct AskedImpact: Sendable {
    let intervention: InterventionID
    var school: SchoolID?
    /// Nil for the latest in which a run of it ended.
    var year: AcademicYear?
    /// Only this group of it.
    var run: ProvisionID?
    /// Of a long table of pupils, from where on.
    var firstLine = 0
}

/// One intervention over the runs that ended in a year, and where it was asked about.
struct SeenImpact: Sendable {
    let impact: InterventionImpact
    let schools: [School]
    let year: AcademicYear
    /// The years in which runs of it ended.
    let years: [AcademicYear]
    /// Its groups by name, for those who see everybody in them.
    let groups: [ProvisionID: String]
    /// The one that is shown alone.
    let group: ProvisionID?
    /// What is expected of its pupils, for the charts.
    let aims: PupilAims
    var firstLine = 0

    var school: School? { schools.first { $0.id == impact.school } }
    var address: Address { address(in: year) }
    func address(in year: AcademicYear) -> Address { interventionImpactPath(impact.intervention.id).at(impact.school, in: year) }
}

extension Reader {
    /// What one intervention did, if this viewer may know it.
    /// - Throws: `NotFound` where it, or the school, is not in sight, and for one group of it alone, unless everybody in it is.
    func interventionImpact(_ asked: AskedImpact, for viewer: Viewer, on day: Day) throws -> SeenImpact {
        guard let intervention = try one(asked.intervention, of: Intervention.self), intervention.school.map(viewer.sees) ?? true else { throw NotFound() }
        let schools = try schools(for: viewer), school = try impactSchool(asked.school ?? intervention.school, among: schools)
        var ask = ImpactQuestion(school: school, intervention: intervention)
        let years = try yearsWithRuns(ask, for: viewer, on: day), year = asked.year ?? years.first ?? AcademicYear(containing: day)
        (ask.year, ask.run) = (year, asked.run)
        var impact = try self.impact(ask, for: viewer, on: day).first ?? InterventionImpact(intervention: intervention, school: school, members: [], scales: [])
        if asked.run != nil, school == nil || impact.members.isEmpty || !impact.seesPupils || impact.members.contains(where: { $0.intervention != intervention.id }) { throw NotFound() }
        guard let school else { return SeenImpact(impact: impact, schools: schools, year: year, years: years, groups: [:], group: nil, aims: PupilAims()) }
        impact = try withDosage([impact], at: school, costsFor: viewer, on: day)[0]
        impact.decisions = try decisions(of: [intervention.id], at: school)[intervention.id] ?? []
        let groups = impact.seesPupils ? try names(of: Set(impact.members.map(\.run)).sorted()) : [:]
        return SeenImpact(impact: impact, schools: schools, year: year, years: years, groups: groups, group: asked.run, aims: impact.seesPupils ? try aims(of: impact, at: school) : PupilAims(), firstLine: asked.firstLine)
    }

    /// What schools call their groups.
    private func names(of runs: [ProvisionID]) throws -> [ProvisionID: String] {
        Dictionary(try rows("SELECT id, name FROM provision_run WHERE id IN \(runs)") { try ($0.next(ProvisionID.self), $0.next(String.self)) }) { $1 }
    }
}

private func page(_ visit: Visit, _ reader: Reader, _ seen: SeenImpact) throws -> Answer {
    let impact = seen.impact, title = "Impact: \(impact.intervention.name)"
    if impact.seesPupils, impact.school != nil { visit.viewer.witness.saw(impact.members.map(\.pupil)) }
    let saved: HTML = visit.request.query["saved"] == "decided" ? notice("Saved what was decided.") : ""
    let place = seen.school?.name ?? "All schools", early = impact.judgeFrom.flatMap { $0 > visit.today ? $0 : nil }
    let wait: HTML = early.map { warning("Not to be judged before \($0.inWords), as was said at the start.") } ?? ""
    let body: HTML = impact.members.isEmpty ? "<p>No run of it ended in \(seen.year.description) here.</p>" : parts(seen)
    return visit.page(title, at: "impact", """
        \(crumbs(("Impact", impactPath().at(impact.school, in: seen.year))))\(saved)\
        \(pageTitle(title, lead: "\(place), runs that ended in \(seen.year.description): \(impact.pupilsInWords) pupils", actions: actions(visit, seen)))\(wait)\(group(seen))\
        \(yearLinks(seen.years, seen.year) { seen.address(in: $0) })\
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

/// Which group is shown alone, and the way back to all of them.
private func group(_ seen: SeenImpact) -> HTML {
    guard let run = seen.group else { return "" }
    return "<p>Only the group <a href=\"\(provisionPath(run))\">\(seen.groups[run] ?? "")</a>. <a class=\"no-print\" href=\"\(seen.address)\">See all groups of it</a></p>"
}

/// In the order in which somebody should read them.
private func parts(_ seen: SeenImpact) -> HTML {
    let impact = seen.impact, isHeldBack = impact.outcomes.reviewed > 0 && !impact.outcomeSight.figures
    let outcomes = isHeldBack ? impact.outcomeSight.instead ?? "" : impact.outcomesInWords
    return """
        \(card("Outcomes of plans", id: "outcomes", "<p><b>\(outcomes)</b></p>"))\
        \(dosageCard(impact))\(impact.scales.map { scaleCard(seen, $0) })\(unmeasuredCard(seen))\(impact.costsCard)
        """
}

/// What must be read beside a figure, on paper, too.
private func warning(_ words: String) -> HTML { "<p><span class=\"tag tag-warn\">Take care</span> \(words)</p>" }

private func dosageCard(_ impact: InterventionImpact) -> HTML {
    guard let dosage = impact.dosage, impact.sight.figures || impact.sight.pupils else {
        return card("What was given", id: "given", "<p>\(impact.dosageInWords)</p>")
    }
    let caution: HTML = dosage.caution.map { warning($0) } ?? ""
    return card("What was given", id: "given", """
        \(facts([("Planned", "\(grouped(dosage.planned)) minutes, all pupils together"), ("Took place", "\(grouped(dosage.offered)) minutes\(dosage.delivered.map { " (\($0)%)" } ?? "")"),
                 ("Pupils were there", "\(grouped(dosage.received)) minutes\(dosage.attended.map { " (\($0)% of what took place)" } ?? "")")]))\(caution)
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
