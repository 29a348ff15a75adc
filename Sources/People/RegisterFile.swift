import Access
import Basics
import Database
import Files
import Foundation

/// The register as a file or as JSON: one row for each pupil on a roll, with columns that other programs build on.
public struct RegisterFile: Sendable {
    /// What stands in one cell.
    private enum Value {
        case text(String?), day(Day?), flag(Bool?)
    }

    /// The columns, in their order for good.
    public static let columns = [
        "urn", "upn", "surname", "forename", "date_of_birth", "sex", "year", "class", "provision", "provision_since", "need_1", "need_2",
        "sen_unit", "resourced_provision", "home_la", "looked_after", "pupil_premium", "eal",
    ]

    public let filter: RegisterFilter
    public let format: TableFormat
    /// Whether a spreadsheet opens the CSV: it needs a byte-order mark, which other programs stumble over.
    private let forSpreadsheets: Bool

    public init(_ filter: RegisterFilter, as format: TableFormat, forSpreadsheets: Bool = false) {
        (self.filter, self.format, self.forSpreadsheets) = (filter, format, forSpreadsheets)
    }

    /// Writes the file, readable only by whoever runs the program.
    /// - Returns: how many pupils are in it.
    /// - Throws: `FileRefusal` where it can't be written.
    public func write(to path: String, for viewer: Viewer, _ reader: Reader) throws -> Int {
        if format == .xlsx { return try writeWorkbook(path, viewer, reader) }
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]), let file = FileHandle(forWritingAtPath: path) else {
            throw FileRefusal("The file \(path) can't be written. Check that the folder is there, and that it is yours.")
        }
        defer { try? file.close() }
        return try write(for: viewer, reader) { text in try file.write(contentsOf: Data(text.utf8)) }
    }

    /// Hands over CSV or JSON in pieces.
    /// - Returns: how many pupils are in it.
    public func write(for viewer: Viewer, _ reader: Reader, _ output: (String) throws -> Void) throws -> Int {
        var rows = 0, held = format == .json ? "[" : (forSpreadsheets ? "\u{FEFF}" : "") + DelimitedText.line(Self.columns)
        try reader.eachRegisterLine(filter, for: viewer) { line in
            held += format == .json ? (rows > 0 ? ",\n" : "\n") + JSON.object(JSON.KeyedValues(json(line))).text : DelimitedText.line(values(line).map(text))
            rows += 1
            if held.utf8.count > 1 << 16 { try output(held); held = "" }
        }
        if format == .json { held += rows > 0 ? "\n]\n" : "]\n" }
        try output(held)
        return rows
    }

    private func writeWorkbook(_ path: String, _ viewer: Viewer, _ reader: Reader) throws -> Int {
        var rows: [[Files.Cell]] = []
        try reader.eachRegisterLine(filter, for: viewer) { rows.append(values($0).map(cell)) }
        let columns = Self.columns.map { name in
            Sheet.Column(name, width: 15, kind: ["date_of_birth", "provision_since"].contains(name) ? .date : .text)
        }
        try Workbook.write(path, sheets: [Sheet("SEND register", columns: columns, rows: rows)])
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        return rows.count
    }

    private func values(_ line: RegisterLine) -> [Value] {
        [
            .text(line.urn), .text(line.upn), .text(line.surname), .text(line.forename), .day(line.birth), .text(line.sex), .text(line.year.rawValue),
            .text(line.className), .text(line.provision), .day(line.provisionSince), .text(line.need1), .text(line.need2),
            .flag(line.unit), .flag(line.resourced), .text(line.homeLA), .flag(line.lookedAfter), .flag(line.pupilPremium), .flag(line.eal),
        ]
    }

    /// The columns of a line by their names.
    func json(_ line: RegisterLine) -> [(String, JSON)] {
        zip(Self.columns, values(line)).map { name, value in
            switch value {
            case .text(let text): (name, .optional(text?.nonEmpty))
            case .day(let day): (name, .optional(day?.description))
            case .flag(let flag): (name, flag.map(JSON.bool) ?? .null)
            }
        }
    }

    private func text(_ value: Value) -> String {
        switch value {
        case .text(let text): text ?? ""
        case .day(let day): day?.description ?? ""
        case .flag(let flag): flag.map { $0 ? "true" : "false" } ?? ""
        }
    }

    private func cell(_ value: Value) -> Files.Cell {
        switch value {
        case .text(let text): text.map(Files.Cell.text) ?? .empty
        case .day(let day): day.map(Files.Cell.date) ?? .empty
        case .flag(let flag): flag.map { .text($0 ? "true" : "false") } ?? .empty
        }
    }
}
