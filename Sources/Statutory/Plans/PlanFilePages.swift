import Access
import AreaKit
import Basics
import Database
import Files
import Pages
import People

/// Reads a file of plans in: choose it, look at what it would do, save it. The receipt takes it back.
let planFileRoutes: [Route] = [
    .read(planFilePath, .importFiles) { visit in
        let visit = try visit.readingPlans()
        return try await visit.read { try choosePage(visit, $0, FormValues([("school", visit.request.query["school"])]), Problems()) }
    },
    .send(planFilePath, .importFiles) { visit in
        let visit = try visit.readingPlans(), typed = visit.request.form, files = visit.request.files
        do {
            return .goTo(previewPlanFilePath(try await visit.write { try $0.keepPlanFile(files, typed, visit) }))
        } catch let problems as Problems {
            return try await visit.read { try choosePage(visit, $0, typed, problems) }
        }
    },
    .read(previewPlanFilePath, .importFiles) { visit, id in
        let visit = try visit.readingPlans(), waiting = try await visit.read { try $0.waitingPlans(id, visit.viewer) }
        do {
            let result = try await visit.store.importFile(waiting.imported, visit.act, dryRun: true) { try waiting.file.take($0, visit.viewer) }
            return previewPage(visit, waiting, result.report)
        } catch let refusal as FileRefusal { return refused(visit, waiting, refusal) }
    },
    .send(applyPlanFilePath, .importFiles) { visit, id in
        let visit = try visit.readingPlans(), waiting = try await visit.read { try $0.waitingPlans(id, visit.viewer) }
        do {
            let result = try await visit.store.importFile(waiting.imported, visit.act, dryRun: false) { try waiting.file.take($0, visit.viewer) }
            try await visit.write { try $0.drop(waiting.upload) }
            return .goTo(receiptPath(result.receipt ?? .new))
        } catch let refusal as FileRefusal { return refused(visit, waiting, refusal) }
    },
    .send(dropPlanFilePath, .importFiles) { visit, id in
        let visit = try visit.readingPlans(), waiting = try await visit.read { try $0.waitingPlans(id, visit.viewer) }
        try await visit.write { try $0.drop(waiting.upload) }
        return .goTo(planFilePath())
    },
]

extension Visit {
    /// The same in those parts that decide about the register, too: who reads in files alone sees no plans.
    fileprivate func readingPlans() throws -> Visit {
        let viewer = viewer.doing(.changeRegister)
        guard viewer.may(.changeRegister) else { throw NotFound() }
        return Visit(request: request, viewer: viewer, person: person, store: store, now: now, frame: frame, safeguardingLead: safeguardingLead)
    }
}

/// A file of plans that waits for its preview to be answered.
private struct WaitingPlans: Sendable {
    let upload: ImportUpload

    var file: PlanFile { PlanFile(school: upload.school, path: upload.path) }
    var imported: ImportedFile { ImportedFile(kind: "ehc-plans", path: upload.path, name: upload.fileName, school: upload.school) }
}

extension Reader {
    fileprivate func waitingPlans(_ id: RowID, _ viewer: Viewer) throws -> WaitingPlans {
        let upload = try upload(id, for: viewer)
        guard upload.kind == "ehc-plans" else { throw NotFound() }
        return WaitingPlans(upload: upload)
    }
}

extension Writer {
    fileprivate func keepPlanFile(_ files: [UploadedFile], _ typed: FormValues, _ visit: Visit) throws -> RowID {
        let schools = try schools(for: visit.viewer), school = SchoolID(typed["school"]) ?? (schools.count == 1 ? schools[0].id : nil)
        var problems = Problems()
        problems.require(school != nil, "school", "Choose the school.")
        problems.require(files.contains { !$0.name.isEmpty }, "file", "Choose a file.")
        try problems.check()
        guard let school, schools.contains(where: { $0.id == school }) else { throw NotFound() }
        return try keep(files[0], kind: "ehc-plans", for: school)
    }
}

private func choosePage(_ visit: Visit, _ reader: Reader, _ typed: FormValues, _ problems: Problems) throws -> Answer {
    let write = FormWriter(typed, problems), schools = try reader.schools(for: visit.viewer), title = "Read EHC plans from a file"
    let school: HTML = schools.count < 2 ? "" : write.select("school", "School", [Choice("", "Choose a school")] + schools.map { Choice("\($0.id)", $0.name) })
    let body: HTML = """
        \(write.summary)\(importSteps(0))\(pageTitle(title, lead: "You see what would be saved before anything is."))\
        \(form(planFilePath(), button: "Show what it would save", back: visit.person.may(.seeRecord) ? ehcPlansPath() : registerPath(), files: true, """
            \(school)\(write.file("file", "Which file?", hint: "CSV or Excel (.xlsx). The first row has the headings: UPN, or Forename and Surname; then any of \(PlanFact.allCases.map(\.heading).joined(separator: ", ")). An empty cell leaves what is known.", accept: ".csv,.tsv,.txt,.xlsx,.xlsm"))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "ehc", body) : visit.formAgain(title, at: "ehc", body)
}

private func previewPage(_ visit: Visit, _ waiting: WaitingPlans, _ report: ImportReport) -> Answer {
    let taken = report.count(.new) + report.count(.changed)
    let saves: HTML = taken == 0 ? "<p><b>Nothing would be saved.</b></p>" : "<p><b>\(count(taken, "plan")) will be saved.</b> What is refused is left out. You can take the file back later.</p>"
    let save: HTML = taken == 0 ? "" : "<form method=\"post\" action=\"\(applyPlanFilePath(waiting.upload.id))\"><p class=\"actions\"><button>Save these plans</button></p></form>"
    return visit.page("Check the EHC plans", at: "ehc", """
        \(crumbs(("Read EHC plans from a file", planFilePath())))\(importSteps(1))\
        \(pageTitle("Check before you save", lead: "\(waiting.upload.fileName). Nothing is saved yet."))\(importOutcome(report, visit.viewer))\
        <div class="next">\(saves)\(save)<form method="post" action="\(dropPlanFilePath(waiting.upload.id))"><p class="actions"><button class="second">Stop and save nothing</button></p></form></div>
        """)
}

private func refused(_ visit: Visit, _ waiting: WaitingPlans, _ refusal: FileRefusal) -> Answer {
    visit.page("This file of plans was not taken", at: "ehc", status: 422, """
        \(crumbs(("Read EHC plans from a file", planFilePath())))<h1>This file was not taken</h1>\
        <div class="problems" role="alert" id="problems" tabindex="-1"><h2>\(waiting.upload.fileName)</h2><p>\(refusal.message)</p></div>\
        <p>Nothing was saved.</p><p class="actions">\(linkButton("Choose another file", planFilePath()))</p>
        """)
}
