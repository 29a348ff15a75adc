import Basics

extension RecordClass: Storable {}

// What a lawful disposal takes out for good. Nothing of it goes into the trail but that it was done.

extension Writer {
    /// Takes out all rows of a pupil. Unlike `withdraw` it leaves no values behind in the trail.
    /// - Returns: how many rows went.
    public func disposeRows(of pupil: PupilID, in table: Table) throws -> Int {
        try connection.execute("DELETE FROM \(try SQL(name: table.name)) WHERE pupil_id = \(pupil)")
    }

    /// Blanks what stood in rows of these tables about a pupil, as the trail kept it. The chain stays whole: it
    /// covers the digest of the values, not the values.
    public func blankTrail(of pupil: PupilID, in tables: [String]) throws {
        try blank("pupil_id = \(pupil) AND subject IN \(tables)")
    }

    /// The same for everything about a pupil but what these tables hold.
    public func blankTrail(of pupil: PupilID, except tables: [String]) throws { try blank("pupil_id = \(pupil) AND subject NOT IN \(tables)") }

    /// The same for one row of a table.
    public func blankTrail(of row: Int, in table: String) throws { try blankTrail(ofRows: [row], in: table) }

    /// The same for some rows of a table.
    public func blankTrail(ofRows rows: [Int], in table: String) throws {
        if !rows.isEmpty { try blank("subject = \(table) AND subject_id IN \(rows)") }
    }

    private func blank(_ which: SQL) throws {
        try writeTrail()
        try connection.execute("""
            UPDATE trail_value SET salt = NULL, before = NULL, after = NULL, reason = NULL \
            WHERE trail_id IN (SELECT id FROM trail WHERE \(which))
            """)
    }
}

extension Reader {
    /// The end of the trail as it stands: the number of its last entry, and its digest in hexadecimal letters.
    public func endOfTrail() throws -> (entry: Int, digest: String) {
        let end = try first("SELECT last, digest FROM trail_head WHERE id = 1") { try ($0.next(Int.self), $0.next(Bytes?.self)) }
        return (end?.0 ?? 0, end?.1?.bytes.hex ?? "")
    }

    /// Whether a table holds anything about a pupil.
    public func holds(_ pupil: PupilID, in table: Table) throws -> Bool {
        try value("SELECT 1 FROM \(try SQL(name: table.name)) WHERE pupil_id = \(pupil) LIMIT 1", as: Int.self) != nil
    }
}
