import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Brings in plans of a pupil from another school: the file is chosen, looked at, and taken in. The receipt takes it back.
let importPlansPath = PagePath<PupilID>("/pupils/*/plans/import")
let previewPlansPath = PagePath<RowID>("/plan-imports/*")
let applyPlansPath = PagePath<RowID>("/plan-imports/*/apply")
let dropPlansPath = PagePath<RowID>("/plan-imports/*/drop")

let importPlansRoutes: [Route] = [
    .read(importPlansPath, .importFiles) { visit, pupil in try await choosePage(visit, pupil, Problems()) },
    .send(importPlansPath, .importFiles) { visit, pupil in
        let viewer = visit.viewer, today = visit.today
        do {
            let school = try await visit.read { try $0.schoolForPlans(of: $0.recordForPlans(pupil, viewer, today).pupil, on: today) }
            guard let file = visit.request.files.first(where: { $0.field == "file" }) else { throw Problems("file", "Choose a file.") }
            _ = try PlanFile.read(at: file.path)
            return .goTo(previewPlansPath(try await visit.write { try $0.keep(file, kind: WaitingPlans.kind(pupil), for: school) }))
        } catch let problems as Problems {
            return try await choosePage(visit, pupil, problems)
        }
    },
    .read(previewPlansPath, .importFiles) { visit, id in
        let waiting = try await visit.read { [viewer = visit.viewer, today = visit.today] in try $0.waitingPlans(id, viewer, today) }
        return try await previewPage(visit, waiting, Problems())
    },
    .send(applyPlansPath, .importFiles) { visit, id in
        let viewer = visit.viewer, same = visit.request.form.has("same")
        let waiting = try await visit.read { [today = visit.today] in try $0.waitingPlans(id, viewer, today) }
        do {
            let coming = PlanFileImport(file: try PlanFile.read(at: waiting.upload.path), pupil: waiting.record.pupil.id, isSameChild: same)
            let result = try await visit.store.importFile(waiting.imported, visit.act, dryRun: false) { try coming.take($0, viewer) }
            try await visit.write { try $0.drop(waiting.upload) }
            return .goTo(receiptPath(result.receipt ?? .new))
        } catch let problems as Problems {
            return try await previewPage(visit, waiting, problems)
        }
    },
    .send(dropPlansPath, .importFiles) { visit, id in
        let waiting = try await visit.read { [viewer = visit.viewer, today = visit.today] in try $0.waitingPlans(id, viewer, today) }
        try await visit.write { try $0.drop(waiting.upload) }
        return .goTo(importPlansPath(waiting.record.pupil.id))
    },
]

/// A file of plans that waits for its preview to be answered.
private struct WaitingPlans: Sendable {
    let upload: ImportUpload
    let record: TakeInPlans.Record

    static func kind(_ pupil: PupilID) -> String { "plan-file:\(pupil)" }

    var imported: ImportedFile { ImportedFile(kind: "plan-file", path: upload.path, name: upload.fileName, school: upload.school) }
}

extension Reader {
    /// The file, where this viewer writes plans about its pupil. Whose plans it is to bring stands in its kind.
    fileprivate func waitingPlans(_ id: RowID, _ viewer: Viewer, _ day: Day) throws -> WaitingPlans {
        let upload = try upload(id, for: viewer), parts = upload.kind.split(separator: ":")
        guard parts.count == 2, parts[0] == "plan-file", let pupil = PupilID(parts[1]) else { throw NotFound() }
        return WaitingPlans(upload: upload, record: try planRecord(of: pupil, for: viewer, on: day))
    }
}

private func choosePage(_ visit: Visit, _ id: PupilID, _ problems: Problems) async throws -> Answer {
    let record = try await visit.read { [viewer = visit.viewer, today = visit.today] in try $0.recordForPlans(id, viewer, today) }
    // What is wrong within the file has its place there and no field here.
    let (own, within) = (problems.list.filter { $0.field == "file" }, problems.list.filter { $0.field != "file" })
    var shown = Problems()
    own.forEach { shown.add($0.field, $0.message) }
    if !within.isEmpty { shown.add("file", "This file can’t be taken in as it is. What is wrong stands below.") }
    let write = FormWriter(FormValues(), shown), title = "Bring a plan from another school"
    let body: HTML = """
        \(crumbs(("Plans", plansPath()), (record.pupil.name, pupilPath(id))))\(write.summary)\(importSteps(0))\(pageTitle(title, lead: "For \(record.pupil.name). You see what would be saved before anything is."))\
        \(placesInFile(within))\(form(importPlansPath(id), button: "Show what it would bring", back: pupilPath(id), files: true, """
            \(write.file("file", "Which file?", hint: "The open file (JSON) that the other school downloaded from the plan’s page, up to \(PlanFile.most.bytes >> 20) MB.", accept: ".json"))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "plans", body) : visit.formAgain(title, at: "plans", body)
}

