import AreaKit

/// Patterns of pages as people know them: for those who read who looked.
struct PageWords: Sendable {
    /// What the areas call their pages.
    private let contributed: [String: String]

    init(_ areas: [any Area]) { contributed = areas.reduce(into: [:]) { $0.merge($1.pageWords) { $1 } } }

    func of(_ pattern: String) -> String {
        if let words = known(pattern) { return words }
        let pieces = pattern.split(separator: "/").filter { $0 != "*" && $0 != "api" && $0 != "v1" }.map { $0.replacing("-", with: " ") }
        return pieces.joined(separator: ": ")
    }

    /// Nil where no words are written down yet.
    func known(_ pattern: String) -> String? { contributed[pattern] }
}
