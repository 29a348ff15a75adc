import Basics
import Database
import Files
import People

/// That provision was written to a file. Who did it and when stand in the trail.
struct ProvisionExport: Hashable, Sendable {
    var id = RowID.new
    var version = 1
    /// Nil for every school in sight.
    var school: SchoolID?
    /// Which table it was, such as `map` or `sessions`.
    var what: String
    var format: String
    var lines: Int
}

extension ProvisionExport: Recorded {
    typealias Identity = Mark.Row

    static let table = Table("provision_export", "school_id", "what", "format", "lines")

    var cells: [SQLValue] { Database.cells(school, what, format, lines) }

    init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), school: row.next(), what: row.next(), format: row.next(), lines: row.next())
    }

    var recordAt: SchoolID? { school }
}

extension Writer {
    /// Puts into the trail that provision left the house.
    /// - Parameter what: which table it was, such as `map` or `sessions`.
    public func noteProvisionExport(of what: String, at school: SchoolID?, _ format: TableFormat, lines: Int) throws {
        try save(Change("provision.exported", to: ProvisionExport(school: school, what: what, format: format.rawValue, lines: lines)))
    }
}
