import Access
import AreaKit
import Basics
import Database
import Files
import Foundation
import Pages
import People

/// Concerns in figures as a file to keep: one row for each school.
let concernFigureFilePath = PagePath< >("/concerns/figures/file")

let concernFigureFileRoute: Route = .read(concernFigureFilePath, .seeFigures) { visit in
    guard let format = TableFormat(rawValue: visit.request.query["format"]) else { throw NotFound() }
    let sheet = try await visit.read { try $0.concernFigures(of: visit.request.query["term"], for: visit.viewer, on: visit.today) }
    return .download(try body(sheet, format), name: "concerns-\(sheet.term.starts)-to-\(sheet.term.ends).\(format.rawValue)", type: format.mediaType)
}

/// What programs read of it.
let concernFiguresAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/concerns/figures"), .seeFigures, name: "listConcernFigures", "How many concerns each school raised in a term, and how fast they were decided", query: [
        .maybe("term", .text(most: 40), "The term, such as Autumn 2026; the one that runs where it is left out."),
    ], item: [
        APIField("urn", .urn, "The school's URN."), APIField("name", .anyText, "Its name."), APIField("term", .anyText, "The term."),
        APIField("raised", .orNull(.number), "Concerns raised; null where the number is too small to be shown."), APIField("decided", .orNull(.number), "Of these, decided."),
        APIField("in_target", .orNull(.number), "Of these, decided by the school's own day."), APIField("median_days", .orNull(.number), "School days to the first decision, median."),
    ]) { asked in
        try await asked.read { reader in
            let sheet = try reader.concernFigures(of: asked.query.text("term"), for: asked.viewer, on: asked.today)
            let lines = sheet.schools.sorted { (Int($0.urn) ?? 0) < (Int($1.urn) ?? 0) }
            return try asked.part(of: lines, marks: 1) { [Int($0.urn) ?? 0] }.json { json($0, sheet.term) }
        }
    },
]

private func json(_ line: FigureLine, _ term: YearTerm) -> JSON {
    let number: (Int?) -> JSON = { $0.map { .integer($0) } ?? .null }
    return .object([
        "urn": .text(line.urn), "name": .text(line.name), "term": .text(term.label), "raised": number(line.raised.number), "decided": number(line.decided.number),
        "in_target": number(line.inTarget.number), "median_days": number(line.medianDays),
    ])
}

private let columns = ["urn", "school", "term", "raised", "decided", "in_target", "median_school_days"]

/// A number that is not shown stays empty.
private func table(_ sheet: ConcernFigureSheet) -> TextTable {
    TextTable("Concerns", columns: columns, lines: sheet.schools.map { line in
        [line.urn, line.name, sheet.term.label] + [line.raised.number, line.decided.number, line.inTarget.number, line.medianDays].map { $0.map { "\($0)" } ?? "" }
    })
}

private func body(_ sheet: ConcernFigureSheet, _ format: TableFormat) throws -> Answer.Body {
    switch format {
    case .csv: return .bytes(Array(table(sheet).csv.utf8))
    case .json: return .bytes(Array("[\(sheet.schools.map { json($0, sheet.term).text }.joined(separator: ",\n"))]\n".utf8))
    case .xlsx:
        let path = FileManager.default.temporaryDirectory.appending(path: "concern-figures-\(UUID().uuidString)").path
        try table(sheet).writeWorkbook(to: path)
        return .file(path: path)
    }
}
