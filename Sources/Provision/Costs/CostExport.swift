import Access
import AreaKit
import Basics
import Database
import Files
import Foundation
import Pages
import People

/// That costs were written to a file. Who did it and when stand in the trail.
public struct CostExport: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    /// Nil for every school in sight.
    public var school: SchoolID?
    public var format: String
    public var lines: Int
}

extension CostExport: Recorded {
    public static let table = Table("cost_export", "school_id", "format", "lines")

    public var cells: [SQLValue] { Database.cells(school, format, lines) }

    public init(_ row: inout Row) throws { try self.init(id: row.next(), version: row.next(), school: row.next(), format: row.next(), lines: row.next()) }

    public var recordAt: SchoolID? { school }
}

extension Writer {
    /// Puts into the trail that costs left the house.
    public func noteCostExport(at school: SchoolID?, _ format: TableFormat, lines: Int) throws {
        try save(Change("costs.exported", to: CostExport(id: .new, school: school, format: format.rawValue, lines: lines)))
    }
}

/// A school's costs as a file to keep.
let costFileRoutes: [Route] = [
    .read(costFilePath, .seeCosts) { visit in
        guard let format = TableFormat(rawValue: visit.request.query["format"]), let school = SchoolID(visit.request.query["school"]) else { throw NotFound() }
        let file = CostTable(school: school, year: visit.costYear, day: visit.today), viewer = visit.viewer
        let (table, lines) = try await visit.read { try file.table(for: viewer, $0) }
        try await visit.write { try $0.noteCostExport(at: school, format, lines: lines) }
        return .download(try body(table, format), name: "costs-\(visit.costYear.starting).\(format.rawValue)", type: format.mediaType)
    },
]

private func body(_ table: TextTable, _ format: TableFormat) throws -> Answer.Body {
    switch format {
    case .csv: return .bytes(Array(table.csv.utf8))
    case .json: return .bytes(Array(table.json.utf8))
    case .xlsx:
        let path = FileManager.default.temporaryDirectory.appending(path: "costs-\(UUID().uuidString)").path
        try table.writeWorkbook(to: path)
        return .file(path: path)
    }
}
