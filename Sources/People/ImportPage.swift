import Access
import AreaKit
import Basics
import Database
import Files
import Pages

/// Chooses a file of a school's own system to read in.
public let importPath = PagePath<SchoolID>("/schools/*/import")

/// - Parameter takers: who takes the rows of reports that another area keeps; without one, such a report is not offered.
func importRoutes(_ takers: [ReportKind: ReportTaker]) -> [Route] {
    let offered = kinds.filter { $0.value != ReportKind.plans.rawValue || takers[.plans] != nil }
    return [
    .read(importPath, .importFiles) { visit, school in
        try await page(visit, school, offered, FormValues(), Problems())
    },
    .send(importPath, .importFiles) { visit, school in
        let form = visit.request.form
        do {
            let file = try chosen(visit.request.files, form["kind"], offered)
            let id = try await visit.write { writer in
                guard try writer.school(school, for: visit.viewer) != nil else { throw NotFound() }
                return try writer.keep(file, kind: form["kind"], for: school)
            }
            return .goTo(previewPath(id))
        } catch let problems as Problems {
            return try await page(visit, school, offered, form, problems)
        }
    },
    ]
}

private func chosen(_ files: [UploadedFile], _ kind: String, _ kinds: [Choice]) throws -> UploadedFile {
    var problems = Problems()
    problems.require(kinds.contains { $0.value == kind }, "kind", "Say what kind of file it is.")
    problems.require(files.contains { !$0.name.isEmpty }, "file", "Choose a file.")
    try problems.check()
    return files[0]
}

private let kinds = [
    Choice("ctf", "Common transfer file (CTF)", hint: "Full records, with the history of SEN. The best file to begin with."),
    Choice("census", "School census", hint: "The XML file that your MIS made for COLLECT."),
    Choice("pupils", "Report of pupils", hint: "A spreadsheet from your MIS: classes, SEN status, pupil premium, leavers."),
    Choice("staff", "Report of staff"),
    Choice("classes", "Report of classes and their teachers"),
    Choice("groups", "Report of teaching groups"),
    Choice("timetable", "Report of the timetable"),
    Choice("attendance", "Report of attendance", hint: "Sessions possible and attended, for each pupil and some days."),
    Choice("marks", "Attendance register", hint: "Who was in on which half-day: a row for each pupil and day, or for each half-day."),
    Choice("suspensions", "Report of suspensions and exclusions"),
    Choice("behaviour", "Report of behaviour", hint: "How often something was noted, for each pupil and some days."),
    Choice("plans", "Plans with outcomes", hint: "A spreadsheet with a row for each outcome: the pupil’s UPN, the plan’s first day and review date, the outcome. Each plan is live from its first day."),
]

/// What a kind of file is called; a receipt keeps the word only.
func importKindLabel(_ kind: String) -> String {
    if kind == "results" { return "Results of tests" }
    if kind == "ehc-plans" { return "EHC plans" }
    if kind == "plan-file" { return "Plans from another school" }
    return kind == "gias" ? "List of schools (GIAS)" : kinds.first { $0.value == kind }?.label ?? kind
}

private func page(_ visit: Visit, _ id: SchoolID, _ kinds: [Choice], _ values: FormValues, _ problems: Problems) async throws -> Answer {
    let (school, receipts) = try await visit.read { reader in
        guard let school = try reader.school(id, for: visit.viewer) else { throw NotFound() }
        return (school, try reader.all(ImportReceipt.self, "WHERE school_id = \(id) ORDER BY id DESC LIMIT 20"))
    }
    let write = FormWriter(values, problems)
    let body: HTML = """
        \(write.summary)\(importSteps(0))\(pageTitle("Read in a file", lead: "\(school.name). You see what would change before anything is saved."))\
        \(form(importPath(id), button: "Show what it would change", back: registerPath().asking(["school": "\(id)"]), files: true, """
            \(write.radios("kind", "What kind of file is it?", kinds))\
            \(write.file("file", "Which file?", hint: "XML, CSV or Excel (.xlsx), up to 64 MB.", accept: ".xml,.csv,.tsv,.txt,.xlsx,.xlsm"))
            """))\(receiptsCard(receipts))
        """
    return problems.isEmpty ? visit.page("Read in a file", at: "school", body) : visit.formAgain("Read in a file", at: "school", body)
}

/// Where in the three steps of an import a page stands.
public func importSteps(_ present: Int) -> HTML {
    let names: [HTML] = ["Choose the file", "Check what it will do", "Done"]
    let items: [HTML] = names.enumerated().map { place, name in
        place == present ? "<li aria-current=\"step\">\(name)</li>" : "<li>\(name)</li>"
    }
    return "<ol class=\"steps\">\(items)</ol>"
}
