import Basics
import Database

extension RegisterExport: Recorded {
    public static let table = Table("register_export", "school_id", "day", "format", "filter", "pupils")

    public var cells: [SQLValue] { Database.cells(school, day, format, filter, pupils) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), school: row.next(), day: row.next(), format: row.next(), filter: row.next(), pupils: row.next())
    }

    public var recordAt: SchoolID? { school }
}
