// How providers, their rules and the people who come from them stand in their tables.
import Basics
import Database

extension SignInProvider: Recorded {
    public static let table = Table("sign_in_provider", "name", "issuer", "client_id", "domains", "asks_second_factor", "ends")

    public var cells: [SQLValue] { Database.cells(name, issuer, clientID, domains.joined(separator: " "), asksSecondFactor, ends) }

    public init(_ row: inout Row) throws {
        (id, version, name) = try (row.next(), row.next(), row.next())
        (issuer, clientID) = try (row.next(), row.next())
        domains = try row.next(String.self).split(separator: " ").map(String.init)
        (asksSecondFactor, ends) = try (row.next(), row.next())
    }

    /// To whom its locked secret belongs.
    var secretOwner: String { id.providerSecretOwner }
}

extension RowID {
    /// To whom the locked secret of the provider with this number belongs.
    var providerSecretOwner: String { "provider \(self)" }
}

extension SignInRule: Recorded {
    public static let table = Table("sign_in_rule", "provider_id", "domain", "group_name", "role", "school_id", "ends")

    public var cells: [SQLValue] { Database.cells(provider, domain, group, role, school, ends) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), provider: row.next(), domain: row.next(), group: row.next(), role: row.next(), school: row.next(), ends: row.next())
    }

    public var recordAt: SchoolID? { school }
}

extension SignInSubject: Recorded {
    public static let table = Table("sign_in_subject", "issuer", "subject", "account_id")

    public var cells: [SQLValue] { Database.cells(issuer, subject, account) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), issuer: row.next(), subject: row.next(), account: row.next())
    }
}
