// How advice and its recommendations stand in their tables.
import Basics
import Database
import People

extension Advice: Recorded {
    public static let table = Table("advice", "pupil_id", "school_id", "agency_id", "referral_id", "paper_id", "author", "written_on", "received_on", "summary", "recorded_by", "withdrawn_on", "withdrawn_because")

    public var cells: [SQLValue] { Database.cells(pupil, school, agency, referral, paper, author) + Database.cells(writtenOn, receivedOn, summary, recordedBy, withdrawnOn, withdrawnBecause) }

    public init(_ row: inout Row) throws {
        let (id, version, pupil, school): (AdviceID, Int, PupilID, SchoolID) = try (row.next(), row.next(), row.next(), row.next())
        let (agency, referral, paper): (AgencyID?, ReferralID?, PaperID?) = try (row.next(), row.next(), row.next())
        try self.init(pupil: pupil, school: school, author: row.next(), writtenOn: row.next(), receivedOn: row.next(), summary: row.next(), recordedBy: row.next())
        (self.id, self.version, self.agency, self.referral, self.paper) = (id, version, agency, referral, paper)
        (withdrawnOn, withdrawnBecause) = try (row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
    /// As addresses name it.
    var row: RowID { RowID(id.rawValue) }
    /// The same of the referral for which it came.
    var referralRow: RowID? { referral.map { RowID($0.rawValue) } }
}

extension Recommendation: Recorded {
    public static let table = Table("recommendation", "advice_id", "pupil_id", "school_id", "words", "state", "since", "owner_staff_id", "owner_account", "owner_name", "due", "evidence", "run_id", "plan_id")

    public var cells: [SQLValue] {
        Database.cells(advice, pupil, school, words, state, since, owner.staff, owner.account, owner.name, due, evidence, run, plan)
    }

    public init(_ row: inout Row) throws {
        let (id, version): (RecommendationID, Int) = try (row.next(), row.next())
        (self.id, self.version) = (id, version)
        (advice, pupil, school, words) = try (row.next(), row.next(), row.next(), row.next())
        (state, since) = try (row.next(), row.next())
        owner = try ActionOwner(staff: row.next(), account: row.next(), name: row.next())
        (due, evidence, run, plan) = try (row.next(), row.next(), row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
    /// As addresses name it.
    var row: RowID { RowID(id.rawValue) }
}

extension RecommendationStep: Recorded {
    public static let table = Table("recommendation_step", "recommendation_id", "pupil_id", "school_id", "state", "happened_on", "who", "words")

    public var cells: [SQLValue] { Database.cells(recommendation, pupil, school, state, happenedOn, who, words) }

    public init(_ row: inout Row) throws {
        (id, version, recommendation) = try (row.next(), row.next(), row.next())
        (pupil, school, state) = try (row.next(), row.next(), row.next())
        (happenedOn, who, words) = try (row.next(), row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension Recommendation.State: Storable {}
