import Basics

/// One sight as it is shown: who looked, when, from where, at what.
public struct SightLine: Sendable, Equatable {
    public let id: Int
    public let at: Instant
    public let account: AccountID?
    public let who: String
    public let origin: String
    public let way: String
    /// The pattern of the route.
    public let page: String
    public let purpose: String
    /// All whose records were on that page. On a page about one child the others are not to be named.
    public let pupils: [PupilID]

    init(_ row: inout Row) throws {
        let sight = try SightRow(&row)
        (id, at, account, who, origin) = (sight.id, sight.at, sight.account, sight.who, sight.origin)
        (way, page, purpose, pupils) = (sight.way, sight.page, sight.purpose, sight.pupilIDs ?? [])
    }
}

extension Reader {
    /// Who looked at a child's record, the latest first. Whoever calls this has made sure that the viewer may know.
    /// - Parameter before: only sights older than this one; for the next page, the last one shown.
    public func sights(of pupil: PupilID, limit: Int, before: Int = .max) throws -> [SightLine] {
        let newest = try rows("SELECT \(SightRow.selection) FROM sight s WHERE \(newSights(of: pupil)) AND s.id < \(before) ORDER BY s.id DESC LIMIT \(limit)", SightLine.init)
        if newest.count >= limit { return newest }
        return try newest + rows("""
            SELECT \(SightRow.selection) FROM sight_pupil p JOIN sight s ON s.id = p.sight_id
            WHERE p.pupil_id = \(pupil) AND p.sight_id < \(before) ORDER BY p.sight_id DESC LIMIT \(limit - newest.count)
            """, SightLine.init)
    }

    /// Up to which sight the list by pupil is written.
    func sightsIndexed() throws -> Int { try value("SELECT indexed FROM sight_head WHERE id = 1", as: Int.self) ?? 0 }

    /// Those sights `s` of a pupil that the list by pupil does not hold yet.
    func newSights(of pupil: PupilID) throws -> SQL {
        "s.id > \(try sightsIndexed()) AND ',' || s.pupils || ',' LIKE \("%,\(pupil),%")"
    }

    /// At what an account looked, the latest first.
    public func sights(by account: AccountID, limit: Int, before: Int = .max) throws -> [SightLine] {
        try rows("""
            SELECT \(SightRow.selection) FROM sight s
            WHERE s.account_id = \(account) AND s.id < \(before) ORDER BY s.id DESC LIMIT \(limit)
            """, SightLine.init)
    }

    /// Some sights in the order in which they were written, from the one after `last`: for what goes through them all.
    func sights(after last: Int, limit: Int) throws -> [SightLine] {
        try rows("SELECT \(SightRow.selection) FROM sight s WHERE s.id > \(last) ORDER BY s.id LIMIT \(limit)", SightLine.init)
    }
}
