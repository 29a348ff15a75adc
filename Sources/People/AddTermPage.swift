import Access
import AreaKit
import Basics
import Database
import Pages

/// Adds a term to a school's year.
let addTermPath = PagePath<SchoolID>("/schools/*/terms")

let addTermRoutes: [Route] = [
    .read(addTermPath, .keepSchool) { visit, id in
        let school = try await visit.read { try $0.schoolInSight(id, of: visit.viewer) }
        return page(visit, school, FormValues(), Problems())
    },
    .send(addTermPath, .keepSchool) { visit, id in
        let school = try await visit.read { try $0.schoolInSight(id, of: visit.viewer) }
        do {
            let term = try answer(visit.request.form)
            try await visit.write { writer in
                _ = try writer.save(try term.applied(to: id, beside: writer.all(Term.self, "WHERE school_id = \(id)")))
            }
            return .goTo(schoolPath(id).asking(["saved": "term"]).at("terms"))
        } catch let problems as Problems {
            return page(visit, school, visit.request.form, problems)
        }
    },
]

private func answer(_ form: FormValues) throws -> AddTerm {
    let days = try form.days("starts", "ends")
    return AddTerm(name: form["name"], starts: days.0, ends: days.1)
}

extension FormValues {
    /// Two days of a form.
    /// - Throws: a problem beside each that is none.
    func days(_ first: String, _ last: String) throws -> (Day, Day) {
        var problems = Problems()
        let starts = Day(self[first].trimmed), ends = Day(self[last].trimmed)
        problems.require(starts != nil, first, "Give the first day, such as 2/9/2026.")
        problems.require(ends != nil, last, "Give the last day, such as 18/12/2026.")
        guard let starts, let ends else { throw problems }
        return (starts, ends)
    }
}

private func page(_ visit: Visit, _ school: School, _ form: FormValues, _ problems: Problems) -> Answer {
    let write = FormWriter(form, problems), title = "Add a term"
    let body: HTML = """
        \(crumbs((school.name, schoolPath(school.id))))\(write.summary)\
        \(pageTitle(title, lead: "Rules that speak of “a term” use these days. Half-terms belong in the list of holidays."))\
        \(Pages.form(addTermPath(school.id), button: "Add the term", back: schoolPath(school.id), """
            \(write.text("name", "Name", hint: "For example Autumn term"))\(write.day("starts", "First day"))\(write.day("ends", "Last day"))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "school", body) : visit.formAgain(title, at: "school", body)
}
