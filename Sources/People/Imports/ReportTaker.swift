import Database

/// What an area does with the rows of a report that are read here and kept there.
public typealias ReportTaker = @Sendable (_ writer: Writer, _ path: String, _ map: ReportMap, _ schools: SchoolsOfReport) throws -> ImportReport

/// An area that takes rows of reports.
public protocol TakesReports {
    var reportTakers: [ReportKind: ReportTaker] { get }
}

extension Array {
    /// What the areas of the house take between them.
    public var reportTakers: [ReportKind: ReportTaker] {
        compactMap { $0 as? any TakesReports }.reduce(into: [:]) { all, area in all.merge(area.reportTakers) { first, _ in first } }
    }
}
