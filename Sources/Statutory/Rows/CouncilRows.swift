// How links of calendars, summaries and agreements stand in their tables.
import Basics
import Database

extension CalendarLink: Recorded {
    public static let table = Table("calendar_link", "account_id", "secret_sha256", "made_at", "shows_names", "ended_at")

    public var cells: [SQLValue] { Database.cells(account, digest, madeAt, showsNames, endedAt) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        try self.init(of: row.next(), digest: row.next(), at: row.next(), showsNames: row.next())
        (self.id, self.version, endedAt) = try (id, version, row.next())
    }
}

extension CouncilSummary: Recorded {
    public static let table = Table("council_summary", "la_code", "officer", "school_id", "sent_on", "sent_by", "number")

    public var cells: [SQLValue] { Database.cells(council, officer, school, sentOn, sentBy, number) }

    public init(_ row: inout Row) throws {
        (id, version, council, officer) = try (row.next(), row.next(), row.next(), row.next())
        (school, sentOn, sentBy, number) = try (row.next(), row.next(), row.next(), row.next())
    }

    public var recordAt: SchoolID? { school }
}

extension FiguresAgreement: Recorded {
    public static let table = Table("figures_agreement", "la_code", "academic_year", "part", "account_id", "who", "agreed_on", "cases", "children", "duties", "late", "middle", "figures_on", "ended_on")

    public var cells: [SQLValue] {
        Database.cells(council, academicYear, part, account, who, agreedOn) + Database.cells(figures.cases, figures.children, figures.duties, figures.late, figures.middle, figuresOn, endedOn)
    }

    public init(_ row: inout Row) throws {
        (id, version, council, academicYear) = try (row.next(), row.next(), row.next(), row.next())
        (part, account, who, agreedOn) = try (row.next(), row.next(), row.next(), row.next())
        figures = try CouncilFigures(council: council, cases: row.next(), children: row.next(), duties: row.next(), late: row.next(), middle: row.next())
        (figuresOn, endedOn) = try (row.next(), row.next())
    }
}

extension FiguresAgreement.Part: Storable {}
