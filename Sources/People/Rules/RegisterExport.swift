import Basics

/// That the register was written to a file: which part of it, and how many pupils. Who did it is in the trail.
public struct RegisterExport: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    /// Nil for every school in sight.
    public var school: SchoolID?
    public var day: Day
    /// csv, xlsx or json.
    public var format: String
    /// The filter in words of its own, such as `status E, year 4`.
    public var filter: String
    public var pupils: Int
}
