import Access
import AreaKit
import Foundation
import Pages

/// `docs/roles.md`, as a person reads it: which role may open and send what.
struct RoleTable: Sendable {
    enum Cell: String, Sendable {
        case yes
        /// Only what is in this role's sight; for the rest, not found.
        case own
        case no = "–"
    }

    struct Line: Sendable {
        let route: String
        let anybody: Cell?
        let cells: [Role: Cell]
    }

    let lines: [Line]
    /// What could not be read.
    let faults: [String]

    /// - Parameter text: Markdown with a table of codes, then tables of routes.
    init(_ text: String) {
        var codes: [String: Role] = [:], columns: [Role?] = [], lines: [Line] = [], faults: [String] = []
        for row in text.split(separator: "\n").filter({ $0.hasPrefix("|") && !$0.hasPrefix("|--") }) {
            let cells = row.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
            switch cells.first ?? "" {
            case "Route": columns = cells.dropFirst(3).map { codes[$0] }
            case let first where first.hasPrefix("`"):
                let marks = cells.dropFirst(2).map { Cell(rawValue: $0) }
                if marks.contains(nil) || marks.count != columns.count + 1 || columns.contains(nil) { faults.append(String(row)) }
                let pairs = zip(columns, marks.dropFirst()).compactMap { role, cell in role.flatMap { role in cell.map { (role, $0) } } }
                lines.append(Line(route: first.replacing("`", with: ""), anybody: marks.first ?? nil, cells: Dictionary(pairs) { $1 }))
            default: Role.allCases.first { $0.label == cells.last }.map { codes[cells[0]] = $0 }
            }
        }
        (self.lines, self.faults) = (lines, faults)
    }

    func line(_ route: Route) -> Line? { lines.first { $0.route == route.name } }

    /// The columns, in their order: everybody but the operator, who never comes by a page.
    static let columns = Role.allCases.filter { $0 != .operator }

    static func read() throws -> RoleTable {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return RoleTable(try String(contentsOf: root.appending(path: "docs/roles.md"), encoding: .utf8))
    }
}

extension Route {
    /// `GET /pupils/*`.
    var name: String { "\(method.rawValue) \(pattern)" }
}
