import Basics
import Files

/// Looks for the row with the map's headings.
struct HeaderSearch {
    let map: ReportMap
    private(set) var columns: ReportColumns?
    private var seen = 0
    private var missing: [String]?

    init(_ map: ReportMap) { self.map = map }

    mutating func look(at row: TableRow) throws {
        if let wanted = map.headerRow, row.number < wanted { return }
        columns = ReportColumns(row, map: map)
        if columns != nil { return }
        let lacking = ReportColumns.missing(in: row, map: map)
        if lacking.count < missing?.count ?? .max { missing = lacking }
        seen += 1
        if map.headerRow != nil || seen == ReportMap.openingRows { throw notFound }
    }

    var notFound: FileRefusal {
        guard let missing else { return FileRefusal("This file has no rows.") }
        return FileRefusal("This report has no column \(missing.map(quoted).joined(separator: ", ")), which the map names. Change the map, or export the report with that column.",
                           row: map.headerRow)
    }
}

/// Rows that are not data: totals and printing remarks. They fill at most half of the columns, so that a
/// person called Page or Count is not taken for one.
enum Footer {
    static func isFooter(_ row: TableRow, _ columns: ReportColumns) -> Bool {
        guard columns.text("birth_date", row) == nil, columns.text("upn", row) == nil else { return false }
        let filled = row.cells.filter { !$0.trimmed.isEmpty }
        guard let first = filled.first?.folded, filled.count * 2 <= columns.header.cells.count else { return false }
        return openings.contains { first == $0 || first.hasPrefix($0 + " ") || first.hasPrefix($0 + ":") }
    }

    private static let openings = ["total", "totals", "grand total", "report", "printed", "page", "count", "number of",
                                   "end of report", "generated", "exported", "run by"]
}
