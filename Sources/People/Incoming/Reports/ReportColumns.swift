import Basics
import Files

/// Where the columns of a map stand in one report.
struct ReportColumns {
    let header: TableRow
    private let positions: [String: Int]
    private let values: [String: [String: String]]

    /// Nil where the row lacks one of the map's headings.
    init?(_ row: TableRow, map: ReportMap) {
        header = row
        let byName = Self.positions(of: row)
        var positions: [String: Int] = [:]
        for (field, heading) in map.allColumns {
            guard let position = byName[Self.key(heading)] else { return nil }
            positions[field] = position
        }
        self.positions = positions
        values = map.values.mapValues { words in
            Dictionary(words.map { ($0.key.folded, $0.value) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// The headings of the map that a row lacks.
    static func missing(in row: TableRow, map: ReportMap) -> [String] {
        let byName = positions(of: row)
        return map.allColumns.values.filter { byName[key($0)] == nil }.sorted()
    }

    /// The headings by position; one that stands twice is `Heading` and `Heading#2`.
    static func names(of row: TableRow) -> [String] {
        var seen: [String: Int] = [:]
        return row.cells.map { cell in
            let name = cell.trimmed, key = headerKey(name)
            seen[key, default: 0] += 1
            let times = seen[key] ?? 1
            return times == 1 || key.isEmpty ? name : "\(name)#\(times)"
        }
    }

    func has(_ field: String) -> Bool { positions[field] != nil }

    /// What a row says in a field, in the words of the map; nil where it says nothing. A cell that holds only a
    /// dash says nothing.
    func text(_ field: String, _ row: TableRow) -> String? {
        guard let position = positions[field] else { return nil }
        let cell = row[safe: position].trimmed
        if let words = values[field], let ours = words[cell.folded] { return ours.nonEmpty }
        return cell == "-" || cell == "–" ? nil : cell.nonEmpty
    }

    /// True for a heading row that is repeated further down, as on a printed page.
    func isHeader(_ row: TableRow) -> Bool { row.cells == header.cells }

    private static func positions(of row: TableRow) -> [String: Int] {
        Dictionary(names(of: row).enumerated().map { (key($1), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// `seneed` and `seneed#2`: the count of a repeated heading survives.
    private static func key(_ heading: String) -> String {
        guard let mark = heading.lastIndex(of: "#"), let times = Int(heading[heading.index(after: mark)...]) else { return headerKey(heading) }
        return headerKey(String(heading[..<mark])) + "#\(times)"
    }
}
