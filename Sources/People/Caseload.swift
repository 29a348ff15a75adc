import Basics
import Database

extension CaseloadMember: Recorded {
    public static let table = Table("caseload_member", "account_id", "pupil_id", "reason", "starts", "ends")

    public var cells: [SQLValue] { Database.cells(account, pupil, reason, spell.starts, spell.ends) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), account: row.next(), pupil: row.next(), reason: row.next(), spell: Spell(starts: row.next(), ends: row.next()))
    }

    public var recordOf: PupilID? { pupil }
}

extension Reader {
    /// Everybody on somebody's list, with the days.
    public func caseload(of account: AccountID) throws -> [CaseloadMember] { try all(CaseloadMember.self, "WHERE account_id = \(account) ORDER BY starts, id") }
}

extension Writer {
    @discardableResult
    public func put(_ putting: PutOnCaseload, on account: AccountID) throws -> CaseloadMember {
        try save(putting.applied(to: account, held: caseload(of: account), today: act.today))
    }

    /// From this moment on they no longer see the pupil.
    public func takeOffCaseload(_ before: CaseloadMember, because reason: String? = nil) throws {
        let yesterday = act.today - 1
        guard before.spell.starts <= yesterday else { return try withdraw(before, event: "caseload.left", because: reason) }
        var after = before
        after.spell = Spell(starts: before.spell.starts, ends: min(yesterday, before.spell.ends ?? yesterday))
        try save(Change("caseload.left", from: before, to: after, because: reason))
    }
}
