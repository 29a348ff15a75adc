import Access
import AreaKit
import Basics
import Database
import Files
import Pages
import People

/// Reads a file of results in: choose it, look at what it would do, save it. The receipt takes it back.
public let resultFilePath = PagePath< >("/results/file")
let previewResultFilePath = PagePath<RowID>("/results/files/*")
let applyResultFilePath = PagePath<RowID>("/results/files/*/apply")
let dropResultFilePath = PagePath<RowID>("/results/files/*/drop")

let resultFileRoutes: [Route] = [
    .read(resultFilePath, .importFiles) { visit in
        // Another page may have said already which school, test and day are meant.
        let asked = visit.request.query, day = asked["on"].nonEmpty ?? visit.today.description
        return try await visit.read { try choosePage(visit, $0, FormValues([("on", day), ("school", asked["school"]), ("test", asked["test"])]), Problems()) }
    },
    .send(resultFilePath, .importFiles) { visit in
        let typed = visit.request.form, files = visit.request.files
        do {
            return .goTo(previewResultFilePath(try await visit.write { try $0.keepResults(files, typed, visit) }))
        } catch let problems as Problems {
            return try await visit.read { try choosePage(visit, $0, typed, problems) }
        }
    },
    .read(previewResultFilePath, .importFiles) { visit, id in
        let waiting = try await visit.read { try $0.waitingResults(id, visit.viewer) }
        do {
            let result = try await visit.store.importFile(waiting.imported, visit.act, dryRun: true) { try waiting.file.take($0, visit.viewer) }
            return previewPage(visit, waiting, result.report)
        } catch let refusal as FileRefusal { return refused(visit, waiting, refusal) }
    },
    .send(applyResultFilePath, .importFiles) { visit, id in
        let waiting = try await visit.read { try $0.waitingResults(id, visit.viewer) }
        do {
            let result = try await visit.store.importFile(waiting.imported, visit.act, dryRun: false) { try waiting.file.take($0, visit.viewer) }
            try await visit.write { try $0.drop(waiting.upload) }
            return .goTo(receiptPath(result.receipt ?? .new))
        } catch let refusal as FileRefusal { return refused(visit, waiting, refusal) }
    },
    .send(dropResultFilePath, .importFiles) { visit, id in
        let waiting = try await visit.read { try $0.waitingResults(id, visit.viewer) }
        try await visit.write { try $0.drop(waiting.upload) }
        return .goTo(resultFilePath())
    },
]

/// A file of results that waits for its preview to be answered.
private struct WaitingResults: Sendable {
    let upload: ImportUpload
    let file: ResultFile

    var imported: ImportedFile { ImportedFile(kind: "results", path: upload.path, name: upload.fileName, school: upload.school) }
}

extension Reader {
    /// The file, where this viewer may see its school. Which test and which day it is for stand in its kind.
    fileprivate func waitingResults(_ id: RowID, _ viewer: Viewer) throws -> WaitingResults {
        let upload = try upload(id, for: viewer), parts = upload.kind.split(separator: ":")
        guard parts.count == 3, parts[0] == "results", let test = InstrumentID(parts[1]), let day = Day(parts[2]) else { throw NotFound() }
        return WaitingResults(upload: upload, file: ResultFile(instrument: try instrument(test, for: viewer), school: upload.school, takenOn: day, path: upload.path))
    }
}

extension Writer {
    fileprivate func keepResults(_ files: [UploadedFile], _ typed: FormValues, _ visit: Visit) throws -> RowID {
        let schools = try schools(for: visit.viewer)
        var problems = Problems()
        let school = SchoolID(typed["school"]) ?? (schools.count == 1 ? schools[0].id : nil), test = InstrumentID(typed["test"])
        problems.require(school != nil, "school", "Choose the school.")
        problems.require(test != nil, "test", "Choose the test.")
        problems.require(files.contains { !$0.name.isEmpty }, "file", "Choose a file.")
        try problems.check()
        let day = try typed.day("on")
        guard let school, let test, schools.contains(where: { $0.id == school }) else { throw NotFound() }
        if day > visit.today { throw Problems("on", "This day is in the future. Give the day of the test.") }
        return try keep(files[0], kind: "results:\(try instrument(test, for: visit.viewer).id):\(day)", for: school)
    }
}

private func choosePage(_ visit: Visit, _ reader: Reader, _ typed: FormValues, _ problems: Problems) throws -> Answer {
    let write = FormWriter(typed, problems), schools = try reader.schools(for: visit.viewer), title = "Read in a file of results"
    let school: HTML = schools.count < 2 ? "" : write.select("school", "School", [Choice("", "Choose a school")] + schools.map { Choice("\($0.id)", $0.name) })
    let tests = try reader.instruments(for: visit.viewer, offeredOn: visit.today).map { Choice("\($0.id)", $0.name) }
    let body: HTML = """
        \(crumbs(("Enter results", resultsPath())))\(write.summary)\(importSteps(0))\(pageTitle(title, lead: "You see what would be saved before anything is."))\
        \(form(resultFilePath(), button: "Show what it would save", back: resultsPath(), files: true, """
            \(school)\(write.select("test", "Test", tests))\(write.day("on", "Day of the test", hint: "For rows that have no day of their own in a column Date."))\
            \(write.file("file", "Which file?", hint: "CSV or Excel (.xlsx). The first row has the headings: UPN, or Forename and Surname; then each score by its name, as the test’s page shows it.", accept: ".csv,.tsv,.txt,.xlsx,.xlsm"))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "results", body) : visit.formAgain(title, at: "results", body)
}

private func previewPage(_ visit: Visit, _ waiting: WaitingResults, _ report: ImportReport) -> Answer {
    let taken = report.count(.new) + report.count(.changed)
    let saves: HTML = taken == 0 ? "<p><b>Nothing would be saved.</b></p>" : "<p><b>Results of \(count(taken, "row")) will be saved.</b> What is refused is left out. You can take the file back later.</p>"
    let save: HTML = taken == 0 ? "" : "<form method=\"post\" action=\"\(applyResultFilePath(waiting.upload.id))\"><p class=\"actions\"><button>Save these results</button></p></form>"
    return visit.page("Check the results", at: "results", """
        \(crumbs(("Read in a file of results", resultFilePath())))\(importSteps(1))\
        \(pageTitle("Check before you save", lead: "\(waiting.upload.fileName): \(waiting.file.instrument.name). Nothing is saved yet."))\(importOutcome(report, visit.viewer))\
        <div class="next">\(saves)\(save)<form method="post" action="\(dropResultFilePath(waiting.upload.id))"><p class="actions"><button class="second">Stop and save nothing</button></p></form></div>
        """)
}

private func refused(_ visit: Visit, _ waiting: WaitingResults, _ refusal: FileRefusal) -> Answer {
    visit.page("This file of results was not taken", at: "results", status: 422, """
        \(crumbs(("Read in a file of results", resultFilePath())))<h1>This file was not taken</h1>\
        <div class="problems" role="alert" id="problems" tabindex="-1"><h2>\(waiting.upload.fileName)</h2><p>\(refusal.message)</p></div>\
        <p>Nothing was saved.</p><p class="actions">\(linkButton("Choose another file", resultFilePath()))</p>
        """)
}
