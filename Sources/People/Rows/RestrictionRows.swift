// How restrictions stand in their table.
import Basics
import Database

extension Restriction: Recorded {
    public static let table = Table("restriction", "pupil_id", "ground", "reason", "starts", "ends")

    public var cells: [SQLValue] { Database.cells(pupil, ground, reason, spell.starts, spell.ends) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), ground: row.next(), reason: row.next(),
            spell: Spell(starts: row.next(), ends: row.next()))
    }

    public var recordOf: PupilID? { pupil }
}

extension Restriction.Ground: Storable {}

extension Reader {
    /// The restriction that stands over a pupil's record.
    public func restriction(of pupil: PupilID) throws -> Restriction? {
        try all(Restriction.self, "WHERE pupil_id = \(pupil) AND ends IS NULL").first
    }
}
