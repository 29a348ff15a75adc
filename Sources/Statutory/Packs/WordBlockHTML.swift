import Basics
import Files
import Pages

extension [WordBlock] {
    /// The words of a Word file as a page: headings, lines, lists and tables.
    /// - Parameter top: which heading the first of the file is, its title or what stands in its place.
    func html(from top: Int) -> HTML {
        let lowest = compactMap { if case .heading(let level, _) = $0 { level } else { nil } }.min() ?? 0
        var parts: [HTML] = [], items: [HTML] = [], last = top - 1
        for block in self {
            if case .item(let words) = block { items.append("<li>\(marked(words))</li>"); continue }
            if !items.isEmpty { parts.append("<ul>\(items)</ul>"); items = [] }
            switch block {
            case .heading(let level, let words):
                // No level is left out, whatever the file does.
                last = Swift.min(Swift.min(6, top + level - lowest), last + 1)
                parts.append(heading(last, words))
            case .line(let words): parts.append(lines(words))
            case .table(let found): parts.append(found.html)
            case .item: break
            }
        }
        return "\(parts + (items.isEmpty ? [] : ["<ul>\(items)</ul>"]))"
    }
}

private func heading(_ level: Int, _ words: String) -> HTML {
    switch level {
    case ...2: "<h2>\(marked(words))</h2>"
    case 3: "<h3>\(marked(words))</h3>"
    case 4: "<h4>\(marked(words))</h4>"
    case 5: "<h5>\(marked(words))</h5>"
    default: "<h6>\(marked(words))</h6>"
    }
}

private func lines(_ words: String) -> HTML {
    let lines: [HTML] = words.split(whereSeparator: \.isNewline).map { "<p>\(marked(String($0)))</p>" }
    return "\(lines)"
}

/// Words in which the places that are to be filled in stand out.
private func marked(_ words: String) -> HTML {
    let pieces = words.split(separator: WordForm.blank, omittingEmptySubsequences: false).map(String.init)
    let marked: [HTML] = pieces.enumerated().map { $0 == 0 ? "\($1)" : "<mark>\(WordForm.blank)</mark>\($1)" }
    return "\(marked)"
}

private func cell(_ words: String) -> HTML {
    let lines: [HTML] = words.split(whereSeparator: \.isNewline).map { marked(String($0)) }
    return lines.joined("<br>")
}

extension WordTable {
    /// Names at the left become a list of facts; heads become the heads of a table.
    fileprivate var html: HTML {
        if !hasHeads, rows.allSatisfy({ $0.count == 2 }) { return facts(rows.filter { !$0[0].isEmpty || !$0[1].isEmpty }.map { ($0[0], cell($0[1])) }) }
        guard let heads = rows.first else { return "" }
        let body: [HTML] = rows.dropFirst().map { row in
            let cells: [HTML] = row.enumerated().map { place, words in
                if place == 0 { return "<th scope=\"row\">\(cell(words))</th>" }
                let label = place < heads.count ? heads[place] : ""
                return "<td data-label=\"\(label)\">\(cell(words))</td>"
            }
            return "<tr>\(cells)</tr>\n"
        }
        return table(caption.nonEmpty ?? "Table of the form", heads.map { head($0) }, body)
    }
}
