// How accounts, roles and sign-ins stand in their tables.
import Basics
import Database

extension Account: Recorded {
    public static let table = Table("account", "name", "email", "email_key", "password_since", "second_factor_since", "ends")

    public var cells: [SQLValue] { Database.cells(name, email, email.emailKey, passwordSince, secondFactorSince, ends) }

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        name = try row.next()
        email = try row.next()
        _ = try row.next(String.self)
        passwordSince = try row.next()
        secondFactorSince = try row.next()
        ends = try row.next()
    }
}

extension Appointment: Recorded {
    public static let table = Table("appointment", "account_id", "role", "school_id", "staff_id", "classes", "years", "starts", "ends", "rule_id")

    public var cells: [SQLValue] {
        Database.cells(account, role, school, staff, classes.map { "\($0)" }.joined(separator: ","), years.map(\.rawValue).joined(separator: ","), spell.starts, spell.ends, rule)
    }

    public init(_ row: inout Row) throws {
        (id, version, account) = try (row.next(), row.next(), row.next())
        (role, school, staff) = try (row.next(), row.next(), row.next())
        classes = try row.next(String.self).split(separator: ",").compactMap { ClassID($0) }
        years = try row.next(String.self).split(separator: ",").map { YearGroup(rawValue: String($0)) }
        spell = try Spell(starts: row.next(), ends: row.next())
        rule = try row.next()
    }

    public var recordAt: SchoolID? { school }
}

extension FamilyTie: Recorded {
    public static let table = Table("family_tie", "account_id", "pupil_id", "kind", "starts", "ends")

    public var cells: [SQLValue] { Database.cells(account, pupil, kind, spell.starts, spell.ends) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), account: row.next(), pupil: row.next(), kind: row.next(),
                      spell: Spell(starts: row.next(), ends: row.next()))
    }

    public var recordOf: PupilID? { pupil }
}

extension FamilyTie.Kind: Storable {}

extension RoleLimit: Recorded {
    public static let table = Table("role_limit", "role", "permission")

    public var cells: [SQLValue] { Database.cells(role, permission) }

    public init(_ row: inout Row) throws { try self.init(id: row.next(), version: row.next(), role: row.next(), permission: row.next()) }
}

extension Invitation: Recorded {
    public static let table = Table("invitation", "account_id", "expires_at", "used_at", "withdrawn_at")

    public var cells: [SQLValue] { Database.cells(account, expiresAt, usedAt, withdrawnAt) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), account: row.next(), expiresAt: row.next(), usedAt: row.next(), withdrawnAt: row.next())
    }
}

extension SignIn: Recorded {
    public static let table = Table("sign_in", "account_id", "way", "place", "device", "shared", "at", "ended_at")

    public var cells: [SQLValue] { Database.cells(account, way, place, device, shared, at, endedAt) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), account: row.next(), way: row.next(), place: row.next(), device: row.next(),
                      shared: row.next(), at: row.next(), endedAt: row.next())
    }
}
