import Access
import Basics
import Database

/// A record that somebody opened with a reason, for a time.
public struct OpenedRecord: Recorded {
    /// How it was opened.
    public enum Kind: String, Storable, CaseIterable {
        /// By somebody who has the pupil in sight, for the whole record.
        case reason
        /// By somebody who does not work with the pupil: an alert goes to those who do.
        case emergency
    }

    public static let table = Table("opened_record", "account_id", "pupil_id", "kind", "reason", "starts_at", "ends_at", "seen_by", "seen_at")

    public var id: RowID
    public var version = 0
    public var account: AccountID
    public var pupil: PupilID
    public var kind: Kind
    public var reason: String
    public var startsAt: Instant
    public var endsAt: Instant
    /// Who has looked at the alert, and when.
    public var seenBy = ""
    public var seenAt: Instant?

    public init(id: RowID = .new, account: AccountID, pupil: PupilID, kind: Kind, reason: String, startsAt: Instant, endsAt: Instant) {
        self.id = id
        self.account = account
        self.pupil = pupil
        self.kind = kind
        self.reason = reason
        self.startsAt = startsAt
        self.endsAt = endsAt
    }

    public var cells: [SQLValue] { Database.cells(account, pupil, kind, reason, startsAt, endsAt, seenBy, seenAt) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), &row)
    }

    private init(id: RowID, version: Int, _ row: inout Row) throws {
        try self.init(id: id, account: row.next(), pupil: row.next(), kind: row.next(), reason: row.next(), startsAt: row.next(), endsAt: row.next())
        self.version = version
        seenBy = try row.next()
        seenAt = try row.next()
    }

    public var recordOf: PupilID? { pupil }
}

extension Reader {
    /// The parts that opened records give while their time runs.
    func openedParts(of account: AccountID, at now: Instant) throws -> [Part] {
        try all(OpenedRecord.self, "WHERE account_id = \(account) AND ends_at > \(now) ORDER BY id").map { opened in
            Part(.openedRecord, .pupils([opened.pupil]), purpose: opened.reason)
        }
    }
}
