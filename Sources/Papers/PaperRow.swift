// How papers stand in their table.
import Basics
import Database

extension Paper: Recorded {
    public static let table = Table("paper", "pupil_id", "school_id", "title", "topic", "file_name", "kind", "bytes", "sha256", "stored_as",
        "added_at", "withdrawn_at", "withdrawn_because")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, title, topic, fileName, kind, bytes, sha256, storedAs, addedAt, withdrawnAt, withdrawnBecause)
    }

    public init(_ row: inout Row) throws {
        try self.init(
            id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), title: row.next(), topic: row.next(),
            fileName: row.next(), kind: row.next(), bytes: row.next(), sha256: row.next(), storedAs: row.next(),
            addedAt: row.next(), withdrawnAt: row.next(), withdrawnBecause: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension Paper.Topic: Storable {}
extension PaperKind: Storable {}

extension Reader {
    /// All papers about a pupil, withdrawn ones too, the latest first. Whoever calls this has made sure that the pupil is in sight.
    public func papers(of pupil: PupilID) throws -> [Paper] {
        try all(Paper.self, "WHERE pupil_id = \(pupil) ORDER BY added_at DESC, id DESC")
    }
}
