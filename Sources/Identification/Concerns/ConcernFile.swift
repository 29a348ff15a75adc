import Access
import Basics
import Database
import Files
import Foundation
import People

/// The concerns of a school or of the trust as a file: one row for each concern, with its latest decision.
public struct ConcernFile: RecordTable {
    /// The columns, in their order for good.
    public static let columns = [
        "urn", "upn", "raised_on", "raised_by", "areas", "observed", "since", "tried", "how_it_went", "family_told", "family_said", "decide_by",
        "outcome", "decided_on", "decided_by", "reason", "look_again", "passed_to", "doing", "family_words", "family_on",
    ]

    private let school: SchoolID?
    private let day: Day

    public init(school: SchoolID?, day: Day) { (self.school, self.day) = (school, day) }

    public func table(for viewer: Viewer, _ reader: Reader) throws -> (table: TextTable, records: Int) {
        let lines = try lines(for: viewer, reader)
        return (TextTable("Concerns", columns: Self.columns, lines: lines), lines.count)
    }

    private func lines(for viewer: Viewer, _ reader: Reader) throws -> [[String]] {
        var lines: [[String]] = [], after = 0
        // Part by part: a query takes no list of any length.
        while case let part = try reader.eachConcern(of: school, for: viewer, on: day, after: after), let last = part.last {
            lines += part.map { line($0.record, upn: $0.upn, urn: $0.urn) }
            after = last.record.concern.id.rawValue
        }
        return lines
    }

    private func line(_ record: ConcernRecord, upn: String, urn: String) -> [String] {
        let concern = record.concern, latest = record.latest
        return [
            urn, upn, "\(concern.raisedOn)", concern.raisedBy, concern.areas, concern.seen, concern.since, concern.tried, concern.howItWent,
            concern.familyTold.rawValue, concern.familySaid, "\(concern.decideBy)",
        ] + [
            latest?.outcome.rawValue, latest?.decidedOn.description, latest?.decidedBy, latest?.reason, latest?.lookAgain?.description,
            latest?.passedTo, latest?.doing, latest?.familyWords, latest?.familyOn?.description,
        ].map { $0 ?? "" }
    }
}

/// That concerns were written to a file. Who did it and when stand in the trail.
public struct ConcernExport: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    /// Nil for every school in sight.
    public var school: SchoolID?
    public var format: String
    public var concerns: Int
}

extension Writer {
    public func noteConcernExport(of school: SchoolID?, _ format: TableFormat, concerns: Int) throws {
        try save(Change("concerns.exported", to: ConcernExport(id: .new, school: school, format: format.rawValue, concerns: concerns)))
    }
}
