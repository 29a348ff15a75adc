import Access
import Basics
import Database

extension PaperShare: Recorded {
    public static let table = Table("paper_share", "pupil_id", "school_id", "name", "organisation", "because", "made_on", "made_by", "until_day", "link_made_at", "ended_at")

    public var cells: [SQLValue] { Database.cells(pupil, school, name, organisation, because) + Database.cells(madeOn, madeBy, until, linkMadeAt, endedAt) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), name: row.next(), organisation: row.next(), because: row.next(),
                      madeOn: row.next(), madeBy: row.next(), until: row.next(), linkMadeAt: row.next(), endedAt: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension SharedPaper: Recorded {
    public static let table = Table("shared_paper", "share_id", "pupil_id", "school_id", "paper_id")

    public var cells: [SQLValue] { Database.cells(share, pupil, school, paper) }

    public init(_ row: inout Row) throws { (id, version, share, pupil, school, paper) = try (row.next(), row.next(), row.next(), row.next(), row.next(), row.next()) }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension SharedLook: Recorded {
    public static let table = Table("shared_look", "share_id", "pupil_id", "school_id", "paper_id", "looked_at")

    public var cells: [SQLValue] { Database.cells(share, pupil, school, paper, at) }

    public init(_ row: inout Row) throws {
        (id, version, share, pupil, school) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        (paper, at) = try (row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}
