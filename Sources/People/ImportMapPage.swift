import Access
import AreaKit
import Basics
import Database
import Files
import Pages

/// Says which column of a report holds what; what is known is offered, the person confirms.
let importMapPath = PagePath<RowID>("/imports/*/columns")

let importMapRoutes: [Route] = [
    .read(importMapPath, .importFiles) { visit, id in
        let (upload, sheet) = try await opened(visit, id)
        let map = try await visit.read { try $0.savedMap(upload.kind, of: upload.school) }
        return page(visit, upload, sheet, MapForm(sheet.fitting(map)), Problems())
    },
    .send(importMapPath, .importFiles) { visit, id in
        let (upload, sheet) = try await opened(visit, id)
        let form = MapForm(visit.request.form)
        do {
            let map = try form.answer(sheet.kind, headings: sheet.headings(in: form.headerRow))
            try await visit.write { writer in
                try writer.save(map, of: upload)
                try writer.remember(map, for: upload.school)
            }
            return .goTo(previewPath(id))
        } catch let problems as Problems {
            return page(visit, upload, sheet, form, problems)
        }
    },
]

/// The first rows of a report, and what they may mean.
private struct OpenedSheet: Sendable {
    let kind: ReportKind
    let rows: [TableRow]

    func headings(in row: Int) -> [String] {
        ReportColumns.names(of: rows.first { $0.number == row } ?? rows.first ?? TableRow(number: 1, cells: [])).filter { !$0.isEmpty }
    }

    /// The school's own map where its headings are all there, or else what we would guess.
    func fitting(_ saved: ReportMap?) -> ReportMap {
        if let saved, let row = rows.first(where: { row in Set(saved.columns.values).isSubset(of: Set(ReportColumns.names(of: row))) }) {
            var map = saved
            map.headerRow = row.number
            return map
        }
        return ReportMap.proposed(for: rows, kind: kind) ?? ReportMap(kind: kind, columns: [:], headerRow: rows.first?.number ?? 1)
    }
}

/// The browser's text; its answer is a map.
private struct MapForm: Sendable {
    let values: FormValues

    init(_ values: FormValues) { self.values = values }

    init(_ map: ReportMap) {
        var values = FormValues([("header_row", "\(map.headerRow ?? 1)"), ("date_order", map.dateOrder.rawValue)])
        for (field, heading) in map.columns { values.add(field, heading) }
        self.values = values
    }

    var headerRow: Int { Int(values["header_row"]) ?? 1 }

    func answer(_ kind: ReportKind, headings: [String]) throws -> ReportMap {
        var columns: [String: String] = [:], problems = Problems()
        for field in ReportField.fields(of: kind) {
            guard let heading = values[field.key].nonEmpty else { continue }
            problems.require(headings.contains(heading), field.key, "There is no column “\(heading)” in row \(headerRow). Choose one of the list.")
            columns[field.key] = heading
        }
        try problems.check()
        var map = ReportMap(kind: kind, columns: columns, headerRow: headerRow, dateOrder: DateOrder(rawValue: values["date_order"]) ?? .dmy)
        (map.periodStarts, map.periodEnds) = (try values.dayIfAny("period_starts"), try values.dayIfAny("period_ends"))
        try map.check()
        return map
    }
}

private func opened(_ visit: Visit, _ id: RowID) async throws -> (ImportUpload, OpenedSheet) {
    let upload = try await visit.read { try $0.upload(id, for: visit.viewer) }
    guard let kind = ReportKind(rawValue: upload.kind) else { throw NotFound() }
    do {
        return (upload, OpenedSheet(kind: kind, rows: try ReportReader.opening(upload.path)))
    } catch let refusal as FileRefusal {
        throw Problems("", refusal.message)
    }
}

private func page(_ visit: Visit, _ upload: ImportUpload, _ sheet: OpenedSheet, _ map: MapForm, _ problems: Problems) -> Answer {
    let write = FormWriter(map.values, problems)
    let headings = [Choice("", "Not in this file")] + sheet.headings(in: map.headerRow).map { Choice($0, $0) }
    let fields: [HTML] = ReportField.fields(of: sheet.kind).map { write.select($0.key, $0.label, headings) }
    let rows = sheet.rows.map { row in Choice("\(row.number)", "Row \(row.number): \(row.cells.filter { !$0.isEmpty }.prefix(4).joined(separator: ", ").prefix(70))") }
    let body: HTML = """
        \(write.summary)\(steps(1))\(pageTitle("Which column holds what?", lead: "\(upload.fileName). We filled in what we know: check it, then go on. It is kept for the next time."))\
        \(form(importMapPath(upload.id), button: "Show what it would change", back: importPath(upload.school), """
            \(write.select("header_row", "The headings are in", rows))\
            \(write.select("date_order", "Dates are written", [Choice("dmy", "Day first: 21/03/2017"), Choice("mdy", "Month first: 03/21/2017"), Choice("iso", "Year first: 2017-03-21")]))\
            \(sheet.kind.countsDays ? period(write) : "")<div class="grid">\(fields)</div>
            """))
        """
    return problems.isEmpty ? visit.page("Which column holds what?", at: "school", body) : visit.formAgain("Which column holds what?", at: "school", body)
}

/// The days of the whole report. They are asked for each time, for the last report's would be wrong.
private func period(_ write: FormWriter) -> HTML {
    """
    \(write.day("period_starts", "First day that the report counts", hint: "Leave it empty if a column says so."))\
    \(write.day("period_ends", "Last day that the report counts", hint: "Leave it empty if a column says so."))
    """
}
