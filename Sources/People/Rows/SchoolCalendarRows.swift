// How a school's year stands in its tables.
import Basics
import Database

extension Term: Recorded {
    public static let table = Table("term", "school_id", "academic_year", "name", "starts", "ends")

    public var cells: [SQLValue] { Database.cells(school, academicYear, name, starts, ends) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), school: row.next(), academicYear: row.next(), name: row.next(),
            starts: row.next(), ends: row.next())
    }

    public var recordAt: SchoolID? { school }
}

extension Closure: Recorded {
    public static let table = Table("closure", "school_id", "kind", "name", "starts", "ends")

    public var cells: [SQLValue] { Database.cells(school, kind, name, starts, ends) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), school: row.next(), kind: row.next(), name: row.next(),
            starts: row.next(), ends: row.next())
    }

    public var recordAt: SchoolID? { school }
}

extension Closure.Kind: Storable {}
