import Access
import AreaKit
import Basics
import Database
import Files
import Pages

/// Shows what a file would change, and on a press puts it in the record.
let previewPath = PagePath<RowID>("/imports/*")
let applyImportPath = PagePath<RowID>("/imports/*/apply")
let dropImportPath = PagePath<RowID>("/imports/*/drop")

/// - Parameter takers: who takes the rows of reports that another area keeps.
func importPreviewRoutes(_ takers: [ReportKind: ReportTaker]) -> [Route] { [
    .read(previewPath, .importFiles) { visit, id in
        let upload = try await visit.read { try $0.upload(id, for: visit.viewer) }
        if ReportKind(rawValue: upload.kind) != nil, upload.map == nil { return .goTo(importMapPath(id)) }
        do {
            let result = try await visit.store.importFile(upload.request(takers), as: visit.viewer, visit.act, dryRun: true)
            return try await preview(visit, upload, result.report)
        } catch let refusal as FileRefusal {
            return refused(visit, upload, refusal.message)
        }
    },
    .send(applyImportPath, .importFiles) { visit, id in
        let upload = try await visit.read { try $0.upload(id, for: visit.viewer) }
        do {
            let result = try await visit.store.importFile(upload.request(takers), as: visit.viewer, visit.act, dryRun: false)
            try await visit.write { try $0.drop(upload) }
            return .goTo(receiptPath(result.receipt ?? .new))
        } catch let refusal as FileRefusal {
            return refused(visit, upload, refusal.message)
        }
    },
    .send(dropImportPath, .importFiles) { visit, id in
        let upload = try await visit.read { try $0.upload(id, for: visit.viewer) }
        try await visit.write { try $0.drop(upload) }
        return .goTo(importPath(upload.school))
    },
] }

private func preview(_ visit: Visit, _ upload: ImportUpload, _ report: ImportReport) async throws -> Answer {
    let school = try await visit.read { try $0.school(upload.school, for: visit.viewer) }
    let taken = report.count(.new) + report.count(.changed)
    let again: HTML = ReportKind(rawValue: upload.kind) == nil ? "" : " <a href=\"\(importMapPath(upload.id))\">Change which column holds what</a>"
    let saves: HTML = taken == 0
        ? "<p><b>Nothing would change.</b> The record holds all of this already.</p>"
        : "<p><b>\(count(taken, "row")) will be saved.</b> What is in conflict, likely twins and refused rows are left as they are. You can take the import back later.</p>"
    return visit.page("Check before you save", at: "school", """
        \(crumbs(("Read in a file", importPath(upload.school))))\(importSteps(1))\
        \(pageTitle("Check before you save", lead: "\(upload.fileName), for \(school?.name). Nothing is saved yet."))\
        \(importOutcome(report, visit.viewer))\
        <div class="next">\(saves)<form method="post" action="\(applyImportPath(upload.id))"><p class="actions"><button>Put these in the record</button>\(again)</p></form>\
        <form method="post" action="\(dropImportPath(upload.id))"><p class="actions"><button class="second">Stop and save nothing</button></p></form></div>
        """)
}

private func refused(_ visit: Visit, _ upload: ImportUpload, _ reason: String) -> Answer {
    visit.page("This file was not taken", at: "school", status: 422, """
        \(crumbs(("Read in a file", importPath(upload.school))))<h1>This file was not taken</h1>\
        <div class="problems" role="alert" id="problems" tabindex="-1"><h2>\(upload.fileName)</h2><p>\(reason)</p></div>\
        <p>Nothing was saved.</p><p class="actions">\(linkButton("Choose another file", importPath(upload.school)))</p>
        """)
}

/// Everything that an import would do: its numbers, the rows that matter, and what to know beside them.
public func importOutcome(_ report: ImportReport, _ viewer: Viewer) -> HTML {
    "\(outcomeTiles(report))\(linesTable(report, viewer.witness))\(problemsCard(report.problems, report.notes))"
}

private func outcomeTiles(_ report: ImportReport) -> HTML {
    let all = ImportOutcome.allCases.map { outcome in
        Tile(report.count(outcome), outcome == .conflict ? "in conflict" : outcome.label.lowercased(), warns: report.count(outcome) > 0 && [.conflict, .twin, .refused].contains(outcome))
    }
    let sum = ImportOutcome.allCases.map { report.count($0) }.reduce(0, +)
    return "\(tiles(all))<p class=\"quiet\">Together these are \(grouped(sum)), every row of the file.</p>"
}

private func linesTable(_ report: ImportReport, _ witness: Witness) -> HTML {
    if report.lines.isEmpty { return "" }
    let order: [ImportOutcome] = [.conflict, .twin, .refused, .changed, .new, .unchanged]
    let shown = report.lines.sorted { (order.firstIndex(of: $0.outcome) ?? 9, $0.row) < (order.firstIndex(of: $1.outcome) ?? 9, $1.row) }.prefix(150)
    witness.saw(shown.compactMap(\.pupil))
    let more: HTML = report.lines.count > shown.count ? "<p class=\"quiet\">These are the first \(shown.count) of \(grouped(report.lines.count)) rows that change something or need you.</p>" : ""
    return table("Rows that change something, or need you", unseen: false,
                 [head("Row", number: true), head("Name"), head("What happens"), head("In detail")], shown.map(line)) + more
}

private func line(_ line: ImportLine) -> HTML {
    let kind: HTML = switch line.outcome {
    case .new: "tag-good"
    case .changed, .unchanged: "tag-support"
    case .conflict, .twin: "tag-warn"
    case .refused: "tag-bad"
    }
    let details: [HTML] = line.differences.prefix(12).map { part in
        part.old.isEmpty ? "<b>\(part.label):</b> \(part.new)<br>" : "<b>\(part.label):</b> <del>\(part.old)</del> → <ins>\(part.new)</ins><br>"
    }
    return """
        <tr><td class="number" data-label="Row">\(line.row)</td><th scope="row">\(line.name.isEmpty ? "(not named)" : line.name)</th>\
        <td><span class="tag \(kind)">\(line.outcome.label)</span></td><td>\(details)\(line.reason)</td></tr>

        """
}

/// What a person should know of beside the rows.
func problemsCard(_ problems: [IncomingProblem], _ notes: [String]) -> HTML {
    if problems.isEmpty, notes.isEmpty { return "" }
    let items: [HTML] = problems.prefix(100).map { problem in "<li>\(problem.row.map { "Row \($0): " })\(problem.message)</li>" } + notes.map { "<li>\($0)</li>" }
    let more: HTML = problems.count > 100 ? "<p class=\"quiet\">\(problems.count - 100) more are in the receipt.</p>" : ""
    return card("Good to know", id: "problems-list", "<ul>\(items)</ul>\(more)")
}
