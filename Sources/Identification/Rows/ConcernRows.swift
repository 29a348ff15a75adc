// How concerns stand in their tables.
import Basics
import Database

extension Concern: Recorded {
    public static let table = Table("concern", "pupil_id", "school_id", "raised_by", "account_id", "staff_id", "raised_on", "areas", "seen", "since", "tried", "how_it_went",
                                    "family_told", "family_said", "decide_by")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, raisedBy, account, staff, raisedOn, areas, seen, since, tried, howItWent, familyTold, familySaid, decideBy)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), raisedBy: row.next(), account: row.next(), staff: row.next(), raisedOn: row.next(),
                      areas: row.next(), seen: row.next(), since: row.next(), tried: row.next(), howItWent: row.next(), familyTold: row.next(), familySaid: row.next(), decideBy: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
    /// As addresses name it.
    var row: RowID { RowID(id.rawValue) }
}

extension ConcernDecision: Recorded {
    public static let table = Table("concern_decision", "concern_id", "pupil_id", "school_id", "outcome", "decided_by", "decided_on", "reason", "look_again",
                                    "passed_to", "doing", "family_words", "family_on")

    public var cells: [SQLValue] {
        Database.cells(concern, pupil, school, outcome, decidedBy, decidedOn, reason, lookAgain, passedTo, doing, familyWords, familyOn)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), concern: row.next(), pupil: row.next(), school: row.next(), outcome: row.next(), decidedBy: row.next(),
                      decidedOn: row.next(), reason: row.next(), lookAgain: row.next(), passedTo: row.next(), doing: row.next(), familyWords: row.next(), familyOn: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension FamilyTold: Recorded {
    public static let table = Table("family_told", "pupil_id", "school_id", "told_on", "recorded_on", "recorded_by", "note")

    public var cells: [SQLValue] { Database.cells(pupil, school, toldOn, recordedOn, recordedBy, note) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), toldOn: row.next(), recordedOn: row.next(), recordedBy: row.next(), note: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension ConcernSetting: Recorded {
    public static let table = Table("concern_setting", "school_id", "target_days", "checklist")

    public var cells: [SQLValue] { Database.cells(school, targetDays, checklist) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), school: row.next(), targetDays: row.next(), checklist: row.next())
    }

    public var recordAt: SchoolID? { school }
}

extension Concern.FamilyTold: Storable {}
extension ConcernOutcome: Storable {}

extension ConcernExport: Recorded {
    public static let table = Table("concern_export", "school_id", "format", "concerns")

    public var cells: [SQLValue] { Database.cells(school, format, concerns) }

    public init(_ row: inout Row) throws { try self.init(id: row.next(), version: row.next(), school: row.next(), format: row.next(), concerns: row.next()) }

    public var recordAt: SchoolID? { school }
}
