// How notes and actions stand in their tables.
import Basics
import Database

extension Note: Recorded {
    public static let table = Table("note", "pupil_id", "school_id", "way", "party", "offer", "happened_on", "who", "words", "written_by", "written_by_account", "withdrawn_on")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, way, party, offer, happenedOn, who, words, writtenBy, writtenByAccount, withdrawnOn)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), way: row.next(), party: row.next(), offer: row.next(),
            happenedOn: row.next(), who: row.next(), words: row.next(), writtenBy: row.next(), writtenByAccount: row.next(), withdrawnOn: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension Note.Way: Storable {}
extension Note.Party: Storable {}
extension Note.Offer: Storable {}

extension Action: Recorded {
    public static let table = Table("action", "school_id", "pupil_id", "what", "owner_staff_id", "owner_account", "owner", "due", "source", "source_row",
        "made_on", "made_by", "made_by_account", "ended_on", "ended_by", "ending", "came_of_it")

    public var cells: [SQLValue] {
        Database.cells(school, pupil, what, owner.staff, owner.account, owner.name, due, source?.table, source?.row, madeOn, madeBy, madeByAccount,
            endedOn, endedBy, ending, result)
    }

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        school = try row.next()
        pupil = try row.next()
        what = try row.next()
        owner = try ActionOwner(staff: row.next(), account: row.next(), name: row.next())
        due = try row.next()
        source = try ActionSource(row.next(), row.next())
        madeOn = try row.next()
        madeBy = try row.next()
        madeByAccount = try row.next()
        endedOn = try row.next()
        endedBy = try row.next()
        ending = try row.next()
        result = try row.next()
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension ActionSource {
    fileprivate init?(_ table: String?, _ row: Int?) throws {
        guard let table, let row else { return nil }
        self.init(table: table, row: row)
    }
}

extension Action.Ending: Storable {}
