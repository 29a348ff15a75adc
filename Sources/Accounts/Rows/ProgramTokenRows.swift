import Basics
import Database

extension ProgramToken: Recorded {
    public static let table = Table("program_token", "account_id", "name", "scopes", "school_id", "made_at", "expires_at", "ended_at")

    public var cells: [SQLValue] { Database.cells(account, name, scopes.joined(separator: " "), school, madeAt, expiresAt, endedAt) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), account: row.next(), name: row.next(),
                      scopes: row.next(String.self).split(separator: " ").map(String.init), school: row.next(),
                      madeAt: row.next(), expiresAt: row.next(), endedAt: row.next())
    }

    public var recordAt: SchoolID? { school }
}
