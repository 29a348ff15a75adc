// How agencies, their people and health bodies stand in their tables.
import Basics
import Database

extension HealthBody: Recorded {
    public static let table = Table("health_body", "name", "kind", "area", "contact", "note", "ends", "ended_because")

    public var cells: [SQLValue] { Database.cells(name, kind, area, contact, note, ends, endedBecause) }

    public init(_ row: inout Row) throws {
        let (id, version): (HealthBodyID, Int) = try (row.next(), row.next())
        try self.init(name: row.next(), kind: row.next())
        (self.id, self.version) = (id, version)
        (area, contact, note, ends, endedBecause) = try (row.next(), row.next(), row.next(), row.next(), row.next())
    }
}

extension Agency: Recorded {
    public static let table = Table("agency", "school_id", "name", "kind", "la_code", "health_body_id", "how", "form", "threshold", "website", "email", "phone",
                                    "usual_days", "note", "checked_on", "ends", "ended_because")

    public var cells: [SQLValue] {
        Database.cells(school, name, kind, laCode, healthBody, how, form, threshold)
            + Database.cells(website, email, phone, usualDays, note, checkedOn, ends, endedBecause)
    }

    public init(_ row: inout Row) throws {
        let (id, version, school): (AgencyID, Int, SchoolID?) = try (row.next(), row.next(), row.next())
        try self.init(name: row.next(), kind: row.next())
        (self.id, self.version, self.school) = (id, version, school)
        (laCode, healthBody, how, form, threshold) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        (website, email, phone, usualDays, note) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        (checkedOn, ends, endedBecause) = try (row.next(), row.next(), row.next())
    }

    public var recordAt: SchoolID? { school }
}

extension AgencyPerson: Recorded {
    public static let table = Table("agency_person", "agency_id", "name", "role", "email", "phone", "note", "ends")

    public var cells: [SQLValue] { Database.cells(agency, name, role, email, phone, note, ends) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        try self.init(agency: row.next(), name: row.next())
        (self.id, self.version) = (id, version)
        (role, email, phone, note, ends) = try (row.next(), row.next(), row.next(), row.next(), row.next())
    }
}

extension HealthBody.Kind: Storable {}
extension AgencyKind: Storable {}
