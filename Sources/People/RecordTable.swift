import Access
import Basics
import Database
import Files

/// Records of a school or of the trust as a table: what concerns, plans and screenings are handed out in.
public protocol RecordTable: Sendable {
    /// - Parameter school: nil for every school in sight.
    init(school: SchoolID?, day: Day)

    /// - Returns: the table, and how many records are in it.
    func table(for viewer: Viewer, _ reader: Reader) throws -> (table: TextTable, records: Int)

    /// Hands over CSV or JSON, in pieces where there is much of it.
    /// - Returns: how many records are in it.
    func write(_ format: TableFormat, for viewer: Viewer, _ reader: Reader, _ output: (String) throws -> Void) throws -> Int
}

extension RecordTable {
    public func write(_ format: TableFormat, for viewer: Viewer, _ reader: Reader, _ output: (String) throws -> Void) throws -> Int {
        let (table, records) = try table(for: viewer, reader)
        try output(format == .json ? table.json : table.csv)
        return records
    }

    /// Writes a workbook, readable only by whoever runs the program.
    /// - Returns: how many records are in it.
    public func writeWorkbook(to path: String, for viewer: Viewer, _ reader: Reader) throws -> Int {
        let (table, records) = try table(for: viewer, reader)
        try table.writeWorkbook(to: path)
        return records
    }
}
