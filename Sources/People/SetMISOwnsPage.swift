import Access
import AreaKit
import Basics
import Database
import Pages

/// Sets which facts a file from the school's own system may change.
let setMISOwnsPath = PagePath<SchoolID>("/schools/*/kept-first")

let setMISOwnsRoutes: [Route] = [
    .read(setMISOwnsPath, .keepSchool) { visit, id in
        page(visit, try await visit.read { try $0.schoolInSight(id, of: visit.viewer) })
    },
    .send(setMISOwnsPath, .keepSchool) { visit, id in
        let rule = SetMISOwns(fields: Set(visit.request.form.all("field").compactMap { MISField(rawValue: $0) }))
        try await visit.write { writer in
            _ = try writer.save(rule.applied(to: writer.schoolInSight(id, of: visit.viewer)))
        }
        return .goTo(schoolPath(id).asking(["saved": "kept-first"]))
    },
]

private func page(_ visit: Visit, _ school: School) -> Answer {
    let write = FormWriter(FormValues(school.misOwns.map { ("field", $0.rawValue) })), title = "What the MIS keeps first"
    let choices: [HTML] = MISField.allCases.map { write.checkbox("field", Choice($0.rawValue, $0.label)) }
    return visit.page(title, at: "school", """
        \(crumbs((school.name, schoolPath(school.id))))\
        \(pageTitle(title, lead: "The MIS is the school’s own system (management information system). A file from it changes what is ticked here. What is not ticked is kept in Trellis first: a file that says otherwise is shown as a conflict and changes nothing."))\
        \(Pages.form(setMISOwnsPath(school.id), button: "Save what the MIS keeps first", back: schoolPath(school.id), """
            <fieldset class="field"><legend>The MIS keeps first</legend>\(choices)</fieldset>
            """))
        """)
}
