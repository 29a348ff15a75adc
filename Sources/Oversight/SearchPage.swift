import Access
import AreaKit
import Basics
import Database
import Pages

/// Finds pupils and schools by words.
public let searchPath = PagePath< >("/search")

func searchRoutes(_ sources: [SearchSource]) -> [Route] {
    [
        .read(searchPath, .seePupils) { visit in
            let words = visit.request.query["words"].trimmed
            let found = try await visit.read { reader in
                try sources.map { Found(title: $0.title, hits: try $0.find(reader, visit.viewer, words, visit.today)) }.filter { !$0.hits.isEmpty }
            }
            return visit.page("Search: \(words)", """
                <h1>\(heading(words, found))</h1>\(found.map(\.html))\(found.isEmpty ? hint : "")
                """)
        },
    ]
}

private struct Found: Sendable {
    let title: String
    let hits: [SearchHit]

    var html: HTML {
        let more: HTML = hits.count < SearchSource.most ? "" : "<p class=\"quiet\">These are the first \(SearchSource.most). Type more of the name to see fewer.</p>"
        let rows: [HTML] = hits.map { hit in
            "<tr><th scope=\"row\"><a class=\"name\" href=\"\(hit.address)\">\(hit.title)</a></th><td>\(hit.detail)</td><td>\(hit.tag)</td></tr>\n"
        }
        return "<h2>\(title)</h2>" + table("\(title) found", [head("Name"), head("Where"), head("Status")], rows) + more
    }
}

private func heading(_ words: String, _ found: [Found]) -> String {
    if words.isEmpty { return "Find a pupil or a school" }
    if found.isEmpty { return "Nothing found for “\(words)”" }
    let parts = found.map { "\($0.hits.count) \($0.hits.count == 1 ? String($0.title.dropLast()) : $0.title)".lowercased() }
    return "\(parts.joined(separator: " and ")) for “\(words)”"
}

private let hint: HTML = """
    <p>Type the beginning of one or more names, in any order, a whole UPN or an admission number. You find only pupils and schools that you work with.</p>
    """
