import Access
import AreaKit
import Basics
import Database
import Pages

/// Adds a holiday, a day of training or a closure to a school's year.
let addClosurePath = PagePath<SchoolID>("/schools/*/closures")

let addClosureRoutes: [Route] = [
    .read(addClosurePath, .keepSchool) { visit, id in
        let school = try await visit.read { try $0.schoolInSight(id, of: visit.viewer) }
        return page(visit, school, FormValues([("kind", "inset")]), Problems())
    },
    .send(addClosurePath, .keepSchool) { visit, id in
        let school = try await visit.read { try $0.schoolInSight(id, of: visit.viewer) }
        do {
            let closure = try answer(visit.request.form)
            try await visit.write { writer in
                _ = try writer.save(try closure.applied(to: id, beside: writer.all(Closure.self, "WHERE school_id = \(id)")))
            }
            return .goTo(schoolPath(id).asking(["saved": "closure"]).at("closures"))
        } catch let problems as Problems {
            return page(visit, school, visit.request.form, problems)
        }
    },
]

private func answer(_ form: FormValues) throws -> AddClosure {
    var form = form
    if form["ends"].trimmed.isEmpty { form.set("ends", form["starts"]) }
    let days = try form.days("starts", "ends")
    return AddClosure(kind: form["kind"], name: form["name"], starts: days.0, ends: days.1)
}

private func page(_ visit: Visit, _ school: School, _ form: FormValues, _ problems: Problems) -> Answer {
    let write = FormWriter(form, problems), title = "Add a holiday, an INSET day or a closure"
    let body: HTML = """
        \(crumbs((school.name, schoolPath(school.id))))\(write.summary)\(pageTitle(title))\
        \(Pages.form(addClosurePath(school.id), button: "Add it", back: schoolPath(school.id), """
            \(write.radios("kind", "What is it?", Closure.Kind.allCases.map { Choice($0.rawValue, $0.label) }))\
            \(write.text("name", "Name", hint: "For example October half-term. You may leave it empty."))\
            \(write.day("starts", "First day"))\(write.day("ends", "Last day", hint: "Leave it empty for one day."))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "school", body) : visit.formAgain(title, at: "school", body)
}
