// How the SEN register stands in its tables.
import Basics
import Database

extension ProvisionSpell: Recorded {
    public static let table = Table("provision_spell", "pupil_id", "provision", "starts", "ends", "decided_here")

    public var cells: [SQLValue] {
        Database.cells(pupil, provision, spell.starts, spell.ends, decidedHere)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), provision: row.next(),
            spell: Spell(starts: row.next(), ends: row.next()), decidedHere: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension PupilNeed: Recorded {
    public static let table = Table("pupil_need", "pupil_id", "need", "area", "rank", "starts", "ends")

    public var cells: [SQLValue] {
        Database.cells(pupil, need, area, rank, spell.starts, spell.ends)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), need: row.next(), area: row.next(),
            rank: row.next(), spell: Spell(starts: row.next(), ends: row.next()))
    }

    public var recordOf: PupilID? { pupil }
}

extension BaseSpell: Recorded {
    public static let table = Table("base_spell", "pupil_id", "school_id", "base", "starts", "ends")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, base, spell.starts, spell.ends)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), base: row.next(),
            spell: Spell(starts: row.next(), ends: row.next()))
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension ContextFlag: Recorded {
    public static let table = Table("context_flag", "pupil_id", "flag", "detail", "starts", "ends")

    public var cells: [SQLValue] {
        Database.cells(pupil, kind, detail, spell.starts, spell.ends)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), kind: row.next(), detail: row.next(),
            spell: Spell(starts: row.next(), ends: row.next()))
    }

    public var recordOf: PupilID? { pupil }
}

extension WatchSpell: Recorded {
    public static let table = Table("watch_spell", "pupil_id", "school_id", "reason", "look_again", "starts", "ends")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, reason, lookAgain, spell.starts, spell.ends)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), reason: row.next(),
            lookAgain: row.next(), spell: Spell(starts: row.next(), ends: row.next()))
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension Arrangement: Recorded {
    public static let table = Table("arrangement", "pupil_id", "school_id", "kind", "hours", "place", "reason", "starts", "ends")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, kind, hours, place, reason, spell.starts, spell.ends)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), kind: row.next(),
            hours: row.next(), place: row.next(), reason: row.next(),
            spell: Spell(starts: row.next(), ends: row.next()))
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension Diagnosis: Recorded {
    public static let table = Table("diagnosis", "pupil_id", "name", "given_by", "given_on")

    public var cells: [SQLValue] {
        Database.cells(pupil, name, givenBy, givenOn)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), name: row.next(), givenBy: row.next(),
            givenOn: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension MISTask: Recorded {
    public static let table = Table("mis_task", "pupil_id", "school_id", "field", "value", "decided_on", "ticked_on", "confirmed_on")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, field, value, decidedOn, tickedOn, confirmedOn)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), field: row.next(),
            value: row.next(), decidedOn: row.next(), tickedOn: row.next(), confirmedOn: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension BaseSpell.Base: Storable {}
extension ContextFlag.Kind: Storable {}
extension Arrangement.Kind: Storable {}
