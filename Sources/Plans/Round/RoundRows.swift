// How looks and booked rounds stand in their tables.
import Basics
import Database

extension SupportLook: Recorded {
    public static let table = Table("plan_look", "pupil_id", "school_id", "plan_id", "looked_on", "looked_by", "note")

    public var cells: [SQLValue] { Database.cells(pupil, school, plan, lookedOn, lookedBy, note) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), plan: row.next(), lookedOn: row.next(), lookedBy: row.next(), note: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension BookedRound: Recorded {
    public static let table = Table("booked_round", "school_id", "kind", "held_on", "begins_at", "minutes_planned", "who", "made_room", "minutes_used", "done_on")

    public var cells: [SQLValue] { Database.cells(school, kind, heldOn, beginsAt, minutesPlanned, who, madeRoom, minutesUsed, doneOn) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), school: row.next(), kind: row.next(), heldOn: row.next(), beginsAt: row.next(),
            minutesPlanned: row.next(), who: row.next(), madeRoom: row.next(), minutesUsed: row.next(), doneOn: row.next())
    }

    public var recordAt: SchoolID? { school }
}

extension BookedRound.Kind: Storable {}
