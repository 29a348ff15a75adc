// How schools, classes and staff stand in their tables.
import Basics
import Database

extension School: Recorded {
    public static let table = Table("school", "urn", "name", "sort_name", "la_code", "la_name", "establishment", "phase", "kind", "low_age",
        "high_age", "capacity", "unit_recognised", "resourced_recognised", "rules_from", "mis_owns", "address", "phone", "unit_places", "resourced_places")

    public var cells: [SQLValue] {
        Database.cells(urn, name, name.folded, laCode, laName, establishment, phase, kind, lowAge, highAge, capacity,
            unitRecognised, resourcedRecognised, rulesFrom, misOwns.map(\.rawValue).sorted().joined(separator: ",")) + Database.cells(address, phone, unitPlaces, resourcedPlaces)
    }

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        urn = try row.next()
        name = try row.next()
        _ = try row.next(String.self)
        laCode = try row.next()
        laName = try row.next()
        establishment = try row.next()
        phase = try row.next()
        kind = try row.next()
        lowAge = try row.next()
        highAge = try row.next()
        capacity = try row.next()
        unitRecognised = try row.next()
        resourcedRecognised = try row.next()
        rulesFrom = try row.next()
        misOwns = Set(try row.next(String.self).split(separator: ",").compactMap { MISField(rawValue: String($0)) })
        (address, phone, unitPlaces, resourcedPlaces) = try (row.next(), row.next(), row.next(), row.next())
    }

    public var recordAt: SchoolID? { id }
}

extension SchoolClass: Recorded {
    public static let table = Table("school_class", "school_id", "academic_year", "kind", "name", "subject")

    public var cells: [SQLValue] {
        Database.cells(school, academicYear, kind, name, subject)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), school: row.next(), academicYear: row.next(), kind: row.next(),
            name: row.next(), subject: row.next())
    }

    public var recordAt: SchoolID? { school }
}

extension StaffMember: Recorded {
    public static let table = Table("staff", "school_id", "mis_id", "title", "surname", "forename", "sort_name", "role", "email", "starts", "ends")

    public var cells: [SQLValue] {
        Database.cells(school, misID, title, surname, forename, "\(surname) \(forename)".folded, role, email, starts, ends)
    }

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        school = try row.next()
        misID = try row.next()
        title = try row.next()
        surname = try row.next()
        forename = try row.next()
        _ = try row.next(String.self)
        role = try row.next()
        email = try row.next()
        starts = try row.next()
        ends = try row.next()
    }

    public var recordAt: SchoolID? { school }
}

extension ClassStaff: Recorded {
    public static let table = Table("class_staff", "class_id", "staff_id", "role")

    public var cells: [SQLValue] {
        Database.cells(schoolClass, staff, role)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), schoolClass: row.next(), staff: row.next(), role: row.next())
    }
}

extension Lesson: Recorded {
    public static let table = Table("lesson", "class_id", "weekday", "period", "starts_at", "ends_at", "room", "staff_id")

    public var cells: [SQLValue] {
        Database.cells(schoolClass, weekday, period, startsAt, endsAt, room, staff)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), schoolClass: row.next(), weekday: row.next(), period: row.next(),
            startsAt: row.next(), endsAt: row.next(), room: row.next(), staff: row.next())
    }
}

extension ClassMember: Recorded {
    public static let table = Table("class_member", "class_id", "pupil_id", "starts", "ends")

    public var cells: [SQLValue] {
        Database.cells(schoolClass, pupil, spell.starts, spell.ends)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), schoolClass: row.next(), pupil: row.next(),
            spell: Spell(starts: row.next(), ends: row.next()))
    }

    public var recordOf: PupilID? { pupil }
}

extension School.Kind: Storable {}
extension SchoolClass.Kind: Storable {}
