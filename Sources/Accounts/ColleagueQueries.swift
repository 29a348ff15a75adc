import Access
import Basics
import Database

/// Somebody who signs in and plays a part at a school, or for the whole trust.
public struct Colleague: Sendable, Hashable {
    public let account: AccountID
    public let name: String
    /// Each part once, the first given first.
    public let roles: [Role]
}

extension Reader {
    /// Those who may sign in on a day and see figures of a school: of its own people and of the trust's, by name.
    public func colleagues(at school: SchoolID, on day: Day) throws -> [Colleague] {
        let seeing = Role.appointed.filter { $0.permissions.contains(.seeFigures) }
        let found = try rows("""
            SELECT c.id, c.name, a.role FROM appointment a JOIN account c ON c.id = a.account_id WHERE (a.school_id IS NULL OR a.school_id = \(school)) AND a.role IN \(seeing.map(\.rawValue)) \
            AND a.starts <= \(day) AND (a.ends IS NULL OR a.ends >= \(day)) AND (c.ends IS NULL OR c.ends >= \(day)) ORDER BY c.name, c.id, a.id
            """) { try (AccountID($0.next(Int.self)), $0.next(String.self), $0.next(String.self)) }
        return found.map(\.0).unique.map { id in
            let own = found.filter { $0.0 == id }
            return Colleague(account: id, name: own[0].1, roles: own.compactMap { Role(rawValue: $0.2) }.unique)
        }
    }
}
