import Basics

/// One change or one sight, as it is handed to a data protection officer. It names what was changed, not what stood
/// there: the values are in the record itself, and need not lie in one more file.
public struct TrailStatement: Sendable, Equatable {
    public let chain: Chain
    /// The number of the entry or sight in its chain.
    public let id: Int
    public let at: Instant
    public let account: AccountID?
    public let who: String
    public let origin: String
    public let way: String
    /// What happened (`need.ended`), or the pattern of the page that was seen.
    public let what: String
    /// The reason of a change, or the purpose of a sight; empty where none was given or kept.
    public let why: String
    /// The columns that a change touched.
    public let columns: [String]
    /// Whose records.
    public let pupils: [PupilID]
}

extension Reader {
    /// Hands over every change and sight from one moment to before another, about all pupils or about one, in the
    /// order of time. Reads in pages, so that memory does not grow with the trail.
    /// - Parameter shown: true for an entry `t` whose reason may be told.
    public func eachTrailStatement(
        from start: Instant, to end: Instant, of pupil: PupilID? = nil, shown: SQL = "1 = 1", _ body: (TrailStatement) throws -> Void
    ) throws {
        var changes = StatementPages { try self.changes(after: $0, start, end, pupil, shown) }
        var sights = StatementPages { try self.sights(after: $0, start, end, pupil) }
        while true {
            let (change, sight) = try (changes.first(), sights.first())
            if let change, change.at <= sight?.at ?? change.at {
                try body(change)
                changes.goOn()
            } else if let sight {
                try body(sight)
                sights.goOn()
            } else {
                return
            }
        }
    }

    private func changes(after last: Int, _ start: Instant, _ end: Instant, _ pupil: PupilID?, _ shown: SQL) throws -> [TrailStatement] {
        let whose: SQL = pupil.map { "t.pupil_id = \($0)" } ?? "1 = 1"
        return try rows("""
            SELECT t.id, t.at, t.account_id, t.who, t.origin, t.way, t.event, t.subject, t.pupil_id, v.before, v.after, CASE WHEN \(shown) THEN v.reason END
            FROM trail t LEFT JOIN trail_value v ON v.trail_id = t.id
            WHERE t.id > \(last) AND t.at >= \(start) AND t.at < \(end) AND \(whose) ORDER BY t.id LIMIT \(StatementPages.size)
            """, TrailStatement.init(change:))
    }

    private func sights(after last: Int, _ start: Instant, _ end: Instant, _ pupil: PupilID?) throws -> [TrailStatement] {
        let span: SQL = "s.id > \(last) AND s.at >= \(start) AND s.at < \(end)"
        guard let pupil else { return try statements("sight s WHERE \(span)", nil, StatementPages.size) }
        let indexed = try statements("sight_pupil p JOIN sight s ON s.id = p.sight_id WHERE p.pupil_id = \(pupil) AND p.sight_id > \(last) AND \(span)", pupil, StatementPages.size)
        return try indexed + statements("sight s WHERE \(span) AND \(newSights(of: pupil))", pupil, StatementPages.size - indexed.count)
    }

    private func statements(_ source: SQL, _ pupil: PupilID?, _ limit: Int) throws -> [TrailStatement] {
        try rows("SELECT \(SightRow.selection) FROM \(source) ORDER BY s.id LIMIT \(limit)") { TrailStatement(sight: try SightLine(&$0), of: pupil) }
    }
}

extension TrailStatement {
    fileprivate init(change row: inout Row) throws {
        chain = .trail
        (id, at, account, who) = try (row.next(), row.next(), row.next(), row.next())
        origin = try row.next(String?.self) ?? ""
        (way, what) = try (row.next(), row.next())
        let table: String = try row.next()
        pupils = try row.next(PupilID?.self).map { [$0] } ?? []
        let values: [String] = try [row.next(String?.self), row.next(String?.self)].compactMap(\.self)
        var names: [String] = []
        for name in try values.flatMap({ try FieldText.read($0) }).map(\.name) where !names.contains(name) { names.append(name) }
        columns = names.map { table + "." + $0 }
        why = try row.next(String?.self) ?? ""
    }

    /// Of a list, where one child is asked about, the other children are left out.
    fileprivate init(sight: SightLine, of pupil: PupilID?) {
        (chain, id, at, account, who, origin) = (.sights, sight.id, sight.at, sight.account, sight.who, sight.origin)
        (way, what, why, columns) = (sight.way, sight.page, sight.purpose, [])
        pupils = pupil.map { [$0] } ?? sight.pupils
    }
}

/// One chain, read in pages from its first link on.
private struct StatementPages {
    static let size = 1_000
    private let page: (_ after: Int) throws -> [TrailStatement]
    private var waiting: ArraySlice<TrailStatement> = []
    private var last = 0, isAtEnd = false

    init(_ page: @escaping (Int) throws -> [TrailStatement]) { self.page = page }

    mutating func first() throws -> TrailStatement? {
        if waiting.isEmpty, !isAtEnd {
            waiting = try page(last)[...]
            isAtEnd = waiting.count < Self.size
            last = waiting.last?.id ?? last
        }
        return waiting.first
    }

    mutating func goOn() { waiting.removeFirst() }
}
