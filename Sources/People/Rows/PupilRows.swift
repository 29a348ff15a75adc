// How pupils, their contacts and their time on a roll stand in their tables.
import Basics
import Database

extension Pupil: Recorded {
    public static let table = Table("pupil", "upn", "uln", "surname", "forename", "middle_names", "preferred_surname", "preferred_forename",
        "sort_name", "birth", "sex", "ethnicity", "first_language", "home_language", "eal", "home_la", "health_body",
        "address", "disabilities", "sealed")

    public var cells: [SQLValue] {
        Database.cells(upn, uln, surname, forename, middleNames, preferredSurname, preferredForename, sortName, birth, sex,
            ethnicity, firstLanguage, homeLanguage, eal, homeLA, healthBody, address, disabilities, sealed)
    }

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        upn = try row.next()
        uln = try row.next()
        surname = try row.next()
        forename = try row.next()
        middleNames = try row.next()
        preferredSurname = try row.next()
        preferredForename = try row.next()
        _ = try row.next(String.self)
        birth = try row.next()
        sex = try row.next()
        ethnicity = try row.next()
        firstLanguage = try row.next()
        homeLanguage = try row.next()
        eal = try row.next()
        homeLA = try row.next()
        healthBody = try row.next()
        address = try row.next()
        disabilities = try row.next()
        sealed = try row.next()
    }

    public var recordOf: PupilID? { id }
}

extension FormerUPN: Recorded {
    public static let table = Table("former_upn", "pupil_id", "upn")

    public var cells: [SQLValue] {
        Database.cells(pupil, upn)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), upn: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension FormerName: Recorded {
    public static let table = Table("former_name", "pupil_id", "surname", "forename")

    public var cells: [SQLValue] {
        Database.cells(pupil, surname, forename)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), surname: row.next(), forename: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension Contact: Recorded {
    public static let table = Table("contact", "pupil_id", "position", "title", "surname", "forename", "organisation", "relationship",
        "responsibility", "may_receive_papers", "address", "address_confidential", "phones", "email", "court_order",
        "ends")

    public var cells: [SQLValue] {
        Database.cells(pupil, position, title, surname, forename, organisation, relationship, responsibility, mayReceivePapers,
            address, addressConfidential, phones, email, courtOrder, ends)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), position: row.next(), title: row.next(),
            surname: row.next(), forename: row.next(), organisation: row.next(), relationship: row.next(),
            responsibility: row.next(), mayReceivePapers: row.next(), address: row.next(),
            addressConfidential: row.next(), phones: row.next(), email: row.next(), courtOrder: row.next(),
            ends: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension Enrolment: Recorded {
    public static let table = Table("enrolment", "pupil_id", "school_id", "kind", "admission_number", "starts", "ends", "leaving_reason")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, kind, admissionNumber, spell.starts, spell.ends, leavingReason)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), kind: row.next(),
            admissionNumber: row.next(), spell: Spell(starts: row.next(), ends: row.next()), leavingReason: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension PupilYear: Recorded {
    public static let table = Table("pupil_year", "pupil_id", "school_id", "academic_year", "year")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, academicYear, year)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), academicYear: row.next(),
            year: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}
