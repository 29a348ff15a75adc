// How screening stands in its tables.
import Basics
import Database

extension ScreeningCampaign: Recorded {
    public static let table = Table("screening_campaign", "name", "instrument_id", "starts", "ends", "years", "testers", "made_by", "made_on", "closed_on", "closed_by", "closing_words")

    public var cells: [SQLValue] {
        Database.cells(name, instrument, starts, ends, years, testers, madeBy, madeOn, closedOn, closedBy, closingWords)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), name: row.next(), instrument: row.next(), starts: row.next(), ends: row.next(), years: row.next(), testers: row.next(),
                      madeBy: row.next(), madeOn: row.next(), closedOn: row.next(), closedBy: row.next(), closingWords: row.next())
    }
}

extension ScreeningPlace: Recorded {
    public static let table = Table("screening_place", "campaign_id", "school_id", "class_id")

    public var cells: [SQLValue] { Database.cells(campaign, school, schoolClass) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), campaign: row.next(), school: row.next(), schoolClass: row.next())
    }

    public var recordAt: SchoolID? { school }
}

extension ScreeningTester: Recorded {
    public static let table = Table("screening_tester", "campaign_id", "staff_id")

    public var cells: [SQLValue] { Database.cells(campaign, staff) }

    public init(_ row: inout Row) throws { try self.init(id: row.next(), version: row.next(), campaign: row.next(), staff: row.next()) }
}

extension ScreeningStatus: Recorded {
    public static let table = Table("screening_status", "campaign_id", "pupil_id", "school_id", "status", "note", "set_by", "set_on")

    public var cells: [SQLValue] { Database.cells(campaign, pupil, school, status, note, setBy, setOn) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), campaign: row.next(), pupil: row.next(), school: row.next(), status: row.next(), note: row.next(),
                      setBy: row.next(), setOn: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension FollowUp: Recorded {
    public static let table = Table("screening_follow_up", "campaign_id", "pupil_id", "school_id", "outcome", "words", "begins", "home_language", "home_words",
                                    "known_school", "known_family", "concern_id", "decided_by", "decided_on")

    public var cells: [SQLValue] {
        Database.cells(campaign, pupil, school, outcome, words, begins, homeLanguage, homeWords, knownToSchool, knownToFamily, concern, decidedBy, decidedOn)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), campaign: row.next(), pupil: row.next(), school: row.next(), outcome: row.next(), words: row.next(), begins: row.next(),
                      homeLanguage: row.next(), homeWords: row.next(), knownToSchool: row.next(), knownToFamily: row.next(), concern: row.next(), decidedBy: row.next(), decidedOn: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension ScreeningExport: Recorded {
    public static let table = Table("screening_export", "school_id", "format", "pupils")

    public var cells: [SQLValue] { Database.cells(school, format, pupils) }

    public init(_ row: inout Row) throws { try self.init(id: row.next(), version: row.next(), school: row.next(), format: row.next(), pupils: row.next()) }

    public var recordAt: SchoolID? { school }
}

extension Coverage: Storable {}
extension FollowUp.Outcome: Storable {}
extension FollowUp.HomeLanguage: Storable {}
extension FollowUp.Known: Storable {}
