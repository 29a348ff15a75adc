import Basics
import Database
import Files
import People

/// That plans were written to a file. Who did it and when stand in the trail.
public struct PlanExport: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    /// Whose plans they are, where they are one pupil's.
    public var pupil: PupilID?
    /// Nil for every school in sight.
    public var school: SchoolID?
    public var format: String
    public var plans: Int
}

extension PlanExport: Recorded {
    public static let table = Table("plan_export", "pupil_id", "school_id", "format", "plans")

    public var cells: [SQLValue] { Database.cells(pupil, school, format, plans) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), format: row.next(), plans: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension Writer {
    /// Puts into the trail that plans left the house.
    public func notePlanExport(of pupil: PupilID? = nil, at school: SchoolID?, _ format: TableFormat, plans: Int) throws {
        try save(Change("plan.exported", to: PlanExport(id: .new, pupil: pupil, school: school, format: format.rawValue, plans: plans)))
    }
}
