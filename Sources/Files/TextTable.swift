import Basics
import Foundation

/// The forms in which a table is handed out.
public enum TableFormat: String, Sendable, CaseIterable {
    case csv, xlsx, json

    public var mediaType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .json: "application/json; charset=utf-8"
        }
    }
}

/// A table of texts, to be handed out as CSV, as JSON or as a workbook. An empty text is null in JSON.
public struct TextTable: Sendable {
    public let title: String
    public let columns: [String]
    public let lines: [[String]]

    public init(_ title: String, columns: [String], lines: [[String]]) { (self.title, self.columns, self.lines) = (title, columns, lines) }

    public var csv: String { ([columns] + lines).map(DelimitedText.line).joined() }

    public var json: String {
        let items = lines.map { line in JSON.object(JSON.KeyedValues(zip(columns, line).map { ($0, JSON.optional($1.nonEmpty)) })).text }
        return items.isEmpty ? "[]\n" : "[\n\(items.joined(separator: ",\n"))\n]\n"
    }

    /// Writes a workbook, readable only by whoever runs the program.
    public func writeWorkbook(to path: String) throws {
        try Workbook.write(path, sheets: [Sheet(title, columns: columns.map { Sheet.Column($0, width: 18, kind: .text) }, rows: lines.map { $0.map(Cell.text) })])
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
}
