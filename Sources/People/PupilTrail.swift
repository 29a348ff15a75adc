import Access
import Basics
import Database

/// One thing that was done to a pupil's record, as the trail tells it.
struct TrailLine: Sendable {
    let entry: Int
    /// Whether its values are for the safeguarding lead alone.
    let isHidden: Bool
    let at: Instant
    let who: String
    let way: String
    let event: String
    /// The table, and the columns as they were before and are after; nil once the values are no longer kept.
    let table: String
    let before: String?
    let after: String?
    let reason: String?
}

extension Reader {
    /// The last entry of the trail about a pupil that touched one of these tables; 0 where there is none.
    public func lastEntry(of pupil: PupilID, in tables: [String]) throws -> Int {
        try value("SELECT MAX(id) FROM trail WHERE pupil_id = \(pupil) AND subject IN \(tables)", as: Int?.self).flatMap { $0 } ?? 0
    }

    /// What was done to a pupil's record, the latest first. Of a sealed pupil nothing of former names, former
    /// numbers or contacts is shown.
    /// - Parameters:
    ///   - tables: only these; nil for all.
    ///   - after: only entries later than this one.
    ///   - showsHidden: whether what was handed to the safeguarding lead is shown, to the lead.
    func trail(of pupil: Pupil, in tables: [String]? = nil, after: Int = 0, limit: Int = 500, showsHidden: Bool = false) throws -> [TrailLine] {
        shown(try entries(of: pupil, in: tables, after: after, limit: limit), of: pupil, showsHidden: showsHidden)
    }

    /// One page of it: so many entries from one on, and the entry before which the next page goes on; nil at the end.
    func trailPage(of pupil: Pupil, before: Int, size: Int = 50, showsHidden: Bool) throws -> (lines: [TrailLine], next: Int?) {
        let found = try entries(of: pupil, in: nil, before: before, limit: size)
        return (shown(found, of: pupil, showsHidden: showsHidden), found.count == size ? found.last?.entry : nil)
    }

    private func shown(_ lines: [TrailLine], of pupil: Pupil, showsHidden: Bool) -> [TrailLine] {
        let shown = showsHidden ? lines : lines.map(\.withoutWhatIsHidden)
        return pupil.sealed ? shown.compactMap(\.withoutWhatIsSealed) : shown
    }

    private func entries(of pupil: Pupil, in tables: [String]?, after: Int = 0, before: Int = .max, limit: Int) throws -> [TrailLine] {
        let chosen: SQL = tables.map { "t.subject IN \($0)" } ?? "1 = 1"
        return try rows("""
            SELECT t.id, CASE WHEN \(SQL.isShown) THEN 0 ELSE 1 END, t.at, t.who, t.way, t.event, t.subject, v.before, v.after, v.reason \
            FROM trail t LEFT JOIN trail_value v ON v.trail_id = t.id \
            WHERE t.pupil_id = \(pupil.id) AND t.id > \(after) AND t.id < \(before) AND \(chosen) ORDER BY t.id DESC LIMIT \(limit)
            """) { row in
            TrailLine(entry: try row.next(), isHidden: try row.next(Int.self) == 1, at: try row.next(), who: try row.next(), way: try row.next(), event: try row.next(),
                      table: try row.next(), before: try row.next(), after: try row.next(), reason: try row.next())
        }
    }
}

extension TrailLine {
    /// Tables that hold nothing but what a seal hides.
    private static let sealedTables = ["former_upn", "former_name", "contact", "school_history", "paper"]

    /// The line as everybody but the safeguarding lead may read it.
    var withoutWhatIsHidden: TrailLine {
        if !isHidden { return self }
        return TrailLine(entry: entry, isHidden: true, at: at, who: who, way: way, event: event, table: table, before: nil, after: nil,
                         reason: "Handed to the safeguarding lead.")
    }

    /// The line as it may be shown of a sealed pupil; nil where nothing of it may.
    var withoutWhatIsSealed: TrailLine? {
        if Self.sealedTables.contains(table) { return nil }
        guard table == "pupil" else { return self }
        return TrailLine(entry: entry, isHidden: isHidden, at: at, who: who, way: way, event: event, table: table, before: nil, after: nil,
                         reason: event == "pupil.sealed" ? reason : nil)
    }
}
