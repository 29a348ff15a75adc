import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Provision

let decideImpactRoutes: [Route] = [
    .read(decideImpactPath, .changeRegister) { visit, id in
        let asked = try AskedDecision(visit.request.query, visit.today)
        return try await visit.read { reader in
            let seen = try reader.decidedImpact(id, asked, visit)
            return page(visit, seen, FormValues([("decided_on", visit.today.description), ("seen", seen.mark), ("runs", seen.runsMark)]), Problems())
        }
    },
    .send(decideImpactPath, .changeRegister) { visit, id in
        let typed = visit.request.form, asked = try AskedDecision(typed, visit.today)
        return try await visit.save { try decide($0, visit, id, asked, typed) } again: { problems, status in
            try await visit.read { reader in
                let seen = try reader.decidedImpact(id, asked, visit)
                var again = typed
                if status == 409 { again = again.with(seen) }
                return page(visit, seen, again, problems, status: status)
            }
        }
    },
]

/// About which school, and which year's runs.
private struct AskedDecision: Sendable {
    let school: SchoolID?
    /// Nil for the latest in which a run of it ended.
    let year: AcademicYear?

    init(_ values: FormValues, _ today: Day) throws { (school, year) = (SchoolID(values["school"]), try askedYear(values, today)) }
}

extension Reader {
    /// What is decided about, by somebody who decides there.
    fileprivate func decidedImpact(_ id: InterventionID, _ asked: AskedDecision, _ visit: Visit) throws -> SeenImpact {
        let seen = try interventionImpact(AskedImpact(intervention: id, school: asked.school, year: asked.year), for: visit.viewer, on: visit.today)
        let school = seen.impact.school ?? (seen.schools.count == 1 ? seen.schools.first?.id : nil)
        guard let school, visit.viewer.decidesImpact(at: school) else { throw NotFound() }
        return seen
    }
}

extension SeenImpact {
    /// The latest decision, as a form carries it.
    fileprivate var mark: String { impact.decisions.first.map { "\($0.id)" } ?? "0" }

    /// The runs that were shown when somebody began to decide.
    fileprivate var runsMark: String { Set(impact.members.map(\.run)).sorted().map { "\($0)" }.joined(separator: ".") }
}

extension FormValues {
    /// The same, now that both have been seen.
    fileprivate func with(_ seen: SeenImpact) -> FormValues {
        var values = self
        values.set("seen", seen.mark)
        values.set("runs", seen.runsMark)
        return values
    }
}

private func decide(_ writer: Writer, _ visit: Visit, _ id: InterventionID, _ asked: AskedDecision, _ typed: FormValues) throws -> Address {
    let seen = try writer.decidedImpact(id, asked, visit), today = visit.today
    guard let school = seen.impact.school else { throw NotFound() }
    if typed.has("seen"), typed["seen"] != seen.mark, let last = seen.impact.decisions.first {
        throw FormOvertaken("\(last.decidedBy) decided on \(last.decidedOn.inWords), while you had this open: \(last.verdict.label). Nothing of yours is saved yet. Save again if it is still right.")
    }
    if typed.has("runs"), typed["runs"] != seen.runsMark {
        throw FormOvertaken("The runs that you look at changed while you had this open: it is \(count(seen.impact.runs, "run")) of \(count(seen.impact.pupils, "pupil")) now. Nothing of yours is saved yet. Look at the figures in another window, then save again if it is still right.")
    }
    if seen.impact.members.isEmpty { throw Problems("", "No run of it ended in \(seen.year) here, so there is nothing to decide about.") }
    var problems = Problems()
    let day = problems.day("decided_on", typed) ?? today, again = problems.day("look_again", typed)
    try problems.check()
    let subject = DecideImpact.Subject(intervention: id, school: school, from: seen.year.firstDay, to: min(seen.year.lastDay, today), judgeFrom: seen.impact.judgeFrom, lastEnd: seen.impact.lastEnd)
    let act = DecideImpact(verdict: ImpactDecision.Verdict(rawValue: typed["verdict"]), because: typed["because"], change: typed["change"], decidedOn: day, lookAgain: again)
    try writer.save(try act.applied(to: subject, by: visit.viewer.name, today: today))
    return seen.address.asking(["saved": "decided"])
}

extension Problems {
    /// The day of a field that may be empty; one that can't be read is a problem.
    mutating func day(_ field: String, _ typed: FormValues) -> Day? {
        do { return try typed.dayIfAny(field) } catch let problems as Problems { for problem in problems.list { add(problem.field, problem.message) } } catch {}
        return nil
    }
}

private func page(_ visit: Visit, _ seen: SeenImpact, _ typed: FormValues, _ problems: Problems, status: Int = 422) -> Answer {
    let title = "Decide about \(seen.impact.intervention.name)", impact = seen.impact
    var values = typed
    values.set("school", impact.school.map { "\($0)" } ?? "")
    values.set("year", "\(seen.year.starting)")
    let write = FormWriter(values, problems)
    let early: HTML = impact.judgeFrom.flatMap { $0 > visit.today ? notice("Not to be judged before \($0.inWords), as was said at the start. It can be stopped at any time.", warns: true) : nil } ?? ""
    let body: HTML = """
        \(crumbs(("Impact", impactPath().at(impact.school, in: seen.year)), (impact.intervention.name, seen.address)))\(write.summary)\
        \(pageTitle(title, lead: "\(seen.school?.name ?? ""), runs that ended in \(seen.year.description). Outcomes: \(impact.outcomesInWords)"))\(early)\
        \(form(decideImpactPath(impact.intervention.id), button: "Save the decision", back: seen.address, """
            \(write.hidden("school"))\(write.hidden("year"))\(write.hidden("seen"))\(write.hidden("runs"))\
            \(write.radios("verdict", "What was decided?", ImpactDecision.Verdict.allCases.map { Choice($0.rawValue, $0.label) }))\
            \(write.longText("because", "Why?", hint: "What you saw, and what you weighed. Name no child: it is kept with the intervention.", rows: 3, aboutNobody: ()))\
            \(write.longText("change", "What changes?", hint: "Where it is kept and something changes.", rows: 3, aboutNobody: ()))\
            \(write.day("decided_on", "When was it decided?"))\(write.day("look_again", "When does somebody look again?", hint: "Leave it empty if nobody does."))
            """))
        """
    if problems.isEmpty { return visit.page(title, at: "impact", body) }
    return visit.page("Problem: \(title)", at: "impact", status: status, body)
}
