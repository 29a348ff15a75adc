import Basics

/// What has been done since an import to what the import wrote: one kind of event, counted.
public struct LaterWork: Sendable, Equatable {
    public let event: String
    public let table: String
    public let times: Int
    /// On how many pupils' records; 0 where it is about no pupil.
    public let pupils: Int
    /// Done by reading in another file.
    public let imported: Bool

    init(_ row: inout Row) throws {
        (event, table, times) = try (row.next(), row.next(), row.next())
        (pupils, imported) = try (row.next(), row.next())
    }

    /// `need.added (need, 2 times)`: for whoever knows no better words for the event.
    public var plainly: String { "\(event) (\(table), \(count(times, "time")))" }
}

extension Reader {
    /// What has been done since to rows that an import touched, by event; what was itself undone doesn't count.
    func laterChanges(than receipt: ReceiptID) throws -> [LaterWork] {
        try rows("""
            SELECT t.event, t.subject, count(DISTINCT t.id), count(DISTINCT t.pupil_id), t.receipt_id IS NOT NULL
            FROM trail r JOIN trail t ON t.subject = r.subject AND t.subject_id = r.subject_id AND t.id > r.id
            WHERE r.receipt_id = \(receipt) AND r.undoes_id IS NULL
                AND NOT EXISTS (SELECT 1 FROM trail w WHERE w.undoes_id = r.id)
                AND (t.receipt_id IS NULL OR t.receipt_id <> \(receipt)) AND \(SQL.stillStands)
            GROUP BY t.event, t.subject, t.receipt_id IS NOT NULL ORDER BY t.event, t.subject, t.receipt_id IS NOT NULL
            """, LaterWork.init)
    }

    /// Rows that point to what an import made and that the import itself did not touch, by event.
    func laterReferences(to receipt: ReceiptID, _ links: References, _ words: (LaterWork) -> String) throws -> [String] {
        let made = try rows("""
            SELECT t.subject, min(t.subject_id) FROM trail t
            WHERE t.receipt_id = \(receipt) AND t.row_version = 1 AND \(SQL.stillStands) GROUP BY t.subject
            """) { try ($0.next(String.self), $0.next(Int.self)) }
        return try made.flatMap { table, first in
            try links.to(table).flatMap { try referrers($0, from: first, receipt, words) }
        }
    }

    /// The plus keeps SQLite from going through all of the import's entries for every row: a row's own are few.
    private func referrers(_ link: Reference, from first: Int, _ receipt: ReceiptID, _ words: (LaterWork) -> String) throws -> [String] {
        let child = try SQL(name: link.from), column = try SQL(name: link.column)
        let pointing: SQL = """
            c.\(column) >= \(first) AND EXISTS (SELECT 1 FROM trail t WHERE t.subject = \(link.to)
                AND t.subject_id = c.\(column) AND +t.receipt_id = \(receipt) AND t.row_version = 1 AND \(SQL.stillStands))
            """
        guard link.isRecorded else {
            let number = try value("SELECT count(*) FROM \(child) c WHERE \(pointing)", as: Int.self) ?? 0
            return number == 0 ? [] : ["rows that have no trail (\(link.from), \(count(number, "time")))"]
        }
        return try rows("""
            SELECT e.event, \(link.from), count(*), count(DISTINCT e.pupil_id), e.receipt_id IS NOT NULL FROM \(child) c JOIN trail e ON e.subject = \(link.from) AND e.subject_id = c.id
            WHERE \(pointing) AND e.id = (SELECT max(l.id) FROM trail l WHERE l.subject = \(link.from) AND l.subject_id = c.id)
                AND NOT EXISTS (SELECT 1 FROM trail x WHERE x.subject = \(link.from) AND x.subject_id = c.id AND +x.receipt_id = \(receipt))
            GROUP BY e.event, e.receipt_id IS NOT NULL ORDER BY e.event, e.receipt_id IS NOT NULL
            """, LaterWork.init).map(words)
    }
}
