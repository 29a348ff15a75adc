import Access
import AreaKit
import Basics
import Database
import Pages

/// Sets the day from which the safety net speaks at a school.
let setRulesFromPath = PagePath<SchoolID>("/schools/*/rules-from")

let setRulesFromRoutes: [Route] = [
    .read(setRulesFromPath, .keepSchool) { visit, id in
        let school = try await visit.read { try $0.schoolInSight(id, of: visit.viewer) }
        return page(visit, school, FormValues([("rules_from", school.rulesFrom?.description ?? "")]), Problems())
    },
    .send(setRulesFromPath, .keepSchool) { visit, id in
        let school = try await visit.read { try $0.schoolInSight(id, of: visit.viewer) }
        let text = visit.request.form["rules_from"].trimmed, today = visit.today
        do {
            if !text.isEmpty, Day(text) == nil { throw Problems("rules_from", "Give a day, such as 1/9/2026, or leave it empty.") }
            let rule = SetRulesFrom(day: Day(text))
            try await visit.write { _ = try $0.save(try rule.applied(to: $0.schoolInSight(id, of: visit.viewer), today: today)) }
            return .goTo(schoolPath(id).asking(["saved": "rules-from"]))
        } catch let problems as Problems {
            return page(visit, school, visit.request.form, problems)
        }
    },
]

private func page(_ visit: Visit, _ school: School, _ form: FormValues, _ problems: Problems) -> Answer {
    let write = FormWriter(form, problems), title = "When the safety net begins"
    let lead: HTML = "What began before this day stands in one folded group, so that old gaps do not hide the new ones. They are still there to mend."
    let body: HTML = """
        \(crumbs((school.name, schoolPath(school.id))))\(write.summary)\(pageTitle(title, lead: lead))\
        \(Pages.form(setRulesFromPath(school.id), button: "Save the day", back: schoolPath(school.id), """
            \(write.day("rules_from", "First day", hint: "Often the day on which the school began with Trellis. Leave it empty to see everything together."))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "school", body) : visit.formAgain(title, at: "school", body)
}