/// What is wrong in the file, each with its place.
private func placesInFile(_ problems: [Problem]) -> HTML {
    if problems.isEmpty { return "" }
    let items: [HTML] = problems.prefix(50).map { "<li>\($0.field.isEmpty ? "" : "<code>\($0.field)</code>: ")\($0.message)</li>" }
    let more: HTML = problems.count > 50 ? "<p class=\"quiet\">\(problems.count - 50) more are not shown.</p>" : ""
    return card("What is wrong in the file", id: "in-file", "<ul>\(items)</ul>\(more)<p>Nothing was saved. Ask the sender to mend it and to send the file again.</p>")
}

private func previewPage(_ visit: Visit, _ waiting: WaitingPlans, _ problems: Problems) async throws -> Answer {
    let viewer = visit.viewer, pupil = waiting.record.pupil, path = waiting.upload.path
    do {
        let file = try PlanFile.read(at: path), coming = PlanFileImport(file: file, pupil: pupil.id, isSameChild: true)
        let report = try await visit.store.importFile(waiting.imported, visit.act, dryRun: true) { try coming.take($0, viewer) }.report
        let asks = ChildMatch(file.child, pupil, former: waiting.record.former) == .askPerson
        return preview(visit, waiting, file, report, asks: asks, problems)
    } catch let wrong as Problems {
        return visit.page("This file was not taken", at: "plans", status: 422, """
            \(crumbs(("Plans", plansPath()), (pupil.name, pupilPath(pupil.id))))<h1>This file was not taken</h1>\
            <div class="problems" role="alert" id="problems" tabindex="-1"><h2>\(waiting.upload.fileName)</h2><p>It can’t be brought in for \(pupil.calledName) as it is.</p></div>\
            \(placesInFile(wrong.list))<p class="actions">\(linkButton("Choose another file", importPlansPath(pupil.id)))</p>
            """)
    }
}

private func preview(_ visit: Visit, _ waiting: WaitingPlans, _ file: PlanFile, _ report: ImportReport, asks: Bool, _ problems: Problems) -> Answer {
    let pupil = waiting.record.pupil, write = FormWriter(visit.request.form, problems), id = waiting.upload.id, title = "Check before you save"
    let tick: HTML = asks ? "<div id=\"pupil\">\(write.problem("pupil"))\(write.checkbox("same", Choice("yes", "This is the same child: I compared the names and the day of birth")))</div>" : ""
    let body: HTML = """
        \(crumbs(("Plans", plansPath()), (pupil.name, pupilPath(pupil.id))))\(write.summary)\(importSteps(1))\(pageTitle(title, lead: "\(waiting.upload.fileName), for \(pupil.name). Nothing is saved yet."))\
        \(sideBySide(file, pupil))\(importOutcome(report, visit.viewer))\
        <div class="next"><p><b>\(count(report.count(.new), "plan")) will be saved.</b> You can take it back later.</p>\
        <form method="post" action="\(applyPlansPath(id))">\(tick)<p class="actions"><button>Bring in \(report.count(.new) == 1 ? "this plan" : "these plans")</button></p></form>\
        <form method="post" action="\(dropPlansPath(id))"><p class="actions"><button class="second">Stop and save nothing</button></p></form></div>
        """
    return problems.isEmpty ? visit.page(title, at: "plans", body) : visit.formAgain(title, at: "plans", body)
}

/// The child of the file beside the pupil of ours.
private func sideBySide(_ file: PlanFile, _ pupil: Pupil) -> HTML {
    let child = file.child
    let rows: [(String, String, String)] = [
        ("Name", [child.forename, child.surname].filter { !$0.isEmpty }.joined(separator: " "), pupil.legalName), ("Called", child.called.nonEmpty ?? child.forename, pupil.calledName),
        ("Born", child.birth.inWords, pupil.birth.inWords), ("UPN", child.upn.nonEmpty ?? "None", pupil.upn ?? "None"),
    ]
    let lines: [HTML] = rows.map { "<tr><th scope=\"row\">\($0.0)</th><td data-label=\"In the file\">\($0.1)</td><td data-label=\"Here\">\($0.2)</td></tr>" }
    return """
        <p>Written by \(file.writtenBy) at \(file.school.name) on \(file.writtenAt.dayInEngland.inWords).</p>\
        \(table("Whose plans they are", unseen: false, [head("What"), head("In the file"), head("Here")], lines))
        """
}
