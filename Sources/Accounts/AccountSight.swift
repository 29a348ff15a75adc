import Access
import Basics
import Database
import Pages

extension Viewer {
    /// True for an account `c` that this person looks after: of their own schools, or all of them where they work
    /// for the whole trust.
    func looksAfterAccount(on day: Day) -> SQL {
        guard may(.keepAccounts) else { return "1 = 0" }
        guard let schools else { return "1 = 1" }
        return """
            (c.id IN (SELECT a.account_id FROM appointment a WHERE a.school_id IN \(schools)) \
            OR c.id IN (SELECT t.account_id FROM family_tie t JOIN enrolment e ON e.pupil_id = t.pupil_id WHERE e.school_id IN \(schools) AND e.ends IS NULL) \
            OR c.id IN (SELECT k.account_id FROM caseload_member k JOIN enrolment e ON e.pupil_id = k.pupil_id WHERE e.school_id IN \(schools)))
            """
    }
}

/// One line of the list of those who may sign in.
public struct AccountLine: Sendable {
    public let account: Account
    /// The roles of today, each with its place.
    public let roles: [String]
    let lastSignIn: Instant?
}

extension Reader {
    /// The account, if this viewer looks after it.
    func account(_ id: AccountID, for viewer: Viewer, on day: Day) throws -> Account {
        let visible: Int? = try value("SELECT 1 FROM account c WHERE c.id = \(id) AND \(viewer.looksAfterAccount(on: day))")
        guard visible != nil, let account = try one(id, of: Account.self) else { throw NotFound() }
        return account
    }

    /// Those whom the viewer looks after, by name; a few queries however many they are.
    public func accountLines(for viewer: Viewer, words: String, on day: Day) throws -> [AccountLine] {
        let like = "%\(words.emailKey.filter { $0 != "%" && $0 != "_" })%"
        let accounts = try all(Account.self, """
            WHERE id IN (SELECT c.id FROM account c WHERE \(viewer.looksAfterAccount(on: day))) AND (LOWER(name) LIKE \(like) OR email_key LIKE \(like)) \
            ORDER BY name, id LIMIT 300
            """)
        let ids = accounts.map(\.id)
        let roles = try rows("""
            SELECT a.account_id, a.role, COALESCE(s.name, '') FROM appointment a LEFT JOIN school s ON s.id = a.school_id \
            WHERE a.account_id IN \(ids) AND a.starts <= \(day) AND (a.ends IS NULL OR a.ends >= \(day)) ORDER BY a.id
            """) { try (AccountID($0.next(Int.self)), $0.next(String.self), $0.next(String.self)) }
        let family = try rows("SELECT account_id, kind FROM family_tie WHERE account_id IN \(ids) AND kind <> 'other' AND (ends IS NULL OR ends >= \(day))") {
            try (AccountID($0.next(Int.self)), $0.next(FamilyTie.Kind.self))
        }
        let last = Dictionary(try rows("SELECT account_id, MAX(at) FROM sign_in WHERE account_id IN \(ids) GROUP BY account_id") {
            try (AccountID($0.next(Int.self)), $0.next(Instant.self))
        }) { $1 }
        let words = Dictionary(grouping: roles.map { ($0.0, [Role(rawValue: $0.1)?.label ?? $0.1, $0.2].filter { !$0.isEmpty }.joined(separator: ", ")) }
            + family.map { ($0.0, $0.1 == .parent ? Role.parent.label : Role.youngPerson.label) }) { $0.0 }
        return accounts.map { AccountLine(account: $0, roles: (words[$0.id] ?? []).map(\.1).unique, lastSignIn: last[$0.id]) }
    }
}
