// How emergency lines stand in their table.
import Basics
import Database

extension EmergencyLine: Recorded {
    public static let table = Table("emergency_line", "pupil_id", "kind", "look_for", "what_to_do", "medicine", "who_to_call", "starts", "ends")

    public var cells: [SQLValue] {
        Database.cells(pupil, kind, lookFor, whatToDo, medicine, whoToCall, spell.starts, spell.ends)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), kind: row.next(), lookFor: row.next(), whatToDo: row.next(),
            medicine: row.next(), whoToCall: row.next(), spell: Spell(starts: row.next(), ends: row.next()))
    }

    public var recordOf: PupilID? { pupil }
}

extension EmergencyLine.Kind: Storable {}
