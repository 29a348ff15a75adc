// How referrals, their steps and consents stand in their tables.
import Basics
import Database

extension AgencyConsent: Recorded {
    public static let table = Table("agency_consent", "pupil_id", "school_id", "agency_id", "referral_id", "basis", "given_by", "way", "given_on", "until_day", "words", "recorded_by", "ended_on", "ended_because")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, agency, referral, basis, givenBy) + Database.cells(way, givenOn, until, words, recordedBy, endedOn, endedBecause)
    }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        let (pupil, school, agency, referral): (PupilID, SchoolID, AgencyID, ReferralID?) = try (row.next(), row.next(), row.next(), row.next())
        try self.init(pupil: pupil, school: school, agency: agency, basis: row.next(), givenBy: row.next(), way: row.next(), givenOn: row.next(), until: row.next(), words: row.next(), recordedBy: row.next())
        (self.id, self.version, self.referral) = (id, version, referral)
        (endedOn, endedBecause) = try (row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension Referral: Recorded {
    public static let table = Table("referral", "pupil_id", "school_id", "agency_id", "reason", "wanted", "drafted_by", "drafted_on", "origin", "origin_row", "state", "since",
                                    "sent_on", "seen_on", "expected_on")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, agency, reason, wanted, draftedBy, draftedOn, origin, originRow, state, since, sentOn, seenOn, expectedOn)
    }

    public init(_ row: inout Row) throws {
        let (id, version): (ReferralID, Int) = try (row.next(), row.next())
        try self.init(pupil: row.next(), school: row.next(), agency: row.next(), reason: row.next(), wanted: row.next(), draftedBy: row.next(), on: row.next())
        (self.id, self.version) = (id, version)
        (origin, originRow, state, since) = try (row.next(), row.next(), row.next(), row.next())
        (sentOn, seenOn, expectedOn) = try (row.next(), row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
    /// As addresses name it.
    var row: RowID { RowID(id.rawValue) }
}

extension ReferralStep: Recorded {
    public static let table = Table("referral_step", "referral_id", "pupil_id", "school_id", "state", "happened_on", "who", "words")

    public var cells: [SQLValue] { Database.cells(referral, pupil, school, state, happenedOn, who, words) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        let (referral, pupil, school): (ReferralID, PupilID, SchoolID) = try (row.next(), row.next(), row.next())
        let (state, day, who, words): (ReferralState, Day, String, String) = try (row.next(), row.next(), row.next(), row.next())
        (self.id, self.version, self.referral, self.pupil, self.school) = (id, version, referral, pupil, school)
        (self.state, happenedOn, self.who, self.words) = (state, day, who, words)
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension ReferralPaper: Recorded {
    public static let table = Table("referral_paper", "referral_id", "pupil_id", "paper_id")

    public var cells: [SQLValue] { Database.cells(referral, pupil, paper) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        try self.init(referral: row.next(), pupil: row.next(), paper: row.next())
        (self.id, self.version) = (id, version)
    }

    public var recordOf: PupilID? { pupil }
}

extension ReferralState: Storable {}
extension Referral.Origin: Storable {}
extension AgencyConsent.Basis: Storable {}
extension AgencyConsent.Way: Storable {}
