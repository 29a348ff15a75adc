// How holds, disposals and transfers stand in their tables.
import Basics
import Database

extension RetentionRule.Clock: Storable {}

extension RetentionChoice: Recorded {
    public static let table = Table("retention_choice", "record_class", "clock", "years", "reason")

    public var cells: [SQLValue] { Database.cells(record, clock, years, reason) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), record: row.next(), clock: row.next(), years: row.next(), reason: row.next())
    }
}

extension LegalHold: Recorded {
    public static let table = Table("legal_hold", "pupil_id", "reason", "starts", "ends")

    public var cells: [SQLValue] { Database.cells(pupil, reason, spell.starts, spell.ends) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), reason: row.next(), spell: Spell(starts: row.next(), ends: row.next()))
    }

    public var recordOf: PupilID? { pupil }
}

extension Disposal: Recorded {
    public static let table = Table("disposal", "record_class", "rule", "approved_by", "approver_id", "approved_on", "reason", "withdrawn_on",
        "released_by", "released_at", "trail_entry", "trail_digest", "sights_before", "sights")

    public var cells: [SQLValue] {
        Database.cells(record, rule, approvedBy, approver, approvedOn, reason, withdrawnOn, releasedBy, releasedAt, trailEntry, trailDigest, sightsBefore, sights)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), record: row.next(), rule: row.next(), approvedBy: row.next(), approver: row.next(),
            approvedOn: row.next(), reason: row.next(), withdrawnOn: row.next(), releasedBy: row.next(), releasedAt: row.next(),
            trailEntry: row.next(), trailDigest: row.next(), sightsBefore: row.next(), sights: row.next())
    }
}

extension DisposalLine: Recorded {
    public static let table = Table("disposal_line", "disposal_id", "pupil_id", "due_on", "gone", "kept_because")

    public var cells: [SQLValue] { Database.cells(disposal, pupil, dueOn, gone, keptBecause) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), disposal: row.next(), pupil: row.next(), dueOn: row.next(), gone: row.next(), keptBecause: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension FileTransfer: Recorded {
    public static let table = Table("file_transfer", "pupil_id", "sent_to", "sent_on", "way", "confirmed_on", "confirmed_by")

    public var cells: [SQLValue] { Database.cells(pupil, sentTo, sentOn, way, confirmedOn, confirmedBy) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), sentTo: row.next(), sentOn: row.next(), way: row.next(),
            confirmedOn: row.next(), confirmedBy: row.next())
    }

    public var recordOf: PupilID? { pupil }
}
