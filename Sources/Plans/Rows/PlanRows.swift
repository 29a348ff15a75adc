// How plans stand in their tables.
import Basics
import Database

extension Plan: Recorded {
    public static let table = Table("plan", "pupil_id", "school_id", "kind", "state", "cycle", "follows_id", "is_amendment", "scheme", "rhythm", "begun_on", "shared_on",
        "starts", "review_by", "reviewed_on", "ends", "paper_id", "because", "origin", "origin_row_id", "kind_name", "kind_version_id")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, kind, state, cycle, follows, isAmendment, scheme, rhythm, begunOn, sharedOn,
            starts, reviewBy, reviewedOn, ends, paper, because, origin, originRow) + Database.cells(kindName, kindVersion)
    }

    public init(_ row: inout Row) throws {
        let (id, version): (PlanID, Int) = try (row.next(), row.next())
        let (pupil, school, kind): (PupilID, SchoolID, String) = try (row.next(), row.next(), row.next())
        let (state, cycle, follows, isAmendment): (PlanState, Int, PlanID?, Bool) = try (row.next(), row.next(), row.next(), row.next())
        self.init(id: id, pupil: pupil, school: school, kind: kind, scheme: try row.next(), rhythm: try row.next(), begunOn: try row.next())
        (self.version, self.state, self.cycle, self.follows, self.isAmendment) = (version, state, cycle, follows, isAmendment)
        (sharedOn, starts, reviewBy) = try (row.next(), row.next(), row.next())
        (reviewedOn, ends, paper) = try (row.next(), row.next(), row.next())
        (because, origin, originRow) = try (row.next(), row.next(), row.next())
        (kindName, kindVersion) = try (row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension PlanSection: Recorded {
    public static let table = Table("plan_section", "plan_id", "pupil_id", "part", "area", "words", "state", "saved_by", "saved_on")

    public var cells: [SQLValue] { Database.cells(plan, pupil, part, area, words, state, savedBy, savedOn) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        try self.init(id: id, plan: row.next(), pupil: row.next(), part: row.next(), area: row.next(), words: row.next(), state: row.next(), savedBy: row.next(), savedOn: row.next())
        self.version = version
    }

    public var recordOf: PupilID? { pupil }
}

extension Outcome: Recorded {
    public static let table = Table("outcome", "plan_id", "pupil_id", "position", "words", "measure", "baseline", "target", "due", "owner", "area", "adult_life", "carried_from_id")

    public var cells: [SQLValue] {
        Database.cells(plan, pupil, position, words, measure, baseline, target, due, owner, area, adultLife, carriedFrom)
    }

    public init(_ row: inout Row) throws {
        let (id, version): (OutcomeID, Int) = try (row.next(), row.next())
        try self.init(id: id, plan: row.next(), pupil: row.next(), position: row.next(), words: row.next())
        self.version = version
        (measure, baseline, target, due) = try (row.next(), row.next(), row.next(), row.next())
        (owner, area, adultLife, carriedFrom) = try (row.next(), row.next(), row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension LayerSpell: Recorded {
    public static let table = Table("layer_spell", "pupil_id", "layer", "starts", "ends")

    public var cells: [SQLValue] { Database.cells(pupil, layer, spell.starts, spell.ends) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), layer: row.next(), spell: Spell(starts: row.next(), ends: row.next()))
    }

    public var recordOf: PupilID? { pupil }
}

extension PlanState: Storable {}
extension PlanSection.State: Storable {}
extension AdultLife: Storable {}
